"""Lines of a page: what is set on one base line, without the gap between two columns."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from statistics import median
from typing import NamedTuple

from copylint.formats.pdf.pages import Glyph, Page

# Distances in heights of the letters. A wider gap parts columns, unless a space is drawn in it, as
# in justified text; a wider step begins a line; and a distance wider than the last is a space.
_GAP, _DRAWN_GAP, _STEP, _SPACE = 1.2, 5.0, 0.4, 0.2
# The widest space in justified text, and how far away a line may be to prove one.
_WIDE_GAP, _NEAR = 4.0, 5.0
# The most lines that are asked, and the most characters of a line that is still joined to others.
_MOST_NEAR, _LONGEST = 100, 1_000


class Line(NamedTuple):
    """A line and its place; ``size`` is the height of its letters. All are in points."""

    page: int
    glyphs: list[Glyph]
    left: float
    bottom: float
    right: float
    top: float
    size: float

    @property
    def text(self) -> str:
        """The line's text."""
        return "".join(glyph.text for glyph in self.glyphs)


def lines_of(number: int, page: Page) -> list[Line]:
    """The lines of page ``number`` in the order in which they are drawn."""
    runs: list[list[Glyph]] = []
    spaced = drawn = False
    for glyph in page.glyphs:
        if glyph.text in ("\n", " "):
            spaced, drawn = True, drawn or (glyph.text == " " and glyph.is_drawn)
            continue
        run = runs[-1] if runs else None
        if run is None or not _continues(run[-1], glyph, _DRAWN_GAP if drawn else _GAP):
            runs.append([glyph])
        else:
            last = run[-1]
            if spaced or glyph.left - last.right > _SPACE * (last.top - last.bottom):
                right = max(last.right, glyph.left)
                run.append(Glyph(" ", last.right, last.bottom, right, last.top, False))
            run.append(glyph)
        spaced = drawn = False
    return _with_wide_spaces([_line(number, run) for run in runs])


def _with_wide_spaces(lines: list[Line]) -> list[Line]:
    """The lines, joined where a gap is but a wide space in justified text.

    It is if a line close by, of the same size, has letters above or below it: no line crosses the
    gap between two columns.
    """
    by_height = sorted(lines, key=lambda line: line.bottom)
    heights = [line.bottom for line in by_height]
    joined: list[Line] = []
    for line in lines:
        last = joined[-1] if joined else None
        if (
            last is not None
            and len(last.glyphs) < _LONGEST
            and _continues(last.glyphs[-1], line.glyphs[0], _WIDE_GAP)
            and any(
                other.left < last.right - 1 and other.right > line.left + 1
                for other in _close(by_height, heights, line)
            )
        ):
            end = last.glyphs[-1]
            space = Glyph(" ", end.right, end.bottom, line.left, end.top, False)
            joined[-1] = _line(line.page, [*last.glyphs, space, *line.glyphs])
        else:
            joined.append(line)
    return joined


def _close(by_height: list[Line], heights: list[float], line: Line) -> Iterator[Line]:
    """Lines of about the same size, up to a few lines above or below; not more than a page has."""
    start = bisect_left(heights, line.bottom - _NEAR * line.size)
    for other in by_height[start : start + _MOST_NEAR]:
        if other.bottom > line.bottom + _NEAR * line.size:
            return
        if abs(other.size - line.size) <= 0.1 * line.size:
            yield other


def _continues(last: Glyph, glyph: Glyph, widest: float) -> bool:
    height = max(last.top - last.bottom, glyph.top - glyph.bottom, 1.0)
    step = abs((last.bottom + last.top) - (glyph.bottom + glyph.top)) / 2
    # The letters of a ligature share one box.
    gap = 0.0 if abs(glyph.left - last.left) < 0.2 else glyph.left - last.right
    return step <= _STEP * height and -0.5 * height <= gap <= widest * height


def _line(number: int, run: list[Glyph]) -> Line:
    return Line(
        number,
        run,
        min(glyph.left for glyph in run),
        min(glyph.bottom for glyph in run),
        max(glyph.right for glyph in run),
        max(glyph.top for glyph in run),
        round(median(glyph.top - glyph.bottom for glyph in run), 1),
    )
