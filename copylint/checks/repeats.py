"""Doubled words."""

from __future__ import annotations

from collections.abc import Iterable

from copylint.contract.check import Check, Options
from copylint.model.finding import Match
from copylint.model.rule import Bad, Good, Rule
from copylint.model.span import TextSpan
from copylint.text.article import Article

RULE = Rule(
    id="duplicates.word",
    summary="The same word twice in a row.",
    why="A doubled word is nearly always a slip of the hand.",
    bad=(Bad("He went to the the shop.", "the the", "He went to the shop."),),
    good=(Good("He knew that the shop was shut."),),
)


class DoubledWord(Check):
    """Finds a word that follows itself."""

    rules = (RULE,)

    def check(self, article: Article, options: Options) -> Iterable[Match]:
        """Doubled words in each block."""
        for passage in article.passages:
            for a, b in zip(passage.tokens, passage.tokens[1:], strict=False):
                if a.is_word and b.text == a.text:
                    yield Match(TextSpan(a.start, b.end), f"'{a.text}' is doubled.", (a.text,))
