"""The state of a Word document's reader: run, paragraph, fields."""

from __future__ import annotations

from dataclasses import dataclass, field

from copylint.core.blocks import BlockKind
from copylint.formats.office.language_tags import is_foreign
from copylint.formats.office.word_styles import WordStyles
from copylint.formats.xml.events import Start

_OFF = frozenset(("0", "false", "off", "none"))

# The outline level of body text.
_BODY = 9


def is_on(event: Start) -> bool:
    """Whether an on/off property is on (ECMA-376, part 1, 17.17.4)."""
    return event.get("w:val") not in _OFF


@dataclass(slots=True)
class RunProperties:
    """The relevant properties of a run; None means that its style decides."""

    hidden: bool | None = None
    struck: bool = False
    emphasised: bool = False
    unproved: bool = False
    language: str | None = None
    code: bool = False
    font: str = ""

    def take(self, event: Start, styles: WordStyles) -> None:
        """Take a property of the run."""
        match event.name:
            case "w:vanish":
                self.hidden = is_on(event)
            case "w:strike" | "w:dstrike":
                self.struck = is_on(event)
            case "w:b" | "w:i":
                self.emphasised = self.emphasised or is_on(event)
            case "w:noProof":
                self.unproved = is_on(event)
            case "w:lang":
                self.language = event.get("w:val")
            case "w:rFonts":
                self.font = event.get("w:ascii") or event.get("w:hAnsi")
            case "w:rStyle":
                style = event.get("w:val")
                self.code = styles.is_code(style)
                self.hidden = self.hidden or styles.is_hidden(style) or None
                self.language = self.language or styles.language(style) or None

    def is_hidden(self, style: str, styles: WordStyles) -> bool:
        """Whether its text is hidden or struck out, in a paragraph of ``style``."""
        return self.struck or (styles.is_hidden(style) if self.hidden is None else self.hidden)

    def is_opaque(self, style: str, styles: WordStyles) -> bool:
        """Whether its text must not be proofread: it is marked so, or is not in English."""
        language = styles.language(style) if self.language is None else self.language
        return self.unproved or is_foreign(language)


@dataclass(slots=True)
class Paragraph:
    """The properties of a paragraph.

    ``joins``: it has no end mark; the next one continues it. ``monospaced``: where its text in a
    typeface of one width starts.
    """

    style: str = ""
    level: int | None = None
    is_list: bool | None = None
    list_depth: int = 0
    joins: bool = False
    monospaced: set[int] = field(default_factory=set)

    def take(self, event: Start) -> None:
        """Take a property of the paragraph."""
        value = event.get("w:val")
        match event.name:
            case "w:pStyle":
                self.style = value
            case "w:outlineLvl":
                self.level = int(value) if value.isdecimal() else None
            case "w:numId":
                self.is_list = value != "0"
            case "w:ilvl":
                self.list_depth = int(value) if value.isdecimal() else 0
            case "w:framePr":
                # A drop capital is the first letter of the next paragraph.
                self.joins = event.get("w:dropCap") in ("drop", "margin")


def kind_of(paragraph: Paragraph, styles: WordStyles) -> tuple[BlockKind | None, int]:
    """The kind and level that a paragraph's properties give it; None for a line of contents."""
    style = paragraph.style or styles.default
    if styles.is_contents(style):
        return None, 0
    kind, depth = styles.kind(style)
    if paragraph.level is not None and paragraph.level < _BODY:
        kind, depth = BlockKind.SUBHEAD, paragraph.level + 1
    if kind is None or kind is BlockKind.LIST_ITEM:
        listed = kind is not None if paragraph.is_list is None else paragraph.is_list
        if listed:
            return BlockKind.LIST_ITEM, paragraph.list_depth + 1
        return BlockKind.PARAGRAPH, 0
    return kind, depth


@dataclass(slots=True)
class Fields:
    """The open fields, and for each whether its instructions have ended."""

    shows_result: list[bool] = field(default_factory=list)

    @property
    def hides(self) -> bool:
        """Whether text here is a field's instructions."""
        return not all(self.shows_result)

    def take(self, event: Start) -> None:
        """Take a mark of a field's beginning, middle or end."""
        kind = event.get("w:fldCharType")
        if kind == "begin":
            self.shows_result.append(False)
        elif self.shows_result and kind == "separate":
            self.shows_result[-1] = True
        elif self.shows_result and kind == "end":
            self.shows_result.pop()


@dataclass(slots=True)
class Row:
    """A table's row. ``is_gone``: a tracked change deletes it."""

    is_heading: bool = False
    is_gone: bool = False
