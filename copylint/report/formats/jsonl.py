"""One JSON object per finding, for programs that read as they go."""

from __future__ import annotations

from typing import TextIO

from copylint.report.base import Outcome, Presentation, Reporter
from copylint.report.finding_record import finding_record, to_json


class JsonLinesReporter(Reporter):
    """Findings alone; what could not be done goes to standard error."""

    def write(self, outcome: Outcome, out: TextIO, presentation: Presentation) -> None:
        """Write a line per finding."""
        for finding in outcome.findings:
            out.write(to_json(finding_record(finding)) + "\n")
