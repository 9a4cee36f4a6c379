"""``copylint fix --interactive``: each finding shown, and a decision asked for."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from copylint.cli.fixing import Tally
from copylint.cli.terminal import is_terminal
from copylint.core.errors import InputError
from copylint.core.record import field, record, replace
from copylint.fix.apply import Patch, with_line_ends_of
from copylint.fix.choose import Taken
from copylint.report.finding_rows import columns, rows
from copylint.report.formats.text import file_heading
from copylint.report.visible import safe

if TYPE_CHECKING:
    from copylint.config.schema import Config
    from copylint.core.finding import Finding
    from copylint.core.fix import Fix
    from copylint.core.span import SourceSpan
    from copylint.report.base import Presentation
    from copylint.runner.baseline_check import AcceptedFindings
    from copylint.runner.fix_loop import LintedSource
    from copylint.runner.fixed_file import FixedFile
    from copylint.runner.fixer import Fixer
    from copylint.runner.result import FileResult, Input, RunResult

# An accepted suggestion may bring something to light, and that something else; not for ever.
_MOST_ROUNDS = 10
_MOST_SUGGESTIONS = 9
# Whole words will do.
_KEYS = {"accept": "a", "skip": "s", "ignore": "i", "vocabulary": "v", "quit": "q"}
_ABOUT_WORDS = ("spelling.", "names.")


def ask_about_all(
    result: RunResult,
    inputs: Sequence[Input],
    config: Config,
    accepted: AcceptedFindings,
    put: Callable[[FixedFile], None],
    presentation: Presentation,
) -> Tally:
    """Ask about every finding of ``result``, which becomes what remains."""
    from copylint.report.wording import counted
    from copylint.runner.engine_sessions import running

    errors: list[str] = []
    with running(config, errors) as addresses:
        walk = Walk(config, addresses, accepted, put, presentation)
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
    return tally


def decisions_file() -> AcceptedFindings:
    """Where decisions go if no baseline is configured: a file in the current folder."""
    from copylint.cli.accepting import FILE_NAME
    from copylint.runner.baseline_check import AcceptedFindings

    return AcceptedFindings(FILE_NAME, may_lack=True)


@record(frozen=False)
class _Answers:
    """What was decided on the findings of one look at a file."""

    fixes: list[tuple[Finding, Fix]] = field(default_factory=list)
    ignored: list[Finding] = field(default_factory=list)
    taken: Taken = field(default_factory=Taken)


class Walk:
    """Goes through the findings of files, one by one.

    ``accepted`` takes what is to be ignored; ``put`` writes a file that has changed and
    raises ``InputError`` where it cannot. ``addresses`` are those of the engines.
    """

    def __init__(
        self,
        config: Config,
        addresses: dict[str, str],
        accepted: AcceptedFindings,
        put: Callable[[FixedFile], None],
        presentation: Presentation,
    ) -> None:
        self._config = config
        self._addresses = addresses
        self._accepted = accepted
        self._put = put
        self._presentation = presentation
        self._echoes = not is_terminal(sys.stdin)
        self._done: set[tuple[str, SourceSpan]] = set()  # decided on: rule and place
        self._fixer = self._new_fixer()
        self.ignored = 0
        self.words: list[str] = []
        self._quit = False

    def _new_fixer(self) -> Fixer:
        from copylint.runner.fixer import Fixer, Plan

        return Fixer(self._config, self._addresses, Plan())

    def through(self, result: RunResult, inputs: Sequence[Input]) -> Tally:
        """All files of ``result`` that have findings; ``result`` becomes what remains."""
        tally = Tally()
        by_path = {each.path: each for each in inputs}
        for index, file in enumerate(result.files):
            if self._quit:
                break
            if self._accepted.open_in(file):
                try:
                    result.files[index] = self._file(by_path[file.path], tally)
                except InputError as error:
                    tally.errors.append(error)
        self._fixer.close()
        return tally

    def _file(self, each: Input, tally: Tally) -> FileResult:
        """Ask about a file's findings, write it, and ask about what has come to light."""
        from copylint.runner.document_reader import Formats
        from copylint.runner.fixed_file import FixedFile
        from copylint.runner.result import FileResult

        formats = Formats(self._config)
        data = formats.bytes_of(each)
        form = formats.of(each.path, data)
        look = self._fixer.look(each.path, form.decode(each.path, data))
        self._done.clear()
        fixes = 0
        for _ in range(_MOST_ROUNDS):
            answers = self._ask_about(FileResult(each.path, look.findings))
            edits = [edit for _, fix in answers.fixes for edit in fix.edits]
            patch = Patch(with_line_ends_of(look.source, edits))
            after = self._fixer.look(each.path, patch.apply(look.source))
            new = form.encode(after.source, data)
            file = FileResult(each.path, after.findings, after.words, notes=after.notes)
            if new != data:
                self._put(FixedFile(data, new, file, format=form.name))
            self._ignore(answers.ignored, after, patch)
            fixes += len(answers.fixes)
            data, look = new, after
            self._done = {(rule, patch.moved(span)) for rule, span in self._done}
            if self._quit or not edits:
                break
        if fixes:
            tally.fixes += fixes
            tally.files += 1
        return file

    def _ignore(self, findings: Sequence[Finding], after: LintedSource, patch: Patch) -> None:
        """Accept findings by the sentences that they stand in now, edits made."""
        if not findings:
            return
        there = {(each.rule, each.span): each for each in after.findings}
        now = [there.get((each.rule, patch.moved(each.span)), each) for each in findings]
        self.ignored += self._accepted.accept(now)
        self._accepted.save()

    def _ask_about(self, file: FileResult) -> _Answers:
        answers = _Answers()
        for finding in self._accepted.open_in(file):
            key = (finding.rule, finding.span)
            if self._quit:
                break
            if key in self._done or self._is_word_now(finding):
                continue
            if self._ask(finding, answers):
                self._done.add(key)
        return answers

    def _is_word_now(self, finding: Finding) -> bool:
        return finding.rule.startswith(_ABOUT_WORDS) and finding.text in self.words

    def _ask(self, finding: Finding, answers: _Answers) -> bool:
        """Whether the finding is decided on; one that meets an accepted edit has to wait."""
        fixes = finding.fixes[:_MOST_SUGGESTIONS]
        spans = {finding.span, *(edit.span for fix in fixes for edit in fix.edits)}
        if any(answers.taken.meets(span) for span in spans):
            return False
        look = self._presentation
        shown = file_heading(finding.path, "", "", look)
        shown += rows(finding, columns([finding], look.width), look.painter)
        sys.stdout.writelines(line + "\n" for line in shown)
        for number, fix in enumerate(fixes if len(fixes) > 1 else (), start=1):
            sys.stdout.write(f"    {number}: {safe(fix.title)}\n")
        menu = {"s": "[s]kip", "i": "[i]gnore here"}
        if self._may_add(finding):
            menu["v"] = "[v]ocabulary"
        menu["q"] = "[q]uit"
        answer = self._answer([str(number + 1) for number in range(len(fixes))], menu)
        if answer == "q":
            self._quit = True
        elif answer == "i":
            answers.ignored.append(finding)
        elif answer == "v":
            self._add_word(finding.text)
        elif answer != "s":
            fix = fixes[int(answer) - 1]
            answers.fixes.append((finding, fix))
            answers.taken.take(sorted({edit.span for edit in fix.edits}))
        return True

    def _answer(self, numbers: Sequence[str], menu: dict[str, str]) -> str:
        """A number or a key of ``menu``; asked for until there is one."""
        first = ["[a]ccept" + (f" or 1-{len(numbers)}" if len(numbers) > 1 else "")]
        prompt = ", ".join([*(first if numbers else []), *menu.values()]) + "? "
        while True:
            sys.stdout.write(prompt)
            sys.stdout.flush()
            line = sys.stdin.readline()
            if self._echoes:
                sys.stdout.write(safe(line.strip()) + "\n")
            if not line:  # the end of what was to be said
                return "q"
            answer = _KEYS.get(line.strip().lower(), line.strip().lower())
            if answer in ("", "a") and numbers:
                return numbers[0]
            if answer in numbers or answer in menu:
                return answer

    def _may_add(self, finding: Finding) -> bool:
        return bool(
            self._config.vocabulary.accept_file
            and finding.rule.startswith(_ABOUT_WORDS)
            and finding.text
            and not any(char.isspace() or char == "#" for char in finding.text)
        )

    def _add_word(self, word: str) -> None:
        """Add a word to the house's vocabulary, in its file and for the rest of the walk."""
        from copylint.runner.vocabulary_file import add_word

        vocabulary = self._config.vocabulary
        add_word(vocabulary.accept_file, word)
        accept = vocabulary.accept | {word}
        self._config = replace(self._config, vocabulary=replace(vocabulary, accept=accept))
        self._fixer.close()
        self._fixer = self._new_fixer()
        self.words.append(word)
