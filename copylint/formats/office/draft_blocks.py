"""Turns the drafts of an office document into blocks."""

from __future__ import annotations

from copylint.core.blocks import BlockKind
from copylint.formats.base import DocumentBuilder
from copylint.formats.draft import Draft, split_lines
from copylint.formats.furniture_detection import FurnitureCandidate, furniture, headings


def emit(builder: DocumentBuilder, drafts: list[Draft]) -> None:
    """Pass the drafts to ``builder``, without code; if no style marks headings, guess them."""
    parts = [part for draft in _without_code(drafts) for part in split_lines(draft)]
    open_kinds = [None if part.kind is BlockKind.PARAGRAPH else part.kind for part in parts]
    kinds = furniture(
        [
            FurnitureCandidate(part.text, kind, part.near_image, part.emphasised)
            for part, kind in zip(parts, open_kinds, strict=True)
        ]
    )
    if not {BlockKind.HEADLINE, BlockKind.SUBHEAD} & set(kinds):
        headings([part.text for part in parts], kinds)
    for part, kind in zip(parts, kinds, strict=True):
        part.emit(builder, kind or BlockKind.PARAGRAPH)


def _without_code(drafts: list[Draft]) -> list[Draft]:
    """The drafts that are not code.

    A document of which the greater part is in styles for code is a text that some program set so.
    """
    code = sum(len(draft.text) for draft in drafts if draft.is_code)
    if not code or 2 * code > sum(len(draft.text) for draft in drafts):
        return drafts
    return [draft for draft in drafts if not draft.is_code]
