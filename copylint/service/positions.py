"""Converts places in a text to the units of protocols: UTF-16 units, UTF-8 bytes, lines."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from enum import StrEnum

_LINE_END = re.compile(r"\r\n|\n|\r")


class Units(StrEnum):
    """The units in which a protocol counts."""

    CODE_POINTS = "utf-32"
    UTF16 = "utf-16"
    UTF8 = "utf-8"


class Positions:
    """The places of one text, in code points and in ``units``.

    Building it takes one pass over the text. Each look-up is a binary search over the
    characters longer than one unit, of which most texts have few.
    """

    def __init__(self, text: str, units: Units = Units.UTF16) -> None:
        self.units = units
        self._length = len(text)
        self._lines = array("Q", [0])
        self._ends = array("B")  # the length of each line end
        for match in _LINE_END.finditer(text):
            self._lines.append(match.end())
            self._ends.append(match.end() - match.start())
        # Code points after which the surplus of units grows, and the surplus from there on.
        self._after, self._surplus = array("Q"), array("Q")
        # The same by unit: the offset in units just past each such character.
        self._after_units = array("Q")
        if units is not Units.CODE_POINTS and not text.isascii():
            self._count(text)

    def _count(self, text: str) -> None:
        wide = _WIDE_16 if self.units is Units.UTF16 else _WIDE_8
        surplus = 0
        for match in wide.finditer(text):
            code = ord(match[0])
            if self.units is Units.UTF16 or code < 0x800:
                surplus += 1
            else:
                surplus += 2 if code < 0x10000 else 3
            self._after.append(match.end())
            self._surplus.append(surplus)
            self._after_units.append(match.end() + surplus)

    def to_units(self, offset: int) -> int:
        """The offset in units of the code point at ``offset``."""
        offset = min(max(offset, 0), self._length)
        index = bisect_right(self._after, offset)
        return offset + (self._surplus[index - 1] if index else 0)

    def from_units(self, offset: int) -> int:
        """The code point at an offset in units; an offset inside a character means its start."""
        index = bisect_right(self._after_units, max(offset, 0))
        before = self._surplus[index - 1] if index else 0
        point = max(offset, 0) - before
        if index < len(self._after):  # not beyond the start of the next wide character
            point = min(point, self._after[index] - 1)
        return min(point, self._length)

    def to_position(self, offset: int) -> tuple[int, int]:
        """The 0-based line of a code point, and its place in that line in units."""
        offset = min(max(offset, 0), self._length)
        line = bisect_right(self._lines, offset) - 1
        return line, self.to_units(offset) - self.to_units(self._lines[line])

    def from_position(self, line: int, character: int) -> int:
        """The code point at a 0-based line and a place in it in units.

        A place beyond the end of the line means the end of the line, and a line beyond the last
        means the end of the text.
        """
        if line >= len(self._lines):
            return self._length
        start = self._lines[max(line, 0)]
        end = self._lines[line + 1] if line + 1 < len(self._lines) else self._length
        point = self.from_units(self.to_units(start) + max(character, 0))
        is_last = line + 1 >= len(self._lines)
        return min(point, end if is_last else end - self._ends[line])


_WIDE_16 = re.compile("[\U00010000-\U0010ffff]")
_WIDE_8 = re.compile("[\u0080-\U0010ffff]")
