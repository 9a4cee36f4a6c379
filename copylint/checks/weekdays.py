"""Weekdays that are not those of their dates, and dates that no calendar has."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

from copylint.analysis import calendar_days
from copylint.analysis.article import Article
from copylint.analysis.calendar_days import (
    DAY_NUMBER,
    MONTH_NUMBER,
    MONTHS,
    WEEKDAYS,
    julian_weekday,
    longest,
    nearest,
    own_day,
)
from copylint.contract.check import Check, Options
from copylint.core.finding import Match
from copylint.core.kept_patterns import compiled
from copylint.core.rule import Bad, Good, Precedence, Rule
from copylint.core.span import TextSpan
from copylint.language.lazy_pattern import LazyPattern

WEEKDAY = Rule(
    id="dates.weekday",
    summary="Flags a weekday that does not match its date.",
    why=(
        "Readers plan by the day and by the date; if the two disagree, one is wrong. Dates from "
        "1583 on follow the Gregorian calendar; before 1923, when some countries still used the "
        "Julian calendar, a weekday that is right in that calendar passes too."
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
        Bad("The fair is open from Friday 3 to Tuesday 6 June.\n", "Friday 3 to Tuesday 6 June"),
        Bad(
            "---\ntitle: The fair\ndate: 2023-05-30\n---\nThe fair opens on Monday 6 June.\n",
            "Monday",
            "---\ntitle: The fair\ndate: 2023-05-30\n---\nThe fair opens on Tuesday 6 June.\n",
            format="markdown",
        ),
    ),
    good=(
        Good("The fair opens on Tuesday 6 June 2023.\n"),
        Good("It was founded on Friday, February 9, 1900.\n"),
        Good("The fair opens on Tuesday 6 June.\n"),
        Good("The fair is open from Friday 30 June to Tuesday 4 July.\n"),
    ),
)

IMPOSSIBLE = Rule(
    id="dates.impossible",
    summary="Flags a date that no calendar has.",
    why="Readers write in about the thirty-first of a month that has thirty days.",
    bad=(
        Bad("The lease ends on 31 June 2024.\n", "31 June 2024"),
        Bad("The lease ends on September 31.\n", "September 31"),
    ),
    good=(Good("The lease ends on 29 February 2024.\n"),),
    precedence=Precedence.DATE,
)

_WEEKDAY = rf"(?P<weekday>{calendar_days.WEEKDAY})"
_MONTH = rf"(?P<month>{calendar_days.MONTH})"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>\d{4})(?![\d:,.]?\d)(?![-–/]\d)"
_GAP = r"[^\S\n]{0,2}\n?[^\S\n]{0,2}"
_DAY_FIRST = LazyPattern(
    rf"(?<![\w-])(?:{_WEEKDAY},?{_GAP}(?:the{_GAP})?)?(?<![\d.,:/-])\b{_DAY}"
    rf"{_GAP}(?:of{_GAP})?{_MONTH},?{_GAP}{_YEAR}"
)
_MONTH_FIRST = LazyPattern(
    rf"(?<![\w-])(?:{_WEEKDAY},?{_GAP})?\b{_MONTH}{_GAP}{_DAY}\b(?:,{_GAP}|{_GAP}){_YEAR}"
)
# "June 6, 2023, a Monday", "6 June 2023 (Monday)"
_DAY_LAST = tuple(
    LazyPattern(
        rf"(?<![\w.,:/-]){date},?{_GAP}(?P<year>\d{{4}})(?:,?{_GAP}(?:which{_GAP}(?:was|is|fell{_GAP}on)"
        rf"{_GAP})?an?{_GAP}|{_GAP}\(){_WEEKDAY}"
    )
    for date in (rf"{_DAY}{_GAP}{_MONTH}", rf"{_MONTH}{_GAP}{_DAY}")
)
_ISO = LazyPattern(
    rf"(?<![\w-]){_WEEKDAY},?{_GAP}(?P<year>\d{{4}})-(?P<month>\d\d)-(?P<day>\d\d)(?![\w-])"
)
_YEAR_HINT = compiled(r"(?:1[5-9]|2\d)\d\d(?!\d)")
_REACH = 48  # code points before a year in which the rest of its date is looked for
_AFTER = 28  # code points after it
_GREGORIAN = 1583
_JULIAN_UNTIL = 1923

# Dates without a year. A month before the day, or a year near by, makes it another's.
_SHORT = r"(?P<month>February|Feb|April|Apr|June|Jun|September|Sept?|November|Nov)\b\.?"
_NO_DAY = LazyPattern(
    rf"(?<![\w.,:/£$€%–-])(?P<day>3[01])(?:st|th)?\s(?:of\s)?{_SHORT}(?!\s[A-Z])|"
    rf"\b{_SHORT.replace('month', 'early')}\s(?P<late>3[01])(?:st|th)?\b(?![,.:/-]?\d|\s?[%-])"
)
_NO_DAY_HINT = compiled(r"3[01](?!\d)")
# The end of a weekday that a date may follow; the full patterns are tried only there.
_DAY_HINT = compiled(r"day,?\s(?:the\s)?(?:\d|[JFMASOND][a-z]{2,8}\.?\s\d)")
_LONGEST_WEEKDAY = 9
_LONGEST_MONTH = 11
_MONTH_BEFORE = LazyPattern(rf"{calendar_days.MONTH}\s\Z")
_WITHOUT_YEAR = (
    LazyPattern(rf"(?<![\w-]){_WEEKDAY},?\s(?:the\s)?{_DAY}\s(?:of\s)?{_MONTH}"),
    LazyPattern(rf"(?<![\w-]){_WEEKDAY},?\s{_MONTH}\s{_DAY}\b(?![.:]?\d)"),
)
_UNTIL = r"\s?(?:to|until|till|through|and|-|–|—)\s?"
_RANGE = (
    LazyPattern(
        rf"(?<![\w-])(?P<from>{calendar_days.WEEKDAY}),?\s(?:the\s)?(?P<first>\d{{1,2}})"
        rf"(?:st|nd|rd|th)?(?:\s(?:of\s)?(?P<earlier>{calendar_days.MONTH}))?{_UNTIL}"
        rf"{_WEEKDAY},?\s(?:the\s)?{_DAY}\s(?:of\s)?{_MONTH}"
    ),
    LazyPattern(
        rf"(?<![\w-])(?P<from>{calendar_days.WEEKDAY}),?\s(?P<earlier>{calendar_days.MONTH})\s"
        rf"(?P<first>\d{{1,2}})(?:st|nd|rd|th)?,?{_UNTIL}{_WEEKDAY},?\s{_MONTH}\s{_DAY}\b"
        r"(?![.:]?\d)"
    ),
)
# "The Evening Sun, July 18, 1925" names a newspaper.
_NEWSPAPER = LazyPattern(r"(?:\b[Tt]he|[A-Z][a-z]+)\s\Z")
_NEAR = 160  # code points in which a year is the date's
_ANY_YEAR = LazyPattern(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)|['’]\d\d\b")


class Weekdays(Check):
    """Reckons the weekday of every date that has a year."""

    rules = (WEEKDAY, IMPOSSIBLE)

    def check(self, article: Article, options: Options) -> Iterable[Match]:
        """Dates whose weekday is wrong, and dates that cannot be."""
        text = article.text
        seen: set[tuple[int, int]] = set()
        for year in _YEAR_HINT.finditer(text):
            low, high = max(0, year.start() - _REACH), year.end() + _AFTER
            for pattern in (_DAY_FIRST, _MONTH_FIRST, _ISO, *_DAY_LAST):
                for found in pattern.finditer(text, low, high):
                    match = _judge(found)
                    if match is not None and found.span() not in seen:
                        seen.add(found.span())
                        yield match
        yield from _no_days(text, seen)
        hints = [hint.start() for hint in _DAY_HINT.finditer(text)]
        if hints:
            yield from _ranges(text, hints)
            yield from _of_own_year(article, hints)


def _judge(found: re.Match[str]) -> Match | None:
    year, day = int(found["year"]), int(found["day"])
    if not _GREGORIAN <= year <= 9999:
        return None
    month_text = found["month"]
    month = int(month_text) if month_text.isdigit() else _month(month_text)
    try:
        when = date(year, month, day)
    except ValueError:
        if not 29 <= day <= 31 or not 1 <= month <= 12:
            return None
        if year < _JULIAN_UNTIL and (month, day) == (2, 29):
            return None  # 1700, 1800 and 1900 were leap years in the Julian calendar
        start = min(found.start("day"), found.start("month"), found.start("year"))
        last = longest(month, year)
        return Match(
            TextSpan(start, found.end()),
            f"{MONTHS[month - 1]} {year} has {last} days.",
            rule=IMPOSSIBLE.id,
        )
    weekday = found["weekday"]
    if weekday is None:
        return None
    given = _number(weekday)
    if given == when.weekday():
        return None
    if year < _JULIAN_UNTIL and given == julian_weekday(when):
        return None
    start = found.start("weekday")
    if weekday == "Sun" and _NEWSPAPER.search(found.string[max(0, start - 24) : start]):
        return None
    return _falls_on(found, given, when)


def _falls_on(found: re.Match[str], given: int, when: date) -> Match:
    right, weekday = WEEKDAYS[when.weekday()], found["weekday"]
    return Match(
        TextSpan(*found.span("weekday")),
        f"{when.day} {MONTHS[when.month - 1]} {when.year} falls on a {right}, "
        f"not a {WEEKDAYS[given]}.",
        (right if weekday in WEEKDAYS else right[:3] + "." * weekday.endswith("."),),
        rule=WEEKDAY.id,
    )


def _number(weekday: str) -> int:
    return DAY_NUMBER[weekday.rstrip(".").lower()]


def _month(shown: str) -> int:
    return MONTH_NUMBER[shown.rstrip(".").lower()]


def _no_days(text: str, seen: set[tuple[int, int]]) -> Iterator[Match]:
    """Days without a year that no year has."""
    for hint in _NO_DAY_HINT.finditer(text):
        low = max(0, hint.start() - _LONGEST_MONTH)
        found = _NO_DAY.search(text, low, hint.end() + _LONGEST_MONTH + 4)
        if found is None or not found.start() <= hint.start() < found.end():
            continue
        month = _month(found["month"] or found["early"])
        day = int(found["day"] or found["late"])
        if day <= longest(month) or _MONTH_BEFORE.search(
            text[max(0, found.start() - 12) : found.start()]
        ):
            continue
        if any(start <= found.start() and found.end() <= end for start, end in seen):
            continue
        yield Match(
            TextSpan(found.start(), found.end() - found.group().endswith(".")),
            f"{MONTHS[month - 1]} has {longest(month)} days at most.",
            rule=IMPOSSIBLE.id,
        )


def _at_weekday(
    patterns: tuple[LazyPattern, ...], text: str, hints: list[int]
) -> Iterator[re.Match[str]]:
    """Matches of the patterns at a weekday that ends at a hint."""
    for hint in hints:
        for pattern in patterns:
            found = pattern.search(text, max(0, hint + 3 - _LONGEST_WEEKDAY), hint + _REACH)
            if found is not None and found.start() < hint < found.end():
                yield found


def _ranges(text: str, hints: list[int]) -> Iterator[Match]:
    """Weekdays of a range whose dates lie another number of days apart."""
    for found in _at_weekday(_RANGE, text, hints):
        last = _month(found["month"])
        earlier = found["earlier"]
        first = _month(earlier) if earlier else last
        apart = (_number(found["weekday"]) - _number(found["from"])) % 7
        one, other = int(found["first"]), int(found["day"])
        if first == last:
            days = {other - one}
        elif last == first % 12 + 1:
            days = {other - one + longest(first, year) for year in (2023, 2024)}
        else:
            continue
        if min(days) < 1 or any(each % 7 == apart for each in days):
            continue
        if max(one, other) > 31:
            continue
        yield Match(
            TextSpan(found.start(), found.end() - found.group().endswith(".")),
            f"The two dates are {min(days)} days apart, which does not fit "
            f"{WEEKDAYS[_number(found['from'])]} to {WEEKDAYS[_number(found['weekday'])]}.",
            rule=WEEKDAY.id,
        )


def _of_own_year(article: Article, hints: list[int]) -> Iterator[Match]:
    """Weekdays of dates without a year, in an article that says when it was published."""
    text = article.text
    places = list(_at_weekday(_WITHOUT_YEAR, text, hints))
    own = own_day(article.document) if places else None
    if own is None:
        return
    for found in places:
        if _ANY_YEAR.search(text, max(0, found.start() - _NEAR), found.end() + _NEAR):
            continue
        month = _month(found["month"])
        days = nearest(month, int(found["day"]), own)
        given = _number(found["weekday"])
        if not days or any(day.weekday() == given for day in days):
            continue
        near = min(days, key=lambda day: abs((day - own).days))
        yield _falls_on(found, given, near)
