"""A view of a document whose source nobody sees: one block per line, and positions in it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from operator import attrgetter
from typing import TYPE_CHECKING

from copylint.core.span import SourceSpan, TextSpan
from copylint.core.view import DocumentView

if TYPE_CHECKING:
    from copylint.core.blocks import Block, Segment

# Each block is one line, whatever it contains.
_LINE_ENDS = str.maketrans("\r\n", "  ")


class BlockView(DocumentView):
    """The prose, one block per line, of a document whose source nobody sees."""

    def __init__(self, text: str, blocks: Sequence[Block], segments: Sequence[Segment]) -> None:
        spans = [block.span for block in blocks]
        shown = (text[span.start : span.end].translate(_LINE_ENDS) for span in spans)
        super().__init__("".join(line + "\n" for line in shown))
        self._placing = Placing(segments)
        # Where blocks begin in the document's text, and in this view.
        self._starts = [block.span.start for block in blocks]
        self._here: list[int] = []
        at = 0
        for block in blocks:
            self._here.append(at)
            at += len(block.span) + 1

    def seen(self, span: SourceSpan) -> tuple[int, int]:
        """Where the prose of ``span`` is; without any, the point before the prose that follows."""
        text = self._placing.text_span(span) or self._placing.next_to(span)
        return self.offset(text.start), self.offset(text.end)

    def offset(self, text_offset: int) -> int:
        """The offset in this view of an offset in the document's text."""
        index = bisect_right(self._starts, text_offset) - 1
        if index < 0:
            return 0
        return min(self._here[index] + text_offset - self._starts[index], len(self.text))


class Placing:
    """Turns spans of the source into spans of the prose."""

    def __init__(self, segments: Sequence[Segment]) -> None:
        self._segments = sorted(segments, key=attrgetter("source.start"))
        self._starts = [each.source.start for each in self._segments]

    def text_span(self, span: SourceSpan) -> TextSpan | None:
        """The prose that came from ``span``, None if none did."""
        first = max(bisect_right(self._starts, span.start) - 1, 0)
        found: list[tuple[int, int]] = []
        # By index: a slice would copy the rest of a long document.
        for index in range(first, len(self._segments)):
            segment = self._segments[index]
            if segment.source.start > span.end:
                break
            if segment.source.end >= span.start:
                found.append(_overlap(segment, span))
        wide = [each for each in found if each[0] < each[1]]
        if not (wide or found):
            return None
        spans = wide or found[:1]
        start, end = spans[0][0], spans[-1][1]
        if start <= end:  # source in between (a note) may be read elsewhere
            return TextSpan(start, end)
        return TextSpan(min(start for start, _ in spans), max(end for _, end in spans))

    def next_to(self, span: SourceSpan) -> TextSpan:
        """The point in the prose just before the text that follows ``span``, or the prose's end."""
        index = bisect_right(self._starts, span.start)
        if index < len(self._segments):
            start = self._segments[index].text.start
            return TextSpan(start, start)
        end = self._segments[-1].text.end if self._segments else 0
        return TextSpan(end, end)


def _overlap(segment: Segment, span: SourceSpan) -> tuple[int, int]:
    if not segment.literal:
        inside = span.start < segment.source.end and segment.source.start < span.end
        start = segment.text.start
        return start, segment.text.end if inside else start
    shift = segment.text.start - segment.source.start
    start = max(span.start, segment.source.start)
    end = max(start, min(span.end, segment.source.end))
    return start + shift, end + shift
