"""The whole run as one JSON object, for programs."""

from __future__ import annotations

from typing import TextIO

from copylint.report.base import Outcome, Presentation, Reporter
from copylint.report.finding_record import outcome_record, to_json


class JsonReporter(Reporter):
    """One object: findings, errors, summary."""

    def write(self, outcome: Outcome, out: TextIO, presentation: Presentation) -> None:
        """Write the object, indented."""
        out.write(to_json(outcome_record(outcome), indent=2) + "\n")
