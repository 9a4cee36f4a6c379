"""Joins blocks of prose into texts for engines, and maps their findings back."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from copylint.analysis.article import Article
from copylint.core.blocks import Block, BlockKind
from copylint.core.record import record
from copylint.core.span import TextSpan

# Lines of names, not of sentences.
_NOT_PROSE = frozenset({BlockKind.BYLINE, BlockKind.CREDIT, BlockKind.DATELINE})
_SEPARATOR = "\n\n"
# Each becomes one code point, so that offsets hold. A line break would end a sentence in
# a wrapped paragraph; an engine in Rust or Java cannot be given a lone surrogate.
_WHITESPACE = {ord("\n"): " ", ord("\r"): " ", 0: " "}
_SURROGATES = re.compile("[\ud800-\udfff]")


@record
class EngineBlock:
    """A block of the article with the given number, as an engine reads it.

    ``text`` is as long as the block, code point for code point.
    """

    article: int
    block: Block
    text: str


@record
class Batch:
    """Pieces separated by blank lines in one text; ``starts`` are their offsets in it."""

    text: str
    pieces: tuple[EngineBlock, ...]
    starts: tuple[int, ...]

    def locate(self, start: int, end: int) -> tuple[EngineBlock, TextSpan] | None:
        """The piece and the span of its document's prose at ``start`` to ``end``.

        None for an empty span, and for one that leaves its piece or touches code: that
        is text of ours, not of the author's.
        """
        index = bisect_right(self.starts, start) - 1
        if index < 0 or not start < end:
            return None
        piece = self.pieces[index]
        if end - self.starts[index] > len(piece.text):
            return None
        base = piece.block.span.start - self.starts[index]
        span = TextSpan(base + start, base + end)
        if any(opaque.overlaps(span) for opaque in piece.block.opaque):
            return None
        return piece, span


def pieces(number: int, article: Article) -> Iterator[EngineBlock]:
    """The blocks of an article that hold sentences."""
    for block in article.document.blocks:
        if block.kind not in _NOT_PROSE:
            yield EngineBlock(number, block, neutral(article.text, block))


def neutral(text: str, block: Block) -> str:
    """The block's part of ``text``, as long as it is, with nothing that an engine cannot read.

    Code and the like (``Block.opaque``) becomes a word of the same length.
    """
    start, end = block.span.start, block.span.end
    parts, at = [], start
    for opaque in block.opaque:
        parts += [text[at : opaque.start], "x" * len(opaque)]
        at = opaque.end
    prose = "".join([*parts, text[at:end]]).translate(_WHITESPACE)
    return _SURROGATES.sub("\ufffd", prose)


def batch(group: Sequence[EngineBlock]) -> Batch:
    """One text of all the pieces."""
    starts, at = [], 0
    for piece in group:
        starts.append(at)
        at += len(piece.text) + len(_SEPARATOR)
    return Batch(_SEPARATOR.join(piece.text for piece in group), tuple(group), tuple(starts))


def batches(all_pieces: Iterable[EngineBlock], characters: int) -> Iterator[Batch]:
    """The pieces in batches of at most ``characters``, or of one piece that is longer."""
    group: list[EngineBlock] = []
    length = 0
    for piece in all_pieces:
        if group and length + len(piece.text) > characters:
            yield batch(group)
            group, length = [], 0
        group.append(piece)
        length += len(piece.text) + len(_SEPARATOR)
    if group:
        yield batch(group)
