"""A check: exclamation marks in running copy."""

from __future__ import annotations

from collections.abc import Iterable

from copylint.analysis.article import Article
from copylint.contract.check import Check, Options
from copylint.core.finding import Match
from copylint.core.rule import Bad, Good, Option, Rule, Severity
from copylint.core.span import TextSpan

_ALLOWED = Option("allowed", 0, "Exclamation marks that an article may have.")
EXCLAMATION = Rule(
    id="desk.exclamation",
    summary="An exclamation mark outside a quotation.",
    why="News does not raise its voice.",
    bad=(Bad("The council agreed!", "!", "The council agreed."),),
    good=(Good("The council agreed."),),
    severity=Severity.SUGGESTION,
    options=(_ALLOWED,),
)


class Exclamation(Check):
    """Reports exclamation marks."""

    rules = (EXCLAMATION,)

    def check(self, article: Article, options: Options) -> Iterable[Match]:
        """A match for each mark beyond those that are allowed."""
        marks = [at for at, char in enumerate(article.text) if char == "!"]
        for at in marks[options.of(EXCLAMATION, _ALLOWED, int) :]:
            if not article.quotations.is_quoted(at):
                yield Match(TextSpan(at, at + 1), "Use a full stop.", (".",))
