"""Phrases that several report formats share."""

from __future__ import annotations

from copylint.core.finding import Finding
from copylint.report.base import Outcome
from copylint.report.visible import safe


def counted(number: int, noun: str) -> str:
    """``1 finding``, ``1,234 findings``."""
    return f"{number:,} {noun}" + ("" if number == 1 else "s")


def summary(outcome: Outcome) -> str:
    """One sentence about the whole run."""
    found = counted(len(outcome.findings), "finding") if outcome.findings else "No findings"
    kinds = [
        counted(count, severity.label) for severity, count in outcome.by_severity.items() if count
    ]
    detail = f": {', '.join(kinds)}" if kinds else ""
    where = f"{counted(outcome.files, 'file')} ({counted(outcome.words, 'word')})"
    failures = f"; {counted(len(outcome.failures), 'error')}" if outcome.failures else ""
    return f"{found} in {where}{detail}{failures}"


def place(finding: Finding) -> str:
    """``path:line:column``, with the part of the file where line numbers restart in each."""
    part = f"[{safe(finding.part)}]" if finding.part and not finding.part_start else ""
    return f"{safe(finding.path)}{part}:{finding.start.line}:{finding.start.column}"
