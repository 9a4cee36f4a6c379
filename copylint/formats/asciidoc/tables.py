"""The cells of AsciiDoc tables."""

from __future__ import annotations

import re
from collections.abc import Iterator

from copylint.formats.joined_runs import SourceRun
from copylint.formats.marked_lines import MarkedLine

# A bar may follow the number of columns and rows that the cell spans, its alignment and
# its kind of content: "2.3+^.>s|".
_SPECIFIER = re.compile(
    r"(?:^|(?<=[ \t]))(?:\d+(?:\.\d+)?[*+]|\.\d+[*+])?(?:[<^>](?:\.[<^>])?|\.[<^>])?([a-z])?$"
)
_MOST_SPECIFIER = 16
#: Cells that hold code.
_CODE = frozenset("lm")


def cells(lines: list[MarkedLine], separator: str) -> Iterator[list[SourceRun]]:
    """The prose of each cell of the table whose delimiters enclose these lines."""
    splits_lines = separator in ",:"
    runs: list[SourceRun] = []
    code = False
    for line in lines:
        if splits_lines and runs:
            yield runs
            runs = []
        begin = 0
        for at in _separators(line.text, separator):
            style = ""
            end = at
            if not splits_lines:
                tail = line.text[max(begin, at - _MOST_SPECIFIER) : at]
                specifier = _SPECIFIER.search(tail)
                if specifier and (specifier.start() or at - len(tail) <= begin):
                    style = specifier.group(1) or ""
                    end = at - len(tail) + specifier.start()
            if not code:
                runs += _run(line, begin, end)
            if runs:
                yield runs
            runs, code = [], style in _CODE and bool(style)
            begin = at + 1
        if not code:
            runs += _run(line, begin, len(line.text))
    if runs:
        yield runs


def _run(line: MarkedLine, begin: int, end: int) -> list[SourceRun]:
    text = line.text[begin:end]
    stripped = text.lstrip(" \t")
    start = line.start + begin + len(text) - len(stripped)
    stripped = stripped.rstrip(" \t")
    return [SourceRun(start, stripped)] if stripped else []


def _separators(text: str, separator: str) -> Iterator[int]:
    at = text.find(separator)
    while at >= 0:
        if not at or text[at - 1] != "\\":
            yield at
        at = text.find(separator, at + 1)
