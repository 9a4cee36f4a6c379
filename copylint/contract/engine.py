"""The base of every engine: someone else's checker, run as rules of ours."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from typing import ClassVar

from copylint.analysis.article import Article
from copylint.core.finding import Match
from copylint.core.rule import Rule


class EngineSession(ABC):
    """An engine ready to check, in one process."""

    def prepare(self, articles: Sequence[Article]) -> None:  # noqa: B027 - most need no time
        """Begin in the background what ``check`` of these articles will need.

        Called before our own checks, so that the two overlap. Raises nothing.
        """

    @abstractmethod
    def check(self, articles: Sequence[Article]) -> list[list[Match]]:
        """The matches of each article, in the articles' order.

        Every match names its rule. Raises ``EngineError`` if the engine cannot answer.
        """

    def close(self) -> None:  # noqa: B027 - most sessions hold nothing
        """Release what the session holds. May be called twice."""


class Engine(ABC):
    """Starts an engine once per run and opens a session on it in every worker.

    ``settings`` is the engine's own table of the configuration, with its defaults.
    """

    name: ClassVar[str]

    @abstractmethod
    def rules(self) -> tuple[Rule, ...]:
        """The rules that can be known without starting the engine."""

    @abstractmethod
    def start(self, settings: Mapping[str, object]) -> str:
        """Start, in the parent process, whatever all workers share.

        The answer is an address for ``connect``, empty if nothing is shared. Raises
        ``EngineError`` where the engine is missing or refuses.
        """

    @abstractmethod
    def connect(self, address: str, settings: Mapping[str, object]) -> EngineSession:
        """Open a session in this process. Raises ``EngineError``."""

    def edition(self, settings: Mapping[str, object]) -> str | None:
        """What answers depend on beside text, settings and installed packages.

        Answers are kept from run to run under it; None says that they may not be. Starts
        nothing and raises nothing.
        """
        return ""

    def stop(self) -> None:  # noqa: B027 - most engines start nothing
        """End whatever ``start`` began, in the parent, however the run ended."""
