"""Globs over paths, read as the lines of a .gitignore are."""

# Paths: strings, not pathlib: a folder may hold a million files.
# ruff: noqa: PTH109

from __future__ import annotations

import os
from collections.abc import Sequence
from functools import cached_property

from copylint.core.gitignore import Line, parse_line


class Globs:
    """Lines read like those of a .gitignore in the folder ``base``.

    ``base`` is an absolute path; empty is the current folder. Lines that are not globs
    (blank, comments) match nothing. Raises ``ValueError`` on use if one is malformed.
    """

    def __init__(self, lines: Sequence[str], base: str = "") -> None:
        self._lines = lines
        self._base = base or os.getcwd()
        self._inside = self._base.rstrip(os.sep) + os.sep
        self._folders: dict[str, bool | None] = {}

    @cached_property
    def _table(self) -> _Table:
        return _Table([line for text in self._lines if (line := parse_line(text))])

    def verdict(self, path: str, *, is_folder: bool = False) -> bool | None:
        """Whether the absolute ``path`` is matched, or matched by a ``!`` line (False).

        None if no line mentions it. A matched folder includes all that is in it. A
        path outside ``base`` is matched only by lines that mention a name anywhere.
        """
        if not self._lines:
            return None
        inside = path.startswith(self._inside)
        relative = path[len(self._inside) :] if inside else path.lstrip(os.sep)
        if os.sep != "/":
            relative = relative.replace(os.sep, "/")
        above = relative.rpartition("/")[0]
        if above and self._folder(above, inside=inside):
            return True
        return self._table.verdict(relative, is_folder=is_folder, inside=inside)

    def _folder(self, relative: str, *, inside: bool) -> bool | None:
        """The verdict on a folder, or the one above it that is matched."""
        key = relative if inside else f"/{relative}"
        if key not in self._folders:
            above = relative.rpartition("/")[0]
            self._folders[key] = (bool(above) and self._folder(above, inside=inside)) or (
                self._table.verdict(relative, is_folder=True, inside=inside)
            )
        return self._folders[key]


class _Table:
    """Lines in their order; those without wildcards are looked up instead of tried in turn."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self._wild: list[tuple[int, Line]] = []
        self._literal: dict[tuple[str, bool], list[tuple[int, Line]]] = {}
        for number, line in enumerate(lines):
            if line.written:
                self._wild.append((number, line))
            else:
                key = (line.literal, line.anchored)
                self._literal.setdefault(key, []).append((number, line))
        self._wild.reverse()

    def verdict(self, relative: str, *, is_folder: bool, inside: bool) -> bool | None:
        """What the last line that matches the path says, if any does."""
        name = relative.rpartition("/")[2]
        last: tuple[int, Line] | None = None
        for key in ((name, False), (relative, True)):
            for number, line in self._literal.get(key, ()):
                if _speaks(line, is_folder, inside) and (last is None or number > last[0]):
                    last = (number, line)
        for number, line in self._wild:
            if last is not None and number < last[0]:
                break
            if _speaks(line, is_folder, inside) and line.matches(relative, name):
                last = (number, line)
                break
        return None if last is None else not last[1].negated


def _speaks(line: Line, is_folder: bool, inside: bool) -> bool:
    return (is_folder or not line.only_folders) and (inside or not line.anchored)
