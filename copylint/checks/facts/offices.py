"""One person with two offices or ranks that no one holds at once."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from copylint.analysis.article import Article
from copylint.analysis.ledger.entries import RoleKind, RoleStatement
from copylint.analysis.names.people import Person
from copylint.checks.facts.two_statements import both
from copylint.contract.check import Check, Options
from copylint.core.finding import Match
from copylint.core.kept_patterns import compiled
from copylint.core.rule import Bad, Good, Rule
from copylint.core.span import TextSpan
from copylint.language.lazy_pattern import LazyPattern
from copylint.language.word_list import words

OFFICE = Rule(
    id="facts.office",
    summary="Flags two offices or ranks of one person that nobody holds at the same time.",
    why=(
        "If a minister has two departments, a sergeant becomes an inspector further down, or one "
        "person is chief executive of two firms, one of the two is wrong. Offices that are "
        "described as former, shadow, acting or the like are left alone, and so is an article "
        "that mentions a promotion."
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
        Bad(
            "Ada Quist, the chief executive of Moonlight Foods, has left.\n\nThe board thanked "
            "Ada Quist, finance director.",
            "finance director",
        ),
        Bad(
            "Ada Quist, MP for Leith, spoke first.\n\nThe Oban MP Ada Quist left early.",
            "Oban MP",
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
        by_person = {
            id(person): list(_judge(article, person))
            for person in article.people.persons
            if sum(1 for each in person.references if each.title) > 1
        }
        ranks = [match for matches in by_person.values() for match in matches]
        if ranks and not _CHANGES.search(article.text):
            yield from ranks
        yield from _posts(article, {person for person, found in by_person.items() if found})


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
            yield both(
                article, span, common[0], f"{person.name} is", replacements=(shown,),
                others=common[1:],
            )  # fmt: skip


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


_LEFT = LazyPattern(
    r"\b(?:promot\w+|reshuffl\w*|demot\w+|successor|replac\w+|succeed\w*|previously|formerly|"
    r"step(?:s|ped|ping)?\sdown|stand(?:s|ing)?\sdown|stood\sdown|took\sover|takes\sover|resign\w*|"
    r"moved\sfrom|both\sroles|dual\srole|doubles\sas|also\s(?:the\s)?(?:chair|chief|mayor))\b"
)
# Posts of which nobody holds two, apart from those of one ladder or one cabinet.
_ALONE = frozenset(
    {"chief executive", "head teacher", "mp", "bishop", "mayor", "vice chancellor",
     "chief constable", "principal", "vicar", "archdeacon", "ambassador"}
)  # fmt: skip
_RUNGS = frozenset(
    {"sergeant", "inspector", "chief inspector", "superintendent", "chief constable"}
)
_CHURCH = frozenset({"bishop", "archdeacon", "vicar"})
_BOARD = frozenset({"chief executive", "chair"})
_WORD = compiled(r"[A-Z][\w&-]*")
_PARTY = words(
    "Labour Conservative Tory Liberal Democrat Green SNP Reform Republican Democratic "
    "Independent Sinn Plaid DUP UK British Scottish Welsh English Irish Her His The School Primary "
    "High Academy College Hospital University Council Trust Bank Group Foods Church Museum"
)


def _posts(article: Article, judged: set[int]) -> Iterator[Match]:
    """Posts of one person that exclude each other, or one post at two places.

    ``judged`` are the ids of people whose ranks are reported already.
    """
    groups: dict[int, list[RoleStatement]] = defaultdict(list)
    for statement in article.ledger.roles:
        if statement.kind is RoleKind.OFFICE and id(statement.person) not in judged:
            groups[id(statement.person)].append(statement)
    for statements in groups.values():
        for at, statement in enumerate(statements):
            rival = next((one for one in statements[:at] if _exclude(one, statement)), None)
            if rival is None:
                continue
            if _LEFT.search(article.text):
                return
            yield both(article, statement.span, rival.span, f"{statement.person.name} is")
            break


def _exclude(one: RoleStatement, other: RoleStatement) -> bool:
    first, second = one.key, other.key
    if first == second:
        return first in _ALONE and _elsewhere(one.of, other.of)
    if first.endswith(second) or second.endswith(first):
        short, long = sorted((first, second), key=len)
        return long.removesuffix(short).strip() in ("deputy", "vice", "assistant")
    pair = {first, second}
    if pair <= _RUNGS or pair <= _CHURCH or pair == _BOARD:
        return True
    if pair == {"prosecution", "defence"}:
        return True
    kinds = {each.rsplit(" ", 1)[-1] for each in pair}
    if kinds in ({"director"}, {"secretary"}, {"minister"}):
        return "general secretary" not in pair
    return kinds == {"director", "executive"}


def _elsewhere(one: str, other: str) -> bool:
    """Whether two organisations or constituencies have no word in common."""
    first, second = {*_WORD.findall(one)} - _PARTY, {*_WORD.findall(other)} - _PARTY
    if not first or not second or first & second:
        return False
    initials = {
        "".join(word[0] for word in _WORD.findall(each.removeprefix("The ")))
        for each in (one, other)
    }
    return not (initials & first or initials & second)
