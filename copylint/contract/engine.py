"""The base of every engine: another checker, run as rules of copylint's."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping, Sequence
from typing import Any, ClassVar

from copylint.analysis.article import Article
from copylint.core.finding import AnyMatch, Match
from copylint.core.record import record
from copylint.core.rule import Precedence, Rule


@record
class Setting:
    """A key of an engine's own table in the configuration.

    Its type is that of ``default``: bool, int, float, str, or tuple of str. ``problem``
    answers what is wrong with a value of that type, empty where nothing is.
    """

    name: str
    default: bool | int | float | str | tuple[str, ...]
    help: str
    problem: Callable[[Any], str] | None = None


#: What a rule of ours found.
RuleMatch = tuple[Rule, AnyMatch]


class EngineSession(ABC):
    """An engine ready to check, in one process."""

    def remember(self) -> None:  # noqa: B027 - most sessions have nothing worth keeping
        """Keep what is worked out about sentences from here on.

        Called if versions of the same texts are checked one after the other.
        """

    def prepare(self, articles: Sequence[Article]) -> None:  # noqa: B027 - most need no time
        """Begin in the background what ``check`` of these articles will need.

        Called before our own checks, so that the two overlap. Raises nothing.
        """

    def review(
        self, articles: Sequence[Article], findings: Sequence[Sequence[RuleMatch]]
    ) -> list[list[RuleMatch]]:
        """Of what our own checks found in each article, what the engine does not refute.

        Called before ``check`` of the same articles; most engines refute nothing. Raises
        ``EngineError`` where the engine cannot answer.
        """
        return [list(own) for own in findings]

    @abstractmethod
    def check(self, articles: Sequence[Article]) -> list[list[Match]]:
        """The matches of each article, in the articles' order.

        Every match names its rule. Raises ``EngineError`` if the engine cannot answer.
        """

    def close(self) -> None:  # noqa: B027 - most sessions hold nothing
        """Release what the session holds. May be called twice."""


class Engine(ABC):
    """Starts an engine once per run and opens a session on it in every worker.

    A subclass anywhere in ``copylint.engines`` is found by itself, and so is one that another
    package names in an entry point of the group ``copylint.engines``. The class attributes
    are read without importing the module: write them as constants.

    ``rules`` are those that can be known without starting the engine; their ids begin with
    its name and a dot. The methods' ``settings`` hold the engine's own table of the
    configuration, ``settings`` here, with defaults filled in, the run's ``language``, and
    the fields of ``Config`` that are named in ``run_settings``.
    """

    name: ClassVar[str]
    rules: ClassVar[tuple[Rule, ...]] = ()
    settings: ClassVar[tuple[Setting, ...]] = ()
    run_settings: ClassVar[tuple[str, ...]] = ()
    #: As ``Rule.precedence``, for all its rules.
    precedence: ClassVar[int] = Precedence.ENGINE + 100
    #: Packages of data of which every file may change its answers.
    data_packages: ClassVar[tuple[str, ...]] = ()
    #: Whether a process forked from one that has used the engine may use it as it is.
    fork_safe: ClassVar[bool] = False

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
