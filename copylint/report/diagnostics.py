"""Findings as diagnostics of the Reviewdog Diagnostic Format.

Fields as in Reviewdog's ``reviewdog.proto``: lines and columns from 1, columns in bytes of
UTF-8, the end of a range exclusive.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from copylint.core.finding import Finding
from copylint.core.line_index import Position
from copylint.core.rule import Severity
from copylint.report.base import Outcome
from copylint.report.positions import FindingPositions

SOURCE = {"name": "copylint"}
_SEVERITIES = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.SUGGESTION: "INFO"}


def diagnostics(outcome: Outcome) -> Iterator[dict[str, Any]]:
    """A diagnostic for each finding. A place whose byte is unknown is given by its line."""
    positions = FindingPositions(outcome.library)
    for finding in outcome.findings:
        yield {
            "message": finding.message,
            "location": {
                "path": finding.path,
                "range": _range(finding, finding.start, finding.end, positions),
            },
            "severity": _SEVERITIES[finding.severity],
            "code": {"value": finding.rule},
            "suggestions": list(_suggestions(finding, positions)),
        }


def _suggestions(finding: Finding, positions: FindingPositions) -> Iterator[dict[str, Any]]:
    """The fixes of one edit: what the format can say of a suggestion."""
    for fix in finding.fixes:
        # Edits of a package's parts are not edits of the file.
        if len(fix.edits) == 1 and not fix.edits[0].part_start:
            (edit,) = fix.edits
            places = positions.places(finding, edit.span)
            if places and positions.byte_column(finding, places[0]):
                yield {"range": _range(finding, *places, positions), "text": edit.text}


def _range(
    finding: Finding, start: Position, end: Position, positions: FindingPositions
) -> dict[str, Any]:
    return {
        "start": _position(finding, start, positions),
        "end": _position(finding, end, positions),
    }


def _position(finding: Finding, place: Position, positions: FindingPositions) -> dict[str, int]:
    column = positions.byte_column(finding, place)
    return {"line": place.line, "column": column} if column else {"line": place.line}
