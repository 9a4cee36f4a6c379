"""The small edits between two texts make the second of the first."""

from __future__ import annotations

import pytest

pytest.importorskip("pygls", reason="the extra 'lsp' is not installed")

from hypothesis import given
from hypothesis import strategies as st

from copylint.fix.apply import Patch
from copylint.lsp.text_changes import changes

TEXTS = st.lists(st.sampled_from(["a", "the ", "🚢", "\n", "\r\n", "."]), max_size=20).map("".join)


@given(TEXTS, TEXTS)
def test_they_make_the_second_of_the_first(old: str, new: str) -> None:
    assert Patch(changes(old, new)).apply(old) == new


def test_they_touch_only_what_differs() -> None:
    old = "The ferry left.\nIt was the the last one.\n"
    (edit,) = changes(old, "The ferry left.\nIt was the last one.\n")
    assert old[edit.span.start : edit.span.end] in ("the ", " the")
    assert edit.text == ""


def test_a_passage_of_many_words_is_replaced_whole() -> None:
    old, new = "a " * 5_000, "b " * 5_000
    (edit,) = changes(old, new)
    assert (edit.span.start, edit.span.end, edit.text) == (0, len(old), new)
