"""What the ranges of paragraph and character styles in InDesign say of the text in them."""

from __future__ import annotations

import re
from typing import NamedTuple
from urllib.parse import unquote

from copylint.core.blocks import BlockKind
from copylint.formats.office.style_names import is_code, kind_named
from copylint.formats.xml.events import Start

_EMPHASIS = re.compile(r"bold|italic|oblique|black|heavy", re.IGNORECASE)
_LANGUAGE = re.compile(r"\$ID/(?!\[)(?!English\b)\w")


class ParagraphRange(NamedTuple):
    """A range of paragraphs in one style; ``is_inside``: it is a part of one, in a change."""

    kind: BlockKind = BlockKind.PARAGRAPH
    depth: int = 0
    is_code: bool = False
    is_foreign: bool = False
    is_inside: bool = False


class TextRange(NamedTuple):
    """A range of letters; ``is_foreign`` is None if it names no language of its own."""

    is_emphasised: bool
    is_struck: bool
    is_code: bool
    is_foreign: bool | None


def paragraph_range(event: Start, *, is_inside: bool) -> ParagraphRange:
    """What a ``ParagraphStyleRange`` says."""
    name = _name(event.get("AppliedParagraphStyle"))
    kind, depth = kind_named(name)
    listed = event.get("BulletsAndNumberingListType", "NoList") != "NoList"
    if kind is None and listed:
        kind, depth = BlockKind.LIST_ITEM, 1
    foreign = _is_foreign(event.get("AppliedLanguage")) or False
    return ParagraphRange(kind or BlockKind.PARAGRAPH, depth, is_code(name), foreign, is_inside)


def text_range(event: Start) -> TextRange:
    """What a ``CharacterStyleRange`` says."""
    style = event.get("FontStyle")
    return TextRange(
        _EMPHASIS.search(style) is not None,
        event.get("StrikeThru") == "true",
        is_code(_name(event.get("AppliedCharacterStyle"))),
        _is_foreign(event.get("AppliedLanguage")),
    )


def _name(style: str) -> str:
    """The name of a style without the groups that it is in: ``ParagraphStyle/News%3aHeadline``."""
    name = unquote(style.partition("/")[2]).removeprefix("$ID/")
    return name.rpartition(":")[2]


def _is_foreign(language: str) -> bool | None:
    """Whether a language is another than English; None if none is named."""
    if not language or language == "n":
        return None
    return _LANGUAGE.match(language) is not None
