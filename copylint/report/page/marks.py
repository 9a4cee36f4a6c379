"""The spans of an article's prose that findings mark."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from copylint.core.blocks import Block
from copylint.core.finding import Finding
from copylint.core.record import record
from copylint.core.span import TextSpan


@record
class PageMark:
    """A finding, its number on the page, and its place in the prose."""

    number: int
    finding: Finding
    span: TextSpan


@record
class MarkedRun:
    """A run of a block's text that the same marks cover; an empty one is a point."""

    span: TextSpan
    marks: tuple[PageMark, ...]


def pieces(block: Block, marks: Sequence[PageMark]) -> Iterator[MarkedRun]:
    """The block's text cut where marks begin and end.

    ``marks`` reach into the block, and are ordered by where they begin.
    """
    start, end = block.span.start, block.span.end
    points: dict[int, list[PageMark]] = {}
    wide: list[PageMark] = []
    for mark in marks:
        if mark.span.start == mark.span.end:
            points.setdefault(mark.span.start, []).append(mark)
        else:
            wide.append(mark)
    ends = {offset for m in marks for offset in (m.span.start, m.span.end)}
    cuts = [start, *sorted(offset for offset in ends if start < offset < end), end]
    covering: list[PageMark] = []
    coming = 0
    for at, to in pairwise(cuts):
        if at in points:
            yield MarkedRun(TextSpan(at, at), tuple(points[at]))
        covering = [mark for mark in covering if mark.span.end > at]
        while coming < len(wide) and wide[coming].span.start <= at:
            if wide[coming].span.end > at:
                covering.append(wide[coming])
            coming += 1
        if at < to:
            yield MarkedRun(TextSpan(at, to), tuple(covering))
    if end in points and end > start:
        yield MarkedRun(TextSpan(end, end), tuple(points[end]))
