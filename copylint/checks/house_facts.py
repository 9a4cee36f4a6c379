"""Offices and ages that the archive contradicts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from copylint.analysis.article import Article
from copylint.contract.check import Check, Options
from copylint.core.finding import Match
from copylint.core.fix import Safety
from copylint.core.rule import Bad, Good, Rule, Severity

if TYPE_CHECKING:
    from datetime import date

    from copylint.analysis.names.memory_facts import PrintedFact
    from copylint.analysis.names.memory_index import HouseMemory

# Below this confidence a finding is a suggestion.
_SURE = 0.95

_OFFICES = (
    "Alice Hartley\t40\t2021-02-03\t2026-03-14\ta0040\ta0041",
    "Alice Hartley, deputy mayor\t6\t2021-02-03\t2023-05-02\t2021:02,03,09 2022:06 2023:04,05"
    "\ta0007\ta0009",
    "Alice Hartley, mayor\t30\t2023-05-11\t2026-03-14\t2023:05*5,09*5 2024:02*10 2026:03*10"
    "\ta0040\ta0041",
)
_AGES = (
    "Edwin Quist\t20\t2019-01-04\t2026-03-14\ta0040\ta0041",
    "Edwin Quist, born 1960/1961\t9\t2019-01-04\t2026-03-14\t\ta0040\ta0041",
    "Edwin Quist, born 1961/1962\t7\t2019-09-04\t2025-11-14\t\ta0033\ta0037",
)
_BOTH = (
    "Alice Hartley, bishop\t20\t2021-02-03\t2026-03-14\t2021:02*10 2026:03*10\ta0040\ta0041",
    "Alice Hartley, professor\t14\t2021-04-03\t2026-03-12\t2021:04*7 2026:03*7\ta0038\ta0039",
)

TITLE = Rule(
    id="memory.title",
    summary="Flags an office of somebody who, by the archive, has held another since.",
    why=(
        "An archive shows when somebody's office changed. An office is reported if three articles "
        "or more gave it before another one came up, five or more have given the other one since, "
        "and few have still given the first. An office beside which the other is used is never "
        "reported, nor is one called former. The article must say when it was published (in its "
        "front matter, dateline or file name), and the configuration must name a memory."
    ),
    bad=(
        Bad(
            "---\ndate: 2026-04-02\n---\n\nDeputy Mayor Alice Hartley opened the bridge.\n",
            "Deputy Mayor",
            "---\ndate: 2026-04-02\n---\n\nMayor Alice Hartley opened the bridge.\n",
            format="markdown",
            memory=_OFFICES,
        ),
    ),
    good=(
        Good(
            "---\ndate: 2026-04-02\n---\n\nMayor Alice Hartley opened the bridge.\n",
            format="markdown",
            memory=_OFFICES,
        ),
        Good(
            "---\ndate: 2022-08-02\n---\n\nDeputy Mayor Alice Hartley opened the bridge.\n",
            format="markdown",
            memory=_OFFICES,
        ),
        Good(
            "---\ndate: 2026-04-02\n---\n\nFormer Deputy Mayor Alice Hartley came.\n",
            format="markdown",
            memory=_OFFICES,
        ),
        Good(
            "---\ndate: 2026-04-02\n---\n\nBishop Alice Hartley opened the bridge.\n",
            format="markdown",
            memory=_BOTH,
        ),
    ),
    safety=Safety.UNSAFE,
)
AGE = Rule(
    id="memory.age",
    summary="Flags an age that contradicts the ages in earlier articles.",
    why=(
        "An age and the date of its article leave two years in which somebody can have been born. "
        "An age is reported if five articles or more, and four in five of those that give one, "
        "agree on other years. Ages at death and of other times are left out. The article must say "
        "when it was published, and the configuration must name a memory."
    ),
    bad=(
        Bad(
            "---\ndate: 2026-04-02\n---\n\nEdwin Quist, 54, spoke to residents.\n",
            "54",
            format="markdown",
            memory=_AGES,
        ),
    ),
    good=(
        Good(
            "---\ndate: 2026-04-02\n---\n\nEdwin Quist, 64, spoke to residents.\n",
            format="markdown",
            memory=_AGES,
        ),
        Good(
            "---\ndate: 2026-04-02\n---\n\nEdwin Quist, who died aged 54, left a farm.\n",
            format="markdown",
            memory=_AGES,
        ),
    ),
    safety=Safety.UNSAFE,
)


class HouseFactsCheck(Check):
    """Compares the offices and ages in an article with what the archive remembers."""

    rules = (TITLE, AGE)

    def check(self, article: Article, options: Options) -> Iterable[Match]:
        """A match for each office that has passed and each age that cannot be."""
        if options.memory is None:
            return
        from copylint.analysis.calendar_days import own_day

        day = own_day(article.document)
        if day is not None:
            yield from _titles(article, options.memory, day)
            yield from _ages(article, options.memory, day)


def _titles(article: Article, memory: HouseMemory, day: date) -> Iterator[Match]:
    from copylint.analysis.names.memory_facts import shown_month
    from copylint.analysis.remembered_offices import stale_offices

    for each in stale_offices(article, memory, day):
        now, then = each.now, each.stated.office
        told = f"{each.name} was {then} until {shown_month(each.until)} and is {now.value}"
        told += f" in {each.since:,} articles since{_last(now)}."
        shown = article.text[each.stated.span.start : each.stated.span.end]
        right = now.value.title() if shown[0].isupper() else now.value
        yield Match(
            each.stated.span,
            told,
            (right,) if each.stated.is_title else (),
            rule=TITLE.id,
            severity=None if each.confidence >= _SURE else Severity.SUGGESTION,
        )


def _ages(article: Article, memory: HouseMemory, day: date) -> Iterator[Match]:
    from copylint.analysis.remembered_births import impossible_ages

    for each in impossible_ages(article, memory, day):
        years = " or ".join(map(str, each.years))
        ages = " or ".join(map(str, each.ages))
        told = f"{each.count:,} articles{_last(each.last)} have {each.name} born in {years}, "
        yield Match(
            each.stated.age.span,
            f"{told}so {ages} here.",
            tuple(map(str, each.ages)),
            rule=AGE.id,
            severity=None if each.confidence >= _SURE else Severity.SUGGESTION,
        )


def _last(fact: PrintedFact) -> str:
    """As in " (last on 2026-03-14: a0041, a0040)"."""
    cited = ", ".join(reversed(fact.articles))
    return f" (last on {fact.last}{': ' * bool(cited)}{cited})"
