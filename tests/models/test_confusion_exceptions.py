"""Places where an easily confused word is right, whatever the models' verdict."""

from __future__ import annotations

import pytest

from copylint import Config, lint_text

RULES = Config(select=("confusion.word",), grammar=())


@pytest.mark.parametrize(
    "text",
    [
        "The copies have the names that they had.",
        "The addresses stand there unread.",
        "It takes brackets (Mr, Minister) off the front and remembers them.",
        "Then it writes the passed exit code to the port.",
        "Ten firms of the kind are minority ethnic led.",
    ],
)
def test_word_is_left_alone(text: str) -> None:
    assert lint_text(text + "\n", config=RULES) == []


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("The passed year was hard for farmers.", "past"),
        ("They left there coats in the hall.", "their"),
        ("It was one off the best days of the year.", "of"),
    ],
)
def test_slip_is_still_found(text: str, right: str) -> None:
    assert [finding.replacements[0] for finding in lint_text(text + "\n", config=RULES)] == [right]
