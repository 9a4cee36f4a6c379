"""Converts an editor's lines and characters to code points of a text, and back."""

from __future__ import annotations

from lsprotocol.types import Position, PositionEncodingKind, Range

from copylint.service.positions import Positions, Units


class Places:
    """The places of one text in the units that an editor counts in.

    ``encoding`` is the unit that the editor and the server agreed on: UTF-8, UTF-16 or UTF-32
    (code points). Building takes time linear in the length of the text, a look-up logarithmic
    time.
    """

    def __init__(self, text: str, encoding: str = PositionEncodingKind.Utf16.value) -> None:
        self._positions = Positions(text, Units(encoding))

    def position(self, offset: int) -> Position:
        """The line and character of the code point at ``offset``, or of the text's end."""
        return Position(*self._positions.to_position(offset))

    def range(self, start: int, end: int) -> Range:
        """The range from the code point at ``start`` up to that at ``end``."""
        return Range(self.position(start), self.position(end))

    def offset(self, position: Position) -> int:
        """The code point at ``position``.

        A character past the end of its line counts as the end of the line, and a line past the
        end of the text as the end of the text.
        """
        return self._positions.from_position(position.line, position.character)

    def span(self, given: Range) -> tuple[int, int]:
        """The code points of ``given``, swapped if the end comes before the start."""
        start, end = self.offset(given.start), self.offset(given.end)
        return min(start, end), max(start, end)
