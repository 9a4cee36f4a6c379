"""Fixes articles one file at a time: check, fix, write."""

from __future__ import annotations

from collections.abc import Callable, Collection, Generator, Mapping, Sequence
from contextlib import closing

from copylint.config.schema import Config
from copylint.core.blocks import BlockKind
from copylint.core.document import Document
from copylint.core.errors import InputError
from copylint.core.finding import Finding
from copylint.core.finding_fingerprint import fingerprint
from copylint.core.fix import Safety
from copylint.core.record import field, record, replace
from copylint.fix.choose import may_apply
from copylint.formats.base import Format
from copylint.runner.document_reader import Formats
from copylint.runner.engine_sessions import running
from copylint.runner.fix_loop import FixLoopResult, LintedSource, improve
from copylint.runner.fixed_file import FixedFile, FixedText
from copylint.runner.linter import Linter
from copylint.runner.parallelism import workers_for
from copylint.runner.result import FileResult, FixForecast, Input, size_of
from copylint.runner.time_limit import FIX_ROUNDS, OutOfTime, time_limit, too_slow, wall_clock
from copylint.runner.worker_pool import DIED, Pool, Recovery
from copylint.suppress.baseline import names_in_baseline

#: What identifies an accepted finding in its file: its rule and its sentence.
Accepted = frozenset[tuple[str, str]]


@record
class Plan:
    """Which fixes are wanted: the safe ones, or all; ``accepted`` findings are left alone.

    ``accepted`` is by path. ``track``: only fixes that can be recorded in a Word file.
    """

    unsafe: bool = False
    accepted: Mapping[str, Accepted] = field(default_factory=dict)
    track: bool = False

    def leaves(self, finding: Finding) -> bool:
        """Whether the finding is one that someone has accepted."""
        accepted = self.accepted.get(finding.path, frozenset())
        return any((rule, finding.sentence) in accepted for rule in names_in_baseline(finding.rule))

    def wants(self, file: FileResult) -> bool:
        """Whether there is anything to fix in the file."""
        return any(
            may_apply(each, unsafe=self.unsafe) and not self.leaves(each) for each in file.findings
        )


class Fixer:
    """Fixes files in this process; ``engine_errors`` say which engines failed to answer.

    It checks with ``linter`` if given, else with one of its own.
    """

    def __init__(
        self,
        config: Config,
        addresses: dict[str, str],
        plan: Plan,
        linter: Linter | None = None,
    ) -> None:
        self._linter = linter or Linter(config, addresses)
        self._plan = plan
        self._formats = Formats(config)
        self._timeout = config.timeout
        self.engine_errors: list[str] = []

    def fix(self, each: Input) -> FixedFile:
        """The input fixed; nothing is written."""
        try:
            with time_limit(_time_for(self._timeout)):
                return self._fixed(each)
        except OutOfTime:
            return _given_up(each, too_slow(self._timeout))
        except InputError as error:
            return _given_up(each, error.message)

    def _fixed(self, each: Input) -> FixedFile:
        data = self._formats.bytes_of(each)
        form = self._formats.of(each.path, data)
        text = form.decode(each.path, data)

        first = self.look(each.path, text)
        untracked = self._untracked(each.path, data, form.name, first)
        done = self._improved(each.path, first, untracked)
        barred: set[str] = set()
        while more := self._not_recordable(each.path, data, form, done) - barred:
            barred |= more
            done = self._improved(each.path, first, untracked, barred)
        remaining = _remaining(done)
        result = FileResult(each.path, remaining, done.look.words, notes=done.look.notes)
        new = data if done.look.source == text else form.encode(done.look.source, data)
        left = len(untracked) + len(barred)
        return FixedFile(data, new, result, done.applied, done.passes, done.held, form.name, left)

    def forecast(self, each: Input, found: FileResult) -> FixForecast:
        """What would become of an input in which ``found`` was found.

        Raises ``InputError`` if that is unknown, and ``OutOfTime``.
        """
        if not self._plan.wants(found):
            return FixForecast()
        with time_limit(_time_for(self._timeout)):
            source = each.text
            if source is None:
                source = self._formats.source(each.path, self._formats.bytes_of(each))
            shape = _shape(self._formats.document(each.path, source))
            first = LintedSource(source, found.findings, shape, found.words, found.notes)
            applied = self._improved(each.path, first).applied
        there = {id(finding) for finding in found.findings}
        keys = tuple(
            (finding.rule, finding.span.start, finding.span.end)
            for finding in applied
            if id(finding) in there
        )
        return FixForecast(keys, len(applied) - len(keys))

    def fix_text(self, path: str, text: str) -> FixedText:
        """``text`` fixed as the text of the file at ``path``, which is not read.

        Raises ``InputError`` if the text cannot be read, or takes too long.
        """
        try:
            with time_limit(_time_for(self._timeout)):
                first = self.look(path, text)
                done = self._improved(path, first)
        except OutOfTime:
            raise InputError(path, too_slow(self._timeout)) from None
        return FixedText(done.look.source, done.applied, _remaining(done))

    def _improved(
        self,
        path: str,
        first: LintedSource,
        untracked: Sequence[Finding] = (),
        barred: Collection[str] = (),
    ) -> FixLoopResult:
        def leave(finding: Finding) -> bool:
            return self._plan.leaves(finding) or finding in untracked

        def look(source: str) -> LintedSource:
            return self.look(path, source)

        return improve(first, look, unsafe=self._plan.unsafe, leave=leave, barred=barred)

    def _untracked(self, path: str, data: bytes, form: str, look: LintedSource) -> list[Finding]:
        """The findings whose fixes are wanted but cannot be recorded; none without ``track``."""
        from copylint.runner.word_documents import WORD

        if not self._plan.track or form not in WORD:
            return []
        from copylint.runner.track_changes import Trackable

        trackable = Trackable(path, data)
        return [
            finding
            for finding in look.findings
            if may_apply(finding, unsafe=self._plan.unsafe) and trackable.refuses(finding)
        ]

    def _not_recordable(
        self, path: str, data: bytes, form: Format, done: FixLoopResult
    ) -> set[str]:
        """The fingerprints of fixed findings whose fixes cannot be recorded beside the others."""
        from copylint.runner.word_documents import WORD

        if not self._plan.track or form.name not in WORD or not done.passes:
            return set()
        from copylint.runner.track_changes import not_recordable

        return not_recordable(path, data, form, done)

    def look(self, path: str, source: str) -> LintedSource:
        """What is found in ``source`` as the content of the file at ``path``.

        Raises ``InputError`` if that is unknown.
        """
        found = self._linter.lint([Input(path, text=source)])
        self.engine_errors += (e for e in found.engine_errors if e not in self.engine_errors)
        (file,) = found.files
        if file.error:
            raise InputError(path, file.error)
        shape = _shape(self._formats.document(path, source))
        return LintedSource(source, file.findings, shape, file.words, file.notes)

    def close(self) -> None:
        """Close what the checks hold open."""
        self._linter.close()


# Kinds of block that markup alone determines. Whether others are captions or headlines is judged
# by their words, so that a fix may change the kind without doing harm.
_MARKED_UP = frozenset(
    {
        BlockKind.LIST_ITEM,
        BlockKind.QUOTATION,
        BlockKind.TABLE_CELL,
        BlockKind.ALT_TEXT,
        BlockKind.IMAGE_TITLE,
        BlockKind.FOOTNOTE,
    }
)


def _shape(document: Document) -> tuple[object, ...]:
    """The structure of the text: its blocks, as the markup has them."""
    if document.format == "plain":
        return ()  # no markup
    return tuple(
        (block.kind if block.kind in _MARKED_UP else "", block.field, block.depth)
        for block in document.blocks
    )


def _remaining(done: FixLoopResult) -> tuple[Finding, ...]:
    """The findings that remain; fixes that were held back are not safe."""
    held = {fingerprint(finding) for finding in done.held}
    return tuple(
        _no_longer_safe(finding) if fingerprint(finding) in held else finding
        for finding in done.look.findings
    )


def _no_longer_safe(finding: Finding) -> Finding:
    """The finding with its fixes left for someone to read and decide."""
    lowered = (
        replace(fix, safety=Safety.UNSAFE) if fix.safety is Safety.SAFE else fix
        for fix in finding.fixes
    )
    return replace(finding, fixes=tuple(lowered))


def fix(
    inputs: Sequence[Input], config: Config, plan: Plan, jobs: int, engine_errors: list[str]
) -> Generator[FixedFile, None, None]:
    """Every input fixed, in order. Nothing is written.

    ``jobs`` is the number of processes, 0 for as many as are worth it.
    """
    with running(config, engine_errors) as addresses:
        workers = workers_for([size_of(each) for each in inputs], jobs)
        if workers <= 1:
            with closing(Fixer(config, addresses, plan)) as fixer:
                yield from map(fixer.fix, inputs)
            return
        with Pool[Input, FixedFile](workers, _begin_worker, config, addresses, plan) as pool:
            yield from pool.map(inputs, _WithoutTheLost(config.timeout))


class _WithoutTheLost(Recovery[Input, FixedFile]):
    """Leaves a file as it is if a worker has not survived it."""

    def __init__(self, timeout: float) -> None:
        self._timeout = timeout

    def lost(self, task: Input, *, is_slow: bool) -> FixedFile:
        return _given_up(task, too_slow(self._timeout) if is_slow else DIED)

    def patience(self, task: Input) -> float:
        return wall_clock(_time_for(self._timeout))


def _time_for(timeout: float) -> float:
    """Seconds of processor time for a file that is checked again after each round of fixes."""
    return FIX_ROUNDS * timeout


def _given_up(each: Input, reason: str) -> FixedFile:
    """What becomes of a file that cannot be fixed: nothing."""
    return FixedFile(b"", b"", FileResult(each.path, error=reason))


def _begin_worker(
    config: Config, addresses: dict[str, str], plan: Plan
) -> Callable[[Input], FixedFile]:
    return Fixer(config, addresses, plan).fix
