"""From the paths on a command line to the files to check."""

# Paths: strings, not pathlib: a folder may hold a million files.
# ruff: noqa: PTH100, PTH116, PTH118

from __future__ import annotations

import os
import stat
from collections.abc import Collection, Iterator, Sequence
from pathlib import PurePath

from copylint.config.schema import Config
from copylint.core.errors import InputError
from copylint.core.record import record
from copylint.formats.lookup import claimed_suffixes, suffix_of
from copylint.runner.document_reader import Formats
from copylint.runner.globs import Globs
from copylint.runner.ignore_files import Ignores, ignores_above, is_hidden

_KINDS = (
    (stat.S_ISFIFO, "a named pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
)


@record
class Discovered:
    """The files to check, as the user would write them, and the paths that are none."""

    paths: tuple[str, ...]
    errors: tuple[InputError, ...]


def discover(
    paths: Sequence[str], config: Config, suffixes: Collection[str] | None = None
) -> Discovered:
    """The files that ``paths`` (files and folders) stand for, each once.

    A file is taken as it is given; a folder is walked in order of names for files of
    ``suffixes`` (those that formats claim, unless given) which nothing excludes. What
    cannot be checked is an error, and the rest goes on.
    """
    found: list[str] = []
    errors: list[InputError] = []
    for each in walk(paths, config, suffixes):
        if isinstance(each, str):
            found.append(each)
        else:
            errors.append(each)
    return Discovered(tuple(found), tuple(errors))


def walk(
    paths: Sequence[str], config: Config, suffixes: Collection[str] | None = None
) -> Iterator[str | InputError]:
    """The same as ``discover``, one by one, as the walk comes to them."""
    return _Walk(config, suffixes).paths(paths)


class _Walk:
    """One walk. Strings rather than paths throughout: a folder may hold a million files."""

    def __init__(self, config: Config, suffixes: Collection[str] | None) -> None:
        self._suffixes = claimed_suffixes() if suffixes is None else frozenset(suffixes)
        self._excluded = Globs(config.exclude, config.exclude_base)
        self._formats = Formats(config)
        self._seen: set[str] = set()  # real paths of files

    def paths(self, paths: Sequence[str]) -> Iterator[str | InputError]:
        for path in paths:
            shown = PurePath(path).as_posix() if path else path
            try:
                mode = os.stat(path).st_mode
            except ValueError:
                yield InputError(shown, "not a path: it holds characters that no path can")
                continue
            except OSError as error:
                yield InputError(shown, _reason(error))
                continue
            if stat.S_ISDIR(mode):
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
        errors: list[InputError] = []
        levels = [self._entries(absolute, real, prefix, ignores_above(absolute, errors))]
        yield from errors
        while levels:
            for each in levels[-1]:
                if isinstance(each, _Folder):
                    levels.append(self._entries(each.absolute, each.real, each.shown, each.ignores))
                    break
                yield each
            else:
                levels.pop()

    def _entries(
        self, absolute: str, real: str, prefix: str, ignores: Ignores
    ) -> Iterator[str | InputError | _Folder]:
        """What a folder holds, in order of names: files to check and folders to walk."""
        try:
            with os.scandir(absolute) as scan:
                entries = sorted(scan, key=lambda entry: entry.name)
        except OSError as error:
            yield InputError(prefix.rstrip("/") or ".", _reason(error))
            return
        hidden = {entry.name for entry in entries if entry.name.startswith(".")}
        errors: list[InputError] = []
        ignores = ignores.inside(absolute, hidden, errors)
        yield from errors
        for entry in entries:
            name = entry.name
            if is_hidden(name):
                continue
            path = os.path.join(absolute, name)
            try:
                is_folder = entry.is_dir(follow_symlinks=False)
                if not is_folder and not (self._is_claimed(name, path) and entry.is_file()):
                    continue
                is_link = entry.is_symlink()
            except OSError:  # a link that leads nowhere, or in a circle
                continue
            if self._excluded.verdict(path, is_folder=is_folder):
                continue
            if ignores.leaves_out(path, is_folder=is_folder):
                continue
            real_path = os.path.realpath(path) if is_link else os.path.join(real, name)
            if is_folder:
                yield _Folder(path, real_path, f"{prefix}{name}/", ignores)
            elif self._is_new(real_path):
                yield prefix + name

    def _is_claimed(self, name: str, path: str) -> bool:
        return suffix_of(name) in self._suffixes or self._formats.said(path) is not None


@record
class _Folder:
    """A folder to walk: where it is, and how the user would write it."""

    absolute: str
    real: str
    shown: str
    ignores: Ignores


def _reason(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return "there is no such file or folder"
    if isinstance(error, PermissionError):
        return "cannot read: permission denied"
    return f"cannot read: {error.strerror or error}"
