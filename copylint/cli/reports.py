"""Destinations of a run's reports: standard output, and the files that ``--output`` names."""

# Paths: strings, as the command line gives them.
# ruff: noqa: PTH101, PTH105, PTH108, PTH112, PTH116, PTH120, PTH123

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import TextIO

from copylint.cli.choices import one_of
from copylint.cli.exits import UsageError
from copylint.core.safe_target import refusal_to_write
from copylint.report.base import Outcome, Presentation, Reporter
from copylint.report.build_log import own_commands
from copylint.report.lookup import format_names, reporter

_OPTION = "--output"


class Reports:
    """The reporters that a command line asks for.

    ``shown`` is the format of standard output; ``outputs`` are values of ``--output``.
    Raises ``UsageError`` for formats that do not exist and files that cannot be written.
    """

    def __init__(self, shown: str, outputs: Sequence[str]) -> None:
        self.main = reporter(one_of(shown, format_names(), "--format"))
        self._files = [_output(each) for each in outputs]
        paths = [os.path.realpath(path) for _, path in self._files]
        for path in paths:
            if paths.count(path) > 1:
                raise UsageError(f"'{path}' is named twice", _OPTION)

    @property
    def tells_fixable(self) -> bool:
        """Whether the report on standard output says what fix would do."""
        return self.main.shows_fixable

    def write(self, outcome: Outcome, presentation: Presentation) -> None:
        """Write to standard output."""
        with own_commands(sys.stdout) if self.main.is_commands else nullcontext():
            self.main.write(outcome, sys.stdout, presentation)

    def write_files(self, outcome: Outcome) -> None:
        """Write the files, each whole or not at all, and the appendices that CI collects.

        Raises ``OSError``.
        """
        for each, path in self._files:
            with _replacing(path) as out:
                each.write(outcome, out, Presentation())
        for each in (self.main, *(each for each, _ in self._files)):
            target = os.environ.get(each.appends_to) if each.appends_to else ""
            if target:
                with Path(target).open("a", encoding="utf-8", errors="backslashreplace") as out:
                    out.write(each.appendix(outcome))


def _output(value: str) -> tuple[Reporter, str]:
    name, equals, path = value.partition("=")
    if not equals or not path:
        raise UsageError(f"'{value}' is not FORMAT=FILE", _OPTION)
    found = reporter(one_of(name, format_names(), _OPTION))
    folder = os.path.dirname(path) or "."
    if not os.path.isdir(folder):
        raise UsageError(f"there is no folder '{folder}'", _OPTION)
    if os.path.isdir(path):
        raise UsageError(f"'{path}' is a folder", _OPTION)
    refused = refusal_to_write(path)
    if refused:
        raise UsageError(f"'{path}' {refused}", _OPTION)
    return found, path


@contextmanager
def _replacing(path: str) -> Iterator[TextIO]:
    """A stream whose text replaces the file once it is complete.

    A device or a pipe is written to directly; a link keeps its target.
    """
    real = os.path.realpath(path)
    try:
        mode = os.stat(real).st_mode
    except FileNotFoundError:
        mode = 0
    if mode and not stat.S_ISREG(mode):
        with open(real, "w", encoding="utf-8", errors="backslashreplace") as out:
            yield out
        return
    from tempfile import mkstemp

    handle, temporary = mkstemp(prefix=".copylint-", dir=os.path.dirname(real))
    try:
        with open(handle, "w", encoding="utf-8", errors="backslashreplace", newline="\n") as out:
            yield out
        os.chmod(temporary, stat.S_IMODE(mode) if mode else 0o666 & ~_umask())
        os.replace(temporary, real)
    except BaseException:
        os.unlink(temporary)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
