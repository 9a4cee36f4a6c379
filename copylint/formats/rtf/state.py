"""The state of an RTF reader: a group's properties, the fonts, the styles."""

from __future__ import annotations

from dataclasses import dataclass, field

from copylint.core.blocks import BlockKind
from copylint.formats.office.style_names import is_code, is_contents, is_monospaced, kind_named
from copylint.formats.rtf.tokens import CHARSETS, codec


@dataclass(slots=True)
class RtfGroup:
    """What holds inside a group, as far as it concerns the text.

    ``skip``: how many characters follow ``\\u`` for programs that do not know it. ``leaves``: what
    to do at its end.
    """

    hidden: bool = False
    #: Whether the text is in the document but not visible: struck out, hidden or deleted.
    gone: bool = False
    emphasised: bool = False
    font: int = -1
    style: str = ""
    skip: int = 1
    leaves: str = ""


@dataclass(slots=True)
class RtfParagraph:
    """The properties of the paragraph: style, outline level, whether it is in a list or a table."""

    style: int = 0
    level: int | None = None
    is_list: bool = False
    in_table: bool = False


@dataclass(slots=True)
class Tables:
    """The fonts and styles of the document; ``page`` is the codec of text in no known font."""

    page: str = "cp1252"
    pages: dict[int, str] = field(default_factory=dict)
    names: dict[int, str] = field(default_factory=dict)
    styles: dict[int, str] = field(default_factory=dict)
    characters: dict[int, str] = field(default_factory=dict)

    def codec_of(self, font: int) -> str:
        """The codec of text in the font."""
        return self.pages.get(font, self.page)

    def set_charset(self, font: int, charset: int) -> None:
        """Take the character set of a font."""
        if charset in CHARSETS and charset:
            self.pages[font] = codec(CHARSETS[charset])

    def is_code(self, style: int) -> bool:
        """Whether the paragraph style is one for code."""
        return is_code(self.styles.get(style, ""))

    def is_code_style(self, style: int) -> bool:
        """Whether the character style is one for code."""
        return is_code(self.characters.get(style, ""))

    def is_monospaced(self, font: int) -> bool:
        """Whether the letters of the font have one width."""
        return is_monospaced(self.names.get(font, ""))

    def kind_of(self, paragraph: RtfParagraph) -> tuple[BlockKind | None, int]:
        """The kind and level of the paragraph; None for a line of a table of contents."""
        name = self.styles.get(paragraph.style, "")
        if is_contents(name):
            return None, 0
        kind, level = kind_named(name)
        if kind is None and paragraph.level is not None:
            kind, level = BlockKind.SUBHEAD, paragraph.level + 1
        if kind in (None, BlockKind.LIST_ITEM) and paragraph.is_list:
            return BlockKind.LIST_ITEM, 1
        if kind is None and paragraph.in_table:
            return BlockKind.TABLE_CELL, 0
        return kind or BlockKind.PARAGRAPH, level
