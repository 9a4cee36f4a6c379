"""Checkstyle's XML, which many review tools read."""

from __future__ import annotations

from itertools import groupby
from typing import TextIO

from copylint.core.finding import Finding
from copylint.core.rule import Severity
from copylint.report.base import Outcome, Presentation, Reporter
from copylint.report.xmltext import HEADER, attribute

_SEVERITIES = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.SUGGESTION: "info"}


class CheckstyleReporter(Reporter):
    """A ``file`` for each file with findings, and one for each that could not be checked."""

    def write(self, outcome: Outcome, out: TextIO, presentation: Presentation) -> None:
        """Write the document."""
        out.write(HEADER + '<checkstyle version="4.3">\n')
        for path, group in groupby(outcome.findings, key=lambda finding: finding.path):
            out.write(f"  <file name={attribute(path)}>\n")
            out.writelines(map(_error, group))
            out.write("  </file>\n")
        for failure in outcome.failures:
            if failure.kind != "engine":
                out.write(f"  <file name={attribute(failure.subject)}>\n")
                out.write(
                    f'    <error line="1" severity="error" message={attribute(failure.message)}'
                )
                out.write(f' source="copylint.{failure.kind}"/>\n  </file>\n')
        out.write("</checkstyle>\n")


def _error(finding: Finding) -> str:
    fields = {
        "line": str(finding.start.line),
        "column": str(finding.start.column),
        "severity": _SEVERITIES[finding.severity],
        "message": finding.message,
        "source": f"copylint.{finding.rule}",
    }
    attributes = " ".join(f"{name}={attribute(value)}" for name, value in fields.items())
    return f"    <error {attributes}/>\n"
