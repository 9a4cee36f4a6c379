"""A finding on one line: ``path:line:column severity rule message``."""

from __future__ import annotations

from copylint.core.finding import Finding
from copylint.core.rule import Severity
from copylint.report.paint import OutputRole, Painter
from copylint.report.visible import safe
from copylint.report.wording import place

#: How severities are painted.
SEVERITY_ROLES = {
    Severity.ERROR: OutputRole.ERROR,
    Severity.WARNING: OutputRole.WARNING,
    Severity.SUGGESTION: OutputRole.SUGGESTION,
}


def one_line(finding: Finding, painter: Painter) -> str:
    """The finding's line, without its end."""
    paint = painter.paint
    return " ".join(
        (
            paint(place(finding), OutputRole.STRONG),
            paint(finding.severity.label, SEVERITY_ROLES[finding.severity]),
            paint(safe(finding.rule), OutputRole.FAINT),
            safe(finding.message),
        )
    )
