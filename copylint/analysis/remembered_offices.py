"""Offices that an article gives people who, as the archive has it, have since held another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from copylint.analysis.article import Article
from copylint.analysis.names.memory_facts import PrintedFact, month_of
from copylint.analysis.names.memory_index import HouseMemory
from copylint.analysis.stated_offices import StatedOffice, stated_offices
from copylint.core.record import record

# How many articles must have given the office before the change, and the other one since.
_BEFORE, _SINCE = 3, 4
# An office that this share of articles, or so many, give after the change is one that they hold.
_SHARE, _FREQUENT = 0.25, 20
# Posts that people hold beside another office.
_BESIDE = frozenset(
    ("chair", "vice chair", "deputy chair", "treasurer", "mp", "msp", "mep", "editor", "curator",
     "rector", "dean", "canon", "director", "principal", "council leader", "team manager")
)  # fmt: skip
# Months after which an office that was not printed again may have ended.
_RECENT = 24
# So many articles that give the first office after the last with the other one: they have it again.
_AGAIN = 2
# Words by which two offices differ that one person holds one after the other. Where another word is
# the difference (minister, health minister), one is short for the other.
_RANKS = frozenset(("deputy", "vice", "assistant"))


@record
class StaleOffice:
    """An office that was printed until ``until``, and the one that was printed since.

    ``until`` counts months as ``memory_facts`` does. ``after`` is how many other articles give
    ``stated`` since, ``since`` how many give ``now``; ``confidence``, from 0 to 1, is the share of
    the latter.
    """

    stated: StatedOffice
    name: str
    now: PrintedFact
    until: int
    after: int
    since: int

    @property
    def confidence(self) -> float:
        """How sure it is that the office is no longer theirs."""
        return (self.since + 1) / (self.since + self.after + 1)


def stale_offices(article: Article, memory: HouseMemory, day: date) -> Iterator[StaleOffice]:
    """The offices in an article of ``day`` that had passed by then, person by person."""
    for stated in stated_offices(article):
        name = article.people.full_name(stated.person)
        facts = {each.value: each for each in memory.facts_of(name) if each.born is None}
        then = facts.pop(stated.office, None)
        if then is None:
            continue
        # An article of a day that the memory covers is taken to be one of those it counts.
        own = int(day.isoformat() <= memory.last)
        found = [
            stale
            for now in facts.values()
            if (stale := _stale(stated, then, now, day, own)) is not None
        ]
        found.sort(key=lambda each: (each.now.last, each.since, each.now.value))
        yield from found[-1:]


def _stale(
    stated: StatedOffice, then: PrintedFact, now: PrintedFact, day: date, own: int
) -> StaleOffice | None:
    """The office ``then`` as stale on a day because of ``now``; None if both may be held."""
    month, change, latest = month_of(day), month_of(now.first), max(now.months)
    if day.isoformat() <= now.first or now.value in _BESIDE or now.value.endswith(" director"):
        return None
    if _is_short_for_other(then.value, now.value):
        return None
    if month == change and then.months.get(change, 0) > own:
        return None  # both were printed in the month of the change: in which order is not kept
    last = change - (month == change)
    before = {each: count for each, count in then.months.items() if each <= last}
    after = max(0, _count(then.months, last) - own)
    if latest < month - _RECENT or sum(before.values()) < _BEFORE or now.count < _SINCE:
        return None
    if after >= _FREQUENT or after > max(1, now.count * _SHARE):
        return None
    if _count(then.months, latest) - own >= _AGAIN:
        return None
    return StaleOffice(stated, then.name, now, max(before), after, now.count)


def _count(months: Mapping[int, int], after: int) -> int:
    return sum(count for month, count in months.items() if month > after)


def _is_short_for_other(one: str, other: str) -> bool:
    """Whether one office has all words of the other and more, not only a word of rank."""
    first, second = set(one.split()), set(other.split())
    return (first <= second or second <= first) and not (first ^ second) & _RANKS
