"""Joins lines to paragraphs and headlines: by distance, indent, size and last words."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from copylint.formats.pdf.lines import Line

# A headline is set this much larger than the text; sizes this close are the same.
_LARGER, _SAME = 1.15, 0.06
_ENDS = (".", "!", "?", ":", "”", '"', "’", ")")
_BULLETS = ("•", "◦", "▪", "–", "●", "○", "■")


class Paragraph(NamedTuple):
    """Lines that belong together; ``is_headline`` if they are set larger than the text."""

    lines: list[Line]
    is_headline: bool


def paragraphs(columns: list[list[Line]]) -> list[Paragraph]:
    """The paragraphs in reading order; one may go on in the next column or on the next page."""
    sizes: Counter[float] = Counter()
    for column in columns:
        for line in column:
            sizes[line.size] += len(line.glyphs)
    body = max(sizes, key=lambda size: (sizes[size], -size), default=0.0)
    found: list[Paragraph] = []
    for column in columns:
        begun = _in_column(column, body)
        if found and begun and _goes_on(found[-1], begun[0]):
            found[-1].lines.extend(begun.pop(0).lines)
        found += begun
    return found


def _in_column(column: list[Line], body: float) -> list[Paragraph]:
    found: list[Paragraph] = []
    steps = [a.bottom - b.bottom for a, b in pairwise(column) if _same_size(a, b)]
    usual = median([step for step in steps if step > 1] or [1.3 * body])
    left = median([line.left for line in column])
    right = max((line.right for line in column if not _is_large(line, body)), default=0.0)
    for line in column:
        last = found[-1].lines[-1] if found else None
        if last is None or _begins(last, line, usual, left, right):
            found.append(Paragraph([line], _is_large(line, body)))
        else:
            found[-1].lines.append(line)
    return found


def _begins(last: Line, line: Line, usual: float, left: float, right: float) -> bool:
    step = last.bottom - line.bottom
    if not _same_size(last, line) or line.text.startswith(_BULLETS):
        return True
    if step > max(1.3 * usual, usual + 2) and step > 1.45 * line.size:
        return True
    # Where every paragraph is one line, the usual step is that between paragraphs.
    if step > 1.7 * line.size and last.text.endswith(_ENDS) and line.text[0].isupper():
        return True
    indented = line.left > left + 0.6 * line.size and line.left > last.left + 0.6 * line.size
    if indented and step > 0.5 * line.size:
        return True
    # A last line that is short, where the next word would have had room.
    room = right - last.right
    word = line.text.split(" ", 1)[0]
    needed = (len(word) + 2) * 0.5 * line.size
    return last.text.endswith(_ENDS) and room > max(needed, 0.12 * (right - left))


def _goes_on(before: Paragraph, after: Paragraph) -> bool:
    last, line = before.lines[-1], after.lines[0]
    if before.is_headline or after.is_headline or not _same_size(last, line):
        return False
    return line.text[0].islower() or last.text.endswith(("-", ","))


def _same_size(one: Line, other: Line) -> bool:
    return abs(one.size - other.size) <= _SAME * max(one.size, other.size)


def _is_large(line: Line, body: float) -> bool:
    return line.size >= _LARGER * body
