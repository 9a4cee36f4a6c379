"""The source of a PDF's document: its paragraphs as text, page by page, with each letter's place.

Nobody sees it. A part (``page 3``) holds the lines that are read from that page. Before a line come
a mark (``P`` begins a paragraph, ``H`` a headline, ``+`` goes on) and, in tenths of a point, the
bottom and top of the line and the left and right of each character.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from copylint.core.blocks import PackagePart
from copylint.core.errors import InputError
from copylint.formats.pdf.lines import Line
from copylint.formats.pdf.paragraphs import Paragraph

_PART = re.compile("\0(page [0-9]+)\0([^\0]*)")
_LINE = re.compile("\x01([PH+])([-0-9 ]*)\x02([^\x01\x02]*)")


class SourceLine(NamedTuple):
    """A line in the source: its mark, and where it, and the text in it, begin and end."""

    mark: str
    start: int
    text: int
    end: int


def written(paragraphs: list[Paragraph]) -> str:
    """The source of ``paragraphs``."""
    out: list[str] = []
    page = 0
    for paragraph in paragraphs:
        mark = "H" if paragraph.is_headline else "P"
        for line in paragraph.lines:
            if line.page != page:
                page = line.page
                out.append(f"\0page {page}\0")
            out.append(f"\x01{mark}{_places(line)}\x02{line.text}")
            mark = "+"
    return "".join(out)


def _places(line: Line) -> str:
    numbers = [line.bottom, line.top]
    for glyph in line.glyphs:
        numbers += (glyph.left, glyph.right)
    return " ".join(str(round(10 * number)) for number in numbers)


def parts_of(path: str, source: str) -> tuple[PackagePart, ...]:
    """The pages. Raises ``InputError`` if ``written`` did not make ``source``."""
    parts: list[PackagePart] = []
    at = 0
    while found := _PART.match(source, at):
        parts.append(PackagePart(found[1], *found.span(2)))
        at = found.end()
    if not parts or at < len(source):
        raise InputError(path, "not a PDF; check the file itself, not text copied from it")
    return tuple(parts)


def lines_in(path: str, source: str, part: PackagePart) -> Iterator[SourceLine]:
    """The lines of a page. Raises as ``parts_of``."""
    at = part.start
    while found := _LINE.match(source, at, part.end):
        yield SourceLine(found[1], found.start(), found.start(3), found.end())
        at = found.end()
    if at < part.end:
        raise InputError(path, "not a PDF; check the file itself, not text copied from it")


def boxes_in(
    path: str, source: str, part: PackagePart, start: int, end: int
) -> Iterator[tuple[float, float, float, float]]:
    """The boxes of the characters from ``start`` to ``end`` of the source, one for each line.

    Left, bottom, right and top, in points from the page's lower left corner. Raises as
    ``parts_of``.
    """
    for line in lines_in(path, source, part):
        first, last = max(start, line.text) - line.text, min(end, line.end) - line.text
        if first >= last:
            continue
        bottom, top, *edges = (int(number) / 10 for number in _numbers(source, line))
        sides = edges[2 * first : 2 * last]
        if sides:
            yield min(sides), bottom, max(sides), top


def _numbers(source: str, line: SourceLine) -> list[str]:
    return source[line.start + 2 : line.text - 1].split()
