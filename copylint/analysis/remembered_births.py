"""Ages that people cannot have, as the archive's dated articles give their ages."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from copylint.analysis.article import Article
from copylint.analysis.names.memory_facts import PrintedFact
from copylint.analysis.names.memory_index import HouseMemory
from copylint.analysis.stated_births import StatedBirth, stated_births
from copylint.core.record import record

# How many articles must agree on a year of birth, and in what share of those that give an age.
_SETTLED, _MAJORITY = 5, 0.8
# An age that this share of articles agree with is another person's, or right.
_SHARE = 0.1


@record
class ImpossibleAge:
    """A stated age, and the years of birth that the archive allows.

    ``count`` articles agree on them; ``last`` is the last of those. ``own`` is how many others
    agree with the stated age. ``ages`` are those that the person may have on the article's day.
    """

    stated: StatedBirth
    name: str
    years: tuple[int, ...]
    ages: tuple[int, ...]
    count: int
    own: int
    last: PrintedFact

    @property
    def confidence(self) -> float:
        """The share of articles with an age that agree on the years, from 0 to 1."""
        return (self.count + 1) / (self.count + self.own + 1)


def impossible_ages(article: Article, memory: HouseMemory, day: date) -> Iterator[ImpossibleAge]:
    """The ages in an article of ``day`` that contradict the archive, person by person."""
    for stated in stated_births(article, day):
        name = article.people.full_name(stated.person)
        facts = {each.born: each for each in memory.facts_of(name) if each.born is not None}
        counts = {born: each.count for born, each in facts.items()}
        agreed = {year: counts.get(year, 0) + counts.get(year + 1, 0) for year in _years(counts)}
        least = max(_SETTLED, _MAJORITY * sum(counts.values()))
        years = tuple(sorted(year for year, count in agreed.items() if count >= least))
        if not years or any(stated.born in (year, year + 1) for year in years):
            continue
        count = max(agreed[year] for year in years)
        # An article of a day that the memory covers is taken to be one of those it counts.
        own = max(0, counts.get(stated.born, 0) - (day.isoformat() <= memory.last))
        if own > max(1, count * _SHARE):
            continue
        ages = range(day.year - years[-1] - 1, day.year - years[0] + 1)
        among = [facts[born] for born in facts if born - 1 in years or born in years]
        last = max(among, key=lambda each: (each.last, each.key))
        yield ImpossibleAge(stated, name, years, tuple(ages), count, own, last)


def _years(counts: dict[int, int]) -> set[int]:
    """The years of birth that any stated age allows."""
    return {year for born in counts for year in (born - 1, born)}
