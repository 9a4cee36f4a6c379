"""The copy of a PDF, in reading order."""

from __future__ import annotations

import re

from copylint.core.blocks import BlockKind, PackagePart
from copylint.core.document import Document
from copylint.core.errors import InputError
from copylint.core.fix import Edit
from copylint.core.span import TextSpan
from copylint.formats.base import DocumentBuilder, Format
from copylint.formats.draft import Draft, PieceRole, TextPiece, tidy
from copylint.formats.office.draft_blocks import emit
from copylint.formats.pdf.line_ends import LineEnds
from copylint.formats.pdf.page_source import SourceLine, lines_in, parts_of, written

_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_LIGATURE = re.compile("([ﬀ-ﬆ])")
_READ_ONLY = "a PDF, which copylint does not change; correct the document it was made from"


class Pdf(Format):
    """Lines become paragraphs again; nothing can be changed in the file.

    Running heads and feet and page numbers are left out. A line is that of the document's view, a
    paragraph; the part that a finding is in is its page.
    """

    name = "pdf"
    suffixes = (".pdf",)
    walked = False
    strict = True
    packaged = True
    written = ("plain",)

    def decode(self, path: str, data: bytes) -> str:
        """The source in a PDF. Raises ``InputError`` if it cannot be read or has no text."""
        if b"%PDF-" not in data[:1024]:
            raise InputError(path, "not a PDF: it does not begin with %PDF-")
        from copylint.formats.pdf.lines import lines_of
        from copylint.formats.pdf.pages import pages_in
        from copylint.formats.pdf.paragraphs import paragraphs
        from copylint.formats.pdf.reading_order import in_reading_order
        from copylint.formats.pdf.running_heads import without_running_heads

        pages = pages_in(path, data)
        lines = [lines_of(number, page) for number, page in enumerate(pages, 1)]
        if not any(lines):
            raise InputError(
                path, "a PDF without text, such as a scan; make its text readable with OCR first"
            )
        columns = [
            column
            for of_page in without_running_heads(pages, lines)
            for column in in_reading_order(of_page)
        ]
        return written(paragraphs(columns)) or "\0page 1\0"

    def encode(self, source: str, like: bytes) -> bytes:
        """``like`` itself. Raises ``InputError`` if ``source`` is not what it holds."""
        if source != self.decode("", like):
            raise InputError("", _READ_ONLY)
        return like

    def edits(self, document: Document, span: TextSpan, text: str) -> tuple[Edit, ...] | None:
        """None: the file is not changed."""
        return None

    def read(self, path: str, source: str) -> Document:
        """The document in ``source``. Raises ``InputError`` if ``decode`` did not make it."""
        parts = parts_of(path, source)
        builder = DocumentBuilder(path, self.name, source, parts=parts)
        drafts: list[Draft] = []
        for pieces, is_headline in _paragraphs(path, source, parts):
            kind = BlockKind.PARAGRAPH
            if is_headline:
                kind = BlockKind.SUBHEAD if drafts else BlockKind.HEADLINE
            if kept := tidy(pieces, source):
                drafts.append(Draft(kind, kept))
        emit(builder, drafts)
        return builder.build()


def _paragraphs(
    path: str, source: str, parts: tuple[PackagePart, ...]
) -> list[tuple[list[TextPiece], bool]]:
    """The pieces of each paragraph, and whether it is a headline."""
    lines = [line for part in parts for line in lines_in(path, source, part)]
    ends = LineEnds(source[line.text : line.end] for line in lines)
    found: list[tuple[list[TextPiece], bool]] = []
    last: SourceLine | None = None
    for line in lines:
        if line.mark != "+" or last is None:
            found.append(([], line.mark == "H"))
            last = None
        pieces = found[-1][0]
        if last is not None:
            _join(pieces, source, last, line, ends)
        pieces += _text(source, line)
        last = line
    return found


def _join(
    pieces: list[TextPiece], source: str, last: SourceLine, line: SourceLine, ends: LineEnds
) -> None:
    """Put a space between two lines, or take the hyphen off the first."""
    before, after = source[last.text : last.end], source[line.text : line.end]
    if not ends.is_word_divided(before, after):
        if not before.endswith(("-", "—", "–")):
            pieces.append(TextPiece(PieceRole.TEXT, " ", last.end, line.text))
        return
    piece = pieces.pop()
    if len(piece.text) > 1:
        pieces.append(piece._replace(text=piece.text[:-1], end=piece.end - 1))


def _text(source: str, line: SourceLine) -> list[TextPiece]:
    """The text of a line, with ligatures as the letters that they are."""
    pieces: list[TextPiece] = []
    at = line.text
    for text in _LIGATURE.split(source[line.text : line.end]):
        if text:
            pieces.append(TextPiece(PieceRole.TEXT, _LIGATURES.get(text, text), at, at + len(text)))
        at += len(text)
    return pieces
