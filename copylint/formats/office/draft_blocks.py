"""Turns the drafts of an office document into blocks."""

from __future__ import annotations

from copylint.core.blocks import BlockKind
from copylint.formats.base import DocumentBuilder
from copylint.formats.draft import Draft, split_lines
from copylint.formats.furniture_detection import FurnitureCandidate, furniture, headings


def emit(builder: DocumentBuilder, drafts: list[Draft]) -> None:
    """Pass the drafts to ``builder``; if no style marks headings, they are guessed."""
    parts = [part for draft in drafts for part in split_lines(draft)]
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
