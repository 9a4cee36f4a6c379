"""One person with two offices or ranks that no one holds at once."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from copylint.analysis.article import Article
from copylint.analysis.names.people import Person
from copylint.contract.check import Check, Options
from copylint.core.finding import Match, RelatedText
from copylint.core.rule import Bad, Good, Rule
from copylint.core.span import TextSpan
from copylint.language.lazy_pattern import LazyPattern
from copylint.language.word_list import words

OFFICE = Rule(
    id="facts.office",
    summary="Flags two offices or ranks of one person that nobody holds at the same time.",
    why=(
        "If a minister has two departments, a sergeant becomes an inspector further down, or a "
        "senator is also a congressman, one of the two is wrong. Offices that are described as "
        "former, shadow, acting or the like are left alone, and so is an article that mentions a "
        "promotion."
    ),
    bad=(
        Bad(
            "The home secretary Ada Quist resigned. Foreign Secretary Ada Quist had lied, and "
            "Home Secretary Quist admitted it. Home Secretary Quist left.",
            "Foreign Secretary",
        ),
        Bad(
            "Sergeant Edwin Quist found it. It was old, Inspector Quist said, and Sergeant "
            "Quist took it home.",
            "Inspector",
        ),
    ),
    good=(
        Good(
            "Home Secretary Ada Quist resigned. The former Foreign Secretary Ada Quist had lied, "
            "and Home Secretary Quist admitted it."
        ),
        Good("Chief Inspector Edwin Quist found it. It was old, Inspector Quist said."),
    ),
)

_LADDERS = (
    {"pc": 1, "constable": 1, "sgt": 2, "sergeant": 2, "insp": 3, "inspector": 3, "supt": 4,
     "superintendent": 4, "commissioner": 5},
    {"pte": 1, "private": 1, "cpl": 2, "corporal": 2, "sgt": 3, "sergeant": 3, "lt": 4,
     "lieutenant": 4, "capt": 5, "captain": 5, "major": 6, "maj": 6, "col": 7, "colonel": 7,
     "brigadier": 8, "gen": 9, "general": 9, "admiral": 10, "adm": 10},
    {"sen": 1, "senator": 1, "rep": 2, "representative": 2, "congressman": 2,
     "congresswoman": 2, "gov": 3, "governor": 3},
    {"bishop": 1, "archbishop": 2, "cardinal": 3, "rabbi": 4, "imam": 5},
)  # fmt: skip
# Ranks whose name is part of a higher one's that is cut to it on second reference.
_MODIFIED = frozenset({"lieutenant", "lt", "major", "maj"})
_PORTFOLIO = LazyPattern(r"(?P<which>[A-Z][a-z]+)\s(?P<what>Secretary|Minister)\s\Z")
_RANK = LazyPattern(r"(?P<rank>[A-Z][A-Za-z]+)\.?\s\Z")
_PORTFOLIOS = words(
    "Home Foreign Defence Defense Health Education Transport Justice Environment Treasury "
    "Finance Interior Agriculture Energy Housing Labour Labor Trade Commerce Culture "
    "Immigration Industry Science Sports Tourism Water Fisheries Forestry Mining Resources "
    "Communications Planning Police Welfare Pensions Scottish Welsh Ireland Business Economy "
    "Economic Prime"
)
_THEN = LazyPattern(
    r"\b(?:former|ex|then|shadow|acting|deputy|junior|onetime|incoming|outgoing|assistant|late|"
    r"future|next|vice|under|old|previous|joint|(?:minister|secretary|chancellor|premier)\sand)"
    r"-?\s\Z",
    re.IGNORECASE,
)
_CHANGES = LazyPattern(
    r"\b(?:promot\w+|reshuffl\w*|demot\w+|became|appointed|sworn\sin|elected|moved\sfrom|successor|"
    r"replac\w+|succeed\w*|previously|formerly)\b"
)
_REACH = 40


class Offices(Check):
    """Compares the offices and ranks before one person's name."""

    rules = (OFFICE,)

    def check(self, article: Article, options: Options) -> Iterable[Match]:
        """The offices that the person's others rule out."""
        matches = [
            match
            for person in article.people.persons
            if sum(1 for each in person.references if each.title) > 1
            for match in _judge(article, person)
        ]
        if matches and not _CHANGES.search(article.text):
            yield from matches


def _judge(article: Article, person: Person) -> Iterator[Match]:
    offices: dict[tuple[str, object], list[TextSpan]] = defaultdict(list)
    text = article.text
    for reference in person.references:
        if reference.title and not article.quotations.is_quoted(reference.start):
            found = _office(text, reference.start)
            if found is not None:
                key, span = found
                offices[key].append(span)
    for ladder in {key[0] for key in offices}:
        rivals = {key: spans for key, spans in offices.items() if key[0] == ladder}
        if len(rivals) != 2:
            continue
        common, rare = sorted(rivals.values(), key=lambda spans: (-len(spans), spans[0]))
        shown = text[common[0].start : common[0].end]
        for span in rare:
            yield Match(
                span,
                f"{person.name} is {shown} elsewhere in the article: which is right?",
                (shown,),
                tuple(RelatedText(each, "the other office") for each in common),
            )


def _office(text: str, start: int) -> tuple[tuple[str, object], TextSpan] | None:
    """The ladder and rung of the office right before a name, and its place."""
    low = max(0, start - _REACH)
    before = text[low:start]
    portfolio = _PORTFOLIO.search(before)
    if portfolio is not None:
        which = portfolio["which"]
        if which not in _PORTFOLIOS or _THEN.search(before[: portfolio.start()]):
            return None
        what = portfolio["what"]
        return (what, which), TextSpan(low + portfolio.start(), low + portfolio.end("what"))
    found = _RANK.search(before)
    if found is None:
        return None
    rank = found["rank"].lower()
    earlier = before[: found.start()].rstrip(" .").rsplit(" ", 1)[-1].lower()
    if earlier in _MODIFIED or _THEN.search(before[: found.start()]):
        return None
    for number, ladder in enumerate(_LADDERS):
        if rank in ladder:
            span = TextSpan(low + found.start(), low + found.end("rank"))
            return (str(number), ladder[rank]), span
    return None
