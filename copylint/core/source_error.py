"""Formats an error in a user's file: file, line, column, caret."""

# ruff: noqa: PTH118

from __future__ import annotations

import os
from pathlib import Path

from copylint.core.errors import in_a_line
from copylint.core.line_index import LineIndex
from copylint.core.safe_read import is_inside

#: The message about a file whose content must not be shown.
UNQUOTED = (
    "cannot be used as it is; its text is not shown, since this is a link or lies outside the "
    "project"
)
# Wider lines are cut, so that the caret stays under what it points at.
_WIDEST = 100


def shown(path: Path) -> str:
    """``path`` as a user would write it: relative if it lies in the current folder."""
    try:
        written = path.relative_to(Path.cwd()).as_posix()
    except (ValueError, OSError):
        written = path.as_posix()
    return in_a_line(written)


def may_quote(path: Path, project: str = "") -> bool:
    """Whether messages may show what is in the file at ``path``: see ``format_error``."""
    real = os.path.realpath(path)
    if real != os.path.join(os.path.realpath(path.parent), path.name):
        return False
    return not project or is_inside(real, project)


def format_error(
    path: Path,
    lines: LineIndex,
    text: str,
    start: int,
    length: int,
    message: str,
    *,
    project: str = "",
) -> str:
    """``message`` with its place: ``length`` code points of ``text`` from ``start`` on.

    Three lines: the file with line and column, the line itself, and carets under the
    characters. ``lines`` is the index of ``text``, which is the content of ``path``. If the
    file is a link, or lies outside the folder ``project`` (a real path; empty: anywhere), only
    the place is given: whoever made the link may not be allowed to read the file.
    """
    place = lines.place(start)
    if not may_quote(path, project):
        return f"{shown(path)}:{place.line}:{place.column}: {UNQUOTED}"
    line_start = lines.line_start(place.line)
    line = text[line_start : lines.line_end(place.line)].rstrip("\r\n")
    column = min(place.column - 1, len(line))
    cut = max(0, min(column - _WIDEST // 2, len(line) - _WIDEST))
    excerpt = line[cut : cut + _WIDEST]
    column -= cut
    # A tab before the caret must be as wide as the one above it.
    indent = "".join("\t" if char == "\t" else " " for char in excerpt[:column])
    carets = "^" * max(1, min(length, len(excerpt) - column))
    head = f"{shown(path)}:{place.line}:{place.column}: {in_a_line(message)}"
    return f"{head}\n    {excerpt}\n    {indent}{carets}"
