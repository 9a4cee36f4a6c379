"""A document: its prose, the blocks it is made of, and where each character came from."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property
from itertools import pairwise
from operator import attrgetter

from copylint.core.blocks import Block, BlockKind, Comment, PackagePart, Segment
from copylint.core.kept_patterns import compiled
from copylint.core.line_index import LineIndex
from copylint.core.record import record
from copylint.core.span import SourceSpan, TextSpan
from copylint.core.view import DocumentView

# How a data file or an e-mail encodes a letter that it cannot hold as it is.
_TRANSPORT = r"\\u[0-9a-fA-F]{4}(?:\\u[0-9a-fA-F]{4})?|\\[\"/\\]|(?:=[0-9a-fA-F]{2})+|\"\"|''"
# What RTF writes for a character that it does not write as it is.
_RTF = (
    r"\\'[0-9a-fA-F]{2}|\\u-?\d{1,5} ?(?:\\'[0-9a-fA-F]{2}|[^\\{}])?"
    r"|\\(?:[lr](?:dbl)?quote|e[mn]dash|bullet) ?"
)
# The same, a character reference, or a backslash with the character that it escapes.
_ESCAPE = rf"{_TRANSPORT}|&#?\w{{1,32}};|\\.|{_RTF}"
_LETTERS_FOR = {"n": "\n", "r": "\r", "t": "\t"}

# Tags of things in a package that take up room in the line but have no text.
_SEEN = compiled(
    r"<[\w.-]+:(?:footnoteReference|endnoteReference|note|drawing|pict|object|frame)\b"
)


@record(slots=False)
class Document:
    """The result of reading a file in its format.

    ``text`` is the prose alone, with blank lines between blocks; ``segments`` cover every
    character of it that came from the source, in order; characters between blocks
    that no segment covers are separators of the format's own making.

    A block's segments ascend in the source too; blocks need not (an image's alternative
    text follows the paragraph that contains it).

    ``foreign`` holds blocks that were set apart as not English, each with the name of its
    language: no check reads them.

    ``images`` holds the places of the images in a format with mark-up, in the order in
    which they are read; a format without mark-up has none, whatever its captions say.

    ``parts`` are those of a package (a Word file, say) in the order of the source. The source
    is all the parts joined, which a person never sees: ``view`` is its prose.

    ``part`` says which article this is if a file holds several. ``notes`` inform the user of
    anything in the file that was left out but might have been expected.

    Raises ``ValueError`` when built with a map that breaks the offset law: segments
    ascend in the text, no two share a source character, and a literal segment's text
    equals its source.
    """

    path: str
    format: str
    source: str
    text: str
    segments: tuple[Segment, ...]
    blocks: tuple[Block, ...]
    part: str = ""
    parts: tuple[PackagePart, ...] = ()
    language: str = ""
    comments: tuple[Comment, ...] = ()
    images: tuple[SourceSpan, ...] = ()
    foreign: tuple[tuple[Block, str], ...] = ()
    notes: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        at = 0
        for segment in self.segments:
            if segment.text.start < at or segment.text.end > len(self.text):
                raise ValueError(f"segments overlap or leave the text at {segment.text}")
            if segment.literal and (
                len(segment.text) != len(segment.source)
                or not self.source.startswith(
                    self.text[segment.text.start : segment.text.end], segment.source.start
                )
            ):
                raise ValueError(f"literal segment differs from its source at {segment.text}")
            at = segment.text.end
        source_at = 0
        for source in sorted((s.source for s in self.segments), key=attrgetter("start", "end")):
            if source.start < source_at or source.end > len(self.source):
                raise ValueError(f"segments overlap or leave the source at {source}")
            source_at = source.end
        previous = 0
        for block in self.blocks:
            if block.span.start < previous or block.span.end > len(self.text):
                raise ValueError(f"blocks overlap or leave the text at {block.span}")
            previous = block.span.end

    @cached_property
    def _text_starts(self) -> list[int]:
        return [segment.text.start for segment in self.segments]

    @cached_property
    def lines(self) -> LineIndex:
        """Line index of the source."""
        return self.view.lines if not self.parts else LineIndex(self.source)

    @cached_property
    def view(self) -> DocumentView:
        """The document as a person sees it, for lines, columns and excerpts."""
        if not self.parts:
            return DocumentView(self.source)
        from copylint.core.block_view import BlockView

        # What is in another language is not read, but people see it, and a finding may be there.
        seen = sorted((*self.blocks, *(block for block, _ in self.foreign)), key=_start)
        return BlockView(self.text, seen, self.segments)

    def seen_in(self, view: DocumentView) -> Document:
        """The same document with the ``view`` of another document in the same source."""
        self.__dict__["view"] = view
        return self

    def segments_in(self, span: TextSpan) -> Iterator[Segment]:
        """The segments that share a character with ``span``, in order."""
        # By index: a slice would copy the rest of a long document.
        for index in range(max(0, self._segment_index(span.start)), len(self.segments)):
            segment = self.segments[index]
            if segment.text.start >= span.end:
                return
            if segment.text.end > span.start:
                yield segment

    def part_at(self, offset: int) -> PackagePart | None:
        """The part that holds the source's code point ``offset``; None outside all parts."""
        index = bisect_right(self.parts, offset, key=attrgetter("start")) - 1
        return self.parts[index] if index >= 0 else None

    def slice(self, span: TextSpan) -> str:
        """The prose inside ``span``."""
        return self.text[span.start : span.end]

    @property
    def headline(self) -> str:
        """The text of the first headline, on one line; empty without one."""
        first = next(self.blocks_of(BlockKind.HEADLINE), None)
        return "" if first is None else " ".join(self.slice(first.span).split())

    def blocks_of(self, *kinds: BlockKind) -> Iterator[Block]:
        """The blocks of these kinds, in order."""
        return (block for block in self.blocks if block.kind in kinds)

    def block_at(self, offset: int) -> Block | None:
        """The block that holds the text offset, its end included."""
        index = bisect_right(self.blocks, offset, key=lambda block: block.span.start) - 1
        if index < 0:
            return None
        block = self.blocks[index]
        return block if offset <= block.span.end else None

    def to_source(self, span: TextSpan) -> SourceSpan:
        """The source characters that ``span`` came from, markup inside them included.

        An empty span maps to the point after the character before it if that
        character belongs to a segment, else to the point before the next one.
        """
        if span.start == span.end:
            point = self._point(span.start)
            return SourceSpan(point, point)
        start, end = self._start_of(span.start), self._end_of(span.end)
        return SourceSpan(start, max(start, end))

    def is_contiguous(self, span: TextSpan) -> bool:
        """Whether ``span`` is, letter for letter, one unbroken run of the source.

        A line end counts as one letter however the source writes it, and so does a letter
        that a data file cannot hold as it is (``\\u2019`` or ``\\"`` in JSON, ``\"\"`` in CSV).
        In a package, whose tags nobody sees, it is enough that nothing visible lies between
        the letters.
        """
        if self.parts:
            segments = list(self.segments_in(span))
            return not any(
                _SEEN.search(self.source, one.source.end, other.source.start)
                for one, other in pairwise(segments)
            )
        where = self.to_source(span)
        source = self.source[where.start : where.end]
        if source.replace("\r\n", "\n").replace("\r", "\n") == self.slice(span):
            return True
        return span.start < span.end and self._is_of_escapes(span, _TRANSPORT)

    def is_replaceable(self, span: TextSpan) -> bool:
        """Whether an edit of the source can put something else in place of ``span`` alone.

        It can if ``span`` is contiguous, or unbroken but for escapes that it holds whole
        (``caf&eacute;``, ``caf\\u00e9``).
        """
        index = self._segment_index(span.start)
        if span.start == span.end:
            inside = self.segments[index] if index >= 0 else None
            return (
                inside is None
                or inside.literal
                or not inside.text.start < span.start < inside.text.end
            )
        return self.is_contiguous(span) or self._is_of_escapes(span, _ESCAPE)

    def _is_of_escapes(self, span: TextSpan, escape: str) -> bool:
        at, source_at = span.start, -1
        for index in range(max(0, self._segment_index(span.start)), len(self.segments)):
            segment = self.segments[index]
            if segment.text.start >= span.end:
                break
            if segment.text.start > at or source_at not in (-1, segment.source.start):
                return False
            if not segment.literal and not (
                span.start <= segment.text.start
                and segment.text.end <= span.end
                and self._is_escape(segment, escape)
            ):
                return False
            at, source_at = segment.text.end, segment.source.end
        return at >= span.end

    def _is_escape(self, segment: Segment, escape: str) -> bool:
        """Whether the segment is an escape; of two marks, the first must escape the second."""
        found = re.compile(escape).fullmatch(self.source, segment.source.start, segment.source.end)
        if found is None:
            return False
        mark = found.group()
        if len(mark) != 2 or mark[0] not in "\\\"'":
            return True
        text = self.text[segment.text.start : segment.text.end]
        return text in (mark[1], _LETTERS_FOR.get(mark[1]) if mark[0] == "\\" else None)

    def _segment_index(self, offset: int) -> int:
        return bisect_right(self._text_starts, offset) - 1

    def _start_of(self, offset: int) -> int:
        """Source offset at which the text's code point ``offset`` begins."""
        index = self._segment_index(offset)
        if index >= 0:
            segment = self.segments[index]
            if offset < segment.text.end:
                if segment.literal:
                    return segment.source.start + offset - segment.text.start
                return segment.source.start
        if index + 1 < len(self.segments):
            return self.segments[index + 1].source.start
        return self.segments[-1].source.end if self.segments else 0

    def _end_of(self, offset: int) -> int:
        """Source offset at which the text's code point before ``offset`` ends."""
        index = self._segment_index(offset - 1)
        if index < 0:
            return self.segments[0].source.start if self.segments else 0
        segment = self.segments[index]
        if segment.literal and offset <= segment.text.end:
            return segment.source.start + offset - segment.text.start
        return segment.source.end

    def _point(self, offset: int) -> int:
        if offset > 0:
            index = self._segment_index(offset - 1)
            if index >= 0 and offset <= self.segments[index].text.end:
                return self._end_of(offset)
        return self._start_of(offset)


def _start(block: Block) -> int:
    return block.span.start
