"""Paragraphs of WordPress's classic editor, which stores a blank line where HTML needs a tag.

WordPress puts the tags in when it shows the post (``wpautop``); an export has the post as stored.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from copylint.formats.draft import PieceRole, TextPiece
from copylint.formats.html import tokens
from copylint.formats.nested import NestedText

_BLANK_LINE = re.compile(r"\n[ \t\r]*\n\s*")
# The comments that the block editor puts around its blocks, which have tags of their own.
_BLOCKS = "<!-- wp:"


def with_paragraphs(pieces: Sequence[TextPiece]) -> Sequence[TextPiece]:
    """``pieces`` of HTML with the tag of a paragraph after each blank line of its text.

    Preformatted text stays as it is, as does a post of the block editor.
    """
    view = NestedText(pieces)
    if _BLOCKS in view.text:
        return pieces
    divided: list[TextPiece] = []
    at = 0
    for end in [*_ends_of_blank_lines(view.text), len(view.text)]:
        divided += (TextPiece(PieceRole.TEXT, *each) for each in view.parts(at, end))
        if end < len(view.text):
            point = view.source(at, end).end
            divided.append(TextPiece(PieceRole.TEXT, "<p>", point, point))
        at = end
    return divided


def _ends_of_blank_lines(text: str) -> list[int]:
    ends: list[int] = []
    preformatted = 0
    for token in tokens(text):
        if token.name == "pre":
            preformatted = max(0, preformatted + (1 if token.kind == "open" else -1))
        elif token.kind == "text" and not preformatted:
            found = _BLANK_LINE.finditer(text, token.start, token.end)
            ends += (each.end() for each in found)
    return ends
