"""From the paths on a command line to the files to check."""

# Paths: strings, not pathlib: a folder may hold a million files.
# ruff: noqa: PTH100, PTH114, PTH116, PTH118, PTH120

from __future__ import annotations

import os
import stat
from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import PurePath
from typing import TYPE_CHECKING

from copylint.config.schema import Config
from copylint.config.trust import REFUSED
from copylint.core.errors import InputError
from copylint.core.record import record
from copylint.core.safe_read import project_of
from copylint.formats.lookup import claimed_suffixes, suffix_of
from copylint.runner.document_reader import Formats
from copylint.runner.globs import Globs
from copylint.runner.ignore_files import Ignores, ignores_above, is_hidden
from copylint.runner.links import IS_LINK, goes_through_link, refusal

if TYPE_CHECKING:
    from copylint.config.trust import Mirror
    from copylint.runner.passed_over import PassedOver, Register
    from copylint.runner.revision_ignores import RevisionIgnores

_KINDS = (
    (stat.S_ISFIFO, "a named pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
)

LEFT_OUT = "excluded by the configuration or one of its ignore files"
UNKNOWN_SUFFIX = "copylint reads no format with this suffix"
_EMPTY = "nothing in this folder is checked"
# Marks a file that has been met before.
_SEEN = ""


@record
class Discovered:
    """The files to check, as the user would write them, and the paths that cannot be checked.

    ``empty`` are the named folders in which nothing is checked. ``passed_over`` is what is not
    checked in copy from strangers.
    """

    paths: tuple[str, ...]
    errors: tuple[InputError, ...]
    empty: tuple[str, ...] = ()
    passed_over: tuple[PassedOver, ...] = ()


def discover(
    paths: Sequence[str], config: Config, suffixes: Collection[str] | None = None
) -> Discovered:
    """The files that ``paths`` (files and folders) lead to, each once.

    A file is taken as it is given; a folder is walked in order of names for files with
    ``suffixes`` (those that formats claim, unless given) which nothing excludes. What
    cannot be checked is an error, and the walk goes on.
    """
    found: list[str] = []
    errors: list[InputError] = []
    steps = _Walk(config, suffixes)
    for each in steps.paths(paths):
        if isinstance(each, str):
            found.append(each)
        else:
            errors.append(each)
    if config.trust.strangers:
        # A submission that has everything left out must not pass because of that.
        errors += (
            InputError(folder, "nothing in this folder is checked") for folder in steps.empty
        )
    return Discovered(tuple(found), tuple(errors), tuple(steps.empty), steps.passed_over)


def walk(
    paths: Sequence[str], config: Config, suffixes: Collection[str] | None = None
) -> Iterator[str | InputError]:
    """The same as ``discover``, one by one, as the walk reaches them."""
    return _Walk(config, suffixes).paths(paths)


class _Walk:
    """One walk. Strings rather than paths throughout: a folder may hold a million files."""

    def __init__(self, config: Config, suffixes: Collection[str] | None) -> None:
        self._suffixes = claimed_suffixes() if suffixes is None else frozenset(suffixes)
        self._excluded = Globs(config.exclude, config.exclude_base)
        self._formats = Formats(config)
        self._seen: set[str] = set()  # real paths of files
        self._trust = config.trust
        self._revision = _revision_ignores(config.mirror) if config.mirror else None
        self._register = _register(config.mirror) if config.trust.strangers else None
        self.empty: list[str] = []

    @property
    def passed_over(self) -> tuple[PassedOver, ...]:
        """What is not checked in copy from strangers."""
        return tuple(self._register.passed_over) if self._register else ()

    def paths(self, paths: Sequence[str]) -> Iterator[str | InputError]:
        for path in paths:
            shown = PurePath(path).as_posix() if path else path
            try:
                mode = os.stat(path).st_mode
            except ValueError:
                yield InputError(shown, "not a path: it holds characters that a path cannot have")
                continue
            except OSError as error:
                yield InputError(shown, _reason(error))
                continue
            refused = self._refused(path, is_folder=stat.S_ISDIR(mode))
            if refused:
                yield InputError(shown, refused)
            elif stat.S_ISDIR(mode):
                yield from self._folder(shown)
            elif stat.S_ISREG(mode):
                if self._is_new(os.path.realpath(path)):
                    yield shown
            else:
                kind = next((name for is_kind, name in _KINDS if is_kind(mode)), "something else")
                yield InputError(shown, f"this is {kind}, not a file; use '-' for standard input")

    def _is_new(self, real: str) -> bool:
        if real in self._seen:
            return False
        self._seen.add(real)
        return True

    def _folder(self, shown: str) -> Iterator[str | InputError]:
        """The files in the folder; links to folders are not followed, so no walk can loop."""
        real = os.path.realpath(shown)
        absolute = os.path.abspath(shown)
        prefix = "" if shown == "." else shown.rstrip("/") + "/"
        project = project_of(absolute)
        if self._register:
            self._register.settings_above(absolute, project)
        errors: list[InputError] = []
        ignores = self._ignores(absolute, errors)
        yield from errors
        levels = [self._entries(_Folder(absolute, real, prefix, ignores, project))]
        is_empty = True
        while levels:
            for each in levels[-1]:
                if isinstance(each, _Folder):
                    levels.append(self._entries(each))
                    break
                is_empty = False
                if each is not _SEEN:
                    yield each
            else:
                levels.pop()
        if is_empty:
            self.empty.append(shown)

    def _entries(self, folder: _Folder) -> Iterator[str | InputError | _Folder]:
        """What a folder holds, in order of names: files to check and folders to walk."""
        prefix = folder.shown
        try:
            with os.scandir(folder.absolute) as scan:
                entries = sorted(scan, key=lambda entry: entry.name)
        except OSError as error:
            yield InputError(prefix.rstrip("/") or ".", _reason(error))
            return
        errors: list[InputError] = []
        ignores = self._ignores_in(folder, entries, errors)
        yield from errors
        for entry in entries:
            name = entry.name
            path = os.path.join(folder.absolute, name)
            if self._register:
                self._register.entry(prefix + name, path, is_hidden=is_hidden(name))
            if is_hidden(name):
                continue
            try:
                is_folder = entry.is_dir(follow_symlinks=False)
                is_link = entry.is_symlink()
                if not is_folder and not (self._is_claimed(name, path) and entry.is_file()):
                    self._pass_over(prefix + name, path, IS_LINK if is_link else UNKNOWN_SUFFIX)
                    continue
            except OSError:  # a link that leads nowhere, or in a circle
                self._pass_over(prefix + name, path, IS_LINK)
                continue
            if self._excluded.verdict(path, is_folder=is_folder) or ignores.leaves_out(
                path, is_folder=is_folder
            ):
                self._pass_over(prefix + name, path, LEFT_OUT)
                continue
            if is_folder:
                real = os.path.join(folder.real, name)
                yield _Folder(path, real, f"{prefix}{name}/", ignores, folder.project)
                continue
            if is_link:
                refused = refusal(path, folder.project, self._trust.links)
                if refused == IS_LINK:
                    self._pass_over(prefix + name, path, IS_LINK)
                    continue
                if refused:
                    yield InputError(prefix + name, refused)
                    continue
            real = os.path.realpath(path) if is_link else os.path.join(folder.real, name)
            yield prefix + name if self._is_new(real) else _SEEN

    def _refused(self, path: str, *, is_folder: bool) -> str:
        """Why a path on the command line is not read; empty if it is."""
        if self._trust.links == REFUSED:
            return IS_LINK if goes_through_link(path) else ""
        if is_folder or not os.path.islink(path):
            return ""
        absolute = os.path.abspath(path)
        return refusal(absolute, project_of(os.path.dirname(absolute)), self._trust.links)

    def _ignores(self, absolute: str, errors: list[InputError]) -> Ignores:
        """What the ignore files above a folder say of the entries in it.

        ``errors`` gains the files that are refused.
        """
        if not self._trust.ignore_files:
            return Ignores()
        if self._revision:
            return self._revision.above(absolute)
        return Ignores() if self._trust.strangers else ignores_above(absolute, errors)

    def _ignores_in(
        self, folder: _Folder, entries: Iterable[os.DirEntry[str]], errors: list[InputError]
    ) -> Ignores:
        """The ignore files in a folder, in addition to those above it."""
        if not self._trust.ignore_files:
            return folder.ignores
        if self._revision:
            return self._revision.inside(folder.ignores, folder.absolute)
        if self._trust.strangers:
            return folder.ignores
        names = {each.name for each in entries if each.name.startswith(".")}
        return folder.ignores.inside(folder.absolute, names, errors)

    def _pass_over(self, shown: str, absolute: str, why: str) -> None:
        """Note what is not checked, if strangers wrote it."""
        if self._register:
            self._register.add(shown, absolute, why)

    def _is_claimed(self, name: str, path: str) -> bool:
        return suffix_of(name) in self._suffixes or self._formats.said(path) is not None


@record
class _Folder:
    """A folder to walk: where it is, and how the user would write it.

    ``ignores`` are those that hold above it; ``project`` is the folder that links in it must
    stay in.
    """

    absolute: str
    real: str
    shown: str
    ignores: Ignores
    project: str


def _revision_ignores(mirror: Mirror) -> RevisionIgnores:
    from copylint.runner.revision_ignores import RevisionIgnores

    return RevisionIgnores(mirror)


def _register(mirror: Mirror | None) -> Register:
    from copylint.runner.passed_over import Register

    return Register(mirror)


def _reason(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return "there is no such file or folder"
    if isinstance(error, PermissionError):
        return "cannot read: permission denied"
    return f"cannot read: {error.strerror or error}"
