"""The report for people: one line per finding, an excerpt, suggestions, related places."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TextIO

from copylint.core.finding import Finding
from copylint.core.fix import Safety
from copylint.core.rule import Severity
from copylint.report.base import Outcome, Presentation, Reporter
from copylint.report.excerpt import excerpt
from copylint.report.paint import OutputRole
from copylint.report.visible import fit, revealed, safe
from copylint.report.wording import counted, place, summary

_INDENT = "    "
_MAX_SUGGESTIONS = 5
_MAX_RELATED = 5
_ROLES = {
    Severity.ERROR: OutputRole.ERROR,
    Severity.WARNING: OutputRole.WARNING,
    Severity.SUGGESTION: OutputRole.SUGGESTION,
}


class TextReporter(Reporter):
    """``path:line:col severity rule message``, then what explains it."""

    for_people = True

    def write(self, outcome: Outcome, out: TextIO, presentation: Presentation) -> None:
        """Write findings and, unless quiet, their excerpts and a summary."""
        for finding in outcome.findings:
            write_finding(finding, out, presentation)
        if not presentation.quiet:
            if outcome.findings:
                out.write("\n")
            out.write(summary(outcome) + "\n")


def write_finding(finding: Finding, out: TextIO, presentation: Presentation) -> None:
    """Write one finding and, unless quiet, its excerpt, suggestions and other places."""
    lines = [_headline(finding, presentation)]
    if not presentation.quiet:
        lines += (_INDENT + line for line in _details(finding, presentation))
    out.write("\n".join(lines) + "\n")


def _headline(finding: Finding, presentation: Presentation) -> str:
    paint = presentation.painter.paint
    return " ".join(
        (
            paint(place(finding), OutputRole.STRONG),
            paint(finding.severity.label, _ROLES[finding.severity]),
            paint(safe(finding.rule), OutputRole.FAINT),
            safe(finding.message),
        )
    )


def _details(finding: Finding, presentation: Presentation) -> Iterator[str]:
    paint, room = presentation.painter.paint, presentation.width - len(_INDENT)
    role = _ROLES[finding.severity]
    if finding.line_text:
        shown = excerpt(finding, room)
        yield shown.before + paint(shown.fault, role) + shown.after
        spaces = len(shown.carets) - len(shown.carets.lstrip())
        yield shown.carets[:spaces] + paint(shown.carets[spaces:], role)
    if finding.replacements:
        yield paint(fit(_suggestions(finding), room), OutputRole.FIX)
    for related in finding.related[:_MAX_RELATED]:
        where = f"{related.start.line}:{related.start.column}"
        rest = room - len(where) - 1
        words = fit(safe(related.text), rest // 2)
        text = fit(f"{words}  {safe(related.message)}".rstrip(), rest)
        yield f"{paint(where, OutputRole.PLACE)} {text}"
    more = len(finding.related) - _MAX_RELATED
    if more > 0:
        yield paint(f"and {counted(more, 'more place')}", OutputRole.FAINT)


def _suggestions(finding: Finding) -> str:
    shown = [revealed(text) or "(delete)" for text in finding.replacements[:_MAX_SUGGESTIONS]]
    more = len(finding.replacements) - _MAX_SUGGESTIONS
    if more > 0:
        shown.append(f"({more:,} more)")
    label = "fix" if finding.safety is Safety.SAFE else "suggestion"
    return f"{label}: {' | '.join(shown)}"
