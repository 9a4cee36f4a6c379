"""Lines and columns of a text, derived from code-point offsets."""

from __future__ import annotations

from bisect import bisect_right

from copylint.core.kept_patterns import compiled
from copylint.core.record import record

# Only these end a line. str.splitlines would also break at form feeds, U+2028 and
# others, where editors do not count a new line.
_LINE_END = compiled(r"\r\n|\n|\r")


@record
class Position:
    """A 1-based line and a 1-based column in code points."""

    line: int
    column: int


class LineIndex:
    """Turns code-point offsets of one text into lines and columns."""

    __slots__ = ("_length", "_starts")

    def __init__(self, text: str) -> None:
        self._starts = [0, *(m.end() for m in _LINE_END.finditer(text))]
        self._length = len(text)

    def place(self, offset: int) -> Position:
        """The line and column of the code point at ``offset`` (or of the text's end)."""
        line = bisect_right(self._starts, offset)
        return Position(line, offset - self._starts[line - 1] + 1)

    def line_start(self, line: int) -> int:
        """Offset at which the 1-based ``line`` begins."""
        return self._starts[line - 1]

    def line_end(self, line: int) -> int:
        """Offset just past the 1-based ``line``, its line ending included."""
        return self._starts[line] if line < len(self._starts) else self._length

    @property
    def count(self) -> int:
        """Number of lines; a text that ends in a line ending has an empty last line."""
        return len(self._starts)
