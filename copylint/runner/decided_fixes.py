"""Carries out what an editor decided on one article: the accepted corrections, all at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from copylint.core.finding import Finding
from copylint.core.fix import Edit, Fix
from copylint.core.record import field, record
from copylint.fix.apply import Patch, with_line_ends_of
from copylint.fix.choose import Taken
from copylint.fix.decisions import Decision, EditorVerdict, edits_of, place_of


@record(frozen=False)
class Chosen:
    """The findings that decisions are about.

    ``fixes`` are accepted and can be applied together, ``meeting`` are accepted and touch one
    of those, ``dismissed`` each come with the reason. ``lost`` are decisions on findings that
    are not found, or not with that correction.
    """

    fixes: list[tuple[Finding, Fix]] = field(default_factory=list)
    meeting: list[Finding] = field(default_factory=list)
    dismissed: list[tuple[Finding, str]] = field(default_factory=list)
    lost: list[Decision] = field(default_factory=list)

    def patch(self, source: str) -> Patch:
        """The edits of the accepted corrections of ``source``."""
        edits: list[Edit] = [edit for _, fix in self.fixes for edit in fix.edits]
        return Patch(with_line_ends_of(source, edits))


def chosen(decisions: Sequence[Decision], findings: Sequence[Finding]) -> Chosen:
    """What ``decisions`` mean for ``findings``, which are all those of the article.

    Only a correction that the finding itself proposes is ever applied, whatever a decision says.
    """
    there: defaultdict[tuple[object, ...], list[Finding]] = defaultdict(list)
    for finding in findings:
        there[place_of(finding)].append(finding)
    found, taken = Chosen(), Taken()
    for decision in decisions:
        candidates = [each for each in there[decision.place] if each.text == decision.text]
        if decision.verdict is EditorVerdict.ACCEPTED:
            _accept(decision, candidates, found, taken)
        elif not candidates:
            found.lost.append(decision)
        elif decision.verdict is EditorVerdict.DISMISSED:
            found.dismissed.append((candidates[0], decision.reason))
    return found


def _accept(decision: Decision, candidates: Sequence[Finding], found: Chosen, taken: Taken) -> None:
    for finding in candidates:
        for fix in finding.fixes:
            if edits_of(fix) != decision.edits:
                continue
            if taken.take(sorted({edit.span for edit in fix.edits})):
                found.fixes.append((finding, fix))
            else:
                found.meeting.append(finding)
            return
    found.lost.append(decision)
