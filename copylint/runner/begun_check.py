"""Articles that all rules but those of engines have checked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from copylint.analysis.article import Article
from copylint.contract.engine import RuleMatch
from copylint.runner.result import FileResult


class BegunCheck:
    """Inputs of which the check has begun; their tokens are held.

    ``read`` has for each input its articles, or why there are none, and the digest of its
    bytes; ``matches`` what was found, by the article's id.
    """

    def __init__(self, read: Sequence[tuple[list[Article] | FileResult, bytes]]) -> None:
        self.read = read
        self.articles = [
            each for some, _ in read if not isinstance(some, FileResult) for each in some
        ]
        self.matches: dict[int, list[RuleMatch]] = {}

    def forget(self, articles: Iterable[Article]) -> None:
        """Let go of what was worked out about articles, so that it is freed at once."""
        for article in articles:
            self.matches.pop(id(article), None)
            article.forget()
