"""Final Draft's screenplays in XML."""

from __future__ import annotations

import re
from collections.abc import Iterable

from copylint.core.blocks import BlockKind
from copylint.core.document import Document
from copylint.core.errors import InputError
from copylint.formats import declared_encoding
from copylint.formats.base import DocumentBuilder, Format
from copylint.formats.draft import PieceRole, emit
from copylint.formats.writer import BlockWriter, Container
from copylint.formats.xml.event_reader import events
from copylint.formats.xml.events import CharacterData, End, Event, Start

_ACTION = Container(BlockKind.PARAGRAPH)
#: The kinds of paragraphs that are read, by their types.
_KINDS = {
    "action": _ACTION,
    "dialogue": _ACTION,
    "general": _ACTION,
    "lyrics": Container(BlockKind.QUOTATION),
    "singing": Container(BlockKind.QUOTATION),
}
#: What may stand between the script and the text of one of its paragraphs.
_AROUND = frozenset(("FinalDraft", "Content", "Paragraph", "DualDialogue", "Text"))
_LINE = re.compile(r"\r\n|\n|\r")


class FinalDraft(Format):
    """Action and dialogue; other XML is refused."""

    name = "final-draft"
    suffixes = (".fdx",)
    signature = r"<FinalDraft[\s>]"
    strict = True
    written = ("xml",)

    def decode(self, path: str, data: bytes) -> str:
        """The document in Unicode or in the encoding that it declares."""
        return declared_encoding.decode(path, data)

    def encode(self, source: str, like: bytes) -> bytes:
        """The document in the encoding of ``like``."""
        return declared_encoding.encode(source, like)

    def read(self, path: str, source: str) -> Document:
        """The screenplay in ``source``. Raises ``InputError`` if it is not one."""
        stream = events(path, source, {})
        root = next(event for event in stream if isinstance(event, Start))
        if root.name != "FinalDraft":
            raise InputError(
                path,
                f"XML that is no screenplay of Final Draft (its root is '{root.name}'); call the "
                "file what it is",
            )
        writer = BlockWriter(source, source)
        writer.guesses_captions = False
        ScriptReader(writer, root).read(stream)
        builder = DocumentBuilder(path, self.name, source)
        emit(builder, writer.drafts)
        return builder.build()


class ScriptReader:
    """Passes the text of the paragraphs of a script to ``writer``."""

    def __init__(self, writer: BlockWriter, root: Start) -> None:
        self._writer = writer
        self._open = [root]
        # How many open elements are no part of the script, such as notes and a scene's summary.
        self._apart = 0

    def read(self, stream: Iterable[Event]) -> None:
        """Read all events after the root."""
        for event in stream:
            if isinstance(event, Start):
                self._open.append(event)
                self._apart += event.name not in _AROUND
                if event.name == "Paragraph":
                    self._writer.flush()
            elif isinstance(event, End):
                self._close(event)
            elif isinstance(event, CharacterData) and self._is_prose():
                self._text(event)

    def _close(self, event: End) -> None:
        opened = self._open.pop()
        if event.name == "Paragraph" and not self._apart:
            kind = _KINDS.get(opened.get("Type").lower(), _ACTION)
            self._writer.containers.append(kind)
            self._writer.flush()
            self._writer.containers.pop()
        elif event.name == "Text" and "Strikeout" in opened.get("Style") and not self._apart:
            self._writer.add(PieceRole.NOTE, "", opened.start, event.end)
        self._apart -= event.name not in _AROUND

    def _is_prose(self) -> bool:
        if self._apart or self._open[-1].name != "Text" or len(self._open) < 2:
            return False
        paragraph = self._open[-2]
        is_read = paragraph.name == "Paragraph" and paragraph.get("Type").lower() in _KINDS
        return is_read and "Strikeout" not in self._open[-1].get("Style")

    def _text(self, piece: CharacterData) -> None:
        """Add text; a line end in it is one that the writer made."""
        if not piece.literal:
            self._writer.text(piece.text, piece.start, piece.end)
            return
        at = 0
        for line in _LINE.finditer(piece.text):
            self._part(piece, at, line.start())
            self._writer.add(
                PieceRole.BREAK, "\n", piece.start + line.start(), piece.start + line.end()
            )
            at = line.end()
        self._part(piece, at, len(piece.text))

    def _part(self, piece: CharacterData, first: int, last: int) -> None:
        if first < last:
            start = piece.start
            self._writer.text(piece.text[first:last], start + first, start + last)
