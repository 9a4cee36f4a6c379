"""``check --annotate``: the findings as comments in copies of the Word files they are in."""

# Paths: strings, as the command line gives them.
# ruff: noqa: PTH103, PTH112, PTH118, PTH119, PTH120, PTH122, PTH123

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from copylint.cli.exits import UsageError
from copylint.model.errors import InputError

if TYPE_CHECKING:
    from copylint.config.schema import Config
    from copylint.run.result import Input, RunResult

_OPTION = "--annotate"


class Copies:
    """Where the annotated copies of a run's articles go, decided before anything is checked.

    ``target`` is the value of ``--annotate``, ``where`` the paths of the command line, ``found``
    what they stand for. Raises ``UsageError`` where there is no sense in it.
    """

    def __init__(
        self, target: str, where: Sequence[str], found: Sequence[Input], config: Config
    ) -> None:
        from copylint.run.word import is_word

        self._config = config
        self._folder = target if _is_folder(target) else ""
        words = [each for each in found if is_word(each, config)]
        #: The articles that are copied, and to where.
        self.targets: list[tuple[Input, str]] = []
        #: How many articles are no Word files.
        self.others = len(found) - len(words)
        if not found:
            return
        if self._folder:
            if not words:
                raise UsageError(
                    "there is no Word file (.docx) among the articles, and no other holds comments",
                    _OPTION,
                )
            self.targets = [
                (each, os.path.join(target, _name_in(each.path, where))) for each in words
            ]
        else:
            self.targets = [(_the_one(found, words, target), target)]
        self._demand_room(found)

    def _demand_room(self, found: Sequence[Input]) -> None:
        """Raise ``UsageError`` where a copy would lie in a bad place."""
        sources = {os.path.realpath(each.path) for each in found if each.data is None}
        taken: dict[str, str] = {}
        for each, target in self.targets:
            real = os.path.realpath(target)
            if real in sources:
                raise UsageError(
                    f"'{target}' is the article itself, which stays as it is; name another file",
                    _OPTION,
                )
            if real in taken:
                raise UsageError(
                    f"'{taken[real]}' and '{each.path}' would both become '{target}'; check them "
                    "one after the other, with two folders",
                    _OPTION,
                )
            taken[real] = each.path
            folder = os.path.dirname(target) or "."
            if not self._folder and not os.path.isdir(folder):
                raise UsageError(f"there is no folder '{folder}'", _OPTION)

    def write(self, result: RunResult) -> tuple[list[str], list[InputError]]:
        """Write a copy of each article that was checked, with what ``result`` has of it.

        Lines that tell of it, and what could not be written.
        """
        from copylint.report.wording import counted
        from copylint.run.remarks import with_comments

        files = {file.path: file for file in result.files if not file.error}
        told: list[str] = []
        errors: list[InputError] = []
        now = datetime.now()
        for each, target in self.targets:
            file = files.get(each.path)
            if file is None:
                continue  # it could not be checked, which is told
            try:
                new, count = with_comments(each, file.findings, self._config, now)
                self._put(target, new)
            except InputError as error:
                errors.append(error)
            else:
                told.append(f"wrote {target} with {counted(count, 'comment')}")
        if self.others and self.targets:
            told.append(f"{counted(self.others, 'article')} not annotated: no Word file")
        return told, errors

    def _put(self, target: str, new: bytes) -> None:
        from copylint.run.rewrite import put

        try:
            if self._folder:
                os.makedirs(os.path.dirname(target), exist_ok=True)
            old = None
            if os.path.lexists(os.path.realpath(target)):
                with open(target, "rb") as file:
                    old = file.read()
        except OSError as error:
            raise InputError(target, f"cannot write: {error.strerror or error}") from None
        put(target, old, new)


def _is_folder(target: str) -> bool:
    return target.endswith(("/", os.sep)) or os.path.isdir(target)


def without_copies(target: str, where: Sequence[str], found: Sequence[Input]) -> list[Input]:
    """``found`` without the copies that an earlier run put into the folder ``target``."""
    if not _is_folder(target):
        return list(found)
    folder = os.path.join(os.path.realpath(target), "")
    named = set(where)
    return [
        each
        for each in found
        if each.data is not None
        or each.path in named
        or not os.path.realpath(each.path).startswith(folder)
    ]


def _the_one(found: Sequence[Input], words: Sequence[Input], target: str) -> Input:
    """The article that is copied to the file ``target``."""
    if len(found) > 1:
        raise UsageError(
            f"'{target}' is one file, and there are {len(found)} articles; name a folder for "
            f"their copies ('{os.path.splitext(target)[0]}/')",
            _OPTION,
        )
    if not words:
        raise UsageError(
            f"'{found[0].path}' is no Word file (.docx), and no other holds comments; "
            "leave the option out",
            _OPTION,
        )
    source = os.path.splitext(words[0].path)[1].lower()
    wanted = source if source in (".docx", ".docm") else ".docx"
    if os.path.splitext(target)[1].lower() != wanted:
        raise UsageError(f"'{target}' would be a Word file; let its name end in {wanted}", _OPTION)
    return words[0]


def _name_in(path: str, where: Sequence[str]) -> str:
    """What the copy of ``path`` is called in the folder: as below the folder it was found in."""
    for folder in where:
        if os.path.isdir(folder):
            inside = os.path.relpath(path, folder)
            if not inside.startswith(os.pardir + os.sep):
                return inside
    return os.path.basename(path)
