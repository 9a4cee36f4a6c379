"""Converts an editor's lines and characters to code points of a text, and back."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from itertools import accumulate

from lsprotocol.types import Position, PositionEncodingKind, Range

from copylint.core.line_index import LineIndex

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")


def _utf8_extra(letter: str) -> int:
    return 1 if letter <= "\u07ff" else 2 if letter <= "\uffff" else 3


_WIDE: dict[str, tuple[re.Pattern[str], Callable[[str], int]]] = {
    PositionEncodingKind.Utf16: (_ASTRAL, lambda letter: 1),
    PositionEncodingKind.Utf8: (_NOT_ASCII, _utf8_extra),
}


class _Units:
    """Counts the units of one encoding that the code points before an offset take up."""

    def __init__(self, text: str, encoding: str) -> None:
        self._at: list[int] = []
        self._extra = [0]
        if encoding in _WIDE and not text.isascii():
            pattern, extra_of = _WIDE[encoding]
            wide = [(each.start(), extra_of(each.group())) for each in pattern.finditer(text)]
            self._at = [at for at, _ in wide]
            self._extra = [0, *accumulate(extra for _, extra in wide)]
        # Where each wide code point begins, in units.
        self._unit_at = [at + extra for at, extra in zip(self._at, self._extra[:-1], strict=True)]

    def before(self, offset: int) -> int:
        """The units before the code point at ``offset``."""
        return offset + self._extra[bisect_left(self._at, offset)]

    def offset(self, units: int) -> int:
        """The code point that begins at ``units``, or that ``units`` falls into."""
        index = bisect_right(self._unit_at, units) - 1
        if index < 0:
            return units
        # Inside the wide code point, its beginning counts.
        return max(self._at[index], units - self._extra[index + 1])


class Places:
    """The places of one text in the units that an editor counts in.

    ``encoding`` is the unit that the editor and the server agreed on: UTF-8, UTF-16 or UTF-32
    (code points). Lines end where editors end them: at ``\\n``, ``\\r\\n`` and ``\\r``. Building
    takes time in proportion to the text, each question the logarithm of that.
    """

    def __init__(self, text: str, encoding: str = PositionEncodingKind.Utf16) -> None:
        self._text = text
        self._lines = LineIndex(text)
        self._units = _Units(text, encoding)

    def position(self, offset: int) -> Position:
        """The line and character of the code point at ``offset``, or of the text's end."""
        offset = min(max(offset, 0), len(self._text))
        line = self._lines.place(offset).line
        start = self._lines.line_start(line)
        return Position(line - 1, self._units.before(offset) - self._units.before(start))

    def range(self, start: int, end: int) -> Range:
        """The range from the code point at ``start`` up to that at ``end``."""
        return Range(self.position(start), self.position(end))

    def offset(self, position: Position) -> int:
        """The code point at ``position``.

        A character past the end of its line means the end of that line, a line past the end of
        the text means the end of the text; what is before the beginning means the beginning.
        """
        if position.line < 0:
            return 0
        if position.line >= self._lines.count:
            return len(self._text)
        start = self._lines.line_start(position.line + 1)
        end = self._content_end(position.line + 1)
        wanted = self._units.before(start) + max(position.character, 0)
        return min(self._units.offset(wanted), end)

    def span(self, given: Range) -> tuple[int, int]:
        """The code points of ``given``; turned round if its end is before its start."""
        start, end = self.offset(given.start), self.offset(given.end)
        return min(start, end), max(start, end)

    def line_text(self, line: int) -> str:
        """The text of the 0-based ``line`` without its ending; empty past the end."""
        if not 0 <= line < self._lines.count:
            return ""
        return self._text[self._lines.line_start(line + 1) : self._content_end(line + 1)]

    def _content_end(self, line: int) -> int:
        """Where the 1-based ``line`` ends, its line ending left out."""
        start, end = self._lines.line_start(line), self._lines.line_end(line)
        if end > start and self._text[end - 1] == "\n":
            end -= 1
        if end > start and self._text[end - 1] == "\r":
            end -= 1
        return end
