"""Findings that a change brought in: inputs before and after it, and what is new."""

# Paths: strings, as the rest of the run has them.
# ruff: noqa: PTH100, PTH109, PTH112, PTH118

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Sequence

from copylint.config.schema import Config
from copylint.core.errors import InputError
from copylint.core.record import record, replace
from copylint.formats.lookup import suffix_of
from copylint.runner.document_reader import Formats
from copylint.runner.git import ChangedFile, GitError, Repository
from copylint.runner.globs import Globs
from copylint.runner.ignore_files import is_hidden
from copylint.runner.result import FileResult, Input, RunResult
from copylint.suppress.earlier import Version, brought_in


@record
class Base:
    """What to compare with.

    ``revision`` is a commit; the work tree is compared with the commit at which HEAD parted
    from it or, if ``exact``, with the revision itself. ``staged`` compares the index with HEAD
    instead.
    """

    revision: str = ""
    exact: bool = False
    staged: bool = False


@record
class Comparison:
    """What to check: inputs after the change, and for each what it was before.

    ``before`` has None if there was nothing; ``gone`` are files that no longer exist.
    ``errors`` are the paths that cannot be compared. In copy from strangers ``changed`` are the
    files that the change brought in or changed, ``untouched`` those that it left as they were,
    with their paths as git has them.
    """

    after: tuple[Input, ...]
    before: tuple[Input | None, ...]
    gone: tuple[Input, ...]
    errors: tuple[InputError, ...]
    formats: Formats
    repository: Repository
    changed: frozenset[str]
    untouched: frozenset[str]

    def touches(self, path: str) -> bool:
        """Whether the change affects the absolute ``path``, or something in it."""
        at = _inside(self.repository, path)
        if at is None:
            return False
        if at in self.changed or any(each.startswith(at + "/") for each in self.changed):
            return True
        return not any(each == at or each.startswith(at + "/") for each in self.untouched)

    @property
    def inputs(self) -> list[Input]:
        """All inputs to check: the current ones, their earlier versions, and deleted files."""
        return [*self.after, *(each for each in self.before if each is not None), *self.gone]

    def new_in(self, result: RunResult) -> RunResult:
        """From a run over ``inputs``, the files of ``after`` with the findings new in each.

        A version that could not be checked before counts as empty.
        """
        results = iter(result.files)
        after = [next(results) for _ in self.after]
        before = [next(results) if each is not None else None for each in self.before]
        gone = [next(results) for _ in self.gone]
        pairs = [
            (self._version(was, then), self._version(now, file))
            for was, then, now, file in zip(self.before, before, self.after, after, strict=True)
        ]
        pairs += (
            (self._version(was, then), Version()) for was, then in zip(self.gone, gone, strict=True)
        )
        new = brought_in(pairs)
        files = [
            replace(file, findings=tuple(findings))
            for file, findings in zip(after, new, strict=False)
        ]
        return replace(result, files=files)

    def _version(self, each: Input | None, result: FileResult | None) -> Version:
        if each is None or result is None or result.error:
            return Version()
        seen = self.formats.seen(each.path, self.formats.bytes_of(each))
        return Version(seen, result.findings)


def compare(
    base: Base,
    folder: str,
    found: Sequence[Input],
    errors: Sequence[InputError],
    config: Config,
    *,
    paths: Sequence[str],
    suffixes: Collection[str],
) -> Comparison:
    """The inputs that ``paths`` name, compared with ``base``: only changed ones are left.

    ``folder`` is where to look for the repository if not in the current folder; ``errors``
    are the paths at which there is nothing to check, unless the index has a file there.
    Raises ``GitError``.
    """
    repository = _repository(folder, config.timeout)
    if base.staged:
        commit = repository.head()
    elif base.exact:
        commit = repository.commit(base.revision)
    else:
        commit = repository.merge_base(base.revision)
    changes = repository.changes(commit, staged=base.staged)
    now = {change.new: change for change in changes if change.new}
    placed = {_inside(repository, each.path): each for each in found}
    outside = [each.path for at, each in placed.items() if at is None]
    if outside:
        raise GitError(f"{outside[0]} is not in the repository {repository.root}")
    chosen: list[tuple[Input, ChangedFile]] = []
    tracked = repository.tracked()
    if base.staged:
        chosen, errors = _staged(repository, now, placed, errors, config, paths, suffixes)
    else:
        for at, each in placed.items():
            if at in now:
                chosen.append((each, now[at]))
            elif at is not None and at not in tracked:
                chosen.append((each, ChangedFile("", at, "", "")))
    comparison = _comparison(
        repository, chosen, changes, errors, suffixes, Formats(config), staged=base.staged
    )
    if config.trust.strangers:
        changed = repository.touched(commit, staged=base.staged)
        untouched = frozenset(tracked) - changed
        comparison = replace(comparison, changed=changed, untouched=untouched)
    return comparison


def _repository(folder: str, patience: float) -> Repository:
    """The repository of the current folder, if ``folder`` is in it, or that of ``folder``.

    A hook runs in the root, and git gives it the path of the index as a relative one.
    """
    try:
        here = Repository(os.getcwd(), patience)
    except GitError:
        return Repository(folder, patience)
    inside = os.path.realpath(folder) + os.sep
    return here if inside.startswith(here.root + os.sep) else Repository(folder, patience)


def _inside(repository: Repository, path: str) -> str | None:
    """``path`` as git has it: relative to the root; None outside. Links are not followed."""
    folder, name = os.path.split(os.path.abspath(path))
    real = os.path.join(os.path.realpath(folder), name)
    prefix = os.path.join(repository.root, "")
    if not real.startswith(prefix):
        return None
    return real[len(prefix) :].replace(os.sep, "/")


def _staged(
    repository: Repository,
    now: dict[str, ChangedFile],
    placed: dict[str | None, Input],
    errors: Sequence[InputError],
    config: Config,
    paths: Sequence[str],
    suffixes: Collection[str],
) -> tuple[list[tuple[Input, ChangedFile]], list[InputError]]:
    """The inputs that the index has changed, including those that the work tree lacks."""
    chosen: list[tuple[Input, ChangedFile]] = []
    named = {_inside(repository, each.path): each for each in errors}
    excluded = Globs(config.exclude, config.exclude_base)
    formats = Formats(config)
    roots = [_inside(repository, path) for path in paths if os.path.isdir(path)]
    whole = any(os.path.realpath(path) == repository.root for path in paths)
    for at, change in now.items():
        if at in placed:
            chosen.append((placed[at], change))
            continue
        absolute = os.path.join(repository.root, at)
        if at in named:
            chosen.append((Input(named.pop(at).path), change))
        elif (
            not os.path.lexists(absolute)
            and (suffix_of(at) in suffixes or formats.said(absolute))
            and not any(is_hidden(part) for part in at.split("/"))
            and not excluded.verdict(absolute)
            and (whole or any(root is not None and at.startswith(root + "/") for root in roots))
        ):
            shown = os.path.relpath(absolute).replace(os.sep, "/")
            chosen.append((Input(shown), change))
    return chosen, list(named.values())


def _comparison(
    repository: Repository,
    chosen: Iterable[tuple[Input, ChangedFile]],
    changes: Sequence[ChangedFile],
    errors: Sequence[InputError],
    suffixes: Collection[str],
    formats: Formats,
    *,
    staged: bool,
) -> Comparison:
    chosen = sorted(chosen, key=lambda pair: pair[0].path)
    gone = [
        change
        for change in changes
        if change.old
        and not change.new
        and (
            suffix_of(change.old) in suffixes
            or formats.said(os.path.join(repository.root, change.old))
        )
    ]
    blobs = {c.old_blob for _, c in chosen if c.old_blob} | {c.old_blob for c in gone}
    if staged:
        blobs |= {change.new_blob for _, change in chosen}
    names = sorted(blobs)
    held = dict(zip(names, repository.contents(names), strict=True))
    problems = list(errors)
    after: list[Input] = []
    before: list[Input | None] = []
    for each, change in chosen:
        try:
            # Read once: what is compared must be what was checked.
            data = held[change.new_blob] if staged else formats.bytes_of(each)
        except InputError as error:
            problems.append(error)
            continue
        after.append(Input(each.path, data))
        was = held.get(change.old_blob) if change.old_blob else None
        before.append(None if was is None else Input(each.path, was))
    return Comparison(
        tuple(after),
        tuple(before),
        tuple(Input(change.old, held[change.old_blob]) for change in gone),
        tuple(problems),
        formats,
        repository,
        frozenset(),
        frozenset(),
    )
