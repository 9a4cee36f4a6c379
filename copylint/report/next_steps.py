"""The end of the text report: a summary, the most frequent rules, and what to run next."""

from __future__ import annotations

from collections.abc import Iterator

from copylint.report.base import Fixable, Outcome, Presentation
from copylint.report.finding_rows import FIXABLE
from copylint.report.visible import safe
from copylint.report.wording import counted, summary
from copylint.report.wrapping import wrapped

# A space at which no line is broken, in a command.
_TIED = "\xa0"
# Fewer findings than this are seen at a glance.
_MANY = 5
_LEADING = 3


def closing(outcome: Outcome, presentation: Presentation) -> Iterator[str]:
    """The last lines of a report, without their ends."""
    for sentence in _sentences(outcome):
        for line in wrapped(sentence, presentation.width):
            yield line.replace(_TIED, " ")


def _sentences(outcome: Outcome) -> Iterator[str]:
    yield summary(outcome)
    if not outcome.findings:
        return
    by_rule = outcome.by_rule
    leading = [f"{safe(rule)}{_TIED}{count:,}" for rule, count in by_rule[:_LEADING] if count > 1]
    rest = len(by_rule) - len(leading)
    if leading and rest and len(outcome.findings) >= _MANY:
        yield f"Most frequent: {', '.join(leading)}; {counted(rest, 'other rule')}"
    if outcome.fixable is not None:
        yield _on_fixes(outcome.fixable, len(outcome.findings))
    explain = _command(f"explain {safe(by_rule[0][0])}")
    yield f"{explain} says what that rule finds, and why."


def _on_fixes(fixable: Fixable, findings: int) -> str:
    """How many of the ``findings`` fix would correct, in words."""
    fix, ask = _command("fix"), _command("fix -i")
    if not fixable.count:
        what, each = ("It cannot", "it") if findings == 1 else ("None can", "each")
        return f"{what} be corrected unasked; {ask} asks about {each}."
    bound = "" if fixable.is_exact else "up to "
    how_many = f"{bound}{fixable.count:,} of {findings:,}"
    if fixable.is_exact and fixable.count == findings:
        how_many = f"all {findings:,}"
    if findings == 1:
        return f"{FIXABLE} {fix} corrects it."
    return f"{FIXABLE} {fix} corrects {how_many}; {ask} asks about each."


def _command(words: str) -> str:
    return f"'copylint {words}'".replace(" ", _TIED)
