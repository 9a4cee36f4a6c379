"""A report: how many findings each rule has."""

from __future__ import annotations

from typing import TextIO

from copylint.report.base import Outcome, Presentation, Reporter


class Tally(Reporter):
    """A line per rule: its id and its number of findings."""

    def write(self, outcome: Outcome, out: TextIO, presentation: Presentation) -> None:
        """Write the lines, the most frequent rule first."""
        out.writelines(f"{rule} {count}\n" for rule, count in outcome.by_rule)
