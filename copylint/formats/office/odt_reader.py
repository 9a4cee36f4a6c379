"""Reads the parts of an OpenDocument text that hold prose (OASIS OpenDocument 1.3, part 3)."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from copylint.core.blocks import BlockKind, PackagePart
from copylint.formats.draft import OBJECT, PieceRole
from copylint.formats.office.collector import Collector
from copylint.formats.office.language_tags import is_foreign
from copylint.formats.office.odt_styles import PREFIXES, OdtStyles
from copylint.formats.xml import events as xml
from copylint.formats.xml.event_reader import events

_WHITESPACE = re.compile("[ \t\r\n]+")
# Elements that readers do not see at their place, or that repeat text from elsewhere.
_SKIPPED = frozenset(
    (
        *("office:annotation", "office:forms", "office:settings", "office:scripts"),
        *("text:tracked-changes", "text:note-citation", "text:ruby-text", "text:placeholder"),
        *("text:table-of-content", "text:illustration-index", "text:table-index"),
        *("text:alphabetical-index", "text:user-index", "text:object-index"),
        *("text:bibliography", "text:hidden-text", "text:hidden-paragraph"),
        *("text:sequence-decls", "text:variable-decls", "text:user-field-decls"),
    )
)
# Shapes with paragraphs of their own.
_BOXES = frozenset(
    (
        *("draw:text-box", "draw:custom-shape", "draw:rect", "draw:ellipse", "draw:circle"),
        *("draw:line", "draw:polygon", "draw:path", "draw:caption", "text:note-body"),
    )
)
_PARAGRAPHS = ("text:p", "text:h")


@dataclass(slots=True)
class _Text:
    """A paragraph, a heading or a span, with the effect of its style on its text."""

    name: str
    style: str
    hidden: bool
    opaque: bool
    emphasised: bool
    code: bool
    level: int = 0


class OdtReader:
    """Takes the events of one part after another and passes paragraphs to a collector."""

    def __init__(self, path: str, source: str, styles: OdtStyles) -> None:
        self._path, self._source, self._styles = path, source, styles
        self.collector = Collector(source)
        self._has_headline = False
        self._starts: dict[str, Callable[[xml.Start], None]] = {
            "text:p": self._begin_text,
            "text:h": self._begin_text,
            "text:span": self._begin_text,
            "text:s": self._spaces,
            "text:tab": lambda event: self._add(PieceRole.TEXT, "\t", event),
            "text:line-break": lambda event: self._add(PieceRole.BREAK, "\n", event),
            "text:note": lambda event: self._add(PieceRole.NOTE, "", event),
            "draw:frame": self._begin_frame,
            "draw:image": self._picture,
            "draw:object": lambda event: self._add(PieceRole.OPAQUE, OBJECT, event),
            "text:list": lambda event: self._lists.append(True),
            "table:table-header-rows": lambda event: self._heads.append(True),
            "svg:title": self._begin_label,
            "svg:desc": self._begin_label,
            **dict.fromkeys(_BOXES, self._open),
        }
        self._ends: dict[str, Callable[[xml.End], None]] = {
            "text:p": self._end_paragraph,
            "text:h": self._end_paragraph,
            "text:span": lambda event: self._drop(self._texts),
            "draw:frame": self._end_frame,
            "text:list": lambda event: self._drop(self._lists),
            "table:table-header-rows": lambda event: self._drop(self._heads),
            "svg:title": self._end_label,
            "svg:desc": self._end_label,
            **dict.fromkeys(_BOXES, self._close),
        }

    def read(self, part: PackagePart) -> None:
        """Read a part; of a part that has only styles, read the headers and footers."""
        self._names: list[str] = []
        self._texts: list[_Text] = []
        self._outer: list[tuple[list[_Text], bool]] = []
        self._lists: list[bool] = []
        self._heads: list[bool] = []
        self._frames: list[tuple[int, bool]] = []
        self._label: list[xml.CharacterData] | None = None
        # Whether the text so far ends in a space, so that another is ignored.
        self._space = True
        skipped = 0
        told = events(
            self._path, self._source, PREFIXES, start=part.start, end=part.end, part=part.name
        )
        for event in told:
            if isinstance(event, xml.Start):
                if skipped or event.name in _SKIPPED:
                    skipped += 1
                    continue
                if event.name.startswith("style:"):
                    self._styles.take(event, self._names[-1] if self._names else "")
                handler = self._starts.get(event.name)
                if handler is not None:
                    handler(event)
                self._names.append(event.name)
            elif isinstance(event, xml.End):
                if skipped:
                    skipped -= 1
                    continue
                self._names.pop()
                ended = self._ends.get(event.name)
                if ended is not None:
                    ended(event)
            elif isinstance(event, xml.CharacterData) and not skipped:
                self._piece(event)
        self.collector.end(BlockKind.PARAGRAPH)  # text outside paragraphs

    @staticmethod
    def _drop(stack: list[_Text] | list[bool]) -> None:
        if stack:
            stack.pop()

    # Text

    def _begin_text(self, event: xml.Start) -> None:
        style, styles = event.get("text:style-name"), self._styles
        family = "text" if event.name == "text:span" else "paragraph"
        outer = self._texts[-1] if self._texts else None
        looks = styles.looks(family, style)
        level = event.get("text:outline-level", "1") if event.name == "text:h" else ""
        self._texts.append(
            _Text(
                event.name,
                style,
                looks.hidden or (outer is not None and outer.hidden),
                is_foreign(looks.language)
                if looks.language
                else outer is not None and outer.opaque,
                looks.emphasised or (outer is not None and outer.emphasised),
                looks.code or (outer is not None and outer.name == "text:span" and outer.code),
                int(level) if level.isdecimal() else 0,
            )
        )
        if event.name in _PARAGRAPHS:
            self._space = True

    def _piece(self, piece: xml.CharacterData) -> None:
        if self._label is not None:
            self._label.append(piece)
            return
        now = self._texts[-1] if self._texts else None
        if now is None:
            return
        if now.hidden:
            self.collector.add(PieceRole.NOTE, "", piece.start, piece.end)
            return
        if now.code and now.name == "text:span":
            self._space = False
            self.collector.object(piece.start, piece.end)
            return
        if not piece.literal or piece.cdata:
            self._space = False
            role = PieceRole.OPAQUE if now.opaque else PieceRole.TEXT
            if piece.text in " \t\r\n":
                self._collapse(piece.start, piece.end)
            else:
                self.collector.add(role, piece.text, piece.start, piece.end)
            return
        at = 0
        for run in _WHITESPACE.finditer(piece.text):
            self._letters(piece.text[at : run.start()], piece.start + at, now)
            self._collapse(piece.start + run.start(), piece.start + run.end())
            at = run.end()
        self._letters(piece.text[at:], piece.start + at, now)

    def _letters(self, text: str, start: int, now: _Text) -> None:
        if text:
            self._space = False
            self.collector.text(text, start, opaque=now.opaque, plain=not now.emphasised)

    def _collapse(self, start: int, end: int) -> None:
        """Add spaces: a run counts as one, or none after a space or at the beginning (6.1.2)."""
        if not self._space:
            self.collector.add(PieceRole.TEXT, " ", start, end)
        self._space = True

    def _add(self, role: PieceRole, text: str, event: xml.Start) -> None:
        now = self._texts[-1] if self._texts else None
        if now is not None and not now.hidden:
            self.collector.add(role, text, event.start, event.end)
            if role is not PieceRole.NOTE:
                self._space = False

    def _spaces(self, event: xml.Start) -> None:
        count = event.get("text:c", "1")
        number = min(int(count), 1000) if count.isdecimal() else 1
        self._add(PieceRole.TEXT, " " * number, event)

    def _end_paragraph(self, event: xml.End) -> None:
        text = self._texts.pop()
        kind, depth = self._kind_of(text)
        if "office:master-styles" in self._names:
            foot = any(name.startswith("style:footer") for name in self._names)
            self.collector.end(BlockKind.FRONT_MATTER, field="footer" if foot else "header")
        elif text.name in _PARAGRAPHS:
            self.collector.end(kind, depth=depth, is_code=text.code)

    def _kind_of(self, text: _Text) -> tuple[BlockKind, int]:
        if "text:note-body" in self._names:
            return BlockKind.FOOTNOTE, 0
        kind, depth = self._styles.kind(text.style)
        if text.level and kind is not BlockKind.HEADLINE:
            kind, depth = BlockKind.SUBHEAD, text.level
        if "table:table-cell" in self._names and kind not in (BlockKind.CAPTION, BlockKind.CREDIT):
            return BlockKind.TABLE_CELL, len(self._heads)
        if self._lists and kind in (None, BlockKind.LIST_ITEM):
            return BlockKind.LIST_ITEM, len(self._lists)
        if kind is BlockKind.LIST_ITEM and not self._lists:
            kind, depth = None, 0
        if kind is BlockKind.HEADLINE or (kind is BlockKind.SUBHEAD and depth == 1):
            kind = BlockKind.SUBHEAD if self._has_headline else BlockKind.HEADLINE
            self._has_headline = self._has_headline or self.collector.has_text
        return kind or BlockKind.PARAGRAPH, depth

    # Notes, boxes, pictures

    def _open(self, event: xml.Start) -> None:
        self.collector.open()
        self._outer.append((self._texts, self._space))
        self._texts = []

    def _close(self, event: xml.End) -> None:
        self.collector.close()
        self._texts, self._space = self._outer.pop()

    def _begin_frame(self, event: xml.Start) -> None:
        self._frames.append((event.start, False))

    def _picture(self, event: xml.Start) -> None:
        if self._frames:
            self._frames[-1] = (self._frames[-1][0], True)

    def _end_frame(self, event: xml.End) -> None:
        start, has_picture = self._frames.pop()
        if has_picture and self._texts:
            self.collector.image(start, event.end)

    def _begin_label(self, event: xml.Start) -> None:
        self._label = []

    def _end_label(self, event: xml.End) -> None:
        kind = BlockKind.IMAGE_TITLE if event.name == "svg:title" else BlockKind.ALT_TEXT
        self.collector.label(kind, self._label or [], "xml")
        self._label = None
