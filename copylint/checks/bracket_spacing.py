"""Spaces just inside round brackets."""

from __future__ import annotations

from collections.abc import Iterable

from copylint.analysis.article import Article
from copylint.contract.check import Check, Options
from copylint.core.finding import Match
from copylint.core.kept_patterns import compiled
from copylint.core.rule import Bad, Good, Rule
from copylint.core.span import TextSpan

RULE = Rule(
    id="typography.space-inside-brackets",
    summary="Flags a space between a bracket and the words that it encloses.",
    why="A bracket belongs to the word beside it, and the space can leave it on another line.",
    bad=(
        Bad("The pier ( shut in May) is open.\n", "( ", "The pier (shut in May) is open.\n"),
        Bad("The pier (shut in May ) is open.\n", " )", "The pier (shut in May) is open.\n"),
    ),
    good=(
        Good("The pier (shut in May) is open. Tick the box ( ) or leave it.\n"),
        Good("Call f( x ) first, and see the list: 1 ) and 2 ).\n"),
    ),
)

# An aside within a sentence: a space or the beginning before it, and words in it.
_ASIDE = compiled(r"(?<!\S)\((?=[^()\n]*[^\W\d_]{3})([^()\n]{4,300})\)(?!\w)")


class BracketSpacing(Check):
    """Finds spaces inside round brackets around words."""

    rules = (RULE,)

    def check(self, article: Article, options: Options) -> Iterable[Match]:
        """A finding for each bracket with a space on its inner side."""
        document = article.document
        if "( " not in article.text and " )" not in article.text:
            return
        for aside in _ASIDE.finditer(article.text):
            start, end = aside.span()
            text = aside[1]
            for span, mark in (
                (TextSpan(start, start + 2), "(" if text[0] == " " else ""),
                (TextSpan(end - 2, end), ")" if text[-1] == " " else ""),
            ):
                block = document.block_at(span.start)
                if (
                    mark
                    and block is not None
                    and document.is_contiguous(span)
                    and not any(
                        opaque.start <= span.end and span.start <= opaque.end
                        for opaque in block.opaque
                    )
                ):
                    where = "after" if mark == "(" else "before"
                    message = f"Delete the space {where} the bracket."
                    yield Match(span, message, (mark,), rule=RULE.id)
