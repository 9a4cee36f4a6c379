"""What the checks of figures share: bounds by rounding, figures in words, and the match itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from copylint.analysis.article import Article
from copylint.analysis.ledger.entries import Figure
from copylint.analysis.ledger.figured_sentences import FiguredSentence
from copylint.core.finding import Match, RelatedText
from copylint.core.span import TextSpan

# A hedged figure may be off by this share of itself.
_HEDGED = 0.1
_MILLION, _BILLION = 1e6, 1e9


class Bounds(NamedTuple):
    """The least and the greatest value that a figure may stand for."""

    low: float
    high: float

    def meets(self, other: Bounds) -> bool:
        """Whether some value is within both."""
        return self.low <= other.high and other.low <= self.high

    def times(self, factor: float) -> Bounds:
        """Both ends multiplied."""
        return Bounds(self.low * factor, self.high * factor)

    def over(self, other: Bounds) -> Bounds:
        """The least and greatest quotient of two positive figures."""
        high = self.high / other.low if other.low > 0 else float("inf")
        return Bounds(self.low / other.high if other.high > 0 else 0.0, high)

    def widened(self, by: float) -> Bounds:
        """Bounds with ``by`` more room at either end."""
        return Bounds(self.low - by, self.high + by)


def bounds(figure: Figure, value: float | None = None) -> Bounds:
    """The bounds of a figure, or of its ``value`` in another reading ("£2 to £3 billion")."""
    amount = figure.value if value is None else value
    margin = figure.margin * (amount / figure.value if figure.value else 1.0)
    if figure.hedged:
        margin = max(margin, _HEDGED * amount)
    return Bounds(amount - margin, amount + margin)


def total_of(parts: Iterable[Figure]) -> Bounds:
    """The bounds of a sum."""
    each = [bounds(part) for part in parts]
    return Bounds(sum(one.low for one in each), sum(one.high for one in each))


def own_sentences(article: Article, least: int = 2) -> Iterator[FiguredSentence]:
    """Sentences with at least so many figures, none of them quoted or part of a correction."""
    return (each for each in article.ledger.own_sentences if len(each.figures) >= least)


def pair_values(one: Figure, other: Figure) -> tuple[float, float] | None:
    """The values of two figures of the same thing; None if they count different things.

    In *from 2 to 3 million* the first is of millions too.
    """
    if one.unit != other.unit and one.unit and other.unit:
        return None
    if one.unit != other.unit and "%" in (one.unit, other.unit):
        return None
    if one.noun and other.noun and one.noun != other.noun:
        return None
    first, second = one.value, other.value
    scale = magnitude_of(other)
    if scale > 1 and magnitude_of(one) == 1 and first < 1000:
        first *= scale
    return first, second


def magnitude_of(figure: Figure) -> float:
    """1e6 or 1e9 if the figure is written in millions or billions, else 1."""
    for scale in (_BILLION, _MILLION):
        if figure.value >= scale / 10 and figure.step >= scale / 1000 and figure.value >= scale:
            return scale
    return 1.0


def number(value: float) -> str:
    """A number as it is printed: 6,000 or 12.5 or 1.2 million."""
    for scale, name in ((_BILLION, " billion"), (_MILLION, " million")):
        if abs(value) >= scale:
            return f"{value / scale:.3g}{name}"
    if float(value).is_integer() or abs(value) >= 100:
        return f"{round(value):,}"
    return (
        f"{value:.2f}".rstrip("0").rstrip(".")
        if abs(value) < 10
        else f"{value:.1f}".removesuffix(".0")
    )


def amount(value: float, like: Figure) -> str:
    """A value in the unit of another figure."""
    if like.unit == "%":
        return f"{number(value)} per cent"
    if (like.unit and not like.unit[0].isalpha()) or like.unit.endswith("$"):
        return f"{like.unit}{number(value)}"
    if like.unit:
        return f"{number(value)} {like.unit if value == 1 else like.unit + 's'}"
    return number(value)


def shown(article: Article, figure: Figure) -> str:
    """The figure as the article has it, but in numerals."""
    written = " ".join(article.text[figure.span.start : figure.span.end].split())
    return written if any(map(str.isdigit, written)) else amount(figure.value, figure)


def contradiction(
    claim: Figure,
    message: str,
    others: Sequence[Figure],
    rule: str = "",
    note: str = "this figure too",
    replacements: tuple[str, ...] = (),
) -> Match:
    """A match on the claim that names the other figures."""
    return Match(
        TextSpan(claim.span.start, claim.span.end),
        message,
        replacements,
        tuple(RelatedText(other.span, note) for other in others),
        rule=rule,
    )
