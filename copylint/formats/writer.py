"""Collects the blocks of a marked-up article in the order a parser finds them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from copylint.core.blocks import BlockKind, Comment
from copylint.core.span import SourceSpan
from copylint.formats.draft import OBJECT, Draft, PieceRole, TextPiece, tidy
from copylint.formats.templates import NOTHING, PLACEHOLDER

_SPECIAL = re.compile(
    rf"{PLACEHOLDER}+|{NOTHING}+|(?:https?://|www\.)[^\s<>\"”{PLACEHOLDER}{NOTHING}]*"
    rf"[^\s<>\"”.,;:!?)\]'’{PLACEHOLDER}{NOTHING}]"
)
_MAYBE_SPECIAL = re.compile(rf"[{PLACEHOLDER}{NOTHING}]|://|www\.")


class Container(NamedTuple):
    """An element around blocks: the kind that it gives them, and its level."""

    kind: BlockKind
    depth: int = 0


class BlockWriter:
    """The drafts of an article's blocks, and the block under construction.

    ``masked`` is ``source`` with template tags masked (see ``templates``); all offsets
    are code points of either.
    """

    def __init__(self, source: str, masked: str) -> None:
        self.source, self.masked = source, masked
        self.drafts: list[Draft] = []
        self.comments: list[Comment] = []
        self.images: list[SourceSpan] = []
        #: The open elements around the block under construction, innermost last.
        self.containers: list[Container] = []
        #: More than 0 while the incoming text is not prose.
        self.hidden = 0
        #: How text is escaped in the blocks that follow, if not in the format's own way.
        self.written: tuple[str, ...] = ()
        #: Whether text after an image may be its caption; False in a format that marks captions.
        self.guesses_captions = True
        #: More than 0 inside italics or bold.
        self.emphasis = 0
        self._pieces: list[TextPiece] = []
        self._is_plain = False
        # An image's text is collected separately from the paragraph around it.
        self._outer: list[list[TextPiece]] = []
        self._image_texts: list[Draft] = []
        self._had_image = False
        self._near_image = False

    def add(self, role: PieceRole, text: str, start: int, end: int) -> None:
        """Append ``text`` for ``start`` to ``end``."""
        if not self.hidden:
            self._pieces.append(TextPiece(role, text, start, end))

    def text(self, value: str, start: int, end: int) -> None:
        """Append text that the parser read as ``value``, separating addresses and masked tags."""
        if self.hidden:
            return
        if not self.emphasis and not self._outer and not value.isspace():
            self._is_plain = True
        if end - start != len(value) or not self.masked.startswith(value, start):
            self._pieces.append(TextPiece(PieceRole.TEXT, value, start, end))
        elif _MAYBE_SPECIAL.search(value):
            self._pieces += self._special(value, start)
        else:
            self._pieces.append(TextPiece(PieceRole.TEXT, self.source[start:end], start, end))

    def _special(self, value: str, start: int) -> Iterator[TextPiece]:
        at = 0
        for match in _SPECIAL.finditer(value):
            first, last = match.span()
            if at < first:
                yield self._literal(PieceRole.TEXT, start + at, start + first)
            if value[first] == PLACEHOLDER:
                yield TextPiece(PieceRole.OPAQUE, OBJECT, start + first, start + last)
            elif value[first] == NOTHING:
                yield TextPiece(PieceRole.GAP, "", start + first, start + last)
            else:
                yield self._literal(PieceRole.OPAQUE, start + first, start + last)
            at = last
        if at < len(value):
            yield self._literal(PieceRole.TEXT, start + at, start + len(value))

    def _literal(self, role: PieceRole, start: int, end: int) -> TextPiece:
        return TextPiece(role, self.source[start:end], start, end)

    def flush(self) -> None:
        """End the block under construction, if any; the texts of its images follow it."""
        if not self._pieces and not self._image_texts:
            return
        pieces = tidy(self._pieces, self.source)
        if pieces:
            kind, depth = self.containers[-1] if self.containers else Container(BlockKind.PARAGRAPH)
            self.drafts.append(
                Draft(
                    kind,
                    pieces,
                    depth,
                    near_image=self.guesses_captions
                    and (self._near_image or self._begins_with_image()),
                    emphasised=not self._is_plain,
                    written=self.written,
                )
            )
            self._near_image = False
        if self._had_image:
            self._near_image = not pieces
        self.drafts += self._image_texts
        self._pieces, self._image_texts = [], []
        self._had_image = self._is_plain = False

    def _begins_with_image(self) -> bool:
        if not self._had_image:
            return False
        first = next((piece for piece in self._pieces if piece.role is not PieceRole.GAP), None)
        return first is not None and first.role is PieceRole.BREAK

    def begin_image(self) -> None:
        """Begin an image: everything up to ``end_image`` is its text."""
        self._outer.append(self._pieces)
        self._pieces = []

    def end_image(self, start: int, end: int, title: list[TextPiece]) -> None:
        """End an image at ``start`` to ``end``."""
        alt, self._pieces = self._pieces, self._outer.pop()
        if self._outer:
            # An image inside an image's text is a part of that text.
            self._pieces += alt
        else:
            self.image(alt, title, start, end)

    def image(self, alt: list[TextPiece], title: list[TextPiece], start: int, end: int) -> None:
        """Add an image with its texts at this place in the block under construction."""
        if self.hidden:
            return
        for kind, pieces in ((BlockKind.ALT_TEXT, alt), (BlockKind.IMAGE_TITLE, title)):
            tidied = tidy(pieces, self.source)
            if tidied:
                ways = ("attribute", *self.written[1:])
                self._image_texts.append(Draft(kind, tidied, written=ways))
        self._had_image = True
        self.images.append(SourceSpan(start, end))
        self._pieces.append(TextPiece(PieceRole.GAP, "", start, end))

    def comment(self, start: int, end: int) -> None:
        """Take an HTML comment, delimiters included."""
        inner = self.source[start:end].removeprefix("<!--").removesuffix("-->").strip()
        self.comments.append(Comment(SourceSpan(start, end), inner))
