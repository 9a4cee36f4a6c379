"""One finding per fault: where several rules speak of the same words, the best one does."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from copylint.model.finding import Finding

# Rules that judge a word or a few, the one that knows most about the place first. Rules
# not named here (white space, repeated captions) speak of something else and stay.
_PRECEDENCE = (
    "vocabulary.",
    "duplicates.word",
    "names.doubled",
    "names.",
    "dialect.",
    "grammar.",
    "spelling.",
    "harper.",
    "languagetool.",
)
_ENGINES = len(_PRECEDENCE) - 2


def _rank(finding: Finding) -> int | None:
    for rank, prefix in enumerate(_PRECEDENCE):
        if finding.rule.startswith(prefix):
            return rank
    return None


def arbitrate(findings: Sequence[Finding]) -> list[Finding]:
    """``findings`` sorted, without those that a better one at the same place makes idle.

    Engines also give way to our white-space and punctuation rules.
    """
    ranked = [(_rank(finding), finding) for finding in _without_idle_spaces(findings)]
    kept: list[Finding] = []
    taken: list[Finding] = []
    for rank, finding in sorted(
        ranked, key=lambda pair: (-1 if pair[0] is None else pair[0], pair[1].sort_key)
    ):
        if rank is None:
            kept.append(finding)
            continue
        rivals = (*taken, *kept) if rank >= _ENGINES else taken
        if any(_same_fault(finding, rival) for rival in rivals):
            continue
        taken.append(finding)
    return sorted([*kept, *taken], key=lambda finding: finding.sort_key)


def _without_idle_spaces(findings: Sequence[Finding]) -> list[Finding]:
    """``findings`` without the double spaces that go when a repeat is deleted.

    Only where the blank is all that sets the repeat apart from its original: a repeat
    that was cut short may be the one an editor keeps and completes.
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


def _same_fault(finding: Finding, rival: Finding) -> bool:
    if rival.rule.startswith("duplicates.") and rival.rule != "duplicates.word":
        return False
    return finding.span == rival.span or finding.span.overlaps(rival.span)
