"""Reviewdog's diagnostic format, with suggestions: one JSON object."""

from __future__ import annotations

from typing import TextIO

from copylint.report.base import Outcome, Presentation, Reporter
from copylint.report.diagnostics import SOURCE, diagnostics
from copylint.report.finding_record import to_json


class RdjsonReporter(Reporter):
    """A ``DiagnosticResult``."""

    def write(self, outcome: Outcome, out: TextIO, presentation: Presentation) -> None:
        """Write the object, indented."""
        result = {"source": SOURCE, "diagnostics": list(diagnostics(outcome))}
        out.write(to_json(result, indent=2) + "\n")
