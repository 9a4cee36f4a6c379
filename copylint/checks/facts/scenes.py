"""The place in a headline, a caption or the dateline against the place of the story."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from copylint.analysis.article import Article
from copylint.analysis.ledger.entries import PlaceKind, PlaceStatement
from copylint.analysis.ledger.places import may_be_above
from copylint.analysis.names.name_index import look_up
from copylint.analysis.names.people import BODY, HEAD
from copylint.checks.facts.two_statements import both
from copylint.contract.check import Check, Options
from copylint.core.finding import Match
from copylint.core.rule import Bad, Good, Rule, Severity
from copylint.core.span import TextSpan
from copylint.language.lazy_pattern import LazyPattern
from copylint.language.lexicon import Kinds
from copylint.language.word_list import words

PLACE = Rule(
    id="facts.place",
    summary="Flags a place in the headline, a caption or the dateline that the story lacks.",
    why=(
        "If the headline has a fire in Oban and the story only one in Leith, one of the two was "
        "not changed. The rule needs a story that names one place more than once, and never the "
        "other one; or a dateline, and 'here in' another place. Countries, regions and large "
        "cities may hold the place of the story."
    ),
    bad=(
        Bad(
            "Two hurt in fire at mill in Obanbridge\n\nTwo people were hurt in a fire "
            "in Leithmouth on Monday.\n\nNobody in Leithmouth saw how it began.\n",
            "Obanbridge",
        ),
        Bad(
            "OBANBRIDGE, 30 May — Two people were hurt in a fire in Leithmouth.\n\nLeithmouth "
            "police said nobody in Leithmouth saw it.\n",
            "OBANBRIDGE",
        ),
    ),
    severity=Severity.SUGGESTION,
    good=(
        Good(
            "Two hurt in fire at mill in Leithmouth\n\nTwo people were hurt in a fire in "
            "Leithmouth on Monday.\n\nNobody in Leithmouth saw how it began.\n"
        ),
        Good(
            "Two hurt in fire at mill in Scotland\n\nTwo people were hurt in a fire in "
            "Leithmouth on Monday.\n\nNobody in Leithmouth saw how it began.\n"
        ),
    ),
)

# Endings of regions.
_REGIONS = ("shire", "land", "lands", "stan", "sia", "ania", "umbria", "folk", "sex")
_NOT_SCENES = words("Court Church Parliament Number Downing Westminster Holyrood Congress House")
_KNOWN = 3.6  # Zipf scale
# The place from which the reporter writes.
_HERE = LazyPattern(
    r"\b[Hh]ere,?\s(?:in|on)\s(?P<name>[A-Z][\w'’-]+(?:\s(?:on|upon|the|of|le|de)(?=\s[A-Z])|"
    r"\s[A-Z][\w'’-]+){0,4})"
)
# Apart, because a pattern that begins with a set of characters is found faster.
_HERE_HINT = LazyPattern(r"[Hh]ere,?\s(?:in|on)\s[A-Z]", needs=("ere",))
_AT_LEAST = 2


class Scenes(Check):
    """Compares the places above a story with those in it."""

    rules = (PLACE,)

    def check(self, article: Article, options: Options) -> Iterable[Match]:
        """The places that the story does not have."""
        yield from _elsewhere(article)
        if not any(block.kind in HEAD for block in article.document.blocks) and not (
            article.text[:3].isupper()
        ):
            return
        if not may_be_above(article) or not any(_unsaid(article, article.ledger.places_above)):
            return
        statements = [*filter(_is_compared, article.ledger.places)]
        above = [each for each in statements if _is_above(each)]
        story = Counter(each.name for each in statements if not _is_above(each))
        if not above or not story:
            return
        (main, count), *rest = story.most_common(2)
        if count < _AT_LEAST or (rest and rest[0][1] == count):
            return
        yield from _missing(article, above, main, statements)


def _is_compared(each: PlaceStatement) -> bool:
    return not each.quoted and " " not in each.name


def _elsewhere(article: Article) -> Iterator[Match]:
    """*Here in Leith* under the dateline of another place."""
    if not _HERE_HINT.search(article.text) or not _HERE.search(article.text):
        return
    lines = [each for each in article.ledger.places if each.kind is PlaceKind.DATELINE]
    if len(lines) != 1 or _is_wide(article, lines[0]):
        return
    line, text = lines[0], article.text
    for block in article.document.blocks:
        if block.kind not in BODY:
            continue
        for found in _HERE.finditer(text, max(block.span.start, line.span.end), block.span.end):
            name = found["name"].removesuffix("'s").removesuffix("’s")
            last = name.split()[-1]
            if article.quotations.is_quoted(found.start()) or name.endswith(_REGIONS):
                continue
            _, zipf, _ = look_up(article.names.lexicon, last)
            if zipf > _KNOWN and " " not in name:
                continue
            if not {each.lower() for each in name.split()} & set(line.name.lower().split()):
                start = found.start("name")
                yield both(
                    article, TextSpan(start, start + len(name)), line.span, "The reporter is in",
                )  # fmt: skip


def _is_above(each: PlaceStatement) -> bool:
    return each.kind is PlaceKind.DATELINE or each.block.kind in HEAD


def _unsaid(article: Article, above: Iterable[PlaceStatement]) -> Iterator[PlaceStatement]:
    """The places that are compared, are no regions and are nowhere in the story."""
    compared = [each for each in above if _is_compared(each)]
    if not compared:
        return
    text = article.text
    body = " ".join(
        text[block.span.start : block.span.end]
        for block in article.document.blocks
        if block.kind in BODY
    )
    low = body.lower()
    for each in compared:
        shown = low
        if each.block.kind in BODY:
            shown = body.replace(text[each.span.start : each.span.end], " ", 1).lower()
        if each.name.lower() not in shown and not _is_wide(article, each):
            yield each


def _missing(
    article: Article,
    above: list[PlaceStatement],
    main: str,
    statements: list[PlaceStatement],
) -> Iterator[Match]:
    if any(each.name == main for each in above):
        return
    reported: set[str] = set()
    for each in _unsaid(article, above):
        if each.name in reported:
            continue
        reported.add(each.name)
        there = next(one for one in statements if one.name == main and not _is_above(one))
        what = "The dateline" if each.kind is PlaceKind.DATELINE else f"The {each.block.kind.value}"
        yield both(
            article, each.span, there.span, f"{what} has", shown_here=f"'{each.name}'",
            shown_there=f"the story '{main}'",
        )  # fmt: skip


def _is_wide(article: Article, each: PlaceStatement) -> bool:
    """Whether the name may be that of a region, a large city, or of no place."""
    name = each.name
    if name.lower().endswith(_REGIONS) or name in _NOT_SCENES:
        return True
    kinds, zipf, _ = look_up(article.names.lexicon, name)
    if zipf > _KNOWN:
        return True
    return bool(kinds & (Kinds.WORD | Kinds.DEMONYM | Kinds.CALENDAR | Kinds.GIVEN))
