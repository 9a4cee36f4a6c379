"""Reviewdog's diagnostic format: one finding per line."""

from __future__ import annotations

from typing import TextIO

from copylint.report.base import Outcome, Presentation, Reporter
from copylint.report.diagnostics import SOURCE, diagnostics
from copylint.report.finding_record import to_json


class RdjsonLinesReporter(Reporter):
    """One ``Diagnostic`` per line."""

    def write(self, outcome: Outcome, out: TextIO, presentation: Presentation) -> None:
        """Write a line per finding."""
        for diagnostic in diagnostics(outcome):
            out.write(to_json({**diagnostic, "source": SOURCE}) + "\n")
