"""Two ages for one person, and an age that the years beside it do not give."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from copylint.analysis.article import Article
from copylint.analysis.names.people import Person, Reference
from copylint.contract.check import Check, Options
from copylint.core.finding import Match, RelatedText
from copylint.core.rule import Bad, Good, Rule
from copylint.core.span import TextSpan
from copylint.language.lazy_pattern import LazyPattern
from copylint.language.quantities import WORD_NUMBER, value_of_words

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

_AGE = rf"(?P<age>\d{{1,3}}|{WORD_NUMBER})"
# "Edwin Quist, 45," "Quist, aged 45." "Quist, who is 45,"
_AFTER = LazyPattern(
    r"(?:\s(?:Jr|Sr|Jnr|Snr)\.?)?,\s(?:(?:now\s)?aged\s|age\s|who\sis\s)?(?P<age>\d{1,3})"
    r"(?=[,;.:)]\s|[,.]?[”\"]|,?\Z|,?\n|\s(?:and|of|from|who|was|is|has|had|said|told|appeared)\s)"
)
# "the 45-year-old Quist", "45-year-old farmer Edwin Quist"
_BEFORE = LazyPattern(
    rf"(?<![\w-]){_AGE}[-‐‑ ]years?[-‐‑ ]old,?\s"
    r"(?:(?!(?:and|or|of|by|with|to|for|in)\s)[a-z-]+\s){0,3}\Z",
    re.IGNORECASE,
)
_REACH = 70  # code points before a name in which "45-year-old" is looked for
# Before an age these say that it was another time's.
_THEN = LazyPattern(
    r"(?:\bthen[- ](?:a[n]?\s|aged\s)?|\bas\san?\s|\bformer\s|\bwhen\s(?:\w+\s){0,6}|\bonce\s"
    r"|\bago\b.{0,30}|\bin\s(?:1[5-9]|20)\d\d\b.{0,40})\Z",
    re.IGNORECASE,
)
_CUE = LazyPattern(r"\d, ?|\d\.|year[s]?[-‐‑ ]old|aged \d")
_YEAR_OLD = ("year-old", "year old", "year‑old", "year‐old")
_OLDEST = 115

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
        if _CUE.search(text) is None:
            return
        old = any(cue in text for cue in _YEAR_OLD)
        for person in article.people.persons:
            if len(person.references) > 1:
                yield from _judge(article, person, old)


class _Age(NamedTuple):
    years: int
    start: int
    end: int


def _judge(article: Article, person: Person, old: bool) -> Iterator[Match]:
    by_years: dict[int, list[_Age]] = defaultdict(list)
    for reference in person.references:
        for age in _ages(article, reference, old):
            by_years[age.years].append(age)
    if len(by_years) != 2:
        return
    (_, first), (_, second) = sorted(
        by_years.items(), key=lambda pair: (-len(pair[1]), pair[1][0].start)
    )
    for age in second:
        yield Match(
            TextSpan(age.start, age.end),
            f"{person.name} is {first[0].years} elsewhere in the article, not {age.years}: "
            "which is right?",
            (article.text[first[0].start : first[0].end],),
            tuple(RelatedText(TextSpan(each.start, each.end), "the other age") for each in first),
            rule=AGE.id,
        )


def _ages(article: Article, reference: Reference, old: bool) -> Iterator[_Age]:
    text = article.text
    if article.quotations.is_quoted(reference.start):
        return
    after = _AFTER.match(text, reference.end)
    if after is not None and 10 <= int(after["age"]) <= _OLDEST:
        yield _Age(int(after["age"]), *after.span("age"))
    if not old:
        return
    low = max(0, reference.lead - _REACH)
    before = text[low : reference.lead]
    if "ear" not in before:
        return
    found = _BEFORE.search(before)
    if found is None or _THEN.search(before[: found.start()]):
        return
    shown = found["age"]
    years = int(shown) if shown.isdigit() else value_of_words(shown)
    if years is not None and years <= _OLDEST:
        yield _Age(years, low + found.start("age"), low + found.end("age"))


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
