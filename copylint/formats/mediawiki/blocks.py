"""The blocks of a page of wikitext: which lines are prose, and of what kind."""

from __future__ import annotations

import re

from copylint.core.blocks import BlockKind
from copylint.formats.draft import PieceRole, TextPiece
from copylint.formats.joined_runs import SourceRun
from copylint.formats.marked_lines import MarkedLine, lines_of
from copylint.formats.mediawiki.inline import WikiInlineReader
from copylint.formats.mediawiki.masking import WikiMask, WikiPicture
from copylint.formats.prose_heuristics import looks_like_prose
from copylint.formats.templates import NOTHING
from copylint.formats.writer import BlockWriter, Container

_LEVEL = re.compile(r"={1,6}")
_ITEM = re.compile(r"[*#:;]+[ \t]*")
_RULE = re.compile(r"-{4,}")
_REDIRECT = re.compile(r"#REDIRECT\b", re.IGNORECASE)
_TABLE = re.compile(r":*[ \t]*\{\|")
_TABLE_END = re.compile(r"[ \t]*\|\}")
_CELLS = re.compile(r"\|\||!!")
_ATTRIBUTES = re.compile(r"[^|\[\]{}\n]*\|(?!\|)")
_TERM = re.compile(r"[ \t]:[ \t]?|:[ \t]")
_QUOTE = re.compile(r"<(/?)(?:blockquote|poem)\b[^<>]*>", re.IGNORECASE)
_GALLERY = re.compile(r"<gallery\b[^<>]*>", re.IGNORECASE)
_GALLERY_END = re.compile(r"</gallery\s*>", re.IGNORECASE)
_SHOWN = re.compile(rf"[^\s{NOTHING}]")
# Block elements that end a paragraph.
_BLOCK_TAG = re.compile(r"</?(?:p|div|center|h[1-6]|li|ul|ol|td|tr|table|dl|dd|dt)\b", re.I)

_PARAGRAPH = Container(BlockKind.PARAGRAPH)
_CELL = Container(BlockKind.TABLE_CELL)


class WikiBlockReader:
    """Reads the lines of ``mask`` and passes their blocks to ``writer``."""

    def __init__(self, writer: BlockWriter, mask: WikiMask) -> None:
        self._writer = writer
        self._inline = WikiInlineReader(writer)
        self._mask = mask
        self._runs: list[SourceRun] = []
        self._kind = _PARAGRAPH
        self._tables = 0
        self._in_gallery = False
        self._quotes = 0
        self._notes = iter([*mask.notes, (len(mask.text) + 1, 0, 0)])
        self._next_note = next(self._notes)
        self._pictures = iter([*mask.pictures, WikiPicture(len(mask.text) + 1, 0)])
        self._next_picture = next(self._pictures)

    def read(self) -> None:
        """Read all lines."""
        for line in lines_of(self._mask.text):
            self._line(line)
        self._end()

    @property
    def _base(self) -> Container:
        if self._tables:
            return _CELL
        return Container(BlockKind.QUOTATION) if self._quotes else _PARAGRAPH

    def _line(self, line: MarkedLine) -> None:
        # Masked text before the first character that is shown is not the line's beginning.
        shown = _SHOWN.search(line.text)
        if shown is None:
            self._end()
            return
        text = line.text[shown.start() :] if NOTHING in line.text[: shown.start()] else line.text
        start = line.end - len(text)
        if self._in_gallery:
            self._in_gallery = not _GALLERY_END.match(text)
            if self._in_gallery and "|" in text:
                at = text.index("|") + 1
                self._block(Container(BlockKind.CAPTION), start + at, text[at:])
            return
        if _TABLE.match(text):
            self._end()
            self._tables += 1
        elif self._tables and _TABLE_END.match(text):
            self._end()
            self._tables -= 1
        elif self._tables and text.lstrip()[0] in "|!":
            self._row(start + len(text) - len(text.lstrip()), text.lstrip())
        elif level := _level(text):
            kind = BlockKind.HEADLINE if level == 1 else BlockKind.SUBHEAD
            self._block(Container(kind, level), start + level, text[level:-level])
        elif _RULE.match(text) or _REDIRECT.match(text):
            self._end()
        elif text[0] in "*#:;":
            self._item(start, text)
        elif text[0] in " \t" and not self._runs and not looks_like_prose(text):
            self._end()
        elif _GALLERY.match(text):
            self._end()
            self._in_gallery = True
        else:
            # With its masked beginning, which is then not a part of the line end before it.
            self._prose(line.start, line.text)

    def _prose(self, start: int, text: str) -> None:
        at = 0
        for quote in _QUOTE.finditer(text):
            self._add(start + at, text[at : quote.start()])
            self._end()
            self._quotes = max(0, self._quotes + (-1 if quote.group(1) else 1))
            at = quote.end()
        start, text = start + at, text[at:]
        if _BLOCK_TAG.match(text):
            self._end()
        self._add(start, text)

    def _add(self, start: int, text: str) -> None:
        if text.strip():
            if not self._runs:
                self._kind = self._base
            self._runs.append(SourceRun(start, text))

    def _item(self, start: int, text: str) -> None:
        marks = _ITEM.match(text)
        assert marks is not None
        level = len(marks.group().strip())
        is_item = not set(marks.group().strip()) <= {":"}
        kind = Container(BlockKind.LIST_ITEM, level) if is_item else self._base
        at = marks.end()
        term = _TERM.search(text, at) if ";" in marks.group() else None
        if term:
            self._block(kind, start + at, text[at : term.start()])
            at = term.end()
        self._block(kind, start + at, text[at:])

    def _row(self, start: int, text: str) -> None:
        """A line of a table that begins with a bar or an exclamation mark."""
        self._end()
        if text.startswith("|-"):
            return
        if text.startswith("|+"):
            self._cell(Container(BlockKind.CAPTION), start + 2, text[2:])
            self._end()
            return
        kind = Container(BlockKind.TABLE_CELL, 1) if text[0] == "!" else _CELL
        at = 1
        for mark in _CELLS.finditer(text, 1):
            if mark.group() == "!!" and text[0] != "!":
                continue
            self._cell(kind, start + at, text[at : mark.start()])
            self._end()
            at = mark.end()
        # The last cell of a line may go on in the next.
        self._cell(kind, start + at, text[at:])

    def _cell(self, kind: Container, start: int, text: str) -> None:
        attributes = _ATTRIBUTES.match(text)
        at = attributes.end() if attributes else 0
        self._add(start + at, text[at:])
        self._kind = kind

    def _block(self, kind: Container, start: int, text: str) -> None:
        """A block of one line."""
        self._end()
        self._add(start, text)
        self._kind = kind
        self._end()

    def _end(self) -> None:
        """End the block under construction; its notes and pictures follow it."""
        runs, self._runs = self._runs, []
        if not runs:
            return
        self._read(self._kind, runs)
        self._extras(runs[-1].start + len(runs[-1].text))

    def _read(self, kind: Container, runs: list[SourceRun]) -> None:
        self._writer.containers.append(kind)
        self._inline.read(runs)
        self._writer.containers.pop()

    def _extras(self, end: int) -> None:
        """The notes and the pictures before ``end``."""
        while self._next_picture.start < end:
            self._picture(self._next_picture)
            self._next_picture = next(self._pictures)
        while self._next_note[0] < end:
            _, first, last = self._next_note
            self._outside(BlockKind.FOOTNOTE, first, last, self._mask.in_notes)
            self._next_note = next(self._notes)

    def _picture(self, picture: WikiPicture) -> None:
        alt: list[TextPiece] = []
        if picture.alt:
            first, last = picture.alt
            alt = [TextPiece(PieceRole.TEXT, self._writer.source[first:last], first, last)]
        self._writer.image(alt, [], picture.start, picture.end)
        self._writer.flush()
        if picture.caption:
            self._outside(BlockKind.CAPTION, *picture.caption, self._mask.in_pictures)

    def _outside(self, kind: BlockKind, first: int, last: int, mask: str) -> None:
        """Text of a note or a picture, which only ``mask`` shows."""
        text = mask[first:last]
        runs = [
            SourceRun(first + line.start, line.text)
            for line in lines_of(text)
            if _SHOWN.search(line.text)
        ]
        if runs:
            hidden, self._writer.masked = self._writer.masked, mask
            self._read(Container(kind), runs)
            self._writer.masked = hidden


def _level(text: str) -> int:
    """The level of a heading; 0 for other lines."""
    before, after = _LEVEL.match(text), len(text) - len(text.rstrip("="))
    level = min(len(before.group()) if before else 0, after)
    return level if level and text.strip("= \t") else 0
