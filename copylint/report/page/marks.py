"""Where findings stand in an article's prose."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import attrgetter

from copylint.model.document import Block, Document, Segment
from copylint.model.finding import Finding
from copylint.model.span import SourceSpan, TextSpan


@dataclass(frozen=True, slots=True)
class Mark:
    """A finding, its number on the page, and its place in the prose."""

    number: int
    finding: Finding
    span: TextSpan


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of a block's text that the same marks cover; an empty one is a point."""

    span: TextSpan
    marks: tuple[Mark, ...]


class Placing:
    """Turns source spans of a document into spans of its prose."""

    def __init__(self, document: Document) -> None:
        self._segments = sorted(document.segments, key=attrgetter("source.start"))
        self._starts = [each.source.start for each in self._segments]

    def text_span(self, span: SourceSpan) -> TextSpan | None:
        """The prose that came from ``span``, None where none did."""
        first = max(bisect_right(self._starts, span.start) - 1, 0)
        found: list[tuple[int, int]] = []
        for segment in self._segments[first:]:
            if segment.source.start > span.end:
                break
            if segment.source.end >= span.start:
                found.append(_overlap(segment, span))
        wide = [each for each in found if each[0] < each[1]]
        if not (wide or found):
            return None
        spans = wide or found[:1]
        return TextSpan(min(start for start, _ in spans), max(end for _, end in spans))


def _overlap(segment: Segment, span: SourceSpan) -> tuple[int, int]:
    if not segment.literal:
        inside = span.start < segment.source.end and segment.source.start < span.end
        start = segment.text.start
        return start, segment.text.end if inside else start
    shift = segment.text.start - segment.source.start
    start = max(span.start, segment.source.start)
    end = max(start, min(span.end, segment.source.end))
    return start + shift, end + shift


def pieces(block: Block, marks: Sequence[Mark]) -> Iterator[Piece]:
    """The block's text cut where marks begin and end.

    ``marks`` reach into the block, and are in the order of their beginnings.
    """
    start, end = block.span.start, block.span.end
    points: dict[int, list[Mark]] = {}
    wide: list[Mark] = []
    for mark in marks:
        if mark.span.start == mark.span.end:
            points.setdefault(mark.span.start, []).append(mark)
        else:
            wide.append(mark)
    ends = {offset for m in marks for offset in (m.span.start, m.span.end)}
    cuts = [start, *sorted(offset for offset in ends if start < offset < end), end]
    covering: list[Mark] = []
    coming = 0
    for at, to in pairwise(cuts):
        if at in points:
            yield Piece(TextSpan(at, at), tuple(points[at]))
        covering = [mark for mark in covering if mark.span.end > at]
        while coming < len(wide) and wide[coming].span.start <= at:
            if wide[coming].span.end > at:
                covering.append(wide[coming])
            coming += 1
        if at < to:
            yield Piece(TextSpan(at, to), tuple(covering))
    if end in points and end > start:
        yield Piece(TextSpan(end, end), tuple(points[end]))
