"""The lines of a marked-up file, for the scanners that read it line by line."""

from __future__ import annotations

import re
from typing import NamedTuple

_LINE = re.compile(r"([^\r\n]*)(?:\r\n|\n|\r|\Z)")


class MarkedLine(NamedTuple):
    """A line without its ending and trailing spaces. Offsets are code points of the source."""

    start: int
    text: str

    @property
    def end(self) -> int:
        """The offset at which its text ends."""
        return self.start + len(self.text)


def lines_of(source: str, start: int = 0) -> list[MarkedLine]:
    """The lines of ``source`` from ``start`` on."""
    return [
        MarkedLine(match.start(), match.group(1).rstrip(" \t"))
        for match in _LINE.finditer(source, start)
        if match.end() > match.start()
    ]
