"""Globs over paths, read as the lines of a .gitignore are."""

# Paths: strings, not pathlib: a folder may hold a million files.
# ruff: noqa: PTH109

from __future__ import annotations

import os
from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec


class Globs:
    """Lines as of a .gitignore that stands in the folder ``base``.

    ``base`` is an absolute path; empty is the current folder. Lines that are not globs
    (blank, comments) match nothing. Raises ``ValueError`` on use where one is malformed.
    """

    def __init__(self, lines: Sequence[str], base: str = "") -> None:
        self._lines = lines
        self._base = base or os.getcwd()
        self._inside = self._base.rstrip(os.sep) + os.sep

    @cached_property
    def _spec(self) -> GitIgnoreSpec:
        from pathspec import GitIgnoreSpec  # 20 ms, and most runs have no globs

        return GitIgnoreSpec.from_lines(self._lines)

    def verdict(self, path: str, *, is_folder: bool = False) -> bool | None:
        """Whether the absolute ``path`` is matched, or matched by a ``!`` line (False).

        None where no line speaks of it. A path outside ``base`` is matched only by lines
        that speak of a name anywhere.
        """
        if not self._lines:
            return None
        inside = path.startswith(self._inside)
        relative = path[len(self._inside) :] if inside else path.lstrip(os.sep)
        if os.sep != "/":
            relative = relative.replace(os.sep, "/")
        return self._spec.check_file(relative + "/" if is_folder else relative).include
