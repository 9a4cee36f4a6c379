"""How long an article and its headline may be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from copylint.analysis.article import Article
from copylint.contract.check import Check, Options
from copylint.core.blocks import BlockKind
from copylint.core.finding import AnyMatch, Match, SourceMatch
from copylint.core.fix import Safety
from copylint.core.rule import Bad, Good, Option, Rule
from copylint.core.span import SourceSpan

_LONG = (
    "Lifeboat called out in heavy seas after fishing boat with five on board loses its engine "
    "off the rocks at Eastmouth on Monday"
)
_COPY = " ".join(["The lifeboat was called out at noon on Monday and came back in the dark."] * 4)

_LEAST = Option("least", 50, "The smallest number of words; 0 means no minimum.")
_MOST = Option("most", 0, "The largest number of words; 0 means no maximum.")
_HEADLINE = Option(
    "headline", 100, "The largest number of characters in a headline; 0 means no maximum."
)
_STANDFIRST = Option(
    "standfirst", 250, "The largest number of characters in a standfirst; 0 means no maximum."
)

LENGTH = Rule(
    id="submission.length",
    summary="Flags an article that is too short or too long.",
    why="A slot in the paper or on a page holds a fixed number of words.",
    bad=(Bad("The lifeboat was called out at noon.\n", ""),),
    good=(Good(f"{_COPY}\n"),),
    default=False,
    safety=Safety.NONE,
    options=(_LEAST, _MOST),
)
FURNITURE_LENGTH = Rule(
    id="submission.furniture-length",
    summary="Flags a headline or standfirst that is too long.",
    why="If a headline does not fit, a program cuts it, and in the wrong place.",
    bad=(Bad(f"# {_LONG}\n\n{_COPY}\n", _LONG, format="markdown"),),
    good=(Good(f"# Lifeboat called out in heavy seas\n\n{_COPY}\n", format="markdown"),),
    default=False,
    safety=Safety.NONE,
    options=(_HEADLINE, _STANDFIRST),
)

# Findings about the whole article are reported at its head.
_HEAD = SourceSpan(0, 0)


class Lengths(Check):
    """Reports lengths beyond the limits that the house has set."""

    rules = (LENGTH, FURNITURE_LENGTH)

    def check(self, article: Article, options: Options) -> Iterable[AnyMatch]:
        """At most one match on the article, and one on each headline and standfirst."""
        words = len(article.words)
        least, most = (options.of(LENGTH, option, int) for option in (_LEAST, _MOST))
        if words and words < least:
            yield SourceMatch(
                _HEAD,
                f"The article has {words:,} words; it needs at least {least:,}.",
                rule=LENGTH.id,
            )
        elif most and words > most:
            yield SourceMatch(
                _HEAD,
                f"The article has {words:,} words, {words - most:,} over the limit of {most:,}.",
                rule=LENGTH.id,
            )
        yield from _furniture(article, options)


def _furniture(article: Article, options: Options) -> Iterator[Match]:
    limits = {
        BlockKind.HEADLINE: options.of(FURNITURE_LENGTH, _HEADLINE, int),
        BlockKind.STANDFIRST: options.of(FURNITURE_LENGTH, _STANDFIRST, int),
    }
    for block in article.document.blocks_of(*limits):
        limit, size = limits[block.kind], len(block.span)
        if limit and size > limit:
            yield Match(
                block.span,
                f"The {block.kind} has {size:,} characters; the limit is {limit:,}.",
                rule=FURNITURE_LENGTH.id,
            )
