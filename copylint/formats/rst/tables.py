"""The cells of reStructuredText tables, as lines of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from copylint.formats.rst.line_patterns import RstLine

_BORDER = re.compile(r"[=-]+(?: +[=-]+)* *$")
_RULE = re.compile(r"[-=+]+$")


class TableCell(NamedTuple):
    """The lines of one cell; ``is_head`` in the rows above a double rule."""

    lines: list[RstLine]
    is_head: bool


def grid_cells(lines: Sequence[RstLine]) -> Iterator[TableCell]:
    """The cells of a table drawn with ``+-|``, row by row; spanning cells come out whole."""
    columns = sorted(
        {at for line in lines for at, mark in enumerate(line.text) if mark == "+"}
        if lines
        else set()
    )
    heads = sum(1 for line in lines if _RULE.match(line.text) and "=" in line.text)
    is_head = heads > 0
    open_cells: dict[tuple[int, int], list[RstLine]] = {}
    for line in lines:
        bounds = [at for at in columns if line.text[at : at + 1] in ("|", "+")]
        for start, end in pairwise(bounds):
            inside = line.text[start + 1 : end]
            if inside and _RULE.match(inside):
                # A rule closes the cells above it, wherever those began.
                for key in [key for key in open_cells if key[0] < end and key[1] > start]:
                    yield TableCell(open_cells.pop(key), is_head)
            else:
                open_cells.setdefault((start, end), []).append(_cut(line, start + 1, end))
        if is_head and "=" in line.text and _RULE.match(line.text):
            is_head = False
    for cell in open_cells.values():
        yield TableCell(cell, False)


def simple_end(lines: Sequence[RstLine], at: int, stop: int, indent: int) -> int:
    """The end of the simple table that begins at ``at``: after a border with nothing under it."""
    borders = 0
    for index in range(at, stop):
        line = lines[index]
        if line.text and line.indent < indent:
            return index
        if line.text.startswith("=") and _BORDER.match(line.text):
            borders += 1
            if borders > 1 and (borders == 3 or index + 1 == stop or not lines[index + 1].text):
                return index + 1
    return stop


def simple_cells(lines: Sequence[RstLine]) -> Iterator[TableCell]:
    """The cells of a table drawn with ``===`` borders above and below its columns."""
    top = lines[0]
    starts = [found.start() for found in re.finditer(r"=+", top.text)]
    borders = sum(1 for line in lines if line.text.startswith("=") and _BORDER.match(line.text))
    is_head = borders > 2
    row: list[list[RstLine]] = [[] for _ in starts]
    for line in lines[1:]:
        if line.text and _BORDER.match(line.text) and line.text[0] in "=-":
            yield from (TableCell(cell, is_head) for cell in row if cell)
            row = [[] for _ in starts]
            is_head = is_head and line.text[0] != "="
            continue
        if not line.text:
            for cell in row:
                if cell:
                    cell.append(RstLine(line.start, 0, ""))
            continue
        shift = line.indent - top.indent
        if shift < (starts[1] if len(starts) > 1 else 1):
            yield from (TableCell(cell, is_head) for cell in row if cell)
            row = [[] for _ in starts]
        at = 0
        while at < len(starts):
            # Text that runs across the gap between columns fills them both.
            last = at + 1
            while (
                last < len(starts)
                and line.text[
                    max(0, starts[last] - 1 - shift) : max(0, starts[last] - shift)
                ].strip()
            ):
                last += 1
            end = starts[last] - shift if last < len(starts) else len(line.text)
            cut = _cut(line, max(0, starts[at] - shift), max(0, end))
            if cut.text:
                row[at].append(cut)
            at = last
    yield from (TableCell(cell, is_head) for cell in row if cell)


def _cut(line: RstLine, start: int, end: int) -> RstLine:
    text = line.text[start:end]
    stripped = text.lstrip(" ")
    lead = len(text) - len(stripped)
    return RstLine(line.start + start + lead, line.indent + start + lead, stripped.rstrip(" "))
