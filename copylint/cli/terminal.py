"""Encoding, colour and width of the terminal, or of what replaces it."""

from __future__ import annotations

import io
import os
import shutil
import sys
from enum import StrEnum
from typing import TextIO

from copylint.report.base import Presentation
from copylint.report.build_log import guarded
from copylint.report.paint import ColourPainter, Painter

# A wider line than this is hard to read, and a narrower one shows too little.
_NARROWEST, _WIDEST = 40, 200
_UNKNOWN_WIDTH = 100
_MOST_OF_RULE = 10


class Colour(StrEnum):
    """When output is coloured."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


def prepare_streams() -> None:
    """Write UTF-8 whatever the locale; what UTF-8 cannot carry is shown escaped.

    In a build server's log, nothing that is written can act as one of the server's commands.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    sys.stdout, sys.stderr = guarded(sys.stdout), guarded(sys.stderr)


def wants_colour(choice: Colour, stream: TextIO) -> bool:
    """Whether to colour what goes to ``stream``.

    ``auto`` heeds ``NO_COLOR`` (https://no-color.org) before ``FORCE_COLOR``, then colours
    on a terminal that is not dumb.
    """
    if choice is not Colour.AUTO:
        return choice is Colour.ALWAYS
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR", "0") != "0":
        return True
    return is_terminal(stream) and os.environ.get("TERM") != "dumb"


def is_terminal(stream: TextIO) -> bool:
    """Whether ``stream`` is a terminal; a closed stream is not."""
    try:
        return stream.isatty()
    except ValueError:
        return False


def painter(choice: Colour, stream: TextIO) -> Painter:
    """The painter for what goes to ``stream``."""
    return ColourPainter() if wants_colour(choice, stream) else Painter()


def width() -> int:
    """The width to write for: ``COLUMNS``, the terminal's, or a fixed one in a pipe."""
    columns = shutil.get_terminal_size((_UNKNOWN_WIDTH, 24)).columns
    return max(_NARROWEST, min(columns, _WIDEST))


def table_width() -> int | None:
    """The width to write tables for; None if a program may read them line by line.

    That is the case if there is neither a terminal nor ``COLUMNS``.
    """
    return width() if is_terminal(sys.stdout) or os.environ.get("COLUMNS") else None


def presentation(
    choice: Colour = Colour.AUTO,
    *,
    quiet: bool = False,
    show_all: bool = True,
    stream: TextIO | None = None,
) -> Presentation:
    """How to write on ``stream``, standard output if there is none.

    Unless ``show_all``, only the first ten findings of a rule in a file are shown.
    """
    return Presentation(
        width=width(),
        quiet=quiet,
        most_of_rule=0 if show_all else _MOST_OF_RULE,
        painter=painter(choice, stream or sys.stdout),
    )
