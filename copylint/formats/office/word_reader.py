"""Reads the parts of a Word document that hold prose (ECMA-376, part 1, section 17)."""

from __future__ import annotations

from collections.abc import Callable

from copylint.core.blocks import BlockKind, PackagePart
from copylint.formats.draft import OBJECT, PieceRole
from copylint.formats.office.collector import Collector
from copylint.formats.office.style_names import is_monospaced
from copylint.formats.office.word_names import PREFIXES
from copylint.formats.office.word_state import Fields, Paragraph, Row, RunProperties, is_on, kind_of
from copylint.formats.office.word_styles import WordStyles
from copylint.formats.xml import events as xml
from copylint.formats.xml.event_reader import events

_WHITESPACE = " \t\r\n"
# Elements that hold none of the current text, such as properties from before a change.
_SKIPPED = frozenset(
    (
        *("w:pPrChange", "w:rPrChange", "w:sectPrChange", "w:tblPrChange", "w:trPrChange"),
        *("w:tcPrChange", "w:tblGridChange", "w:numberingChange", "w:tblPrExChange"),
        *("w:sectPr", "w:tblGrid", "w:rt", "w:instrText", "w:delInstrText", "w:object"),
    )
)
_MATHS = ("m:oMath", "m:oMathPara")
_LOOKED_AT = _SKIPPED | {
    *("mc:Choice", "mc:Fallback", "w:sdtContent", "w:footnote", "w:endnote", *_MATHS)
}
_NOW_GONE = frozenset(("w:del", "w:moveFrom"))
_NOT_YET = frozenset(("w:ins", "w:moveTo"))
_CONTENTS = "Table of Contents"


class WordReader:
    """Takes the events of one part after another and passes paragraphs to a collector.

    ``original``: tracked changes are read as not made; otherwise as accepted.
    """

    def __init__(self, path: str, source: str, styles: WordStyles, *, original: bool) -> None:
        self._path, self._source, self._styles = path, source, styles
        self._original = original
        self._gone = _NOT_YET if original else _NOW_GONE
        self._looked_at = _LOOKED_AT | self._gone
        self._text_name = ("w:t", "w:delText") if original else ("w:t",)
        self.collector = Collector(source, editable=not original)
        self._has_headline = False
        self._starts: dict[str, Callable[[xml.Start], None]] = {
            "w:p": self._begin_paragraph,
            "w:r": self._begin_run,
            "w:tr": lambda event: self._tables.append(Row()),
            "mc:AlternateContent": lambda event: self._taken.append(False),
            "w:txbxContent": self._begin_box,
            "w:fldChar": lambda event: self._fields.take(event),
            "w:sdt": lambda event: self._placeholders.append(False),
            "wp:docPr": self._alt_text,
            "v:shape": self._alt_text,
            "w:drawing": self._begin_drawing,
            "w:pict": self._begin_drawing,
            "pic:pic": self._picture,
            "v:imagedata": self._picture,
        }
        self._ends: dict[str, Callable[[int], None]] = {
            "w:p": self._end_paragraph,
            "w:tr": lambda end: self._drop_last(self._tables),
            "mc:AlternateContent": lambda end: self._drop_last(self._taken),
            "w:txbxContent": lambda end: self._end_box(),
            "w:sdt": lambda end: self._drop_last(self._placeholders),
            "w:drawing": self._end_drawing,
            "w:pict": self._end_drawing,
        }

    def read(self, part: PackagePart) -> None:
        """Read a part; the kinds of its blocks follow from its root."""
        self._kind: BlockKind | None = None
        self._field = ""
        self._names: list[str] = []
        self._paragraphs: list[Paragraph] = []
        self._run = RunProperties()
        self._fields = Fields()
        self._boxed: list[tuple[Fields, RunProperties]] = []
        self._tables: list[Row] = []
        self._taken: list[bool] = []
        self._placeholders: list[bool] = []
        self._drawing = -1
        self._has_picture = False
        self._text_at: int | None = None
        self._keeps_spaces = self._trims = False
        skipped = 0
        told = events(self._path, self._source, PREFIXES, start=part.start, end=part.end,
                      part=part.name)  # fmt: skip
        for event in told:
            if isinstance(event, xml.Start):
                if skipped or self._skips(event):
                    skipped += 1
                    continue
                self._start(event)
                self._names.append(event.name)
            elif isinstance(event, xml.End):
                if skipped:
                    skipped -= 1
                    continue
                self._names.pop()
                self._end(event)
            elif isinstance(event, xml.CharacterData) and self._text_at is not None and not skipped:
                self._piece(event)

        self._flush()

    def _flush(self) -> None:
        """End a paragraph that should have continued in another one that never came."""
        self.collector.end(self._kind or BlockKind.PARAGRAPH, field=self._field)

    @staticmethod
    def _drop_last(stack: list[bool] | list[Row]) -> None:
        stack.pop()

    @property
    def _parent(self) -> str:
        return self._names[-1] if self._names else ""

    def _skips(self, event: xml.Start) -> bool:
        """Whether the element and everything in it is left out."""
        name = event.name
        if name not in self._looked_at:
            return False
        if name in _SKIPPED:
            return True
        if name in self._gone:
            # There it is a property: of a paragraph's mark, of a row.
            return self._parent not in ("w:rPr", "w:trPr")
        if name in ("mc:Choice", "mc:Fallback"):
            if not self._taken:
                return False
            taken, self._taken[-1] = self._taken[-1], True
            return taken
        if name == "w:sdtContent":
            return bool(self._placeholders) and self._placeholders[-1]
        if name in ("w:footnote", "w:endnote"):
            return event.get("w:type", "normal") != "normal"
        self.collector.add(PieceRole.OPAQUE, OBJECT, event.start, event.end)
        return True

    def _start(self, event: xml.Start) -> None:
        name = event.name
        if name in self._text_name:
            self._begin_text(event)
            return
        handler = self._starts.get(name)
        if handler is not None:
            handler(event)
        elif not self._names:
            self._root(event)
        elif name.startswith("w:"):
            parent = self._names[-1]
            if parent == "w:r":
                self._in_run(event)
            elif parent == "w:rPr":
                self._run_property(event)
            elif parent in ("w:pPr", "w:numPr") and self._paragraphs:
                self._paragraphs[-1].take(event)
            elif parent == "w:trPr" and self._tables:
                if name == "w:tblHeader":
                    self._tables[-1].is_heading = is_on(event)
                elif name in self._gone:
                    self._tables[-1].is_gone = True
            elif parent in ("w:sdtPr", "w:docPartObj") and self._placeholders:
                self._placeholder(event)

    def _end(self, event: xml.End) -> None:
        if event.name in self._text_name:
            self._end_text()
            return
        handler = self._ends.get(event.name)
        if handler is not None:
            handler(event.end)

    def _root(self, event: xml.Start) -> None:
        self._keeps_spaces = event.get("xml:space") == "preserve"
        match event.name:
            case "w:footnotes" | "w:endnotes":
                self._kind = BlockKind.FOOTNOTE
            case "w:hdr":
                self._kind, self._field = BlockKind.FRONT_MATTER, "header"
            case "w:ftr":
                self._kind, self._field = BlockKind.FRONT_MATTER, "footer"

    # Paragraphs

    def _begin_paragraph(self, event: xml.Start) -> None:
        self._paragraphs.append(Paragraph())
        self._run = RunProperties()

    def _end_paragraph(self, end: int) -> None:
        paragraph = self._paragraphs.pop()
        if paragraph.joins:
            return
        kind, depth = kind_of(paragraph, self._styles)
        if paragraph.monospaced:
            self.collector.take_out(paragraph.monospaced)
        if any(row.is_gone for row in self._tables) or kind is None:
            self.collector.drop()
        elif self._kind is not None:
            self.collector.end(self._kind, field=self._field)
        else:
            if self._tables and kind not in (BlockKind.CAPTION, BlockKind.CREDIT):
                kind, depth = BlockKind.TABLE_CELL, int(self._tables[-1].is_heading)
            is_code = self._styles.is_code(paragraph.style)
            self.collector.end(self._ranked(kind, depth), depth=depth, is_code=is_code)

    def _ranked(self, kind: BlockKind, depth: int) -> BlockKind:
        """The kind, with one headline per document: the first title or heading of level 1."""
        if kind is not BlockKind.HEADLINE and not (kind is BlockKind.SUBHEAD and depth == 1):
            return kind
        if self._has_headline:
            return BlockKind.SUBHEAD
        self._has_headline = self.collector.has_text
        return BlockKind.HEADLINE

    # Runs

    def _begin_run(self, event: xml.Start) -> None:
        self._run = RunProperties()

    def _run_property(self, event: xml.Start) -> None:
        if "w:pPr" in self._names[-2:]:  # of the paragraph's mark
            if event.name in self._gone and self._paragraphs:
                self._paragraphs[-1].joins = True
        elif self._names[-2:-1] == ["w:r"]:
            self._run.take(event, self._styles)

    @property
    def _hides(self) -> bool:
        """Whether the text that follows is not visible to readers of the document."""
        if not self._paragraphs or self._fields.hides:
            return True
        return self._run.is_hidden(self._paragraphs[-1].style, self._styles)

    def _begin_text(self, event: xml.Start) -> None:
        if self._hides or event.is_empty:
            if self._paragraphs and not self._fields.hides:
                # Without it, the space before it is not one before the mark that follows it.
                self.collector.add(PieceRole.NOTE, "", event.start, event.end)
            return
        self._text_at = self.collector.mark
        self._trims = event.get("xml:space") != "preserve" and not self._keeps_spaces

    def _piece(self, piece: xml.CharacterData) -> None:
        paragraph = self._paragraphs[-1]
        if self._run.code:
            self.collector.object(piece.start, piece.end)
            return
        if is_monospaced(self._run.font) and not self._styles.is_typewritten:
            paragraph.monospaced.add(piece.start)
        style = paragraph.style
        opaque, plain = self._run.is_opaque(style, self._styles), not self._run.emphasised
        if piece.literal:
            self.collector.text(piece.text, piece.start, opaque=opaque, plain=plain)
        else:
            role = PieceRole.OPAQUE if opaque else PieceRole.TEXT
            self.collector.add(role, piece.text, piece.start, piece.end)

    def _end_text(self) -> None:
        if self._text_at is not None and self._trims:
            self.collector.trim(self._text_at, _WHITESPACE)
        self._text_at = None

    def _in_run(self, event: xml.Start) -> None:
        """Take an element of a run other than text."""
        if event.name == "w:rPr" or self._hides:
            return
        add, start, end = self.collector.add, event.start, event.end
        match event.name:
            case "w:tab" | "w:ptab":
                add(PieceRole.TEXT, "\t", start, end)
            case "w:br" | "w:cr":
                add(PieceRole.BREAK, "\n", start, end)
            case "w:noBreakHyphen":
                add(PieceRole.TEXT, "\N{NON-BREAKING HYPHEN}", start, end)
            case "w:footnoteReference" | "w:endnoteReference":
                add(PieceRole.NOTE, "", start, end)
            case "w:sym":
                add(PieceRole.OPAQUE, OBJECT, start, end)

    # Boxes, pictures, placeholders

    def _begin_box(self, event: xml.Start) -> None:
        self.collector.open()
        self._boxed.append((self._fields, self._run))
        self._fields = Fields()

    def _end_box(self) -> None:
        self._flush()
        self.collector.close()
        self._fields, self._run = self._boxed.pop()

    def _begin_drawing(self, event: xml.Start) -> None:
        if self._drawing < 0:
            self._drawing, self._has_picture = event.start, False

    def _picture(self, event: xml.Start) -> None:
        self._has_picture = True

    def _end_drawing(self, end: int) -> None:
        if self._drawing >= 0 and not {"w:drawing", "w:pict"} & set(self._names):
            if self._has_picture and self._paragraphs:
                self.collector.image(self._drawing, end)
            self._drawing = -1

    def _alt_text(self, event: xml.Start) -> None:
        if not self._paragraphs or self._hides:
            return
        names = ("descr", "title") if event.name == "wp:docPr" else ("alt", "title")
        for name, kind in zip(names, (BlockKind.ALT_TEXT, BlockKind.IMAGE_TITLE), strict=True):
            self.collector.label(kind, event.pieces(name), "attribute")

    def _placeholder(self, event: xml.Start) -> None:
        """Take a content control that shows only placeholder text, or a table of contents."""
        if event.name == "w:showingPlcHdr":
            self._placeholders[-1] = is_on(event)
        elif event.name == "w:docPartGallery" and event.get("w:val") == _CONTENTS:
            self._placeholders[-1] = True
