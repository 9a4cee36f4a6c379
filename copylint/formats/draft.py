"""Drafts of blocks: pieces of text with their places, tidied before they reach a document."""

from __future__ import annotations

import re
from enum import IntEnum
from typing import NamedTuple

from copylint.core.blocks import BlockKind
from copylint.core.record import field, record, replace
from copylint.formats.base import DocumentBuilder
from copylint.formats.furniture_detection import FurnitureCandidate, furniture, split_captions

#: Stands for inline code, mathematics and other things that are not prose: OBJECT
#: REPLACEMENT CHARACTER, which is neither a letter nor a space nor a mark of punctuation.
OBJECT = "\ufffc"


class PieceRole(IntEnum):
    """What a piece means for the text around it."""

    TEXT = 1
    #: Not prose, but it holds a place in the sentence.
    OPAQUE = 2
    #: The end of a line inside a block.
    BREAK = 3
    #: Something without text (a tag, an image): the spaces on either side count as one.
    GAP = 4
    #: A gap before which a space belongs to what is gone, not to the sentence (a footnote's mark,
    #: struck-out text).
    NOTE = 5


class TextPiece(NamedTuple):
    """``text`` for the code points ``start`` to ``end`` of the source."""

    role: PieceRole
    text: str
    start: int
    end: int


@record(frozen=False)
class Draft:
    """A future block: its kind so far and its pieces in source order.

    ``written`` is how text in it is escaped. ``near_image`` and ``emphasised`` are evidence
    for a caption: a picture comes right before the block, or all its text is set in italics or
    bold. ``is_code``: its style is one for code.
    """

    kind: BlockKind
    pieces: list[TextPiece] = field(default_factory=list)
    depth: int = 0
    field: str = ""
    near_image: bool = False
    emphasised: bool = False
    written: tuple[str, ...] = ()
    is_code: bool = False

    @property
    def text(self) -> str:
        """The draft's text."""
        return "".join(piece.text for piece in self.pieces)

    def emit(self, builder: DocumentBuilder, kind: BlockKind) -> None:
        """Pass the draft to ``builder`` as a block of ``kind``."""
        for piece in self.pieces:
            builder.replaced(
                piece.text, piece.start, piece.end, opaque=piece.role is PieceRole.OPAQUE
            )
        builder.end_block(kind, depth=self.depth, field=self.field, written=self.written)


_WHITESPACE = " \t\r\n"
_PREFIX = re.compile(r"[ \t>]*")
_CLOSING = (".", ",", ";", ":", "!", "?", ")", "”", "’")


def tidy(pieces: list[TextPiece], source: str) -> list[TextPiece]:
    """``pieces`` without gaps, spaces at either end, and spaces doubled by a gap.

    A break takes in the indent and quotation marks with which the next line begins, so
    that an edit that removes the break removes them too. Empty if no prose is left.
    """
    tidied: list[TextPiece] = []
    gap: PieceRole | None = None
    for index, piece in enumerate(pieces):
        if piece.role >= PieceRole.GAP:
            gap = piece.role if gap is not PieceRole.NOTE else gap
            continue
        if piece.role is PieceRole.BREAK:
            if not tidied or tidied[-1].role is PieceRole.BREAK:
                continue
            if tidied[-1].text[-1] in " \t":
                _trim_end(tidied)
                if not tidied:
                    continue
            limit = next((p.start for p in pieces[index + 1 : index + 2]), piece.end)
            prefix = _PREFIX.match(source, piece.end, max(piece.end, limit))
            piece = piece._replace(end=prefix.end() if prefix else piece.end)
        elif piece.role is PieceRole.TEXT:
            if gap is not None or not tidied or tidied[-1].role is PieceRole.BREAK:
                piece = _join(tidied, piece, gap)
            if not piece.text:
                continue
        gap = None
        tidied.append(piece)
    _trim_end(tidied)
    return tidied if _has_prose(tidied) else []


def _has_prose(pieces: list[TextPiece]) -> bool:
    return any(piece.role is PieceRole.TEXT and not piece.text.isspace() for piece in pieces)


def _trim_end(pieces: list[TextPiece]) -> None:
    """Take the spaces off the end of ``pieces``."""
    while pieces:
        text = pieces[-1].text.rstrip(_WHITESPACE)
        if text:
            pieces[-1] = _cut(pieces[-1], 0, len(text))
            return
        pieces.pop()


def _join(tidied: list[TextPiece], piece: TextPiece, gap: PieceRole | None) -> TextPiece:
    """``piece`` as it follows ``tidied`` with ``gap`` between them: one space there, not two."""
    if not tidied or tidied[-1].text[-1:] in _WHITESPACE:
        text = piece.text.lstrip(_WHITESPACE)
        piece = _cut(piece, len(piece.text) - len(text), len(piece.text))
    if gap is PieceRole.NOTE and tidied and piece.text.startswith(_CLOSING):
        before = tidied[-1]
        text = before.text.rstrip(_WHITESPACE)
        if before.role is PieceRole.TEXT:
            tidied[-1:] = [_cut(before, 0, len(text))] if text else []
    return piece


def _cut(piece: TextPiece, start: int, end: int) -> TextPiece:
    """The part of ``piece``; a piece that differs in length from its source keeps its place."""
    if piece.end - piece.start != len(piece.text):
        return piece._replace(text=piece.text[start:end])
    return TextPiece(piece.role, piece.text[start:end], piece.start + start, piece.start + end)


def split_lines(draft: Draft) -> list[Draft]:
    """The draft, or several if one paragraph holds consecutive caption lines."""
    if draft.kind is not BlockKind.PARAGRAPH:
        return [draft]
    lines: list[list[TextPiece]] = [[]]
    breaks: list[TextPiece] = []
    for piece in draft.pieces:
        if piece.role is PieceRole.BREAK:
            breaks.append(piece)
            lines.append([])
        else:
            lines[-1].append(piece)
    if not breaks:
        return [draft]
    groups = split_captions(["".join(piece.text for piece in line) for line in lines])
    drafts: list[Draft] = []
    for start, end in groups:
        pieces = list(lines[start])
        for index in range(start + 1, end):
            pieces += (breaks[index - 1], *lines[index])
        if not _has_prose(pieces):
            continue
        drafts.append(replace(draft, pieces=pieces))
    return drafts


def emit(builder: DocumentBuilder, drafts: list[Draft]) -> None:
    """Pass the drafts to ``builder``; captions are told from paragraphs over the whole article."""
    parts = [part for draft in drafts for part in split_lines(draft)]
    kinds = furniture(
        [
            FurnitureCandidate(part.text, part.kind, part.near_image, part.emphasised)
            for part in parts
        ]
    )
    for part, kind in zip(parts, kinds, strict=True):
        part.emit(builder, kind or BlockKind.PARAGRAPH)
