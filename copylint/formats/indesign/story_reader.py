"""Reads the stories of InDesign and InCopy (Adobe's IDML File Format Specification).

A range of a paragraph style holds ranges of character styles, these hold the ``Content``; a
paragraph ends at ``Br`` and at the end of its range. Special characters are processing
instructions inside the content.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from copylint.core.blocks import BlockKind
from copylint.formats.draft import OBJECT, PieceRole
from copylint.formats.indesign.style_ranges import (
    ParagraphRange,
    TextRange,
    paragraph_range,
    text_range,
)
from copylint.formats.office.collector import Collector
from copylint.formats.xml.events import CharacterData, End, Event, Start
from copylint.language.word_list import words

#: For ``copylint.formats.xml.event_reader.events``.
PREFIXES = {"http://ns.adobe.com/AdobeInDesign/idml/1.0/packaging": "idPkg"}
# What is in a story and not in its text: notes of editors, text under a condition that is off,
# entries of the index, settings, and frames and pictures whose text is a story of its own.
_HIDDEN = words(
    "Note HiddenText PageReference Properties StoryPreference InCopyExportOption Rectangle Oval",
    "Polygon GraphicLine Group TextFrame EPSText FormField Button",
)
# Elements with paragraphs of their own, in the midst of another.
_BOXES = frozenset(("Footnote", "Endnote", "Table"))
_INSTRUCTION = re.compile(r"<\?ACE\s+(\d+)\s*\?>")
# The instructions that are not the number of a page or the name of a section: the mark of a
# footnote, "indent to here", the end of a nested style, and the tab that aligns to the right.
_NOTHING, _TAB = frozenset(("3", "4", "7")), "8"
# Line and paragraph separators break the line; a byte order mark holds the place of a tag.
_SEPARATOR = re.compile("[\u2028\u2029\ufeff]")


@dataclass(slots=True)
class _Box:
    """An open element with paragraphs of its own; ``heads``: rows that are headings."""

    name: str
    heads: int
    is_head: bool = False


class StoryReader:
    """Passes the paragraphs of stories to ``collector``.

    ``original``: they are read as they were before the tracked changes, and not edited.
    """

    def __init__(self, source: str, *, original: bool) -> None:
        self._source = source
        self._gone = "InsertedText" if original else "DeletedText"
        self.collector = Collector(source, editable=not original)
        self._paragraphs: list[ParagraphRange] = []
        self._ranges: list[TextRange] = []
        self._boxes: list[_Box] = []
        self._changes = 0
        # How many elements are open inside, and with, one that is hidden.
        self._hidden = 0
        # Where the text of the open ``Content`` has been read to; -1 outside of one.
        self._at = -1

    def read(self, stream: Iterable[Event]) -> None:
        """Read the events of a document with one story or several."""
        for event in stream:
            is_read = self._at >= 0 and not self._hidden
            if is_read:
                self._instructions(event.start)
            if isinstance(event, Start):
                if self._hidden or self._is_hidden(event):
                    self._hidden += 1
                else:
                    self._start(event)
            elif isinstance(event, End):
                if self._hidden:
                    self._hidden -= 1
                else:
                    self._end(event)
            elif isinstance(event, CharacterData) and is_read:
                self._text(event)
            if self._at >= 0:
                self._at = event.end

    def _is_hidden(self, event: Start) -> bool:
        if event.name == "Change":
            return event.get("ChangeType") == self._gone
        if event.name in ("Rectangle", "Oval", "Polygon", "Group"):
            self.collector.add(PieceRole.GAP, "", event.start, event.end)
        return event.name in _HIDDEN

    def _start(self, event: Start) -> None:
        name = event.name
        if name == "ParagraphStyleRange":
            self._paragraphs.append(paragraph_range(event, is_inside=self._changes > 0))
        elif name == "CharacterStyleRange":
            self._ranges.append(text_range(event))
        elif name == "Content":
            self._at = event.end
        elif name == "Br":
            self._end_paragraph()
        elif name == "Change":
            self._changes += 1
        elif name == "TextVariableInstance":
            self.collector.object(event.start, event.end)
        elif name in _BOXES:
            self.collector.add(PieceRole.NOTE, "", event.start, event.end)
            self.collector.open()
            heads = event.get("HeaderRowCount", "0")
            self._boxes.append(_Box(name, int(heads) if heads.isdecimal() else 0))
        elif name == "Cell" and self._boxes:
            row = event.get("Name").rpartition(":")[2]
            self._boxes[-1].is_head = row.isdecimal() and int(row) < self._boxes[-1].heads

    def _end(self, event: End) -> None:
        name = event.name
        if name == "ParagraphStyleRange":
            if not self._paragraphs[-1].is_inside:
                self._end_paragraph()
            self._paragraphs.pop()
        elif name == "CharacterStyleRange":
            self._ranges.pop()
        elif name == "Content":
            self._at = -1
        elif name == "Change":
            self._changes -= 1
        elif name in ("Cell", "Story"):
            self._end_paragraph()
        elif name in _BOXES:
            self._end_paragraph()
            self._boxes.pop()
            self.collector.close()

    def _end_paragraph(self) -> None:
        style = self._paragraphs[-1] if self._paragraphs else ParagraphRange()
        kind, depth = style.kind, style.depth
        if self._boxes:
            box = self._boxes[-1]
            if box.name != "Table":
                kind, depth = BlockKind.FOOTNOTE, 0
            elif kind not in (BlockKind.CAPTION, BlockKind.CREDIT):
                kind, depth = BlockKind.TABLE_CELL, int(box.is_head)
        self.collector.end(kind, depth=depth, is_code=style.is_code)

    def _text(self, piece: CharacterData) -> None:
        if self._is_struck:
            self.collector.add(PieceRole.NOTE, "", piece.start, piece.end)
        elif self._ranges and self._ranges[-1].is_code:
            self.collector.object(piece.start, piece.end)
        elif not piece.literal:
            self._reference(piece)
        else:
            at = 0
            for found in _SEPARATOR.finditer(piece.text):
                self._letters(piece.text[at : found.start()], piece.start + at)
                start = piece.start + found.start()
                self._separator(found[0], start, start + 1)
                at = found.end()
            self._letters(piece.text[at:], piece.start + at)

    def _reference(self, piece: CharacterData) -> None:
        if _SEPARATOR.fullmatch(piece.text):
            self._separator(piece.text, piece.start, piece.end)
        elif piece.text in "\r\n":
            self.collector.add(PieceRole.TEXT, " ", piece.start, piece.end)
        else:
            role = PieceRole.OPAQUE if self._is_foreign else PieceRole.TEXT
            self.collector.add(role, piece.text, piece.start, piece.end)

    def _letters(self, text: str, start: int) -> None:
        if text:
            is_plain = not (self._ranges and self._ranges[-1].is_emphasised)
            self.collector.text(text, start, opaque=self._is_foreign, plain=is_plain)

    def _separator(self, text: str, start: int, end: int) -> None:
        if text != "\ufeff":
            self.collector.add(PieceRole.BREAK, "\n", start, end)

    @property
    def _is_struck(self) -> bool:
        return bool(self._ranges) and self._ranges[-1].is_struck

    @property
    def _is_foreign(self) -> bool:
        """Whether the language that is nearest to the text is another than English."""
        if self._ranges and self._ranges[-1].is_foreign is not None:
            return self._ranges[-1].is_foreign
        return bool(self._paragraphs and self._paragraphs[-1].is_foreign)

    def _instructions(self, end: int) -> None:
        """Add the special characters between the text that was read last and ``end``."""
        if self._at == end:
            return
        for found in _INSTRUCTION.finditer(self._source, self._at, end):
            first, last = found.span()
            if found[1] == _TAB:
                self.collector.add(PieceRole.TEXT, "\t", first, last)
            elif found[1] not in _NOTHING:
                self.collector.add(PieceRole.OPAQUE, OBJECT, first, last)
