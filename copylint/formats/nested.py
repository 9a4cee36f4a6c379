"""Prose inside a string of another format: read by its own format, placed in the outer source.

The string is decoded to a text in which every character has its place; the inner format reads
that text as if it were a file; the places it finds are then mapped to the outer source.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from copylint.core.blocks import Block, BlockKind, Comment
from copylint.core.document import Document
from copylint.core.span import SourceSpan
from copylint.formats.base import DocumentBuilder
from copylint.formats.draft import TextPiece


@dataclass(slots=True)
class NestedText:
    """The text of ``pieces``, and the place of each of its characters in the source."""

    pieces: Sequence[TextPiece]
    text: str = field(init=False)
    _starts: list[int] = field(init=False)

    def __post_init__(self) -> None:
        self.pieces = [piece for piece in self.pieces if piece.text]
        self._starts = []
        at = 0
        for piece in self.pieces:
            self._starts.append(at)
            at += len(piece.text)
        self.text = "".join(piece.text for piece in self.pieces)

    def source(self, start: int, end: int) -> SourceSpan:
        """The source characters of the text from ``start`` to ``end``."""
        if not self.pieces:
            return SourceSpan(0, 0)
        if start == end:
            point = self._end(start) if start else self._start(start)
            return SourceSpan(point, point)
        first = self._start(start)
        return SourceSpan(first, max(first, self._end(end)))

    def parts(self, start: int, end: int) -> Iterator[tuple[str, int, int]]:
        """The text from ``start`` to ``end`` in runs, each with its source.

        If a run as a whole replaces other source text, its first part gets all of that source.
        """
        index = bisect_right(self._starts, start) - 1
        while start < end:
            piece, first = self.pieces[index], self._starts[index]
            stop = min(end, first + len(piece.text))
            text = piece.text[start - first : stop - first]
            if piece.end - piece.start == len(piece.text):
                yield text, piece.start + start - first, piece.start + stop - first
            elif start == first:
                yield text, piece.start, piece.end
            else:
                yield text, piece.end, piece.end
            start = stop
            index += 1

    def _start(self, offset: int) -> int:
        index = bisect_right(self._starts, offset) - 1
        piece, first = self.pieces[index], self._starts[index]
        if piece.end - piece.start == len(piece.text):
            return piece.start + offset - first
        return piece.start if offset == first else piece.end

    def _end(self, offset: int) -> int:
        index = bisect_left(self._starts, offset) - 1
        piece, first = self.pieces[index], self._starts[index]
        if piece.end - piece.start == len(piece.text):
            return piece.start + offset - first
        return piece.end


def nest(
    builder: DocumentBuilder,
    view: NestedText,
    inner: Document,
    written: tuple[str, ...],
    way: str,
    kind: BlockKind | None = None,
    field_name: str = "",
) -> None:
    """Append the blocks of ``inner``, a document in ``view.text``, to ``builder``.

    ``written`` is how text is escaped in the inner format, ``way`` how that is escaped in the
    outer. ``kind`` is the kind of all blocks to which the markup gives no special one; without
    it they keep their kinds, except a headline: the body of an article has none.
    """
    segments = inner.segments
    starts = [segment.text.start for segment in segments]
    # Foreign blocks are put back: what is not English is decided over the whole outer document.
    blocks = sorted([*inner.blocks, *(each for each, _ in inner.foreign)], key=_begins)
    for block in blocks:
        index = bisect_left(starts, block.span.start)
        for at in range(index, len(segments)):
            segment = segments[at]
            if segment.text.start >= block.span.end:
                break
            for start, end, opaque in _runs(block, segment.text.start, segment.text.end):
                if segment.literal:
                    shift = segment.source.start - segment.text.start
                    for text, first, last in view.parts(start + shift, end + shift):
                        builder.replaced(text, first, last, opaque=opaque)
                else:
                    where = view.source(segment.source.start, segment.source.end)
                    text = inner.text[start:end]
                    builder.replaced(text, where.start, where.end, opaque=opaque)
        builder.end_block(
            _kind(block.kind, kind),
            depth=block.depth,
            field=field_name or block.field,
            written=(*(block.written or written), way),
        )
    for comment in inner.comments:
        span = view.source(comment.span.start, comment.span.end)
        builder.comments.append(Comment(span, comment.text))
    builder.images += (view.source(image.start, image.end) for image in inner.images)


def _begins(block: Block) -> int:
    return block.span.start


_OWN = (BlockKind.ALT_TEXT, BlockKind.IMAGE_TITLE, BlockKind.FOOTNOTE)


def _kind(found: BlockKind, wanted: BlockKind | None) -> BlockKind:
    if wanted is not None:
        return found if found in _OWN else wanted
    return BlockKind.SUBHEAD if found is BlockKind.HEADLINE else found


def _runs(block: Block, start: int, end: int) -> Iterator[tuple[int, int, bool]]:
    """``start`` to ``end`` in opaque and other runs, without the part outside the block."""
    start, end = max(start, block.span.start), min(end, block.span.end)
    for opaque in block.opaque:
        if opaque.end <= start or opaque.start >= end:
            continue
        if start < opaque.start:
            yield start, opaque.start, False
        yield max(start, opaque.start), min(end, opaque.end), True
        start = min(end, opaque.end)
    if start < end:
        yield start, end, False
