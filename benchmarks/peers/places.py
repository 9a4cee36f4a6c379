"""From the peers' ways of counting to code points of a text."""

from __future__ import annotations

from itertools import accumulate


class Lines:
    """A text by its lines, which end with a line feed, as the peers count them."""

    def __init__(self, text: str) -> None:
        self._lines = text.split("\n")
        self._starts = [0, *accumulate(len(line) + 1 for line in self._lines)]

    def line(self, number: int) -> str:
        """The line with the given number, from 1; empty if there is none."""
        return self._lines[number - 1] if 0 < number <= len(self._lines) else ""

    def start(self, number: int) -> int:
        """Where the line begins."""
        return self._starts[min(max(number, 1), len(self._lines)) - 1]


def from_bytes(text: str, offset: int) -> int:
    """The code point at ``offset`` bytes of UTF-8."""
    if text.isascii():
        return min(offset, len(text))
    return len(text.encode()[:offset].decode(errors="ignore"))
