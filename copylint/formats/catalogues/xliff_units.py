"""The units of an XLIFF file: which texts are prose, in which language, and where."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from copylint.core.blocks import Comment
from copylint.core.errors import InputError
from copylint.core.span import SourceSpan
from copylint.formats.base import DocumentBuilder
from copylint.formats.catalogues.message_text import add_message
from copylint.formats.draft import OBJECT, PieceRole, TextPiece
from copylint.formats.news.element_prose import local
from copylint.formats.templates import NOTHING
from copylint.formats.xml.event_reader import events
from copylint.formats.xml.events import CharacterData, End, Event, Start, XmlComment
from copylint.language.word_list import words

# Elements whose own text is not the message: other translations, and what tools note.
_HIDDEN = words(
    "alt-trans seg-source note notes header matches glossary metadata originalData skeleton",
    "ignorable context-group count-group bin-unit prop-group internal-file tool",
)
# Inline codes that print something, those that hold code of the original, and all others, whose
# text is the message's.
_OBJECTS = frozenset(("x", "ph"))
_CODE = frozenset(("bpt", "ept", "it", "sub"))
# How Angular names codes that print nothing.
_TAG_ID = re.compile(r"(?:START|CLOSE)_|LINE_BREAK$")
_SPACES = re.compile(r"[ \t]*[\r\n]\s*|[ \t]{2,}|\t")
_NOT_YET = frozenset(("new", "needs-translation", "needs-adaptation", "needs-l10n"))


class XliffReader:
    """Reads the texts of ``source``. Raises ``InputError`` if it is not XLIFF."""

    def __init__(self, path: str, source: str) -> None:
        self._source = source
        self._events = events(path, source, {}, doctype=True)
        root = next(event for event in self._events if isinstance(event, Start))
        if local(root.name) != "xliff":
            name = local(root.name)
            raise InputError(path, f"not XLIFF (its root is '{name}'); call the file what it is")
        self._languages = root.get("srcLang"), root.get("trgLang")
        # Whether spaces count, for each open element.
        self._preserved = [root.get("xml:space") == "preserve"]

    def read(
        self,
        sources: DocumentBuilder,
        targets: DocumentBuilder,
        is_english: Callable[[str], bool],
    ) -> None:
        """Pass every text in English to one of the builders; a note tells of the others."""
        left_out: set[str] = set()
        untranslated: list[bool] = [False]
        for event in self._events:
            if isinstance(event, XmlComment):
                sources.comments.append(
                    Comment(SourceSpan(event.start, event.end), event.text.strip())
                )
            elif isinstance(event, End):
                if self._preserved:
                    self._preserved.pop()
                    untranslated.pop()
            elif isinstance(event, Start):
                name = local(event.name)
                if name == "file" and "source-language" in event:
                    self._languages = event.get("source-language"), event.get("target-language")
                preserved = self._is_preserved(event)
                if name in _HIDDEN or event.get("translate") == "no":
                    self._skip()
                elif name in ("source", "target"):
                    language = event.get("xml:lang") or self._languages[name == "target"]
                    pieces = [*self._pieces(preserved)]
                    is_late = untranslated[-1] or event.get("state") in _NOT_YET
                    if name == "target" and (is_late or not language):
                        continue
                    if not is_english(language):
                        left_out.update([language] if pieces else [])
                        continue
                    builder = sources if name == "source" else targets
                    add_message(builder, pieces, self._source, is_key=name == "source")
                else:
                    self._preserved.append(preserved)
                    untranslated.append(name == "segment" and event.get("state") == "initial")
        for language in sorted(left_out):
            sources.notes.append(f"the texts in '{language}' are left out")

    def _is_preserved(self, event: Start) -> bool:
        said = event.get("xml:space")
        return said == "preserve" if said else bool(self._preserved) and self._preserved[-1]

    def _skip(self) -> None:
        """Skip the rest of the open element."""
        for _ in self._content():
            pass

    def _content(self) -> Iterator[Event]:
        """The events up to the end of the open element."""
        depth = 1
        for event in self._events:
            depth += isinstance(event, Start) - isinstance(event, End)
            if not depth:
                return
            yield event

    def _pieces(self, preserved: bool) -> Iterator[TextPiece]:
        """The text of the open element: codes become objects or nothing."""
        depth, hidden_at = 0, 0
        for event in self._content():
            if isinstance(event, Start):
                depth += 1
                name = local(event.name)
                if hidden_at:
                    continue
                is_object = name in _OBJECTS and not _TAG_ID.match(event.get("id"))
                is_object = is_object or (name == "mrk" and _is_protected(event))
                if is_object or name in _CODE or name in _OBJECTS:
                    hidden_at = depth
                shown = OBJECT if is_object else NOTHING
                yield TextPiece(PieceRole.TEXT, shown, event.start, event.end)
            elif isinstance(event, End):
                if hidden_at == depth:
                    hidden_at = 0
                depth -= 1
                if event.start < event.end and not hidden_at:
                    yield TextPiece(PieceRole.TEXT, NOTHING, event.start, event.end)
            elif isinstance(event, CharacterData) and not hidden_at:
                yield from _spaced(event, preserved)


def _is_protected(event: Start) -> bool:
    return event.get("translate") == "no" or event.get("mtype") == "protected"


def _spaced(piece: CharacterData, preserved: bool) -> Iterator[TextPiece]:
    """The text; a run of spaces is one space unless spaces are ``preserved``."""
    at = 0
    if piece.literal and not preserved:
        for run in _SPACES.finditer(piece.text):
            if at < run.start():
                yield _part(piece, at, run.start())
            yield TextPiece(PieceRole.TEXT, " ", piece.start + run.start(), piece.start + run.end())
            at = run.end()
    if at < len(piece.text):
        yield (
            _part(piece, at, len(piece.text))
            if piece.literal
            else TextPiece(PieceRole.TEXT, piece.text, piece.start, piece.end)
        )


def _part(piece: CharacterData, start: int, end: int) -> TextPiece:
    return TextPiece(PieceRole.TEXT, piece.text[start:end], piece.start + start, piece.start + end)
