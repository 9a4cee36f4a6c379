"""What was decided on the findings of one pass over a file; the last decision is undone first."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum, auto

from copylint.core.finding import Finding
from copylint.core.fix import Fix
from copylint.core.record import field, record
from copylint.core.span import SourceSpan
from copylint.fix.choose import Taken


class FindingAction(Enum):
    """What may be done about a finding."""

    FIX = auto()
    SKIP = auto()
    IGNORE = auto()
    WORD = auto()


@record
class FindingDecision:
    """What to do about the finding at ``index``.

    ``fix`` belongs to a ``FIX``. ``whole`` says that it holds for the rule from here on,
    ``is_asked`` that someone gave this answer, rather than that it followed from another.
    """

    index: int
    finding: Finding
    choice: FindingAction
    fix: Fix | None = None
    whole: bool = False
    is_asked: bool = True


@record(frozen=False)
class Decisions:
    """The decisions of one pass over a file, in order."""

    made: list[FindingDecision] = field(default_factory=list)
    taken: Taken = field(default_factory=Taken)

    def add(self, decision: FindingDecision) -> None:
        """Add a decision."""
        self.made.append(decision)
        if decision.fix is not None:
            self.taken.take(sorted({edit.span for edit in decision.fix.edits}))

    @property
    def may_go_back(self) -> bool:
        """Whether there is an answer to take back."""
        return any(each.is_asked for each in self.made)

    def take_back(self) -> FindingDecision:
        """Take back the last answer, and what followed from it; return the answer."""
        last = self.made.pop()
        while not last.is_asked:
            last = self.made.pop()
        made, self.made, self.taken = self.made, [], Taken()
        for each in made:
            self.add(each)
        return last

    def waits(self, finding: Finding, fixes: tuple[Fix, ...]) -> bool:
        """Whether the finding, or one of its ``fixes``, touches an edit that was accepted."""
        spans = {finding.span, *(edit.span for fix in fixes for edit in fix.edits)}
        return any(self.taken.meets(span) for span in spans)

    @property
    def fixes(self) -> Iterator[Fix]:
        """The fixes that were accepted."""
        return (each.fix for each in self.made if each.fix is not None)

    def chosen(self, choice: FindingAction) -> list[Finding]:
        """The findings about which this was chosen."""
        return [each.finding for each in self.made if each.choice is choice]

    def places_of(self, choice: FindingAction) -> set[tuple[str, SourceSpan]]:
        """Rule and place of the findings about which this was chosen."""
        return {(each.rule, each.span) for each in self.chosen(choice)}

    @property
    def places(self) -> set[tuple[str, SourceSpan]]:
        """Rule and place of all findings decided on."""
        return {(each.finding.rule, each.finding.span) for each in self.made}
