"""The base of every check."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, TypeVar

from copylint.analysis.article import Article
from copylint.core.finding import AnyMatch
from copylint.core.record import field, record
from copylint.core.rule import Option, Rule
from copylint.core.transcript import Transcript

if TYPE_CHECKING:
    from copylint.analysis.names.memory_index import HouseMemory
    from copylint.analysis.printed_before import PrintedArchive

OptionValue = bool | int | float | str | tuple[str, ...]
_Value = TypeVar("_Value", bool, int, float, str, tuple[str, ...])


@record
class Options:
    """The values a run gives to rules' options, by rule id and option name.

    Only values that differ from their defaults need to be there. ``transcripts`` are what the
    article's quotations are compared with, ``memory`` is what its names are compared with, and
    ``against`` what its captions and paragraphs are looked up in. ``gone`` are web addresses that
    lead nowhere, with 404, 410 or *host*.
    """

    values: Mapping[str, Mapping[str, OptionValue]] = field(default_factory=dict)
    transcripts: tuple[Transcript, ...] = ()
    memory: HouseMemory | None = None
    against: PrintedArchive | None = None
    gone: Mapping[str, str] = field(default_factory=dict)

    def of(self, rule: Rule, option: Option, kind: type[_Value]) -> _Value:
        """The value of ``option`` of ``rule``, which must be of type ``kind``."""
        value = self.values.get(rule.id, {}).get(option.name, option.default)
        if not isinstance(value, kind):
            raise TypeError(f"{rule.id}: {option.name} is {value!r}, not {kind.__name__}")
        return value


class Check(ABC):
    """Reads an article and yields matches for the rules that it serves.

    A subclass anywhere in ``copylint.checks`` is found by itself, and so is one that another
    package names in an entry point of the group ``copylint.rules``. ``rules`` is read
    without importing the module: write each as ``Rule(...)`` with a constant ``id``. A check
    is built once per process with no arguments, keeps no state between articles (but see
    ``remembering``), and may build costly things on first use.
    """

    rules: tuple[Rule, ...]

    def narrowed(self, runs: Callable[[str], bool]) -> Check:
        """A check that need not look for rules of which ``runs`` says no.

        What it finds for them all the same is passed over; so a check whose rules share
        their work is its own narrowed one.
        """
        return self

    def remembering(self) -> Check:
        """A check that may keep what it works out about parts of a text, for one thread.

        It is used where versions of the same text are checked one after the other. What it
        finds is the same; a check that has nothing worth keeping is its own remembering one.
        """
        return self

    @abstractmethod
    def check(self, article: Article, options: Options) -> Iterable[AnyMatch]:
        """Matches in ``article``, in any order."""
