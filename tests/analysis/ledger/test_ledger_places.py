"""The dateline and the scenes of the ledger."""

from __future__ import annotations

import pytest

from copylint.analysis.article import Article
from copylint.formats.plain import PlainText


def places(text: str) -> list[tuple[str, str]]:
    read = Article(PlainText().read("a", text))
    return [(each.name, str(each.kind)) for each in read.ledger.places]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("LEITH (AP) — The mill has burnt down.", [("Leith", "dateline")]),
        ("A fire at the mill.\n\nLEITH, 3 June 2026 – It burnt down.", [("Leith", "dateline")]),
        ("The mill in Leith has burnt down.", [("Leith", "scene")]),
        ("The mill near Upper Farnstead burnt down.", [("Upper Farnstead", "scene")]),
        ("They met outside Edinburgh's castle.", [("Edinburgh", "scene")]),
    ],
)
def test_places(text: str, found: list[tuple[str, str]]) -> None:
    assert places(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "It burnt down in October.",
        "It burnt down in Febuary.",
        "Ada Quist sold it. The owners believe in Quist.",
        "He sits in Parliament, and she spoke in French.",
        "It is in NATO.",
    ],
)
def test_what_is_no_place(text: str) -> None:
    assert places(text) == []


def test_places_above_are_those_outside_the_story() -> None:
    text = "Fire in Leith\n\nLEITH (AP) — The mill burnt down.\n\nIt was the oldest in Edinburgh.\n"
    ledger = Article(PlainText().read("a", text)).ledger
    story = [each for each in ledger.places if each.name == "Edinburgh"]
    assert len(story) == 1
    assert [each.span for each in ledger.places_above] == [
        each.span for each in ledger.places if each not in story
    ]
