"""Suppressions written into the article itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from copylint.model.document import Document
from copylint.model.finding import Finding
from copylint.model.fix import Safety
from copylint.model.rule import Good, Level, Rule, Severity

UNUSED = Rule(
    id="suppression.unused",
    summary="A suppression that suppresses nothing.",
    why="A suppression that outlives its reason hides the next error at its place.",
    bad=(),
    good=(Good("No suppression here."),),
    level=Level.DOCUMENT,
    severity=Severity.WARNING,
    safety=Safety.NONE,
)


def apply_inline(
    document: Document, findings: Sequence[Finding], is_known: Callable[[str], bool]
) -> list[Finding]:
    """``findings`` without those that the document suppresses, with unused suppressions added."""
    return list(findings)
