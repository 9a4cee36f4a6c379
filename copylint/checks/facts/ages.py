"""Two ages for one person, and an age that the years beside it do not give."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from copylint.analysis.article import Article
from copylint.analysis.ledger.ages import DescribedAge
from copylint.analysis.ledger.entries import AgeStatement
from copylint.checks.facts.life_lines import at_death
from copylint.checks.facts.two_statements import both
from copylint.contract.check import Check, Options
from copylint.core.finding import Match
from copylint.core.rule import Bad, Good, Rule
from copylint.core.span import TextSpan
from copylint.language.lazy_pattern import LazyPattern

AGE = Rule(
    id="facts.age",
    summary="Flags two ages for one person.",
    why=(
        "A person has one age in one article. If there are two, one is a mistake, or an update "
        "reached only half the copy. The rule reports the age that occurs less often or, if both "
        "are equally frequent, the later one."
    ),
    bad=(
        Bad("Edwin Quist, 45, sold the mill. It made the 54-year-old Mr Quist rich.", "54"),
        Bad("Ada Quist, 36, has left. Friends of Quist, 37, said she was ill.", "37"),
    ),
    good=(
        Good("Edwin Quist, 45, sold the mill. The 45-year-old Quist had bought it in May."),
        Good("Edwin Quist, 45, met Ada Moon, 36. As a 20-year-old, Quist had been to sea."),
        Good("Edwin Quist, 45, has left. Quist, 12 years a miller, said he was ill."),
    ),
)

LIFESPAN = Rule(
    id="facts.lifespan",
    summary="Flags an age at death that does not match the years of birth and death.",
    why="The age is the difference between the years or one less; anything else is a mistake.",
    bad=(
        Bad("Ada Quist (1901–1988), who died aged 97, was a miller.", "97"),
        Bad("Quist was born in 1901 and died in 1988 at the age of 78.", "78"),
    ),
    good=(
        Good("Ada Quist (1901–1988), who died aged 86, was a miller."),
        Good("Quist was born in 1901. His son died in 1988 at the age of 51."),
    ),
)

_OLDEST = 115
# Among more people *the 54-year-old* may be any of them.
_MOST_PEOPLE = 3
_ADULTS = ("man", "woman", "driver", "teacher", "father", "mother")

_YEAR = r"(?:1[0-9]|20)\d\d"
_LIVED = LazyPattern(
    rf"(?<!\d)(?:\(|\bborn\s(?:[^.;()\n]{{0,40}}?\s)?)(?P<born>{_YEAR})"
    rf"(?:\s?[-–—]\s?|[^.;()\n]{{0,60}}?\bdied\s[^.;()\n]{{0,40}}?)(?P<died>{_YEAR})"
    r"(?P<between>\)?[^.;()\n]{0,60}?)"
    r"(?:\bdied\s(?:[^.;()\n\d]{0,30}\s)?)?(?P<cue>\baged\s|\bat\sthe\sage\sof\s|\bat\sage\s)"
    r"(?P<age>\d{1,3})\b(?!\s?(?:months|weeks|days))"
)


class Ages(Check):
    """Compares the ages that an article gives one person."""

    rules = (AGE, LIFESPAN)

    def check(self, article: Article, options: Options) -> Iterable[Match]:
        """Ages that differ from the person's other ones or from the years beside them."""
        text = article.text
        if "born" in text or "died" in text:
            yield from _lifespans(text)
            yield from at_death(article, LIFESPAN.id)
        by_person: dict[int, list[AgeStatement]] = defaultdict(list)
        for statement in article.ledger.ages:
            by_person[id(statement.person)].append(statement)
        for statements in by_person.values():
            yield from _judge(article, statements)
        if "year" in text or len(by_person) == 0:
            yield from _described(article)


def _judge(article: Article, statements: list[AgeStatement]) -> Iterator[Match]:
    by_years: dict[int, list[AgeStatement]] = defaultdict(list)
    for statement in statements:
        by_years[statement.years].append(statement)
    if len(by_years) != 2:
        return
    first, second = sorted(by_years.values(), key=lambda group: (-len(group), group[0].span.start))
    for age in second:
        yield both(
            article, age.span, first[0].span, f"{age.person.name} is", AGE.id,
            replacements=(article.text[first[0].span.start : first[0].span.end],),
            others=[each.span for each in first[1:]],
        )  # fmt: skip


def _described(article: Article) -> Iterator[Match]:
    """Ages of *the 45-year-old* or *the man* that are nobody's in the article."""
    described = article.ledger.described_ages
    if not described:
        return
    ages = article.ledger.ages
    yield from _of_the_only_person(article, described, ages)
    by_noun: dict[str, list[DescribedAge]] = defaultdict(list)
    for each in described:
        if each.who:
            by_noun[each.who].append(each)
    for who, group in by_noun.items():
        new = [each for each in group if each.introduces]
        if len(new) != 1:
            continue
        for age in group:
            if not age.introduces and age.span > new[0].span and age.years != new[0].years:
                yield both(article, age.span, new[0].span, f"The {who} is", AGE.id)


def _of_the_only_person(
    article: Article, described: Sequence[DescribedAge], ages: Sequence[AgeStatement]
) -> Iterator[Match]:
    """*The 54-year-old* in an article that gives one person's age, another one."""
    if len({id(each.person) for each in ages}) != 1 or len({each.years for each in ages}) != 1:
        return
    if any(each.introduces for each in described):
        return
    if len(article.people.persons) > _MOST_PEOPLE:
        return
    for each in described:
        if each.who in ("", *_ADULTS) and each.years not in (ages[0].years, ages[0].years + 1):
            before = [age for age in ages if age.span < each.span]
            if before and not _is_given(article.text, each):
                yield both(article, each.span, before[-1].span, f"{ages[0].person.name} is", AGE.id)


def _is_given(text: str, age: DescribedAge) -> bool:
    """Whether the number is in another place before, so that it may be somebody else's age."""
    return re.search(rf"\b{age.years}\b", text[: age.span.start]) is not None


def _lifespans(text: str) -> Iterator[Match]:
    for found in _LIVED.finditer(text):
        lived = int(found["died"]) - int(found["born"])
        if not 0 < lived <= _OLDEST or ("aged" not in found["cue"] and "age" not in found["cue"]):
            continue
        if int(found["age"]) in (lived, lived - 1):
            continue
        yield Match(
            TextSpan(*found.span("age")),
            f"From {found['born']} to {found['died']} is {lived - 1} or {lived} years, "
            f"not {found['age']}.",
            rule=LIFESPAN.id,
        )
