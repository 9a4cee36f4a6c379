"""Harper, a grammar checker in Rust, in this process: a few rules of its 900.

Harper (https://writewithharper.com, Apache-2.0) comes with the package ``harper-py``. Its
first ``Linter`` in a process builds a dictionary, which takes about a second; later ones
take 10 ms. So it is built only when some text needs it, and then in a thread while our own
checks run (Harper releases the interpreter's lock).
"""

from __future__ import annotations

import re
import threading
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

from copylint.contract.engine import Engine, EngineSession
from copylint.engines import harper_phrases, harper_verbs, harper_words
from copylint.engines.harper_choice import Choice
from copylint.model.document import Block, BlockKind
from copylint.model.errors import EngineError
from copylint.model.finding import Match
from copylint.model.rule import Rule
from copylint.model.span import TextSpan
from copylint.text.article import Article

if TYPE_CHECKING:
    from harper import Lint, Linter

CHOICES: tuple[Choice, ...] = (
    *harper_words.RULES,
    *harper_verbs.RULES,
    *harper_phrases.RULES,
)

# Lines of names, not of sentences.
_NOT_PROSE = frozenset({BlockKind.BYLINE, BlockKind.CREDIT, BlockKind.DATELINE})
_SEPARATOR = "\n\n"
# One call for many blocks, since each call has a fixed price, but not a call without end.
_CALL_CHARACTERS = 200_000
# Each is one code point, as what it stands for, so that offsets hold. Rust's strings
# cannot hold a lone surrogate; a line break would end a sentence in a wrapped paragraph.
_NEUTRAL = {ord("\n"): " ", ord("\r"): " ", 0: " "}
_LETTERS = re.compile("[a-z]+")
_SURROGATES = re.compile("[\ud800-\udfff]")


@dataclass(slots=True)
class _Piece:
    """A block on its way to Harper: where it stands in the call's text and in its own."""

    article: int
    block: Block
    text: str
    offset: int = field(default=0)


class HarperEngine(Engine):
    """Harper's part of the rules."""

    name = "harper"

    def rules(self) -> tuple[Rule, ...]:
        """Our rule for each of Harper's that we use."""
        return tuple(choice.rule for choice in CHOICES)

    def start(self, settings: Mapping[str, object]) -> str:
        """Nothing is shared: every process has its own Harper."""
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
        self._pieces: tuple[tuple[Article, ...], list[_Piece]] | None = None

    def prepare(self, articles: Sequence[Article]) -> None:
        """Begin to build Harper in the background if any of these articles needs it."""
        if self._needed(articles) and self._builder is None:
            self._builder = threading.Thread(target=self._build, name="copylint-harper")
            self._builder.start()

    def check(self, articles: Sequence[Article]) -> list[list[Match]]:
        """The matches of the chosen rules. Raises ``EngineError`` if Harper fails."""
        answers: list[list[Match]] = [[] for _ in articles]
        pieces = self._needed(articles)
        self._pieces = None
        if pieces:
            linter = self._ready()
            for call in _calls(pieces):
                for piece, match in _findings(linter, call):
                    answers[piece.article].append(match)
        return answers

    def close(self) -> None:
        """Let Harper go."""
        if self._builder is not None:
            self._builder.join()
        self._builder = self._linter = None

    def _needed(self, articles: Sequence[Article]) -> list[_Piece]:
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
            self._failure = f"cannot be loaded ({error}); install the package harper-py"
        except BaseException as error:  # noqa: BLE001  # a panic in Rust is no Exception
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


def _suspects(articles: Sequence[Article]) -> Iterator[_Piece]:
    """The blocks that hold a wording in which some rule is believed."""
    for number, article in enumerate(articles):
        for block in article.document.blocks:
            if block.kind not in _NOT_PROSE:
                prose = article.document.slice(block.span)
                if _may_concern(prose):
                    yield _Piece(number, block, neutral(article.text, block))


def _may_concern(prose: str) -> bool:
    by_word = _by_word()
    words = by_word.keys() & set(_LETTERS.findall(prose.lower()))
    return any(
        next(choice.wordings(prose), None) is not None for word in words for choice in by_word[word]
    )


def neutral(text: str, block: Block) -> str:
    """The block's prose, as long as it is, with nothing in it that Harper cannot read.

    Code and the like (``Block.opaque``) becomes a word of the same length.
    """
    start, end = block.span.start, block.span.end
    parts, at = [], start
    for opaque in block.opaque:
        parts += [text[at : opaque.start], "x" * len(opaque)]
        at = opaque.end
    prose = "".join([*parts, text[at:end]]).translate(_NEUTRAL)
    return _SURROGATES.sub("\ufffd", prose)


def _calls(pieces: Iterable[_Piece]) -> Iterator[list[_Piece]]:
    """The pieces in groups of a size that one call takes, their offsets filled in."""
    call: list[_Piece] = []
    length = 0
    for piece in pieces:
        if call and length + len(piece.text) > _CALL_CHARACTERS:
            yield call
            call, length = [], 0
        piece.offset = length
        call.append(piece)
        length += len(piece.text) + len(_SEPARATOR)
    if call:
        yield call


def _findings(linter: Linter, call: Sequence[_Piece]) -> Iterator[tuple[_Piece, Match]]:
    text = _SEPARATOR.join(piece.text for piece in call)
    try:
        found = linter.organized_lints(text, language="plaintext", dedup=False)
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException as error:  # noqa: BLE001  # a panic in Rust is no Exception
        raise EngineError("harper", f"failed on this text: {_told(error)}") from None
    starts = [piece.offset for piece in call]
    for choice in CHOICES:
        for lint in found.get(choice.name, ()):
            piece = call[bisect_right(starts, lint.span.start) - 1]
            match = _match(choice, piece, lint)
            if match is not None:
                yield piece, match


def _match(choice: Choice, piece: _Piece, lint: Lint) -> Match | None:
    start, end = lint.span.start - piece.offset, lint.span.end - piece.offset
    if not 0 <= start < end <= len(piece.text):
        return None
    if not any(first < end and start < last for first, last in choice.wordings(piece.text)):
        return None
    found = piece.text[start:end]
    replacements = tuple(dict.fromkeys(_replacement(found, s) for s in lint.suggestions))
    if not replacements:
        return None
    block = piece.block.span.start
    return Match(
        TextSpan(block + start, block + end),
        choice.message.format(found=found, best=replacements[0]),
        replacements,
        rule=choice.rule.id,
    )


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
