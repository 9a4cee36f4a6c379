"""Days of the calendar: names of weekdays and months, weekdays of dates, an article's own day."""

from __future__ import annotations

import re
from datetime import date

from copylint.core.blocks import BlockKind
from copylint.core.document import Document
from copylint.language.lazy_pattern import LazyPattern

#: Weekdays in full, Monday first.
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
#: Months in full, January first.
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
_SHORT_DAYS = {"mon": 0, "tue": 1, "tues": 1, "wed": 2, "weds": 2, "thu": 3, "thur": 3,
               "thurs": 3, "fri": 4, "sat": 5, "sun": 6}  # fmt: skip
#: Weekdays in lower case, in full and short, as numbers (Monday is 0).
DAY_NUMBER = _SHORT_DAYS | {name.lower(): n for n, name in enumerate(WEEKDAYS)}
#: Months in lower case, in full and short, as numbers (January is 1).
MONTH_NUMBER = {name.lower(): n for n, name in enumerate(MONTHS, 1)}
MONTH_NUMBER |= {name.lower()[:3]: n for n, name in enumerate(MONTHS, 1)} | {"sept": 9}
#: Patterns without groups.
WEEKDAY = rf"(?:{'|'.join(WEEKDAYS)}|Mon|Tues?|Weds?|Thu(?:rs?)?|Fri|Sat|Sun)\b\.?"
MONTH = rf"(?:{'|'.join(MONTHS)}|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?"
#: Literals, one of which begins each match of ``MONTH``.
MONTH_STEMS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

# Where the day of an article is found in its source, and in the name of its file.
_HEAD = 4_000  # code points
_FIELD = LazyPattern(
    r"^(?:date|published|publish(?:ed)?[-_]?(?:date|at|on)|pubdate)\s*[:=]\s*['\"]?"
    r"(\d{4})-(\d\d)-(\d\d)(?!\d)|"
    r"(?:article:published_time|datePublished|datetime)\"?\s*(?:content)?\s*[=:]\s*\"(\d{4})-(\d\d)-(\d\d)",
    re.MULTILINE | re.IGNORECASE,
)
_FILE = LazyPattern(r"(?:\A|[/\\_])(\d{4})-(\d\d)-(\d\d)-[^/\\]*\Z")
# A date further than this from an article's own day, in days, would be printed with its year.
_A_YEAR = 300
_DATE = (
    rf"\b(?:(?P<day>\d{{1,2}})\s(?P<month>{MONTH})|(?P<first>{MONTH})\s(?P<second>\d{{1,2}}))"
    r",?\s(?P<year>\d{4})\b"
)
_DATELINE = LazyPattern(_DATE)
# "LEITH, 30 May 2023 —" before the first words of a story.
_RUN_IN = LazyPattern(rf"[A-Z]{{3}}[A-Za-z .,'’()-]{{0,40}}?,?\s\(?{_DATE}\)?\s?[—–:-]")
# How many blocks at the top of an article may hold its dateline.
_TOP = 6


def is_leap(year: int) -> bool:
    """Whether the Gregorian year has 366 days."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def longest(month: int, year: int | None = None) -> int:
    """The number of days in a month (1 to 12); February has 29 if the year is not given."""
    if month == 2:
        return 29 if year is None or is_leap(year) else 28
    return 30 if month in (4, 6, 9, 11) else 31


def julian_weekday(when: date) -> int:
    """Weekday (Monday is 0) of the day with this date in the Julian calendar."""
    a = (14 - when.month) // 12
    y, m = when.year - a, when.month + 12 * a - 2
    return (5 + when.day + y + y // 4 + 31 * m // 12 - 1) % 7


def own_day(document: Document) -> date | None:
    """The day on which the document says that it was published, None if it does not say.

    The sources are its front matter, a dateline with a year, and a date at the start of its
    file's name.
    """
    found = _FIELD.search(document.source[:_HEAD])
    if found is not None:
        numbers = [int(each) for each in found.groups() if each]
        return _day(*numbers)
    for block in document.blocks[:_TOP]:
        line = None
        if block.kind is BlockKind.DATELINE:
            line = _DATELINE.search(document.text, block.span.start, block.span.end)
        elif block.kind is BlockKind.PARAGRAPH:
            line = _RUN_IN.match(document.text, block.span.start, block.span.end)
        if line is not None:
            month = (line["month"] or line["first"]).rstrip(".").lower()
            day = int(line["day"] or line["second"])
            return _day(int(line["year"]), MONTH_NUMBER[month], day)
    name = _FILE.search(document.path)
    return _day(*map(int, name.groups())) if name is not None else None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def nearest(month: int, day: int, to: date) -> list[date]:
    """The last such day before ``to`` and the next one after it, omitting one a year away."""
    days = [_day(year, month, day) for year in range(to.year - 1, to.year + 2) if year > 0]
    return [each for each in days if each is not None and abs((each - to).days) <= _A_YEAR]
