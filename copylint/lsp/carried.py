"""The findings to show until the deep check has read a changed text."""

from __future__ import annotations

from copylint.core.finding import Finding, Related
from copylint.core.fix import Edit, Fix
from copylint.core.record import replace
from copylint.core.span import SourceSpan
from copylint.lsp.documents import Known
from copylint.service.answer import Answer


def shown(before: Known | None, now: Answer) -> tuple[Finding, ...]:
    """The findings of ``now``, amended by the last complete answer.

    Until the complete check has read the new text, lines that have not changed since ``before``
    keep the findings that only that check made, and do without those that it refuted. Otherwise
    the findings of the deep check would vanish at every keystroke and come back after it.
    """
    if now.is_complete or before is None or before.complete is None or before.rules is None:
        return now.findings
    same = _Same(before.text, now.text)
    rules, complete = set(before.rules.findings), set(before.complete.findings)
    refuted = {_key(moved) for each in rules - complete if (moved := same.moved(each))}
    kept = [each for each in now.findings if _key(each) not in refuted]
    kept += (moved for each in complete - rules if (moved := same.moved(each)))
    return tuple(sorted(kept, key=lambda each: each.sort_key))


def _key(finding: Finding) -> tuple[str, SourceSpan]:
    return finding.rule, finding.span


class _Same:
    """The lines at the beginning and at the end that two texts have in common."""

    def __init__(self, old: str, new: str) -> None:
        head = _common_head(old, new)
        tail = _common_tail(old, new, min(len(old), len(new)) - head)
        # The lines in which the change begins and ends count as changed from end to end.
        self._head = old.rfind("\n", 0, head) + 1
        end = old.find("\n", len(old) - tail)
        self._tail = end if end >= 0 else len(old) + 1
        self._by = len(new) - len(old)

    def moved(self, finding: Finding) -> Finding | None:
        """The finding at its place in the new text; None if its lines have changed."""
        by = self._shift(finding.span)
        if by is None:
            return None
        fixes = tuple(fix for each in finding.fixes if (fix := self._fix(each)) is not None)
        related = tuple(r for each in finding.related if (r := self._related(each)) is not None)
        span = _shifted(finding.span, by)
        return replace(finding, span=span, fixes=fixes, related=related)

    def _fix(self, fix: Fix) -> Fix | None:
        edits: list[Edit] = []
        for edit in fix.edits:
            by = self._shift(edit.span)
            if by is None:
                return None
            edits.append(replace(edit, span=_shifted(edit.span, by)))
        return replace(fix, edits=tuple(edits))

    def _related(self, related: Related) -> Related | None:
        by = self._shift(related.span)
        return None if by is None else replace(related, span=_shifted(related.span, by))

    def _shift(self, span: SourceSpan) -> int | None:
        if span.end <= self._head:
            return 0
        return self._by if span.start >= self._tail else None


def _common_head(old: str, new: str) -> int:
    """The number of code points with which both texts begin."""
    low, high = 0, min(len(old), len(new))
    while low < high:
        middle = (low + high + 1) // 2
        if old[low:middle] == new[low:middle]:
            low = middle
        else:
            high = middle - 1
    return low


def _common_tail(old: str, new: str, most: int) -> int:
    """The number of code points, ``most`` at most, with which both texts end."""
    low, high = 0, most
    while low < high:
        middle = (low + high + 1) // 2
        if old[len(old) - middle : len(old) - low] == new[len(new) - middle : len(new) - low]:
            low = middle
        else:
            high = middle - 1
    return low


def _shifted(span: SourceSpan, by: int) -> SourceSpan:
    return SourceSpan(span.start + by, span.end + by)
