"""One finding per error: of several rules that match the same words, the best one wins."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence

from copylint.core.finding import HERE_TOO, Finding
from copylint.core.rule import Precedence
from copylint.core.span import SourceSpan


def arbitrate(
    findings: Sequence[Finding], precedence: Callable[[str], int | None]
) -> list[Finding]:
    """``findings`` sorted, without those that a better one at the same place makes redundant.

    ``precedence`` returns that of a rule by its id (see ``copylint.core.rule.Precedence``).
    Engines also give way to our white-space and punctuation rules.
    """
    ranked: list[tuple[int, Finding]] = []
    kept: list[Finding] = []
    for finding in _without_idle_spaces(findings):
        rank = precedence(finding.rule)
        if rank is None:
            kept.append(finding)
        else:
            ranked.append((rank, finding))
    ranked.sort(key=lambda pair: (pair[0], pair[1].sort_key))
    # A repeated caption, or a heading in another case, says nothing about the words in it.
    ours = _Ground(f.span for f in kept if not f.rule.startswith(("duplicates.", "consistency.")))
    taken = _Ground()
    for rank, finding in ranked:
        yields = rank >= Precedence.ENGINE and ours.meets(finding.span)
        if not yields and not taken.meets(finding.span):
            taken.add(finding.span)
            kept.append(finding)
    return sorted(_each_place_once(kept), key=lambda finding: finding.sort_key)


def _each_place_once(findings: Sequence[Finding]) -> list[Finding]:
    """``findings`` without those that another one, of a typo made several times, mentions."""
    mentioned = {
        (other.span, each.replacements[0])
        for each in findings
        if _is_joined(each)
        for other in each.related
    }
    return [
        each
        for each in findings
        if not each.replacements or (each.span, each.replacements[0]) not in mentioned
    ]


def _is_joined(finding: Finding) -> bool:
    """Whether the finding's related places hold the same typo."""
    return bool(finding.replacements) and any(each.message == HERE_TOO for each in finding.related)


class _Ground:
    """Spans that are taken; a lookup costs the same however many there are."""

    def __init__(self, spans: Iterable[SourceSpan] = ()) -> None:
        self._spans: set[SourceSpan] = set()
        self._starts: list[int] = []
        self._ends: list[int] = []
        for span in sorted(spans):
            self._spans.add(span)
            if self._ends and span.start < self._ends[-1]:
                self._ends[-1] = max(self._ends[-1], span.end)
            else:
                self._starts.append(span.start)
                self._ends.append(span.end)

    def meets(self, span: SourceSpan) -> bool:
        """Whether ``span`` is one of the spans or shares a character with one."""
        index = bisect_left(self._starts, span.end) - 1
        return span in self._spans or (index >= 0 and self._ends[index] > span.start)

    def add(self, span: SourceSpan) -> None:
        """Add ``span``, which meets none of the others."""
        # An empty span goes before one that begins at the same place, or it would hide that one.
        index = (bisect_right if len(span) else bisect_left)(self._starts, span.start)
        self._spans.add(span)
        self._starts.insert(index, span.start)
        self._ends.insert(index, span.end)


def _without_idle_spaces(findings: Sequence[Finding]) -> list[Finding]:
    """``findings`` without the double spaces that disappear when a repeat is deleted.

    This applies only if the space is all that sets the repeat apart from its original: an
    editor may keep and complete a repeat that was cut short.
    """
    repeats = [
        finding
        for finding in findings
        if finding.rule.startswith("duplicates.")
        and finding.related
        and finding.text != finding.related[0].text
        and finding.text.split() == finding.related[0].text.split()
    ]
    if not repeats:
        return list(findings)
    starts = sorted((repeat.span.start, repeat.span.end) for repeat in repeats)

    def is_idle(finding: Finding) -> bool:
        index = bisect_right(starts, (finding.span.start, finding.span.end)) - 1
        return (
            finding.rule == "typography.double-space"
            and index >= 0
            and finding.span.end <= starts[index][1]
        )

    return [finding for finding in findings if not is_idle(finding)]
