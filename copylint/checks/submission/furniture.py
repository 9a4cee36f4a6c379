"""Furniture that an article needs: a headline, a standfirst, a byline, a dateline."""

from __future__ import annotations

import re
from collections.abc import Iterable

from copylint.analysis.article import Article
from copylint.contract.check import Check, Options
from copylint.core.blocks import BlockKind
from copylint.core.finding import AnyMatch, SourceMatch
from copylint.core.fix import Safety
from copylint.core.rule import Bad, Good, Level, Rule, Severity
from copylint.core.span import SourceSpan

# A place in capitals, perhaps with a day and an agency, then a dash or a bracket.
_DATELINE = re.compile(r"[A-Z][A-Z .'’-]{2,}(?:, [\w .,]{1,40}?)?\s?(?:\([^)\n]{1,40}\)|[—–-])")
_COPY = "The lifeboat was called out at noon on Monday.\n\nIt came back in the dark.\n"
_COMPLETE = (
    "---\ntitle: Lifeboat called out\nstandfirst: Crew back in the dark\n"
    f"byline: Orla Quist\n---\n\nEASTMOUTH — {_COPY}"
)


def _rule(kind: BlockKind, what: str, *, default_why: str) -> Rule:
    return Rule(
        id=f"submission.{kind}",
        summary=f"Flags an article without {what}.",
        why=default_why,
        bad=(Bad(_COPY, "", format="markdown"),),
        good=(Good(_COMPLETE, format="markdown"),),
        level=Level.DOCUMENT,
        severity=Severity.ERROR if kind is BlockKind.HEADLINE else Severity.WARNING,
        default=False,
        safety=Safety.NONE,
    )


_RULES = {
    BlockKind.HEADLINE: _rule(
        BlockKind.HEADLINE,
        "a headline",
        default_why="Nobody can place or find a story without a headline.",
    ),
    BlockKind.STANDFIRST: _rule(
        BlockKind.STANDFIRST,
        "a standfirst",
        default_why=(
            "A house that prints standfirsts needs one with the copy; one that does not can leave "
            "this rule off."
        ),
    ),
    BlockKind.BYLINE: _rule(
        BlockKind.BYLINE,
        "a byline",
        default_why="A story needs the name of the person or agency that answers for it.",
    ),
    BlockKind.DATELINE: _rule(
        BlockKind.DATELINE,
        "a dateline",
        default_why=(
            "Copy from elsewhere says where it was written; a house that prints no datelines can "
            "leave this rule off."
        ),
    ),
}

# Findings about the whole article are reported at its head.
_HEAD = SourceSpan(0, 0)


class Furniture(Check):
    """Reports each piece of furniture that is not there, at the head of the article."""

    rules = tuple(_RULES.values())

    def check(self, article: Article, options: Options) -> Iterable[AnyMatch]:
        """A match for each missing piece; none in a file without text."""
        document = article.document
        there = {block.kind for block in document.blocks}
        if not there:
            return
        first = next(document.blocks_of(BlockKind.PARAGRAPH), None)
        if first and _DATELINE.match(document.slice(first.span)):
            there.add(BlockKind.DATELINE)
        for kind, rule in _RULES.items():
            if kind not in there:
                what = rule.summary.removeprefix("An article without ").removesuffix(".")
                yield SourceMatch(
                    _HEAD,
                    f"The article has no {what.split()[-1]}; add one.",
                    rule=rule.id,
                )
