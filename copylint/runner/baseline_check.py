"""The baseline of a run: read, compared with the findings, updated, written."""

# Paths: strings, as the rest of the run has them.
# ruff: noqa: PTH100, PTH112, PTH118, PTH120

from __future__ import annotations

import os
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from copylint.config.schema import Config
from copylint.core.errors import ConfigError
from copylint.core.finding import Finding
from copylint.core.record import replace
from copylint.core.rule import Rule
from copylint.core.rule_groups import GROUPS
from copylint.core.safe_read import BASELINE, read_file
from copylint.fix.apply import Patch
from copylint.formats.lookup import entry_for
from copylint.runner.document_reader import Formats
from copylint.runner.fixed_file import FixedFile
from copylint.runner.internal_rules import INTERNAL_ERROR
from copylint.runner.result import FileResult, RunResult
from copylint.runner.rule_selection import Selection
from copylint.runner.safe_write import put
from copylint.suppress.baseline import (
    Baseline,
    BaselineEntry,
    GoneEntries,
    names_in_baseline,
    parse,
    written,
)


class AcceptedFindings:
    """The baseline in the file at ``path``; its entries' paths are relative to its folder."""

    def __init__(self, path: str, *, may_lack: bool = False, folder: str = "") -> None:
        """Read it. Raises ``ConfigError``; ``may_lack``: a missing file counts as empty.

        ``folder`` (absolute) is the folder that the entries' paths are relative to, if not the
        file's own.
        """
        self.path = path
        self._folder = folder or os.path.dirname(os.path.abspath(path))
        self._data: bytes | None = None
        try:
            self._data = read_file(path, BASELINE)
        except FileNotFoundError:
            if not may_lack:
                raise ConfigError(
                    f"{path}: there is no such baseline; 'copylint baseline' writes it"
                ) from None
        except OSError as error:
            raise ConfigError(f"{path}: cannot read this baseline: {error.strerror}") from None
        self.baseline = Baseline(Counter()) if self._data is None else parse(path, self._data)
        self._used: Counter[BaselineEntry] = Counter()
        #: Entries of files that are gone, by the entry that replaces each.
        self._moved: dict[BaselineEntry, BaselineEntry] = {}

    def __len__(self) -> int:
        return self.baseline.entries.total()

    def without(self, result: RunResult) -> RunResult:
        """``result`` without the findings that are accepted."""
        return replace(result, files=[self._without(file) for file in result.files])

    def _without(self, file: FileResult) -> FileResult:
        path = self._entry_path(file.path)
        new, used = self.baseline.new_in(path, file.findings, self._gone)
        self._used |= used
        for entry in used:
            if entry.path != path:
                self._moved[entry] = entry._replace(path=path)
        return replace(file, findings=tuple(new)) if used else file

    def open_in(self, file: FileResult) -> list[Finding]:
        """The findings of a file that are not accepted."""
        return self.baseline.new_in(self._entry_path(file.path), file.findings, self._gone)[0]

    @cached_property
    def _gone(self) -> GoneEntries:
        there = {path: self._is_there(path) for path in {e.path for e in self.baseline.entries}}
        found: defaultdict[tuple[str, str], list[BaselineEntry]] = defaultdict(list)
        for entry in sorted(self.baseline.entries):
            if not there[entry.path]:
                found[entry.rule, entry.sentence].append(entry)
        return found

    def _is_there(self, entry_path: str) -> bool:
        return os.path.lexists(os.path.join(self._folder, entry_path))

    def follow_renames(self) -> None:
        """Give the entries of renamed files the paths at which ``without`` has found them."""
        for old, new in self._moved.items():
            count = self.baseline.entries.pop(old, 0)
            self.baseline.entries[new] += count
            self._keep_reason(old, new)
            self._used[new] += self._used.pop(old, 0)
        self._moved.clear()

    def by_path(self, paths: Iterable[str]) -> Mapping[str, frozenset[tuple[str, str]]]:
        """Rule and sentence of the accepted findings, for each path that has any."""
        there: defaultdict[str, set[tuple[str, str]]] = defaultdict(set)
        for path, rule, sentence in self.baseline.entries:
            there[path].add((rule, sentence))
        moved = set(self._gone)
        placed = ((path, there.get(self._entry_path(path), set()) | moved) for path in paths)
        return {path: frozenset(accepted) for path, accepted in placed if accepted}

    def unused(self, coverage: RunCoverage) -> Counter[BaselineEntry]:
        """The entries that ``without`` did not use, among those that ``coverage`` covers."""
        rest = self.baseline.entries - self._used
        return Counter({e: n for e, n in rest.items() if self._was_covered(e, coverage)})

    def _was_covered(self, entry: BaselineEntry, coverage: RunCoverage) -> bool:
        path = os.path.normpath(os.path.join(self._folder, entry.path))
        if path in coverage.files:
            return coverage.ran(entry.rule, path)
        return not os.path.lexists(path) and coverage.covers(path)

    def accept(self, findings: Iterable[Finding], reason: str = "") -> int:
        """Accept findings, for ``reason``; return how many. A failed check is never accepted."""
        added = Counter(self._entry(each) for each in findings if each.rule != INTERNAL_ERROR.id)
        self.baseline.entries += added
        if reason:
            self.baseline.reasons |= dict.fromkeys(added, reason)
        return added.total()

    def _keep_reason(self, old: BaselineEntry, new: BaselineEntry) -> None:
        reason = self.baseline.reasons.get(old)
        if reason:
            self.baseline.reasons[new] = reason

    def carry(self, before: FileResult, fixed: FixedFile) -> None:
        """Keep a file's accepted findings accepted if a fix has edited their sentence."""
        there = {(each.rule, each.span): each for each in fixed.result.findings}
        patches = [Patch(edits) for edits in fixed.passes]
        path = self._entry_path(before.path)
        accepted = self.baseline.accepted_of(path, before.findings, self._gone)
        for finding in accepted:
            span = finding.span
            for patch in patches:
                span = patch.moved(span)
            now = there.get((finding.rule, span))
            if now is not None and now.sentence != finding.sentence:
                self.drop({self._accepting(finding): 1})
                self.accept([now])
                self._keep_reason(self._entry(finding), self._entry(now))

    def drop(self, entries: Mapping[BaselineEntry, int]) -> None:
        """Take out entries."""
        self.baseline.entries -= Counter(entries)

    def save(self) -> bool:
        """Write the file if its content changes; return whether it did. Raises ``InputError``."""
        data = written(self.baseline)
        if data == self._data:
            return False
        put(self.path, self._data, data)
        self._data = data
        return True

    def _entry(self, finding: Finding) -> BaselineEntry:
        return BaselineEntry(self._entry_path(finding.path), finding.rule, finding.sentence)

    def _accepting(self, finding: Finding) -> BaselineEntry:
        """The entry that accepts a finding: its own, or an older one of its rule's group."""
        entries = [
            self._entry(finding)._replace(rule=rule) for rule in names_in_baseline(finding.rule)
        ]
        return next((each for each in entries if self.baseline.entries[each]), entries[0])

    def _entry_path(self, path: str) -> str:
        absolute = os.path.abspath(path)
        try:
            return os.path.relpath(absolute, self._folder).replace(os.sep, "/")
        except ValueError:  # on another drive
            return absolute.replace(os.sep, "/")


class RunCoverage:
    """What a run covered: the files that it checked, and the rules that ran in them."""

    def __init__(
        self,
        config: Config,
        rules: Iterable[Rule],
        engines: Sequence[str],
        result: RunResult,
        paths: Sequence[str],
    ) -> None:
        """``engines`` are all that exist; ``paths`` are those that the run was for."""
        self._selection = Selection(config, rules)
        self._formats = Formats(config)
        answered = () if result.engine_errors else config.grammar
        self._silent = frozenset(engines) - frozenset(answered)
        self.files = {os.path.abspath(file.path) for file in result.files if not file.error}
        self._folders = [os.path.abspath(path) for path in paths if os.path.isdir(path)]

    def ran(self, rule: str, path: str) -> bool:
        """Whether the rule, or every rule of the group, ran in the file."""
        if rule in GROUPS:
            return all(self.ran(each, path) for each in GROUPS[rule].rules)
        if rule.partition(".")[0] in self._silent:
            return False
        listed = self._formats.said(path) or entry_for(path)
        return self._selection.in_file(path, listed.name)(rule)

    def covers(self, path: str) -> bool:
        """Whether the run would have reached a file at ``path`` if there were one."""
        return any(path.startswith(os.path.join(folder, "")) for folder in self._folders)
