"""One person with two parties, two clubs or two nationalities."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from copylint.analysis.article import Article
from copylint.analysis.ledger.affiliations import same_nation
from copylint.analysis.ledger.entries import RoleKind, RoleStatement
from copylint.analysis.ledger.loans import lenders
from copylint.checks.facts.two_statements import both
from copylint.contract.check import Check, Options
from copylint.core.finding import Match
from copylint.core.kept_patterns import compiled
from copylint.core.rule import Bad, Good, Rule, Severity
from copylint.language.lazy_pattern import LazyPattern

PARTY = Rule(
    id="facts.party",
    summary="Flags two political parties of one person.",
    why=(
        "A politician sits for one party. Former members are left alone, and so is an article "
        "that mentions a change of party."
    ),
    bad=(
        Bad(
            "The Labour MP Ada Quist spoke first. Quist left early.\n\n"
            "Ada Quist (Conservative) did not vote.",
            "Conservative",
        ),
    ),
    severity=Severity.SUGGESTION,
    good=(
        Good("The Labour MP Ada Quist spoke. Ada Quist, a former Conservative MP, left early."),
        Good("The Tory MP Ada Quist spoke first. Ada Quist (Conservative) did not vote."),
    ),
)

CLUB = Rule(
    id="facts.club",
    summary="Flags two clubs of one player or manager.",
    why=(
        "A player has one club at a time. National teams are another matter, and an article that "
        "mentions a transfer or a loan is left alone; but a player on loan has one club to return "
        "to."
    ),
    bad=(
        Bad(
            "Edwin Quist, on loan from Oban Albion, scored twice.\n\n"
            "Leith Rovers, the club that owns him, want him back.",
            "Leith Rovers",
        ),
        Bad(
            "Leith Rovers striker Edwin Quist was hurt.\n\n"
            "Quist, the Oban Albion striker, will miss a month.",
            "Oban Albion",
        ),
    ),
    severity=Severity.SUGGESTION,
    good=(
        Good("Leith Rovers striker Edwin Quist was hurt. The Scotland striker Edwin Quist left."),
        Good(
            "Leith Rovers striker Edwin Quist is on loan. Quist, the Oban Albion striker, is hurt."
        ),
    ),
)

NATIONALITY = Rule(
    id="facts.nationality",
    summary="Flags two nationalities of one person.",
    why=(
        "A singer who is French in the introduction and Belgian further down has one passport too "
        "many, unless the article says so. 'British' may stand beside 'Welsh' and the like."
    ),
    bad=(
        Bad(
            "The French singer Ada Quist has died. Quist sang until May.\n\n"
            "Friends of Ada Quist, a Belgian singer, wept.",
            "Belgian",
        ),
    ),
    severity=Severity.SUGGESTION,
    good=(
        Good("The British singer Ada Quist has died. Friends of Ada Quist, a Welsh singer, wept."),
        Good("The French singer Ada Quist met Edwin Moon, a Belgian singer."),
    ),
)

_RULES = {RoleKind.PARTY: PARTY, RoleKind.CLUB: CLUB, RoleKind.NATIONALITY: NATIONALITY}
# Words of an article that explain two values for one person.
_CHANGES = {
    RoleKind.PARTY: LazyPattern(
        r"\b(?:defect\w*|crossed\sthe\sfloor|switch\w*|quit\sthe\sparty|left\sthe\sparty|rejoin\w*|"
        r"joined\sthe|coalition|expelled|whip|cross-party)\b"
    ),
    RoleKind.CLUB: LazyPattern(
        r"\b(?:loan\w*|transfer\w*|signed|signs?|signing|joined|joins|joining|move[sd]?\sto|"
        r"moving\sto|switch\w*|from\shis\sprevious|old\sclub|former\sclub)\b"
    ),
    RoleKind.NATIONALITY: LazyPattern(
        r"\b(?:dual|citizenship|naturalis\w+|naturaliz\w+|passports?|-born|born\sin|emigrat\w+|"
        r"parents)\b"
    ),
}


class Affiliations(Check):
    """Compares the parties, clubs and nationalities of each person."""

    rules = (PARTY, CLUB, NATIONALITY)

    def check(self, article: Article, options: Options) -> Iterable[Match]:
        """The statements that differ from the person's others."""
        groups: dict[tuple[int, RoleKind], list[RoleStatement]] = defaultdict(list)
        for statement in article.ledger.roles:
            if statement.kind in _RULES:
                groups[id(statement.person), statement.kind].append(statement)
        for (_, kind), statements in groups.items():
            if len(statements) > 1:
                yield from _judge(article, kind, statements)
        yield from _lenders(article)


def _lenders(article: Article) -> Iterator[Match]:
    """The second club that is said to have lent the article's one player on loan."""
    lent = lenders(article)
    clubs = {each.club for each in lent}
    if len(clubs) != 2:
        return
    first = next((each for each in lent if each.is_loan), None)
    if first is None or len({each.club for each in lent if each.is_loan}) != 1:
        return
    for each in lent:
        if each.club != first.club and not _compatible(RoleKind.CLUB, each.club, first.club):
            yield both(article, each.span, first.span, "The player's own club is", CLUB.id)


def _judge(article: Article, kind: RoleKind, statements: list[RoleStatement]) -> Iterator[Match]:
    by_key: dict[str, list[RoleStatement]] = defaultdict(list)
    for statement in statements:
        by_key[statement.key].append(statement)
    if len(by_key) != 2:
        return
    common, rare = sorted(by_key.values(), key=lambda each: (-len(each), each[0].span.start))
    if _compatible(kind, common[0].key, rare[0].key):
        return
    if _CHANGES[kind].search(article.text):
        return
    for statement in rare:
        yield both(
            article, statement.span, common[0].span, f"{statement.person.name} is",
            _RULES[kind].id, others=[each.span for each in common[1:]],
        )  # fmt: skip


_WORDS = compiled(r"\w+")


def _compatible(kind: RoleKind, one: str, other: str) -> bool:
    """Whether both may be said of one person at the same time."""
    if kind is RoleKind.NATIONALITY:
        return same_nation(one, other)
    if kind is RoleKind.CLUB:
        first, second = set(_WORDS.findall(one)), set(_WORDS.findall(other))
        if len(first) > 1 and len(second) > 1:
            first -= {one.split()[-1]}
            second -= {other.split()[-1]}
        return bool(first & second)
    return {one, other} == {"labour", "co-op"}
