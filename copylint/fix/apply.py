"""Edits put into a source, and where each place of the source is afterwards."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import accumulate, pairwise

from copylint.model.fix import Edit
from copylint.model.span import SourceSpan


class Patch:
    """Edits of one source, in order. Raises ``ValueError`` where two overlap."""

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
        """Where ``span`` is afterwards, what edits put into it or at its ends included."""
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
    """``edits`` with their line ends, if any, written as the first of ``source`` is."""
    return [
        Edit(edit.span, edit.text.replace("\n", _line_end(source))) if "\n" in edit.text else edit
        for edit in edits
    ]


def _line_end(source: str) -> str:
    at = source.find("\n")
    if at < 0:
        return "\r" if "\r" in source else "\n"
    return "\r\n" if source[at - 1 : at] == "\r" else "\n"
