"""The order in which the lines of a page are read: column by column between what spans them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import chain

from copylint.formats.pdf.lines import Line

# Points between the places where a gutter is looked for, and the least lines of a column.
_GRID, _FEWEST = 4.0, 4
# The most such places on a page, however wide it is, and how many of the best are examined.
_MOST_PLACES, _TRIED = 300, 12
# The most columns within columns; a newspaper's page has eight.
_DEEPEST = 4


def in_reading_order(lines: list[Line], depth: int = 0) -> list[list[Line]]:
    """The columns in reading order, each a list of its lines from top to bottom."""
    down = sorted(lines, key=lambda line: (-round(line.bottom), line.left))
    gutter = _gutter(down) if depth < _DEEPEST else None
    if gutter is None:
        return [down] if down else []
    columns: list[list[Line]] = []
    spanning: list[Line] = []
    band: list[Line] = []
    for line in down:
        if line.left < gutter < line.right:
            columns += _divided(band, gutter, depth)
            band = []
            spanning.append(line)
        else:
            if spanning:
                columns.append(spanning)
                spanning = []
            band.append(line)
    columns += _divided(band, gutter, depth)
    if spanning:
        columns.append(spanning)
    return columns


def _divided(band: list[Line], gutter: float, depth: int) -> list[list[Line]]:
    sides = (
        [line for line in band if line.right <= gutter],
        [line for line in band if line.right > gutter],
    )
    return list(chain.from_iterable(in_reading_order(side, depth + 1) for side in sides))


def _gutter(lines: list[Line]) -> float | None:
    """The place across that fewest lines cross and that has columns on both sides, if any."""
    if len(lines) < 2 * _FEWEST:
        return None
    lefts, rights = sorted(line.left for line in lines), sorted(line.right for line in lines)
    width = rights[-1] - lefts[0]
    step = max(_GRID, width / _MOST_PLACES)
    ranked: list[tuple[int, float, float]] = []
    for index in range(1, int(width / step)):
        at = lefts[0] + index * step
        before, after = bisect_right(rights, at), len(lines) - bisect_left(lefts, at)
        crossing = len(lines) - before - after
        if min(before, after) >= _FEWEST and crossing * 3 <= len(lines):
            ranked.append((crossing, abs(at - lefts[0] - width / 2), at))
    for _, _, at in sorted(ranked)[:_TRIED]:
        left = [line for line in lines if line.right <= at]
        right = [line for line in lines if line.left >= at]
        if _are_columns(left) and _are_columns(right) and _beside(left, right):
            return at
    return None


def _are_columns(lines: list[Line]) -> bool:
    """Whether the lines are long enough to be prose, not the numbers of a table."""
    return sum(len(line.glyphs) for line in lines) >= 12 * len(lines)


def _beside(left: list[Line], right: list[Line]) -> bool:
    """Whether the two share more than half of the height of the lower one."""
    ends = [
        (min(line.bottom for line in side), max(line.top for line in side))
        for side in (left, right)
    ]
    shared = min(ends[0][1], ends[1][1]) - max(ends[0][0], ends[1][0])
    return shared > min(top - bottom for bottom, top in ends) / 2
