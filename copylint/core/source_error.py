"""What is wrong with a file that a person wrote for us: file, line, column, caret."""

from __future__ import annotations

from pathlib import Path

from copylint.core.lines import LineIndex

# Wider lines are cut, so that the caret stays under what it points at.
_WIDEST = 100


def shown(path: Path) -> str:
    """``path`` as a user would write it: relative where it lies in the current folder."""
    try:
        return path.relative_to(Path.cwd()).as_posix()
    except (ValueError, OSError):
        return path.as_posix()


def complaint(
    path: Path, lines: LineIndex, text: str, start: int, length: int, message: str
) -> str:
    """``message`` about ``length`` code points of ``text`` from ``start`` on, with its place.

    Three lines: the file with line and column, the line itself, and carets under the
    characters. ``lines`` is the index of ``text``, which is what ``path`` holds.
    """
    place = lines.place(start)
    line_start = lines.line_start(place.line)
    line = text[line_start : lines.line_end(place.line)].rstrip("\r\n")
    column = min(place.column - 1, len(line))
    cut = max(0, min(column - _WIDEST // 2, len(line) - _WIDEST))
    excerpt = line[cut : cut + _WIDEST]
    column -= cut
    # A tab before the caret must be as wide as the one above it.
    indent = "".join("\t" if char == "\t" else " " for char in excerpt[:column])
    carets = "^" * max(1, min(length, len(excerpt) - column))
    return (
        f"{shown(path)}:{place.line}:{place.column}: {message}\n    {excerpt}\n    {indent}{carets}"
    )
