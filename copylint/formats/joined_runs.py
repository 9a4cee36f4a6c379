"""Joins text over several source lines for the inline scanners."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple


class SourceRun(NamedTuple):
    """Text of one line of the source, letter for letter, and where it begins."""

    start: int
    text: str


class JoinedRuns:
    """Runs joined by line feeds: ``text``, and the source place of each of its offsets."""

    def __init__(self, runs: Sequence[SourceRun]) -> None:
        self.runs = runs
        self.text = "\n".join(run.text for run in runs)
        self._joints: list[int] = []
        at = 0
        for run in runs:
            self._joints.append(at)
            at += len(run.text) + 1

    def where(self, at: int) -> int:
        """The source offset of the text offset ``at``."""
        line = self.line(at)
        return self.runs[line].start + at - self._joints[line]

    def line(self, at: int) -> int:
        """The index of the run that the text offset ``at`` is in."""
        return bisect_right(self._joints, at) - 1

    def line_end(self, at: int) -> tuple[int, int]:
        """The source between the run that ends at ``at`` and the next."""
        line = self.line(at)
        run = self.runs[line]
        return run.start + len(run.text), self.runs[line + 1].start

    def part(self, start: int, end: int) -> list[SourceRun]:
        """The text from ``start`` to ``end`` as runs."""
        runs: list[SourceRun] = []
        for piece in self.text[start:end].split("\n"):
            if piece:
                runs.append(SourceRun(self.where(start), piece))
            start += len(piece) + 1
        return runs
