"""``copylint fix --interactive``: each finding shown, and a decision asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from copylint.cli.asking import AnswerKind, Asker, EditorAnswer, Question, suggestions
from copylint.cli.decisions import Decisions, FindingAction, FindingDecision
from copylint.cli.fixing import Tally
from copylint.cli.resuming import Decided, Skipped
from copylint.core.errors import InputError
from copylint.core.record import replace
from copylint.fix.apply import Patch, with_line_ends_of
from copylint.report.formats.text import file_heading
from copylint.report.visible import safe

if TYPE_CHECKING:
    from copylint.cache.store import Store
    from copylint.config.schema import Config
    from copylint.core.finding import Finding
    from copylint.core.fix import Fix
    from copylint.report.base import Presentation
    from copylint.runner.baseline_check import AcceptedFindings
    from copylint.runner.document_reader import Formats
    from copylint.runner.fix_loop import LintedSource
    from copylint.runner.fixed_file import FixedFile
    from copylint.runner.fixer import Fixer
    from copylint.runner.result import FileResult, Input, RunResult

# An accepted suggestion may bring another finding to light, and so on; this ends the chain.
_MOST_ROUNDS = 10
_MOST_SUGGESTIONS = 9
_ABOUT_WORDS = ("spelling.", "names.")


def ask_about_all(
    result: RunResult,
    inputs: Sequence[Input],
    config: Config,
    accepted: AcceptedFindings,
    put: Callable[[FixedFile], None],
    presentation: Presentation,
    store: Store | None = None,
) -> Tally:
    """Ask about every finding of ``result``, which is left with those that remain.

    What is skipped is kept in ``store`` until the walk is finished.
    """
    from copylint.report.wording import counted
    from copylint.runner.engine_sessions import running

    errors: list[str] = []
    with running(config, errors) as addresses:
        walk = Walk(config, addresses, accepted, put, presentation, Skipped(store))
        tally = walk.through(result, inputs)
    if walk.ignored:
        tally.notes.append(
            f"ignored {counted(walk.ignored, 'finding')} from now on, in {accepted.path}"
        )
        if not config.baseline:
            tally.notes.append(
                f"to leave them out, run 'copylint check --baseline {accepted.path}', or always "
                f'with baseline = "{accepted.path}" in copylint.toml'
            )
    if walk.words:
        tally.notes.append(f"added to the vocabulary: {', '.join(map(safe, walk.words))}")
    if walk.may_resume:
        tally.notes.append(
            "the next 'copylint fix -i' does not ask again about what you skipped, unless the "
            "file changes"
        )
    return tally


def decisions_file() -> AcceptedFindings:
    """Where decisions go if no baseline is configured: a file in the current folder."""
    from copylint.cli.accepting import FILE_NAME
    from copylint.runner.baseline_check import AcceptedFindings

    return AcceptedFindings(FILE_NAME, may_lack=True)


class Walk:
    """Goes through the findings of files, one by one.

    ``accepted`` takes the findings to ignore; ``put`` writes a file that has changed and
    raises ``InputError`` if it cannot. ``addresses`` are those of the engines. A file is
    written once all its findings are decided on, so that Ctrl-C leaves it whole.
    """

    def __init__(
        self,
        config: Config,
        addresses: dict[str, str],
        accepted: AcceptedFindings,
        put: Callable[[FixedFile], None],
        presentation: Presentation,
        skipped: Skipped,
    ) -> None:
        from copylint.runner.document_reader import Formats

        self._config = config
        self._addresses = addresses
        self._accepted = accepted
        self._put = put
        self._presentation = presentation
        self._skipped = skipped
        self._asker = Asker(presentation)
        self._formats: Formats = Formats(config)
        self._done: set[Decided] = set()
        self._left: set[Decided] = set()  # of these, what was skipped
        self._whole: dict[str, FindingAction] = {}  # choices for all later findings of a rule
        self._fixer = self._new_fixer()
        self.ignored = 0
        self.words: list[str] = []
        self.may_resume = False
        self._begun = False
        self._quit = False

    def _new_fixer(self) -> Fixer:
        from copylint.runner.fixer import Fixer, Plan

        return Fixer(self._config, self._addresses, Plan())

    def through(self, result: RunResult, inputs: Sequence[Input]) -> Tally:
        """Go through all files with findings; ``result`` is left with those that remain."""
        tally = Tally()
        by_path = {each.path: each for each in inputs}
        for index, file in enumerate(result.files):
            if self._quit:
                break
            if self._accepted.open_in(file):
                try:
                    result.files[index] = self._file(by_path[file.path], file.headline, tally)
                except InputError as error:
                    tally.errors.append(error)
        self._fixer.close()
        if self._quit:
            self.may_resume = self._skipped.keep()
        else:
            self._skipped.forget()
        return tally

    def _file(self, each: Input, headline: str, tally: Tally) -> FileResult:
        """Ask about a file's findings, write it, and ask about what has come to light."""
        from copylint.runner.fixed_file import FixedFile
        from copylint.runner.result import FileResult

        data = self._formats.bytes_of(each)
        form = self._formats.of(each.path, data)
        look = self._fixer.look(each.path, form.decode(each.path, data))
        self._begin(look, each.path, headline, data)
        fixes = 0
        for _ in range(_MOST_ROUNDS):
            decisions = self._ask_in(each.path, look, data)
            edits = [edit for fix in decisions.fixes for edit in fix.edits]
            patch = Patch(with_line_ends_of(look.source, edits))
            self._add_words(each.text for each in decisions.chosen(FindingAction.WORD))
            after = self._fixer.look(each.path, patch.apply(look.source))
            new = form.encode(after.source, data)
            file = FileResult(
                each.path, after.findings, after.words, notes=after.notes, headline=headline
            )
            if new != data:
                self._put(FixedFile(data, new, file, format=form.name))
            self._ignore(decisions.chosen(FindingAction.IGNORE), after, patch)
            fixes += len(decisions.chosen(FindingAction.FIX))
            data, look = new, after
            self._done = _moved(self._done | decisions.places, patch)
            self._left = _moved(self._left | decisions.places_of(FindingAction.SKIP), patch)
            self._skipped.note(each.path, data, self._left)
            if self._quit or not edits:
                break
        if fixes:
            tally.fixes += fixes
            tally.files += 1
        return file

    def _begin(self, look: LintedSource, path: str, headline: str, data: bytes) -> None:
        """Print the heading of a file; what was skipped in it before counts as decided."""
        from copylint.report.wording import counted

        gap = [""] if self._begun else []
        self._begun = True
        self._asker.write(gap + file_heading(path, "", headline, self._presentation))
        there = {(finding.rule, finding.span) for finding in look.findings}
        self._left = {*self._skipped.of(path, data)} & there
        self._done = set(self._left)
        if self._left:
            told = counted(len(self._left), "finding")
            self._asker.tell(f"  not asked about again: {told} that you skipped before you quit")

    def _ask_in(self, path: str, look: LintedSource, data: bytes) -> Decisions:
        """Ask about what was found in a file. An interrupt leaves the file as it is."""
        from copylint.runner.result import FileResult

        found = self._accepted.open_in(FileResult(path, look.findings))
        findings = [each for each in found if (each.rule, each.span) not in self._done]
        decisions = Decisions()
        try:
            self._ask_about(findings, look.source, decisions)
        except KeyboardInterrupt:
            left = self._left | decisions.places_of(FindingAction.SKIP)
            self._skipped.note(path, data, left)
            self._skipped.keep()
            raise
        return decisions

    def _ask_about(self, findings: Sequence[Finding], source: str, decisions: Decisions) -> None:
        index = 0
        while index < len(findings) and not self._quit:
            finding = findings[index]
            fixes = finding.fixes[:_MOST_SUGGESTIONS]
            if decisions.waits(finding, fixes) or self._is_word_now(finding, decisions):
                index += 1  # it waits until the edits are made
                continue
            if self._follows(index, finding, fixes, decisions):
                index += 1
                continue
            place = f"{index + 1}/{len(findings)}"
            reply = self._asker.ask(self._question(finding, fixes, place, decisions))
            if reply.answer is AnswerKind.QUIT:
                self._quit = True
            elif reply.answer is AnswerKind.BACK:
                last = decisions.take_back()
                if last.whole:
                    self._whole.pop(last.finding.rule, None)
                index = last.index
            else:
                decision = self._decision(index, finding, fixes, source, reply)
                if decision is not None:
                    decisions.add(decision)
                    index += 1

    def _follows(
        self, index: int, finding: Finding, fixes: tuple[Fix, ...], decisions: Decisions
    ) -> bool:
        """Whether an answer for a whole rule decides the finding."""
        choice = self._whole.get(finding.rule)
        if choice is None or (choice is FindingAction.FIX and not fixes):
            return False
        fix = fixes[0] if choice is FindingAction.FIX else None
        done = f"accepted: {suggestions(finding, fixes[:1])[0]}" if fix else "skipped"
        place = f"{finding.start.line}:{finding.start.column}"
        self._asker.tell(f"  {place}  {safe(finding.rule)} {done}")
        decisions.add(FindingDecision(index, finding, choice, fix, is_asked=False))
        return True

    def _question(
        self, finding: Finding, fixes: Sequence[Fix], place: str, decisions: Decisions
    ) -> Question:
        words = self._config.vocabulary.accept_file if self._may_add(finding) else ""
        return Question(
            finding, fixes, place, safe(words), safe(self._accepted.path), decisions.may_go_back
        )

    def _decision(
        self, index: int, finding: Finding, fixes: Sequence[Fix], source: str, reply: EditorAnswer
    ) -> FindingDecision | None:
        """What a reply decides; None if the editor's own words cannot be put there."""
        fix: Fix | None = None
        match reply.answer:
            case AnswerKind.ACCEPT:
                choice, fix = FindingAction.FIX, fixes[reply.number]
            case AnswerKind.OWN:
                from copylint.runner.own_wording import own_fix

                own = own_fix(self._formats, source, finding, reply.text)
                if own is None:
                    self._asker.tell("That cannot be put there: markup begins or ends within.")
                    return None
                choice, fix = FindingAction.FIX, own
            case AnswerKind.IGNORE:
                return FindingDecision(index, finding, FindingAction.IGNORE)
            case AnswerKind.WORD:
                return FindingDecision(index, finding, FindingAction.WORD)
            case _:
                choice = FindingAction.SKIP
        if reply.whole:
            self._whole[finding.rule] = choice
        return FindingDecision(index, finding, choice, fix, whole=reply.whole)

    def _ignore(self, findings: Sequence[Finding], after: LintedSource, patch: Patch) -> None:
        """Accept findings by the sentences that they are in once the edits are made."""
        if not findings:
            return
        there = {(each.rule, each.span): each for each in after.findings}
        now = [there.get((each.rule, patch.moved(each.span)), each) for each in findings]
        self.ignored += self._accepted.accept(now)
        self._accepted.save()

    def _is_word_now(self, finding: Finding, decisions: Decisions) -> bool:
        words = (*self.words, *(each.text for each in decisions.chosen(FindingAction.WORD)))
        return finding.rule.startswith(_ABOUT_WORDS) and finding.text in words

    def _may_add(self, finding: Finding) -> bool:
        return bool(
            self._config.vocabulary.accept_file
            and finding.rule.startswith(_ABOUT_WORDS)
            and finding.text
            and not any(char.isspace() or char == "#" for char in finding.text)
        )

    def _add_words(self, words: Iterable[str]) -> None:
        """Add words to the house's vocabulary, in its file and for the rest of the walk."""
        from copylint.runner.vocabulary_file import add_word

        added = list(words)
        if not added:
            return
        vocabulary = self._config.vocabulary
        for word in added:
            add_word(vocabulary.accept_file, word)
        accept = vocabulary.accept | set(added)
        self._config = replace(self._config, vocabulary=replace(vocabulary, accept=accept))
        self._fixer.close()
        self._fixer = self._new_fixer()
        self.words += added


def _moved(decided: Iterable[Decided], patch: Patch) -> set[Decided]:
    """The places of what was decided once ``patch`` is applied."""
    return {(rule, patch.moved(span)) for rule, span in decided}
