"""GitLab's Code Quality report: what a merge request shows beside its changes.

Fields as in GitLab's documentation of "Code Quality report format".
"""

from __future__ import annotations

from typing import Any, TextIO

from copylint.core.finding import Finding
from copylint.core.finding_fingerprint import fingerprints
from copylint.core.rule import Severity
from copylint.report.base import Outcome, Presentation, Reporter
from copylint.report.finding_record import to_json

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.SUGGESTION: "info"}


class GitlabReporter(Reporter):
    """A list of violations."""

    def write(self, outcome: Outcome, out: TextIO, presentation: Presentation) -> None:
        """Write the list, indented."""
        marks = fingerprints(outcome.findings)
        pairs = zip(outcome.findings, marks, strict=True)
        records = [_record(finding, mark) for finding, mark in pairs]
        out.write(to_json(records, indent=2) + "\n")


def _record(finding: Finding, mark: str) -> dict[str, Any]:
    start, end = finding.start, finding.end
    return {
        "description": finding.message,
        "check_name": finding.rule,
        "fingerprint": mark,
        "severity": _SEVERITIES[finding.severity],
        "location": {
            # GitLab wants paths from the repository's root, without './' before them.
            "path": finding.path.removeprefix("./"),
            "lines": {"begin": start.line, "end": end.line},
            "positions": {
                "begin": {"line": start.line, "column": start.column},
                "end": {"line": end.line, "column": end.column},
            },
        },
    }
