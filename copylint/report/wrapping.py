"""Text wrapped by words, measured in terminal cells."""

from __future__ import annotations

from collections.abc import Iterator

from copylint.core.kept_patterns import compiled
from copylint.report.visible import cells, fit, is_simple, width_of

# A word cut at the end is left out whole if it costs no more cells than this.
_WORD_ROOM = 15
# With less room than this beside the first text, the second goes below.
_LEAST_ROOM, _INDENT = 20, "      "
_SPACES = compiled(r"( +)")


def cell_width(text: str) -> int:
    """The terminal cells that ``text``, already safe, takes."""
    return len(text) if is_simple(text) else width_of(cells(text))


def wrapped(text: str, width: int) -> list[str]:
    """``text``, already safe, in lines of at most ``width`` cells, broken at spaces.

    Only a word that is wider than a line is broken. There is always at least one line, even if
    it is empty.
    """
    if len(text) <= width and is_simple(text):
        return [text]
    lines: list[str] = []
    line, used = "", 0
    for each in _SPACES.split(text):
        size = cell_width(each)
        if used + size <= width:
            line, used = line + each, used + size
            continue
        if line:
            lines.append(line.rstrip(" "))
        line, used = "", 0
        if not each.startswith(" "):  # the line break replaces spaces
            *whole, line = _pieces(each, width)
            lines += whole
            used = cell_width(line)
    return [*lines, line.rstrip(" ")] if line or not lines else lines


def hanging(first: str, text: str, width: int) -> Iterator[str]:
    """``text`` after ``first`` in lines of at most ``width`` cells, aligned under its start.

    It goes below ``first``, indented, if there is hardly any room beside it.
    """
    margin = cell_width(first)
    if width - margin < _LEAST_ROOM:
        yield first.rstrip(" ")
        first, margin = _INDENT, len(_INDENT)
    for number, line in enumerate(wrapped(text, width - margin)):
        yield (" " * margin if number else first) + line


def cut(text: str, width: int) -> str:
    """``text``, already safe, in ``width`` cells: cut after a word, with an ellipsis."""
    kept = fit(text, width)
    if kept == text:
        return text
    space = kept.rfind(" ", max(len(kept) - _WORD_ROOM, 1))
    return kept if space < 0 else kept[:space].rstrip(" ") + "…"


def _pieces(word: str, width: int) -> list[str]:
    """A word in pieces of at most ``width`` cells; at least one piece."""
    pieces, piece, used = [], "", 0
    for cell in cells(word):
        if used + cell.width > width and piece:
            pieces.append(piece)
            piece, used = "", 0
        piece, used = piece + cell.text, used + cell.width
    return [*pieces, piece]
