"""Turns the events of a Markdown parser into drafts of blocks."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING, Any

from copylint.core.blocks import BlockKind
from copylint.formats.draft import OBJECT, PieceRole, TextPiece
from copylint.formats.html_reader import HtmlReader
from copylint.formats.offsets import CodePoints
from copylint.formats.templates import NOTHING, PLACEHOLDER
from copylint.formats.writer import BlockWriter, Container

if TYPE_CHECKING:
    from pyromark.event import Event

_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])|&(?:#\w{1,8}|\w{2,32});")
_TITLE = re.compile(
    r"\s(\"(?:[^\"\\]|\\.)*+\"|'(?:[^'\\]|\\.)*+'|\((?:[^()\\]|\\.)*+\))\s*+\)\Z", re.DOTALL
)
_TAGS = re.compile(f"[{PLACEHOLDER}{NOTHING}]")
# The parser takes "$5 to $6" for mathematics.
_MONEY = re.compile(r"\d[^\\^_={}]*$")
_INSIDE = frozenset(("Emphasis", "Strong", "Strikethrough", "Link", "Image"))
_NOT_PROSE = frozenset(("CodeBlock", "MetadataBlock"))
_CONTAINERS = {
    "BlockQuote": BlockKind.QUOTATION,
    "FootnoteDefinition": BlockKind.FOOTNOTE,
    "TableCell": BlockKind.TABLE_CELL,
}


class Assembler:
    """Takes the events of one article in order and passes its blocks to ``writer``.

    The parser's offsets are bytes of the article; ``code_point`` converts them to code points,
    and ``shift`` is the offset at which the article begins in the source.
    """

    def __init__(self, writer: BlockWriter, code_point: CodePoints, shift: int) -> None:
        self._writer = writer
        self._html = HtmlReader(writer)
        self._code_point, self._shift = code_point, shift
        self._list_depth = 0
        self._depths: list[int] = []
        self._has_headline = False
        self._in_table_head = False
        self._autolink = False
        self._image_titles: list[str] = []
        self._html_lines: list[tuple[int, int]] = []

    def take(self, event: Event, start_byte: int, end_byte: int) -> None:
        """Take the next event and the bytes that it covers."""
        start = self._code_point(start_byte) + self._shift
        end = self._code_point(end_byte) + self._shift
        writer = self._writer
        if isinstance(event, str):
            if event in ("SoftBreak", "HardBreak"):
                writer.add(PieceRole.BREAK, "\n", start, end)
            elif event == "Rule":
                self._flush()
            return
        name: str
        value: Any
        name, value = next(iter(event.items()))
        if name == "Text":
            if self._autolink:
                writer.add(PieceRole.OPAQUE, writer.source[start:end], start, end)
            else:
                writer.text(value, start, end)
        elif name == "Start":
            tag, detail = (value, None) if isinstance(value, str) else next(iter(value.items()))
            if tag in _INSIDE:
                self._start_inside(tag, detail)
            else:
                self._start_block(tag, detail)
        elif name == "End":
            tag = value if isinstance(value, str) else next(iter(value))
            if tag in _INSIDE:
                self._end_inside(tag, start, end)
            else:
                self._end_block(tag)
        else:
            self._other(name, value, start, end)

    def finish(self) -> None:
        """End the article."""
        self._flush()

    def _other(self, name: str, value: Any, start: int, end: int) -> None:
        writer = self._writer
        if name == "InlineHtml":
            self._html.inline(start, end)
        elif name == "Html":
            self._html_lines.append((start, end))
        elif name == "FootnoteReference":
            writer.add(PieceRole.NOTE, "", start, end)
        elif name == "InlineMath" and _MONEY.match(value):
            writer.text(writer.masked[start:end], start, end)
        elif name in ("Code", "InlineMath", "DisplayMath"):
            writer.add(PieceRole.OPAQUE, OBJECT, start, end)

    def _flush(self) -> None:
        self._html.end_block()
        self._writer.flush()

    def _start_block(self, tag: str, detail: Any) -> None:
        self._flush()
        if tag in _CONTAINERS:
            self._open(Container(_CONTAINERS[tag], int(self._in_table_head)))
        elif tag == "TableHead":
            self._in_table_head = True
        elif tag == "Heading":
            self._html.close_all()
            level = int(detail["level"][1])
            is_headline = level == 1 and not self._has_headline
            self._has_headline = self._has_headline or is_headline
            kind = BlockKind.HEADLINE if is_headline else BlockKind.SUBHEAD
            self._open(Container(kind, level))
        elif tag == "List":
            self._list_depth += 1
        elif tag == "Item":
            self._open(Container(BlockKind.LIST_ITEM, self._list_depth))
        elif tag in _NOT_PROSE:
            self._writer.hidden += 1
        elif tag == "HtmlBlock":
            self._html_lines = []

    def _open(self, container: Container) -> None:
        self._depths.append(len(self._writer.containers))
        self._writer.containers.append(container)

    def _end_block(self, tag: str) -> None:
        if tag == "HtmlBlock":
            self._writer.written = ("html",)
            self._html.block(self._html_lines)
        self._flush()
        self._writer.written = ()
        if tag in _CONTAINERS or tag in ("Heading", "Item"):
            # It also closes the HTML elements that were opened inside it and left open.
            del self._writer.containers[self._depths.pop() :]
        elif tag == "List":
            self._list_depth -= 1
        elif tag == "TableHead":
            self._in_table_head = False
        elif tag in _NOT_PROSE:
            self._writer.hidden -= 1

    def _start_inside(self, tag: str, detail: Any) -> None:
        writer = self._writer
        if tag == "Image":
            self._image_titles.append(detail["title"] if detail["link_type"] == "Inline" else "")
            writer.begin_image()
        elif tag == "Link":
            self._autolink = detail["link_type"] in ("Autolink", "Email")
        elif tag == "Strikethrough":
            writer.hidden += 1
        else:
            writer.emphasis += 1

    def _end_inside(self, tag: str, start: int, end: int) -> None:
        writer = self._writer
        if tag == "Image":
            title = self._image_titles.pop()
            writer.end_image(start, end, self._title(title, start, end) if title else [])
        elif tag == "Link":
            self._autolink = False
        elif tag == "Strikethrough":
            writer.hidden -= 1
            writer.add(PieceRole.NOTE, "", start, end)
        else:
            writer.emphasis = max(0, writer.emphasis - 1)

    def _title(self, title: str, start: int, end: int) -> list[TextPiece]:
        """An image's title with its places; empty unless the source has exactly that text."""
        masked = self._writer.masked
        # Nested images must not be searched repeatedly: no escape is longer than six characters.
        window = max(start, end - 6 * len(title) - 50)
        found = _TITLE.search(masked, window, end)
        if found is None:
            return []
        pieces: list[TextPiece] = []
        at, last = found.span(1)
        at, last = at + 1, last - 1
        for escape in _ESCAPE.finditer(masked, at, last):
            if at < escape.start():
                pieces.append(
                    TextPiece(PieceRole.TEXT, masked[at : escape.start()], at, escape.start())
                )
            text = escape.group(1) or unescape(escape.group())
            pieces.append(TextPiece(PieceRole.TEXT, text, escape.start(), escape.end()))
            at = escape.end()
        if at < last:
            pieces.append(TextPiece(PieceRole.TEXT, masked[at:last], at, last))
        is_exact = "".join(piece.text for piece in pieces) == title
        return pieces if is_exact and not _TAGS.search(title) else []
