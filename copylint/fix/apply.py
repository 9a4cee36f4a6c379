"""Applies edits to a source and maps places through them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from copylint.core.fix import Edit
from copylint.core.span import SourceSpan


class Patch:
    """Edits of one source, in order. Raises ``ValueError`` if two overlap."""

    def __init__(self, edits: Iterable[Edit]) -> None:
        self.edits = sorted(edits, key=lambda edit: edit.span)
        for before, after in pairwise(self.edits):
            if after.span.start < before.span.end or after.span == before.span:
                raise ValueError(f"edits overlap: {before} and {after}")
        self._starts = [edit.span.start for edit in self.edits]
        self._ends = [edit.span.end for edit in self.edits]
        grown = (len(edit.text) - len(edit.span) for edit in self.edits)
        self._shifts = [0, *accumulate(grown)]

    def apply(self, source: str) -> str:
        """``source`` with the edits made; all else stays as it is."""
        parts: list[str] = []
        at = 0
        for edit in self.edits:
            parts += (source[at : edit.span.start], edit.text)
            at = edit.span.end
        return "".join((*parts, source[at:]))

    def moved(self, span: SourceSpan) -> SourceSpan:
        """Where ``span`` is afterwards, including what edits insert into it or at its ends."""
        start = span.start + self._shifts[bisect_left(self._ends, span.start)]
        end = span.end + self._shifts[bisect_right(self._starts, span.end)]
        index = bisect_left(self._ends, span.start)
        if index < len(self.edits) and self._starts[index] < span.start:
            start = self._starts[index] + self._shifts[index]  # begins inside an edit
        last = bisect_right(self._starts, span.end) - 1
        if last >= 0 and self._ends[last] > span.end:
            end = self._ends[last] + self._shifts[last + 1]  # ends inside one
        return SourceSpan(start, max(start, end))


def with_line_ends_of(source: str, edits: Iterable[Edit]) -> list[Edit]:
    """``edits`` with their line ends, if any, changed to the first one of ``source``."""
    return [
        Edit(edit.span, edit.text.replace("\n", _line_end(source))) if "\n" in edit.text else edit
        for edit in edits
    ]


def _line_end(source: str) -> str:
    at = source.find("\n")
    if at < 0:
        return "\r" if "\r" in source else "\n"
    return "\r\n" if source[at - 1 : at] == "\r" else "\n"


class _Piece(NamedTuple):
    """A piece of a text: ``text`` if it is new, else the source from ``start`` to ``end``."""

    start: int
    end: int
    text: str = ""

    @property
    def size(self) -> int:
        return len(self.text) or self.end - self.start

    def clipped(self, first: int, last: int) -> _Piece:
        if self.text:
            return _Piece(0, 0, self.text[first:last])
        return _Piece(self.start + first, self.start + last)


def composed(passes: Iterable[Iterable[Edit]], length: int) -> list[Edit]:
    """The edits of a source of ``length`` that together equal ``passes`` made in turn.

    The places of each pass are those in the text that the previous pass produced.
    """
    pieces = [_Piece(0, length)]
    for edits in passes:
        before, at = pieces, 0
        starts = [0, *accumulate(each.size for each in before)]
        pieces = []
        for edit in sorted(edits, key=lambda each: each.span):
            pieces += _slice(before, starts, at, edit.span.start)
            pieces.append(_Piece(0, 0, edit.text))
            at = edit.span.end
        pieces += _slice(before, starts, at, starts[-1])
    return list(_edits(pieces, length))


def _slice(
    pieces: Sequence[_Piece], starts: Sequence[int], start: int, end: int
) -> Iterator[_Piece]:
    """The part of ``pieces``, which begin at ``starts``, from ``start`` to ``end``."""
    for index in range(bisect_right(starts, start) - 1, len(pieces)):
        if starts[index] >= end:
            return
        first, last = max(start - starts[index], 0), min(end - starts[index], pieces[index].size)
        if first < last:
            yield pieces[index].clipped(first, last)


def _edits(pieces: Iterable[_Piece], length: int) -> Iterator[Edit]:
    at, text = 0, ""
    for piece in (*(each for each in pieces if each.size), _Piece(length, length)):
        if piece.text:
            text += piece.text
            continue
        if text or piece.start > at:
            yield Edit(SourceSpan(at, piece.start), text)
        at, text = piece.end, ""
