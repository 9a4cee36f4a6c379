"""Weekdays that are not those of their dates, and dates that no calendar has."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from copylint.contract.check import Check, Options
from copylint.model.finding import Match
from copylint.model.rule import Bad, Good, Rule
from copylint.model.span import TextSpan
from copylint.text.article import Article

WEEKDAY = Rule(
    id="dates.weekday",
    summary="A weekday that is not the date's.",
    why=(
        "Readers plan by the day and by the date; where the two disagree, one is wrong. Dates "
        "from 1583 on are reckoned in the Gregorian calendar; before 1923 a weekday right in "
        "the Julian calendar, which some countries still kept, passes too."
    ),
    bad=(
        Bad(
            "The fair opens on Monday 6 June 2023.\n",
            "Monday",
            "The fair opens on Tuesday 6 June 2023.\n",
        ),
        Bad(
            "It was launched on Mon, April 12, 1911.\n",
            "Mon",
            "It was launched on Wed, April 12, 1911.\n",
        ),
    ),
    good=(
        Good("The fair opens on Tuesday 6 June 2023.\n"),
        Good("It was founded on Friday, February 9, 1900.\n"),
        Good("The fair opens on Tuesday 6 June.\n"),
    ),
)

IMPOSSIBLE = Rule(
    id="dates.impossible",
    summary="A date that no calendar has.",
    why="The thirty-first of a month of thirty days is a slip that readers write in about.",
    bad=(Bad("The lease ends on 31 June 2024.\n", "31 June 2024"),),
    good=(Good("The lease ends on 29 February 2024.\n"),),
)

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
_SHORT_DAYS = {"mon": 0, "tue": 1, "tues": 1, "wed": 2, "weds": 2, "thu": 3, "thur": 3,
               "thurs": 3, "fri": 4, "sat": 5, "sun": 6}  # fmt: skip
_DAY_NUMBER = _SHORT_DAYS | {name.lower(): n for n, name in enumerate(_WEEKDAYS)}
_MONTH_NUMBER = {name.lower(): n for n, name in enumerate(_MONTHS, 1)}
_MONTH_NUMBER |= {name.lower()[:3]: n for n, name in enumerate(_MONTHS, 1)} | {"sept": 9}

_WEEKDAY = rf"(?P<weekday>{'|'.join(_WEEKDAYS)}|Mon|Tues?|Weds?|Thu(?:rs?)?|Fri|Sat|Sun)\b\.?"
_MONTH = rf"(?P<month>{'|'.join(_MONTHS)}|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>\d{4})(?![\d:,.]?\d)(?![-–/]\d)"
_GAP = r"[^\S\n]{0,2}\n?[^\S\n]{0,2}"
_DAY_FIRST = re.compile(
    rf"(?<![\w-])(?:{_WEEKDAY},?{_GAP}(?:the{_GAP})?)?(?<![\d.,:/-])\b{_DAY}"
    rf"{_GAP}(?:of{_GAP})?{_MONTH},?{_GAP}{_YEAR}"
)
_MONTH_FIRST = re.compile(
    rf"(?<![\w-])(?:{_WEEKDAY},?{_GAP})?\b{_MONTH}{_GAP}{_DAY}\b(?:,{_GAP}|{_GAP}){_YEAR}"
)
_ISO = re.compile(
    rf"(?<![\w-]){_WEEKDAY},?{_GAP}(?P<year>\d{{4}})-(?P<month>\d\d)-(?P<day>\d\d)(?![\w-])"
)
_YEAR_HINT = re.compile(r"(?:1[5-9]|2\d)\d\d(?!\d)")
_REACH = 48  # code points before a year in which the rest of its date stands
_GREGORIAN = 1583
_JULIAN_UNTIL = 1923


class Dates(Check):
    """Reckons the weekday of every date that has a year."""

    rules = (WEEKDAY, IMPOSSIBLE)

    def check(self, article: Article, options: Options) -> Iterable[Match]:
        """Dates whose weekday is wrong, and dates that cannot be."""
        text = article.text
        seen: set[tuple[int, int]] = set()
        for year in _YEAR_HINT.finditer(text):
            low, high = max(0, year.start() - _REACH), year.end() + 8
            for pattern in (_DAY_FIRST, _MONTH_FIRST, _ISO):
                for found in pattern.finditer(text, low, high):
                    match = _judge(found)
                    if match is not None and found.span() not in seen:
                        seen.add(found.span())
                        yield match


def _judge(found: re.Match[str]) -> Match | None:
    year, day = int(found["year"]), int(found["day"])
    if not _GREGORIAN <= year <= 9999:
        return None
    month_text = found["month"]
    month = int(month_text) if month_text.isdigit() else _MONTH_NUMBER[month_text.lower()]
    try:
        when = date(year, month, day)
    except ValueError:
        if not 29 <= day <= 31 or not 1 <= month <= 12:
            return None
        if year < _JULIAN_UNTIL and (month, day) == (2, 29):
            return None  # 1700, 1800 and 1900 were leap years in the Julian calendar
        start = min(found.start("day"), found.start("month"), found.start("year"))
        last = 29 if month == 2 and _is_leap(year) else 28 if month == 2 else 30
        return Match(
            TextSpan(start, found.end()),
            f"{_MONTHS[month - 1]} {year} has {last} days.",
            rule=IMPOSSIBLE.id,
        )
    weekday = found["weekday"]
    if weekday is None:
        return None
    given = _DAY_NUMBER[weekday.lower()]
    if given == when.weekday():
        return None
    if year < _JULIAN_UNTIL and given == _julian_weekday(when):
        return None
    right = _WEEKDAYS[when.weekday()]
    return Match(
        TextSpan(*found.span("weekday")),
        f"{day} {_MONTHS[month - 1]} {year} falls on a {right}, not a {_WEEKDAYS[given]}.",
        (right if weekday in _WEEKDAYS else right[:3],),
        rule=WEEKDAY.id,
    )


def _is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _julian_weekday(when: date) -> int:
    """Weekday (Monday is 0) of the day of this number in the Julian calendar."""
    a = (14 - when.month) // 12
    y, m = when.year - a, when.month + 12 * a - 2
    return (5 + when.day + y + y // 4 + 31 * m // 12 - 1) % 7
