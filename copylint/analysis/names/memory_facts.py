"""Offices and ages in the house memory: a line for each, after the name of its person.

``Alice Hartley, mayor`` counts the articles that give her the office, month by month;
``Alice Hartley, born 1960/1961`` counts those whose date and stated age put her birth in one of two
years: somebody who is 45 on a day of 2006 was born in 1960 or in 1961. A sum of such lines does not
depend on how the archive was cut into parts.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from copylint.core.record import record

#: What divides the name from the rest of a line's first field. No full name has a comma.
DIVIDER = ", "
_BORN = re.compile(r"born (\d{4})/(\d{4})")
_YEAR = re.compile(r"(\d{4}):(\S+)")
_MONTH = re.compile(r"(0[1-9]|1[0-2])(?:\*([1-9]\d*))?")


@record
class PrintedFact:
    """What was printed of a person: in how many articles, the first day and the last.

    ``value`` is an office in lower case, or ``born`` and two years. ``months`` counts the articles
    of each month that has any, by the year times twelve plus the month from 0; it is empty for
    births. Days are ISO dates. ``articles`` are the ids of the last articles, the latest last.
    """

    name: str
    value: str
    count: int
    first: str
    last: str
    months: Mapping[int, int]
    articles: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """The first field of the fact's line, by which it is sorted and found."""
        return f"{self.name}{DIVIDER}{self.value}"

    @property
    def born(self) -> int | None:
        """The later of the two years of birth; None if this is an office."""
        found = _BORN.fullmatch(self.value)
        return int(found[2]) if found else None

    def line(self) -> str:
        """The fact's line in the file."""
        fields = (self.key, str(self.count), self.first, self.last, _shown(self.months))
        return "\t".join((*fields, *self.articles))


def born_by(year: int) -> str:
    """The value of a fact about a person who was born in ``year`` or in the year before."""
    return f"born {year - 1:04}/{year:04}"


def month_of(day: date | str) -> int:
    """The month of a day as facts count it."""
    when = date.fromisoformat(day) if isinstance(day, str) else day
    return when.year * 12 + when.month - 1


def shown_month(month: int) -> str:
    """A month as in 2025-07."""
    return f"{month // 12:04}-{month % 12 + 1:02}"


def is_fact(line: str) -> bool:
    """Whether a line of a memory is about an office or an age."""
    return DIVIDER in line.partition("\t")[0]


def parsed_fact(line: str) -> PrintedFact:
    """The fact in a line of the file. Raises ``ValueError`` if it is not such a line."""
    key, number, first, last, shown, *articles = line.split("\t")
    name, _, value = key.partition(DIVIDER)
    months, count, born = _months(shown), int(number), _BORN.fullmatch(value)
    if not (name and value and date.fromisoformat(first) <= date.fromisoformat(last)):
        raise ValueError(line)
    if count < 1 or sum(months.values()) != (0 if born else count):
        raise ValueError(line)
    if born and int(born[2]) - int(born[1]) != 1:
        raise ValueError(line)
    return PrintedFact(name, value, count, first, last, months, tuple(articles))


def sum_of(old: PrintedFact, new: PrintedFact, cited: int) -> PrintedFact:
    """Both facts, which are of one key, as one that cites as many articles."""
    earlier, later = (new, old) if new.last < old.last else (old, new)
    months = dict(old.months)
    for month, count in new.months.items():
        months[month] = months.get(month, 0) + count
    return PrintedFact(
        old.name,
        old.value,
        old.count + new.count,
        min(old.first, new.first),
        later.last,
        months,
        (*earlier.articles, *later.articles)[-cited:],
    )


def _shown(months: Mapping[int, int]) -> str:
    """As in: 2019:01*2,03 2020:11."""
    years: dict[int, list[str]] = {}
    for month in sorted(months):
        times = f"*{months[month]}" if months[month] > 1 else ""
        years.setdefault(month // 12, []).append(f"{month % 12 + 1:02}{times}")
    return " ".join(f"{year:04}:{','.join(each)}" for year, each in years.items())


def _months(shown: str) -> dict[int, int]:
    months: dict[int, int] = {}
    for part in shown.split():
        year = _YEAR.fullmatch(part)
        for each in (year[2] if year else "").split(","):
            month = _MONTH.fullmatch(each)
            if year is None or month is None:
                raise ValueError(shown)
            months[int(year[1]) * 12 + int(month[1]) - 1] = int(month[2] or 1)
    return months
