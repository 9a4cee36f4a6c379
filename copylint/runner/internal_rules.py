"""Rules about the run itself, such as a check that failed."""

from __future__ import annotations

from copylint.core.fix import Safety
from copylint.core.rule import Good, Level, Rule, Severity

#: A check that failed; the rest of the run goes on.
INTERNAL_ERROR = Rule(
    id="copylint.internal-error",
    summary="Reports a check that failed on this file.",
    why=(
        "A bug in one check must not hide what the others find. The message names the check and "
        "the error; please report it with the file."
    ),
    bad=(),
    good=(Good("Any text that every check can read."),),
    level=Level.DOCUMENT,
    severity=Severity.ERROR,
    safety=Safety.NONE,
)

RULES = (INTERNAL_ERROR,)
