"""Carries out decisions on articles: checks that the content matches, writes and reports."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256
from typing import TYPE_CHECKING

from copylint.cli.accepting import FILE_NAME
from copylint.cli.fixing import writer
from copylint.core.errors import InputError
from copylint.report.visible import fit, revealed, safe
from copylint.report.wording import counted

if TYPE_CHECKING:
    from copylint.config.schema import Config
    from copylint.core.finding import Finding
    from copylint.fix.apply import Patch
    from copylint.fix.decisions import ArticleDecisions, Decision
    from copylint.runner.baseline_check import AcceptedFindings
    from copylint.runner.decided_fixes import Chosen
    from copylint.runner.fixed_file import FixedFile
    from copylint.runner.fixer import Fixer
    from copylint.runner.result import FileResult, Input, RunResult

_CHANGED = "has changed since the report was made; left as it is: check it again and decide on that"
_MOST_NAMED = 3
_WIDEST = 40


class Carrier:
    """Carries out ``articles``, the decisions on each.

    ``inputs`` are the articles whose content is still the one that was decided on. ``accepted``
    takes what was dismissed. With ``diff`` nothing is written: ``shown`` has what would change.
    ``errors`` are lines that say what could not be done, ``notes`` what an engine could not do.
    """

    def __init__(
        self,
        articles: Sequence[ArticleDecisions],
        config: Config,
        accepted: AcceptedFindings | None,
        *,
        diff: bool,
    ) -> None:
        self._config = config
        self._accepted = accepted
        self._diff = diff
        self._by_path = {each.path: each for each in articles}
        self._write = writer([each.path for each in articles])
        self.errors: list[str] = []
        self.notes: list[str] = []
        self.shown: list[str] = []
        self.inputs: list[Input] = [
            each for article in articles if (each := self._input(article)) is not None
        ]
        self._fixes = self._files = self._dismissed = self._waiting = 0

    def _input(self, article: ArticleDecisions) -> Input | None:
        from copylint.runner.result import Input, read_bytes

        try:
            data = read_bytes(Input(article.path), self._config.max_bytes)
        except InputError as error:
            self.errors.append(
                f"{error}; 'copylint apply' runs in the folder in which the report was made"
            )
            return None
        if sha256(data).hexdigest() != article.digest:
            self.errors.append(str(InputError(article.path, _CHANGED)))
            return None
        return Input(article.path, data)

    def carry_out(self, result: RunResult) -> None:
        """Do what was decided; ``result`` has the findings in ``inputs``."""
        from copylint.runner.decided_fixes import chosen
        from copylint.runner.engine_sessions import running
        from copylint.runner.fixer import Fixer, Plan

        self.errors += result.rule_errors
        self.notes += result.engine_errors
        with running(self._config, self.notes) as addresses:
            fixer = Fixer(self._config, addresses, Plan())
            for given, found in zip(self.inputs, result.files, strict=True):
                try:
                    if found.error:
                        raise InputError(found.path, found.error)
                    decisions = self._by_path[found.path].decisions
                    self._article(given, found, chosen(decisions, found.findings), fixer)
                except InputError as error:
                    self.errors.append(str(error))
            fixer.close()
        if self._accepted is not None and not self._diff:
            self._accepted.save()

    def _article(self, given: Input, found: FileResult, choice: Chosen, fixer: Fixer) -> None:
        from copylint.runner.document_reader import Formats

        for decision in choice.lost[:_MOST_NAMED]:
            self._complain_of(found.path, decision)
        more = len(choice.lost) - _MOST_NAMED
        if more > 0:
            self.errors.append(f"{safe(found.path)}: {counted(more, 'more decision')} like that")
        if choice.meeting:
            touch = "it touches" if len(choice.meeting) == 1 else "they touch"
            self.errors.append(
                f"{safe(found.path)}: left {counted(len(choice.meeting), 'correction')}: {touch} "
                "another that was accepted; check the article again"
            )
        assert given.data is not None
        form = Formats(self._config).of(found.path, given.data)
        source = form.decode(found.path, given.data)
        patch = choice.patch(source)
        now = list(found.findings)
        if choice.fixes:
            fixed = self._fixed(given, patch.apply(source), patch, fixer)
            self._put(fixed, found)
            self._fixes += len(choice.fixes)
            self._files += 1
            now = list(fixed.result.findings)
        self._dismiss(choice.dismissed, now, patch)

    def _complain_of(self, path: str, decision: Decision) -> None:
        words = fit(revealed(decision.text), _WIDEST)
        what = " with that correction" if decision.edits else ""
        self.errors.append(
            f"{safe(path)}: no finding of {safe(decision.place.rule)} at '{words}'{what}; "
            "use the configuration and the options of the report"
        )

    def _fixed(self, given: Input, text: str, patch: Patch, fixer: Fixer) -> FixedFile:
        from copylint.runner.document_reader import Formats
        from copylint.runner.fixed_file import FixedFile
        from copylint.runner.result import FileResult

        assert given.data is not None
        form = Formats(self._config).of(given.path, given.data)
        after = fixer.look(given.path, text)
        result = FileResult(given.path, after.findings, after.words, notes=after.notes)
        new = form.encode(text, given.data)
        return FixedFile(given.data, new, result, passes=(tuple(patch.edits),), format=form.name)

    def _put(self, fixed: FixedFile, before: FileResult) -> None:
        """Write the file, or show what would change. Raises ``InputError``."""
        if self._diff:
            from copylint.fix.diff import unified

            self.shown.append(unified(fixed.result.path, fixed.old_text, fixed.new_text))
            return
        self._write(fixed)
        if self._accepted is not None:
            self._accepted.carry(before, fixed)

    def _dismiss(
        self, findings: Sequence[tuple[Finding, str]], now: Sequence[Finding], patch: Patch
    ) -> None:
        """Accept findings by the sentences that they are in now, unless they are accepted."""
        if self._accepted is None:
            self._waiting += len(findings)
            return
        from copylint.runner.result import FileResult

        there = {(each.rule, each.span): each for each in now}
        for finding, reason in findings:
            moved = there.get((finding.rule, patch.moved(finding.span)))
            if moved is None:
                continue  # a correction has settled it
            new = self._accepted.open_in(FileResult(moved.path, tuple(now)))
            if any(each is moved for each in new):
                self._dismissed += self._accepted.accept([moved], reason)

    def told(self) -> list[str]:
        """Lines that say what was done, or would be."""
        lines = []
        if self._fixes:
            verb = "would apply" if self._diff else "applied"
            what, where = counted(self._fixes, "correction"), counted(self._files, "file")
            lines.append(f"{verb} {what} in {where}")
        if self._dismissed and self._accepted is not None:
            verb = "would add" if self._diff else "added"
            what = counted(self._dismissed, "dismissed finding")
            lines.append(f"{verb} {what} to {self._accepted.path}")
        if self._waiting:
            lines.append(
                f"not kept: {counted(self._waiting, 'dismissed finding')}; "
                f"'--baseline {FILE_NAME}' keeps what is dismissed from being found again"
            )
        return lines or ["nothing to do"]
