"""Applies fixes to a source until none is left, checking each pass before it counts.

Edits depend on one another: deleting a space may join two lines, deleting a word may reveal a
fault that it hid. So after every pass the whole text is checked again. An edit that brings in
a finding that was not there before is taken back and held.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Sequence

from copylint.core.finding import Finding
from copylint.core.finding_fingerprint import fingerprint
from copylint.core.fix import Edit, Safety
from copylint.core.record import field, record
from copylint.core.span import SourceSpan
from copylint.fix.apply import Patch, with_line_ends_of
from copylint.fix.choose import ChosenFix, choose, may_apply

# Real copy needs two passes; text that needs more than these goes back and forth.
_MOST_PASSES = 10
_MOST_LOOKS = 40
# How often edits that were held are tried again.
_MOST_ROUNDS = 3


@record
class LintedSource:
    """The findings in a source. ``shape`` says what blocks it is made of.

    ``words`` and ``notes`` are as those of ``FileResult``.
    """

    source: str
    findings: tuple[Finding, ...]
    shape: tuple[object, ...]
    words: int = 0
    notes: tuple[str, ...] = ()


@record
class FixLoopResult:
    """What became of a source.

    ``applied`` are the findings that were fixed, as they were found; ``passes`` the edits of
    each pass, whose places are those of the text that the pass was given; ``held`` those whose
    fix would have brought in another finding or changed what the text is made of.
    """

    look: LintedSource
    applied: tuple[Finding, ...] = ()
    passes: tuple[tuple[Edit, ...], ...] = ()
    held: tuple[Finding, ...] = ()


def improve(
    first: LintedSource,
    look: Callable[[str], LintedSource],
    *,
    unsafe: bool = False,
    leave: Callable[[Finding], bool] = lambda finding: False,
    barred: Collection[str] = (),
) -> FixLoopResult:
    """``first`` with all fixes that may be applied; ``look`` checks the source after each pass.

    The result has no finding that ``first`` lacks. ``leave`` says which findings are not to be
    fixed; ``barred`` has the fingerprints of those that no pass may fix.
    """
    left = {(each.rule, each.span) for each in first.findings if leave(each)}
    state = _improved(first, look, unsafe, left, barred)
    result = state.result()
    for _ in range(_MOST_ROUNDS):
        if not result.held or not state.passes:
            break
        # What was held may fit now that the rest is fixed: a second run would find so.
        state = _improved(state.now, look, unsafe, state.left, barred)
        if state.passes:
            more = state.result()
            result = FixLoopResult(
                more.look,
                (*result.applied, *more.applied),
                (*result.passes, *more.passes),
                more.held,
            )
    return result


def _improved(
    first: LintedSource,
    look: Callable[[str], LintedSource],
    unsafe: bool,
    left: set[tuple[str, SourceSpan]],
    barred: Collection[str],
) -> _State:
    """The state after all passes over ``first``."""
    state = _State(first, look, unsafe, left, barred)
    if state.run(chains=True):
        return state
    # A new finding that a later pass should have fixed has stayed: allow no new ones.
    state = _State(first, look, unsafe, left, barred)
    state.run(chains=False)
    return state


@record(frozen=False)
class _State:
    now: LintedSource
    look: Callable[[str], LintedSource]
    unsafe: bool
    left: set[tuple[str, SourceSpan]]  # not to be fixed: rule and place, as edits move it
    barred: Collection[str]
    applied: list[Finding] = field(default_factory=list)
    passes: list[tuple[Edit, ...]] = field(default_factory=list)
    held: dict[str, Finding] = field(default_factory=dict)
    debts: list[tuple[str, SourceSpan]] = field(default_factory=list)
    looks: int = 0

    def result(self) -> FixLoopResult:
        return FixLoopResult(
            self.now, tuple(self.applied), tuple(self.passes), tuple(self.held.values())
        )

    def run(self, *, chains: bool) -> bool:
        """Make all passes; return whether the end has no finding that the start lacked.

        With ``chains`` an edit may bring in a finding that the next pass can fix.
        """
        for _ in range(_MOST_PASSES):
            chosen = choose(self.now.findings, unsafe=self.unsafe, leave=self._is_left)
            if not chosen:
                return not self.debts
            if not self._pass(chosen, chains=chains):
                break
        return False  # it goes back and forth

    def _is_left(self, finding: Finding) -> bool:
        if (finding.rule, finding.span) in self.left:
            return True
        key = _key(finding)
        return key in self.held or key in self.barred

    def _pass(self, chosen: Sequence[ChosenFix], *, chains: bool) -> bool:
        """Apply what can be applied of ``chosen``; return whether another pass is worthwhile."""
        while chosen and self.looks < _MOST_LOOKS:
            edits = [edit for each in chosen for edit in each.fix.edits]
            patch = Patch(with_line_ends_of(self.now.source, edits))
            then = self.look(patch.apply(self.now.source))
            self.looks += 1
            if then.shape != self.now.shape and all(
                each.fix.safety is Safety.SAFE for each in chosen
            ):
                if len(chosen) == 1:
                    self._hold(chosen[0])
                chosen = chosen[: len(chosen) // 2]
                continue
            before = self.now.findings
            if not chains:  # what was fixed must not come up again
                fixed = {id(each.finding) for each in chosen}
                before = tuple(each for each in before if id(each) not in fixed)
            come = newcomers(before, then.findings, patch)
            bad = [each for each in come if not (chains and self._will_be_fixed(each))]
            if not bad:
                self._accept(chosen, then, patch, come)
                return True
            blamed = {_nearest(each, chosen, patch) for each in bad}
            for index in blamed:
                self._hold(chosen[index])
            chosen = [each for index, each in enumerate(chosen) if index not in blamed]
        return not chosen and self.looks < _MOST_LOOKS

    def _will_be_fixed(self, finding: Finding) -> bool:
        return may_apply(finding, unsafe=self.unsafe) and not self._is_left(finding)

    def _accept(
        self, chosen: Sequence[ChosenFix], then: LintedSource, patch: Patch, come: Sequence[Finding]
    ) -> None:
        there = {(each.rule, each.span) for each in then.findings}
        owed = ((rule, patch.moved(span)) for rule, span in self.debts)
        self.debts = [each for each in owed if each in there]
        self.debts += ((each.rule, each.span) for each in come)
        self.left = {(rule, patch.moved(span)) for rule, span in self.left}
        self.applied += (each.finding for each in chosen)
        self.passes.append(tuple(patch.edits))
        self.now = then

    def _hold(self, chosen: ChosenFix) -> None:
        self.held[_key(chosen.finding)] = chosen.finding


def _key(finding: Finding) -> str:
    return fingerprint(finding)


def _nearest(finding: Finding, chosen: Sequence[ChosenFix], patch: Patch) -> int:
    """The index of the choice whose edit is nearest to where ``finding`` came up."""

    def distance(index: int) -> int:
        spans = [patch.moved(edit.span) for edit in chosen[index].fix.edits]
        return min(
            max(0, span.start - finding.span.end, finding.span.start - span.end) for span in spans
        )

    return min(range(len(chosen)), key=distance)


def newcomers(before: Sequence[Finding], after: Sequence[Finding], patch: Patch) -> list[Finding]:
    """Those of ``after`` that no finding of ``before``, moved by ``patch``, accounts for.

    A finding accounts for one of the same rule at its own place, even if its text was edited;
    or for any finding at another place that it refers to.
    """
    exact = Counter((each.rule, patch.moved(each.span)) for each in before)
    rest: list[Finding] = []
    for each in after:
        key = (each.rule, each.span)
        if exact[key]:
            exact[key] -= 1
        else:
            rest.append(each)
    if not rest:
        return []
    unused: defaultdict[str, list[SourceSpan]] = defaultdict(list)
    for (rule, span), count in exact.items():
        unused[rule] += [span] * count
    beside: defaultdict[str, list[SourceSpan]] = defaultdict(list)
    rules = {each.rule for each in rest}
    for each in before:
        if each.rule in rules:
            places = [related.span for related in each.related]
            places += (edit.span for fix in each.fixes for edit in fix.edits)
            beside[each.rule] += map(patch.moved, places)
    new: list[Finding] = []
    for each in rest:
        same = next((span for span in unused[each.rule] if _meet(span, each.span)), None)
        if same is not None:
            unused[each.rule].remove(same)
        elif not any(_meet(span, each.span) for span in beside[each.rule]):
            new.append(each)
    return new


def _meet(one: SourceSpan, other: SourceSpan) -> bool:
    return one.start <= other.end and other.start <= one.end
