"""Changes in the prose of an article are carried back into its file."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copylint.runner.carried_changes import carried, text_changes
from copylint.runner.document_reader import Formats

PAGE = b"<h1>A &amp; B</h1><p>The <b>cat</b> sat.</p><p>It slept.</p>"
words = st.lists(st.sampled_from(["the", "cat", " ", "\n", "\n\n", "🐈", "sat", "."])).map("".join)


@settings(max_examples=40)
@given(words, words)
def test_the_changes_turn_one_text_into_the_other(old: str, new: str) -> None:
    text, before = old, len(old)
    for change in reversed(text_changes(old, new)):
        assert change.start <= change.end <= before
        text = text[: change.start] + change.text + text[change.end :]
        before = change.start
    assert text == new


@pytest.mark.parametrize(
    ("prose", "page"),
    [
        ("A & B\n\nThe cat sat.\n\nIt slept.", PAGE.decode()),
        (
            "A < B\n\nThe dog sat.\n\nIt slept.",
            "<h1>A &lt; B</h1><p>The <b>dog</b> sat.</p><p>It slept.</p>",
        ),
        ("A & B\n\nThe cat sat.", "<h1>A &amp; B</h1><p>The <b>cat</b> sat.</p><p></p>"),
    ],
)
def test_markup_stays_around_words_that_change(prose: str, page: str) -> None:
    done = carried(Formats(), "cat.html", PAGE, prose)
    assert done.data.decode() == page
    assert done.lost == ()


@pytest.mark.parametrize(
    "prose",
    [
        "A & B\n\nThe cat sat.\n\nNew.\n\nIt slept.",
        "A & B\n\nThe cat sat.\n\nIt slept.\n\nThe end.",
        "A & B\n\nThe\n\ncat sat.\n\nIt slept.",
    ],
)
def test_what_the_file_has_no_place_for_is_reported(prose: str) -> None:
    done = carried(Formats(), "cat.html", PAGE, prose)
    assert len(done.lost) == 1
    assert done.data == PAGE
