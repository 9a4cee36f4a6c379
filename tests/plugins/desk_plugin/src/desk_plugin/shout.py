"""An engine: words in capitals, found by a checker that starts once per run."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from copylint.analysis.article import Article
from copylint.contract.engine import Engine, EngineSession, Setting
from copylint.core.finding import Match
from copylint.core.rule import Bad, Good, Rule
from copylint.core.span import TextSpan


def _length_problem(length: int) -> str:
    return "" if length > 1 else "'shout.least' must be 2 or more"


class Shout(Engine):
    """Reports words in capitals."""

    name = "shout"
    rules = (
        Rule(
            id="shout.capitals",
            summary="A word in capitals.",
            why="Capitals are hard to read.",
            bad=(Bad("They met TODAY.", "TODAY"),),
            good=(Good("They met today."),),
        ),
    )
    settings = (Setting("least", 5, "The length from which words count.", _length_problem),)
    fork_safe = True

    def start(self, settings: Mapping[str, object]) -> str:
        """Nothing is shared."""
        return ""

    def connect(self, address: str, settings: Mapping[str, object]) -> EngineSession:
        """A session with the configured length."""
        return _Session(int(str(settings["least"])))


class _Session(EngineSession):
    def __init__(self, least: int) -> None:
        self._pattern = re.compile(rf"\b[A-Z]{{{least},}}\b")

    def check(self, articles: Sequence[Article]) -> list[list[Match]]:
        return [
            [
                Match(TextSpan(*found.span()), "Not so loud.", rule="shout.capitals")
                for found in self._pattern.finditer(article.text)
            ]
            for article in articles
        ]
