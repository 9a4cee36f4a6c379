"""Resolves ``--output`` and ``--annotate`` destinations.

In a folder, each copy has the path that its article has below the folder named for the
articles. A value means a folder if it ends in a slash or if that folder exists. An article
itself is never a target.
"""

# Paths: strings, as the command line gives them.
# ruff: noqa: PTH103, PTH112, PTH118, PTH119, PTH120, PTH122

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from copylint.cli.exits import UsageError
from copylint.core.errors import InputError
from copylint.core.safe_read import read_file
from copylint.core.safe_target import refusal_to_write

if TYPE_CHECKING:
    from copylint.runner.result import Input


class Targets:
    """Where the copy of each article goes; decided before anything is done.

    ``value`` is what ``option`` names, ``where`` the paths of the command line, ``found`` the
    articles found at those paths, ``suffixes`` what the name of a file may end in if the
    article's own name does not determine it. ``written`` are the targets that have been
    written. Raises ``UsageError`` if they do not go together.
    """

    def __init__(
        self,
        option: str,
        value: str,
        where: Sequence[str],
        found: Sequence[Input],
        suffixes: Sequence[str] = (),
    ) -> None:
        self._option, self.is_folder = option, is_folder(value)
        if self.is_folder:
            self.pairs = [(each, os.path.join(value, _name_in(each.path, where))) for each in found]
        else:
            self._demand_one(value, found, suffixes)
            self.pairs = [(each, value) for each in found]
        self._demand_room(found)
        self.written: set[str] = set()

    def _demand_one(self, value: str, found: Sequence[Input], suffixes: Sequence[str]) -> None:
        if len(found) > 1:
            raise UsageError(
                f"'{value}' is one file, and there are {len(found)} articles; name a folder for "
                f"their copies ('{os.path.splitext(value)[0]}/')",
                self._option,
            )
        folder = os.path.dirname(value) or "."
        if not os.path.isdir(folder):
            raise UsageError(f"there is no folder '{folder}'", self._option)
        for each in found:
            suffix = os.path.splitext(each.path)[1].lower()
            wanted = (suffix,) if suffix and each.data is None else suffixes
            if wanted and os.path.splitext(value)[1].lower() not in wanted:
                raise UsageError(
                    f"'{value}' must end in {' or '.join(wanted)}, as the article does",
                    self._option,
                )

    def _demand_room(self, found: Sequence[Input]) -> None:
        sources = {os.path.realpath(each.path) for each in found}
        taken: dict[str, str] = {}
        for each, target in self.pairs:
            refused = refusal_to_write(target)
            if refused:
                raise UsageError(f"'{target}' {refused}", self._option)
            real = os.path.realpath(target)
            if real in sources:
                raise UsageError(
                    f"'{target}' is the article itself, which stays as it is; name another file",
                    self._option,
                )
            if real in taken:
                raise UsageError(
                    f"'{taken[real]}' and '{each.path}' would both become '{target}'; run "
                    "copylint once for each, with a folder of its own",
                    self._option,
                )
            taken[real] = each.path

    def put(self, target: str, new: bytes) -> None:
        """Write a target, whole or not at all. Raises ``InputError``."""
        from copylint.runner.safe_write import put

        try:
            if self.is_folder:
                os.makedirs(os.path.dirname(target), exist_ok=True)
            old = None
            if os.path.lexists(os.path.realpath(target)):
                old = read_file(target, sys.maxsize - 1)
        except OSError as error:
            raise InputError(target, f"cannot write: {error.strerror or error}") from None
        put(target, old, new)
        self.written.add(target)


def is_folder(value: str) -> bool:
    """Whether a name is that of a folder, which need not exist."""
    return value.endswith(("/", os.sep)) or os.path.isdir(value)


def without_copies(value: str, where: Sequence[str], found: Sequence[Input]) -> tuple[Input, ...]:
    """``found`` without the copies that an earlier run has put into the folder ``value``."""
    if not is_folder(value):
        return tuple(found)
    folder = os.path.join(os.path.realpath(value), "")
    named = set(where)
    return tuple(
        each
        for each in found
        if each.data is not None
        or each.path in named
        or not os.path.realpath(each.path).startswith(folder)
    )


def _name_in(path: str, where: Sequence[str]) -> str:
    """The name of the copy of ``path``: its path below the folder that it was found in."""
    for folder in where:
        if os.path.isdir(folder):
            inside = os.path.relpath(path, folder)
            if not inside.startswith(os.pardir + os.sep):
                return inside
    return os.path.basename(path)
