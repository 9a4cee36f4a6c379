"""Chooses fixes that can be applied together."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable

from copylint.core.finding import Finding
from copylint.core.fix import Fix, Safety
from copylint.core.record import record
from copylint.core.span import SourceSpan


@record
class ChosenFix:
    """A fix to apply, and the finding that it is for."""

    finding: Finding
    fix: Fix


def may_apply(finding: Finding, *, unsafe: bool) -> bool:
    """Whether the finding's best fix may be applied: a safe one, or with ``unsafe`` any."""
    return finding.safety is Safety.SAFE or (unsafe and finding.safety is Safety.UNSAFE)


def choose(
    findings: Iterable[Finding], *, unsafe: bool, leave: Callable[[Finding], bool]
) -> list[ChosenFix]:
    """The best fix of each finding that may be applied, in the source's order.

    A fix is left out for now if its finding meets one that is chosen: safe fixes are chosen
    before unsafe ones, earlier before later ones. ``leave`` says which findings are not to be
    fixed at all.
    """
    wanted = [
        finding for finding in findings if may_apply(finding, unsafe=unsafe) and not leave(finding)
    ]
    wanted.sort(key=lambda finding: (finding.safety is not Safety.SAFE, finding.sort_key))
    taken = Taken()
    chosen = [
        ChosenFix(finding, finding.fixes[0]) for finding in wanted if taken.take(_places(finding))
    ]
    chosen.sort(key=lambda each: each.finding.sort_key)
    return chosen


def _places(finding: Finding) -> list[SourceSpan]:
    """All places that a finding and its best fix refer to, without overlaps and in order."""
    spans = sorted({finding.span, *(edit.span for edit in finding.fixes[0].edits)})
    merged = spans[:1]
    for span in spans[1:]:
        last = merged[-1]
        if span.start <= last.end:
            merged[-1] = SourceSpan(last.start, max(last.end, span.end))
        else:
            merged.append(span)
    return merged


class Taken:
    """Places that are taken. Two that touch count as meeting, since their order would matter."""

    def __init__(self) -> None:
        self._spans: list[SourceSpan] = []

    def take(self, spans: Iterable[SourceSpan]) -> bool:
        """Take all of ``spans`` (which do not meet one another), or none of them."""
        spans = list(spans)
        if any(self.meets(span) for span in spans):
            return False
        for span in spans:
            self._spans.insert(bisect_left(self._spans, span), span)
        return True

    def meets(self, span: SourceSpan) -> bool:
        """Whether ``span`` touches a place that is taken."""
        index = bisect_left(self._spans, span)
        return (index < len(self._spans) and self._spans[index].start <= span.end) or (
            index > 0 and self._spans[index - 1].end >= span.start
        )
