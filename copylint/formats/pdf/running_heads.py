"""Running heads and feet: lines at the edge of a page that the pages repeat, or number it."""

from __future__ import annotations

import re
from collections import defaultdict

from copylint.formats.pdf.lines import Line
from copylint.formats.pdf.pages import Page

# The share of a page's height at its top and bottom where such lines stand.
_EDGE = 0.12
_NUMBER = re.compile(r"\d+")
_ALONE = re.compile(r"\W*(?:page )?\d{1,4}(?: (?:of|/) \d{1,4})?\W*", re.IGNORECASE)


def without_running_heads(pages: list[Page], lines: list[list[Line]]) -> list[list[Line]]:
    """The lines of each page without those that two pages have in the same place, digits apart."""
    seen: dict[tuple[str, int], set[int]] = defaultdict(set)
    for page, of_page in zip(pages, lines, strict=True):
        for line in of_page:
            if _is_at_edge(page, line):
                for place in _places(line):
                    seen[place].add(line.page)
    return [
        [line for line in of_page if not (_is_at_edge(page, line) and _is_running(line, seen))]
        for page, of_page in zip(pages, lines, strict=True)
    ]


def _is_running(line: Line, seen: dict[tuple[str, int], set[int]]) -> bool:
    if _ALONE.fullmatch(line.text):
        return True
    return any(len(seen[place]) > 1 for place in _places(line))


def _is_at_edge(page: Page, line: Line) -> bool:
    edge = _EDGE * page.height
    return line.top < edge or line.bottom > page.height - edge


def _places(line: Line) -> tuple[tuple[str, int], ...]:
    """The line's text with its rough height on the page, rounded both ways."""
    text = _NUMBER.sub("0", line.text)
    return (text, int(line.bottom // 6)), (text, int((line.bottom + 3) // 6) + 100_000)
