"""One sum in millions here and in billions there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from copylint.analysis.article import Article
from copylint.analysis.ledger.entries import Figure
from copylint.checks.facts import arithmetic
from copylint.checks.facts.arithmetic import shown
from copylint.contract.check import Check, Options
from copylint.core.finding import Match
from copylint.core.kept_patterns import compiled
from copylint.core.rule import Bad, Good, Rule
from copylint.language.lazy_pattern import LazyPattern
from copylint.language.word_list import words

MAGNITUDE = Rule(
    id="facts.magnitude",
    summary="Flags one figure that is in millions in one place and in billions in another.",
    why=(
        "'£2.4m' and '£2.4bn' differ by a letter and a factor of a thousand. If two figures of one "
        "article have the same three digits, or the same two and sentences that share longer "
        "words, one of the two is probably a slip."
    ),
    bad=(
        Bad(
            "The bridge will cost £2.4m, the county said.\n\nMost of the £2.4bn cost of the bridge "
            "will be borne by the county.",
            "£2.4bn",
        ),
        Bad(
            "The county has a shortfall of £13.7 million.\n\nNobody can close a £13.7 billion gap.",
            "£13.7 billion",
        ),
    ),
    good=(
        Good("The bridge will cost £2.4m. The county has debts of £2.4bn."),
        Good("The bridge will cost £2.4bn. Most of the £2.4bn will be borne by the county."),
    ),
)

_CUE = LazyPattern(r"\d ?(?:bn\b|billion\b|tn\b|trillion\b)")
_THOUSAND = 1000.0
_LONGER = compiled(r"[a-z]{4,}")
_STEM = 5
_COMMON = words("milli billi which their there would after about thous years total said")
# So many of their longer words two sentences must share, by the figures that the number has.
_SHARED = {1: 3, 2: 1}


class Magnitudes(Check):
    """Compares sums that have the same digits."""

    rules = (MAGNITUDE,)

    def check(self, article: Article, options: Options) -> Iterable[Match]:
        """Sums that are a thousand times one another."""
        if _CUE.search(article.digits) is None:
            return
        by_value: dict[tuple[str, float], list[tuple[Figure, frozenset[str]]]] = defaultdict(list)
        for sentence in arithmetic.own_sentences(article, 1):
            stems: frozenset[str] | None = None
            for figure in sentence.figures:
                if figure.value < 1e6 or figure.unit == "%" or figure.hedged:
                    continue
                if stems is None:
                    stems = frozenset(word[:_STEM] for word in _LONGER.findall(sentence.shape)) - {
                        word[:_STEM] for word in _COMMON
                    }
                by_value[figure.unit, figure.value].append((figure, stems))
        for (unit, value), small in by_value.items():
            large = by_value.get((unit, value * _THOUSAND))
            if large is None:
                continue
            match = _compare(article, small, large)
            if match is not None:
                yield match


def _compare(
    article: Article,
    small: list[tuple[Figure, frozenset[str]]],
    large: list[tuple[Figure, frozenset[str]]],
) -> Match | None:
    for figure, stems in small:
        digits = len(f"{figure.value:.15g}".rstrip("0").replace(".", ""))
        least = _SHARED.get(digits, 0)
        for other, others in large:
            if figure.sentence == other.sentence or len(stems & others) < least:
                continue
            rare, usual = (figure, other) if len(small) < len(large) else (other, figure)
            if len(small) == len(large) and rare.span.start < usual.span.start:
                rare, usual = usual, rare
            return arithmetic.contradiction(
                rare,
                f"{shown(article, rare)} here is {shown(article, usual)} elsewhere: a thousand "
                "times as much or as little.",
                (usual,),
                note="the other figure",
            )
    return None
