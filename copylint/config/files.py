"""Finds configuration files and reads their TOML."""

# Paths: links and ".." stay as the shell has them, as pathlib would not.
# ruff: noqa: PTH100, PTH112, PTH113, PTH120

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from copylint.config.problems import Problems
from copylint.config.toml_locations import KeyPath
from copylint.core.record import record
from copylint.core.safe_read import SETTINGS, Refused, project_of, read_file
from copylint.language.lazy_pattern import LazyPattern

#: The files that may hold settings; in each folder, the first that does counts.
FILE_NAMES = ("copylint.toml", ".copylint.toml", "pyproject.toml")

_SHARED = "pyproject.toml"
_PREFIX: KeyPath = ("tool", "copylint")
_PLACE = LazyPattern(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")


@record
class ConfigFile:
    """A file that holds settings: the table of them, and where to note problems.

    ``globs_from`` is the absolute folder that its globs are relative to.
    """

    path: Path
    table: dict[str, object]
    problems: Problems
    globs_from: str


def start_folder(paths: Sequence[str]) -> Path:
    """The folder in which the search for configuration begins.

    The nearest folder that holds everything in ``paths`` (a folder holds itself); the
    current folder if there are no paths, or only ``-``.
    """
    folders = []
    for path in paths:
        if path != "-" and "\0" not in path:
            absolute = os.path.abspath(path)
            folders.append(absolute if os.path.isdir(absolute) else os.path.dirname(absolute))
    try:
        return Path(os.path.commonpath(folders))
    except ValueError:  # no paths, or on two drives
        return Path.cwd()


def files_above(start: Path) -> Iterator[ConfigFile]:
    """The configuration files in ``start`` and the folders above it, the nearest first.

    A file that cannot be read has an empty table and says why in its problems.
    """
    for folder in (start, *start.parents):
        for name in FILE_NAMES:
            path = folder / name
            if not os.path.isfile(path):
                continue
            found = read(path, globs_from=folder)
            if found is not None:
                yield found
                break


def read(path: Path, *, globs_from: Path, wanted: bool = False) -> ConfigFile | None:
    """The settings in ``path``; None if it is a pyproject.toml that has none.

    ``wanted`` says that the user named this very file, so that having none is a problem.
    """
    problems = Problems(path)
    try:
        data = _content(path, wanted=wanted)
    except OSError as error:
        if path.name == _SHARED and not wanted and not isinstance(error, _Ours):
            return None
        problems.about_file(f"cannot read this configuration: {error.strerror or error}")
        return ConfigFile(path, {}, problems, str(globs_from))
    # A pyproject.toml without settings for copylint is none of our business, valid or not.
    if path.name == _SHARED and not wanted and b"copylint" not in data:
        return None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        problems.about_file(f"not UTF-8 text: byte 0x{data[error.start]:02x} at {error.start}")
        return ConfigFile(path, {}, problems, str(globs_from))
    prefix = _PREFIX if path.name == _SHARED else ()
    problems = Problems(path, text, prefix)
    table = _parse(text, problems)
    for key in prefix:
        inner = table.get(str(key))
        if inner is None:
            if problems.messages:
                break
            if not wanted:
                return None
            problems.about_file("there is no table [tool.copylint] in this file")
            break
        if not isinstance(inner, dict):
            problems.at_value((), "[tool.copylint] must be a table")
            table = {}
            break
        table = inner
    return ConfigFile(path, table, problems, str(globs_from))


class _Ours(Refused):
    """A pyproject.toml that is not read, though it has settings for us."""


def _content(path: Path, *, wanted: bool) -> bytes:
    """The content of a configuration file; unless the user named it, it must be in the project."""
    within = "" if wanted else project_of(path.parent)
    try:
        return read_file(path, SETTINGS, within)
    except Refused as refused:
        if path.name == _SHARED and within and b"copylint" in read_file(path, SETTINGS):
            raise _Ours(str(refused.strerror)) from None
        raise


def _parse(text: str, problems: Problems) -> dict[str, object]:
    import tomllib

    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        message = str(error)
        place = _PLACE.search(message)
        message = f"not valid TOML: {_PLACE.sub('', message)}"
        if place and place[1]:
            problems.at_line(int(place[1]), int(place[2]), message)
        else:
            problems.at_end(message)
    except RecursionError:
        problems.about_file("not usable: tables or lists are nested too deeply")
    return {}
