"""The order in which findings are reported."""

from __future__ import annotations

from dataclasses import dataclass

from copylint.core.finding import Finding
from copylint.core.line_index import Position
from copylint.core.rule import Severity
from copylint.core.span import SourceSpan


@dataclass
class Place:
    """The place of a finding of the test."""

    line: int
    start: int
    part: str = ""
    part_start: int = 0


def finding(place: Place) -> Finding:
    position = Position(place.line, 1)
    return Finding(
        "a.docx",
        SourceSpan(place.start, place.start + 1),
        "duplicates.word",
        Severity.WARNING,
        "'the' is doubled.",
        position,
        position,
        "the",
        "the the",
        part=place.part,
        part_start=place.part_start,
    )


def lines_in_order(*places: Place) -> list[int]:
    found = sorted(map(finding, places), key=lambda each: each.sort_key)
    return [each.start.line for each in found]


def test_findings_of_a_text_come_in_the_order_of_the_source() -> None:
    assert lines_in_order(Place(2, 30), Place(1, 4)) == [1, 2]


def test_findings_of_a_package_come_in_the_order_in_which_it_is_read() -> None:
    """A header is read before the body, though its part comes later in the archive."""
    body, head = Place(2, 40, "word/document.xml", 10), Place(1, 900, "word/header1.xml", 500)
    assert lines_in_order(body, head) == [1, 2]


def test_articles_of_one_file_stay_together() -> None:
    assert lines_in_order(Place(9, 5, "b"), Place(1, 90, "a"), Place(3, 2, "b")) == [1, 3, 9]
