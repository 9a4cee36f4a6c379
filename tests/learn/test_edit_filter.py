"""Which edits are corrections of wording."""

from __future__ import annotations

import pytest

from copylint.learn.alignment import token_line
from copylint.learn.edit_filter import corrections


def found(before: str, after: str) -> list[tuple[str, str]]:
    old, new = token_line(before), token_line(after)
    return [
        (old.slice(each.first, each.last), new.slice(each.new_first, each.new_last))
        for each in corrections(old, new)
    ]


@pytest.mark.parametrize(
    ("before", "after", "edits"),
    [
        ("They met at the fish pier.", "They met at the fish jetty.", [("pier", "jetty")]),
        ("The long-boat sank.", "The longboat sank.", [("long-boat", "longboat")]),
        ("A well known cook sang.", "A well-known cook sang.", [("well known", "well-known")]),
        ("We visited the port Of Quill.", "We visited the port of Quill.", [("Of", "of")]),
        ("They wait the tide out.", "They wait for the tide out.", [("", "for")]),
        ("They dont sail.", "They don't sail.", [("dont", "don't")]),
        ("It is the crew’s boat.", "It is the crew's boat.", []),
    ],
)
def test_wording_that_was_corrected(before: str, after: str, edits: list[tuple[str, str]]) -> None:
    assert found(before, after) == edits


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("The ferry has 12 cabins.", "The ferry has 14 cabins."),
        ("The ferry has twelve cabins.", "The ferry has eleven cabins."),
        ("It sails on Monday at noon.", "It sails on Tuesday at noon."),
        ("The mayor will resign today.", "The mayor will not resign today."),
        ("The mayor could sail.", "The mayor couldn't sail."),
        ("Then he left the boat.", "Then she left the boat."),
        ("The boat, which had been painted in May, sank.", "The boat sank."),
        ("The cook sang a song.", "A choir of forty rowers came home at dusk."),
        ("They said it was late.", "They said “it was late.”"),
        ("It was over", "It was over."),
        ("The the boat sank.", "The boat sank."),
        ("the boat sank.", "The boat sank."),
        ("Call run_boat now.", "Call start_boat now."),
        ("The man was a fool.", "The man was a wanker."),
    ],
)
def test_other_changes_are_dropped(before: str, after: str) -> None:
    assert found(before, after) == []


def test_edits_of_one_passage_are_apart() -> None:
    edits = found(
        "The fish pier and the long-boat were old.", "The fish jetty and the longboat were old."
    )
    assert edits == [("pier", "jetty"), ("long-boat", "longboat")]
