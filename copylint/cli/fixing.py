"""The fixing of a run's findings that ``fix`` and ``check --fix`` share."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from copylint.cli.progress import Progress
from copylint.core.errors import InputError
from copylint.core.record import field, record, replace

if TYPE_CHECKING:
    from copylint.cli.targets import Targets
    from copylint.config.schema import Config
    from copylint.runner.baseline_check import AcceptedFindings
    from copylint.runner.fixed_file import FixedFile
    from copylint.runner.fixer import Plan
    from copylint.runner.result import Input, RunResult


@record(frozen=False)
class Tally:
    """What was fixed: how many findings in how many files, and how many were held back.

    ``untracked`` were left because their place can hold no tracked change.
    ``errors`` are files that could not be written; their findings are as they were.
    ``notes`` are further lines to print.
    """

    fixes: int = 0
    files: int = 0
    held: int = 0
    untracked: int = 0
    errors: list[InputError] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def told(self, *, future: bool = False) -> list[str]:
        """The lines that report it; ``future`` if nothing was written."""
        from copylint.report.wording import counted

        lines = []
        if self.fixes or not future:
            verb = "would fix" if future else "fixed"
            lines.append(
                f"{verb} {counted(self.fixes, 'finding')} in {counted(self.files, 'file')}"
            )
        if self.held:
            what = "the fix" if self.held == 1 else "each fix"
            lines.append(
                f"left {counted(self.held, 'finding')} unfixed: {what} would cause another finding"
            )
        if self.untracked:
            lines.append(
                f"left {counted(self.untracked, 'finding')} unfixed: in a locked or bound "
                "content control, a field or a description, which cannot hold tracked changes"
            )
        return lines + self.notes


def fix_all(
    result: RunResult,
    inputs: Sequence[Input],
    config: Config,
    plan: Plan,
    put: Callable[[FixedFile], None],
    *,
    accepted: AcceptedFindings | None = None,
    jobs: int = 0,
    quiet: bool = False,
) -> Tally:
    """Fix the findings in ``result``, which is left with those that remain.

    ``accepted`` findings stay accepted, in edited sentences too.

    ``put`` is called with every file that changes, to write it; if it raises
    ``InputError``, the file's findings stay.
    """
    from copylint.runner.fixer import fix

    tally = Tally()
    places = [index for index, file in enumerate(result.files) if plan.wants(file)]
    if not places:
        return tally
    by_path = {each.path: each for each in inputs}
    wanted = [by_path[result.files[index].path] for index in places]
    errors: list[str] = []
    with Progress(len(wanted), wanted=not quiet, doing="Fixing") as progress:
        for index, fixed in zip(places, fix(wanted, config, plan, jobs, errors), strict=True):
            try:
                if fixed.new != fixed.old:
                    put(fixed)
                    if accepted is not None:
                        accepted.carry(result.files[index], fixed)
                    tally.fixes += len(fixed.applied)
                    tally.files += 1
                tally.held += len(fixed.held)
                tally.untracked += fixed.untracked
                headline = result.files[index].headline
                result.files[index] = replace(fixed.result, headline=headline)
            except InputError as error:
                tally.errors.append(error)
            progress.advance(1)
    if accepted is not None and tally.files:
        accepted.save()
    result.engine_errors += (error for error in errors if error not in result.engine_errors)
    return tally


def tracker(put: Callable[[FixedFile], None]) -> Callable[[FixedFile], None]:
    """A function that hands a fixed file on to ``put`` with its fixes as tracked changes."""
    from datetime import datetime

    from copylint.runner.track_changes import with_tracked_changes

    now = datetime.now()

    def put_tracked(fixed: FixedFile) -> None:
        put(replace(fixed, new=with_tracked_changes(fixed, now)))

    return put_tracked


def copied(targets: Targets) -> Callable[[FixedFile], None]:
    """A function that writes a fixed file to its place in ``targets``."""
    named = {each.path: target for each, target in targets.pairs}

    def put(fixed: FixedFile) -> None:
        targets.put(named[fixed.result.path], fixed.new)

    return put


def copy_rest(targets: Targets, result: RunResult, tally: Tally, config: Config) -> None:
    """Copy the articles in which nothing was to be fixed."""
    from copylint.runner.document_reader import Formats

    formats = Formats(config)
    failed = {file.path for file in result.errors} | {error.path for error in tally.errors}
    for each, target in targets.pairs:
        if target not in targets.written and each.path not in failed and target not in failed:
            try:
                targets.put(target, formats.bytes_of(each))
            except InputError as error:
                tally.errors.append(error)


def writer(paths: Sequence[str]) -> Callable[[FixedFile], None]:
    """A function that writes a fixed file in place; ``paths`` are those of the command line."""
    from copylint.runner.safe_write import rewrite, roots_of

    roots = roots_of(paths)

    def put(fixed: FixedFile) -> None:
        rewrite(fixed.result.path, fixed.old, fixed.new, roots)

    return put
