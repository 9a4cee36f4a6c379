"""Harper, a grammar checker in Rust, in this process: a few rules of its 900.

Harper (https://writewithharper.com, Apache-2.0) comes with the package ``harper-py``. Its
first ``Linter`` in a process builds a dictionary, which takes about a second; later ones
take 10 ms. So it is built only when some text needs it, and then in a thread while our own
checks run (Harper releases the interpreter's lock).
"""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.util import find_spec
from typing import TYPE_CHECKING

from copylint.analysis.article import Article
from copylint.contract.engine import Engine, EngineSession
from copylint.core.errors import EngineError
from copylint.core.finding import Match
from copylint.core.rule import Precedence
from copylint.core.span import TextSpan
from copylint.engines.batching import Batch, EngineBlock, batches, pieces
from copylint.engines.harper_choice import Choice
from copylint.engines.harper_rules import RULES as CHOICES

if TYPE_CHECKING:
    from harper import Lint, Linter

# One call for many blocks, since each call has a fixed price, but not a call without end.
_CALL_CHARACTERS = 200_000
_LETTERS = re.compile("[a-z]+")


class HarperEngine(Engine):
    """The rules that Harper checks."""

    name = "harper"
    rules = tuple(choice.rule for choice in CHOICES)
    precedence = Precedence.ENGINE + 10
    fork_safe = True

    def start(self, settings: Mapping[str, object]) -> str:
        """Nothing is shared: every process has its own Harper.

        Raises ``EngineError`` if the package is not installed, which is optional.
        """
        if find_spec("harper") is None:
            from copylint.core.installed import remedy

            raise EngineError("harper", f"Harper is not installed; {remedy('harper')}")
        return ""

    def connect(self, address: str, settings: Mapping[str, object]) -> EngineSession:
        """A session; Harper itself is built when the first text needs it."""
        return HarperSession()


class HarperSession(EngineSession):
    """Harper in this process. Not for use by several threads at once."""

    def __init__(self) -> None:
        self._builder: threading.Thread | None = None
        self._linter: Linter | None = None
        self._failure = ""
        self._pieces: tuple[tuple[Article, ...], list[EngineBlock]] | None = None

    def prepare(self, articles: Sequence[Article]) -> None:
        """Begin to build Harper in the background if any of these articles needs it."""
        if self._needed(articles) and self._builder is None:
            self._builder = threading.Thread(target=self._build, name="copylint-harper")
            self._builder.start()

    def check(self, articles: Sequence[Article]) -> list[list[Match]]:
        """The matches of the chosen rules. Raises ``EngineError`` if Harper fails."""
        answers: list[list[Match]] = [[] for _ in articles]
        needed = self._needed(articles)
        self._pieces = None
        if needed:
            linter = self._ready()
            for call in batches(needed, _CALL_CHARACTERS):
                for piece, match in _findings(linter, call):
                    answers[piece.article].append(match)
        return answers

    def close(self) -> None:
        """Let Harper go."""
        if self._builder is not None:
            self._builder.join()
        self._builder = self._linter = None

    def _needed(self, articles: Sequence[Article]) -> list[EngineBlock]:
        if self._pieces is None or self._pieces[0] != tuple(articles):
            self._pieces = (tuple(articles), list(_suspects(articles)))
        return self._pieces[1]

    def _ready(self) -> Linter:
        if self._linter is None:
            if self._builder is None:
                self._build()
            else:
                self._builder.join()
        if self._linter is None:
            raise EngineError("harper", self._failure)
        return self._linter

    def _build(self) -> None:
        try:
            from harper import Linter

            linter = Linter()
            known = linter.get_default_lint_config()
            chosen = {choice.name for choice in CHOICES}
            linter.set_lint_config({name: name in chosen for name in known})
        except ImportError as error:
            from copylint.core.installed import remedy

            self._failure = f"Harper cannot be loaded ({error}); {remedy('harper')}"
        except BaseException as error:  # noqa: BLE001  # a panic in Rust is not an Exception
            self._failure = f"cannot start: {_told(error)}"
        else:
            self._linter = linter


@cache
def _by_word() -> dict[str, tuple[Choice, ...]]:
    """The rules whose wordings hold a word, by that word."""
    table: dict[str, tuple[Choice, ...]] = {}
    for choice in CHOICES:
        for word in choice.needs.split():
            table[word] = (*table.get(word, ()), choice)
    return table


def _suspects(articles: Sequence[Article]) -> Iterator[EngineBlock]:
    """The blocks that hold a wording in which some rule is believed."""
    for number, article in enumerate(articles):
        yield from (piece for piece in pieces(number, article) if _may_concern(piece.text))


def _may_concern(prose: str) -> bool:
    by_word = _by_word()
    words = by_word.keys() & set(_LETTERS.findall(prose.lower()))
    return any(
        next(choice.wordings(prose), None) is not None for word in words for choice in by_word[word]
    )


def _findings(linter: Linter, call: Batch) -> Iterator[tuple[EngineBlock, Match]]:
    try:
        found = linter.organized_lints(call.text, language="plaintext", dedup=False)
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException as error:  # noqa: BLE001  # a panic in Rust is not an Exception
        raise EngineError("harper", f"failed on this text: {_told(error)}") from None
    for choice in CHOICES:
        for lint in found.get(choice.name, ()):
            place = call.locate(lint.span.start, lint.span.end)
            if place is not None:
                piece, span = place
                match = _match(choice, piece, span, lint)
                if match is not None:
                    yield piece, match


def _match(choice: Choice, piece: EngineBlock, span: TextSpan, lint: Lint) -> Match | None:
    block = piece.block.span.start
    start, end = span.start - block, span.end - block
    if not any(first < end and start < last for first, last in choice.wordings(piece.text)):
        return None
    found = piece.text[start:end]
    replacements = tuple(dict.fromkeys(_replacement(found, s) for s in lint.suggestions))
    if not replacements:
        return None
    if found.endswith("s") and replacements[0] + "s" in replacements[1:]:
        replacements = tuple(sorted(replacements, key=lambda each: not each.endswith("s")))
    message = choice.message.format(found=found, best=replacements[0])
    return Match(span, message, replacements, rule=choice.rule.id)


def _replacement(found: str, suggestion: object) -> str:
    from harper import Suggestion, SuggestionKind

    assert isinstance(suggestion, Suggestion)
    if suggestion.kind == SuggestionKind.REMOVE:
        return ""
    if suggestion.kind == SuggestionKind.INSERT_AFTER:
        return found + suggestion.replacement_text
    return suggestion.replacement_text


def _told(error: BaseException) -> str:
    return " ".join(str(error).split()) or type(error).__name__
