"""Syllables by rule."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copylint.language.syllables import syllables

COUNTS = {
    1: "the fine names walked rules through one's don strength league",
    2: "table wanted faces being diet safely movement didn't café prism something",
    3: "diary video medium idea actual carrier area animal naïveté",
    4: "biology information television participate",
    5: "association university",
}


@pytest.mark.parametrize(
    ("word", "count"), [(word, count) for count, words in COUNTS.items() for word in words.split()]
)
def test_syllables_are_counted(word: str, count: int) -> None:
    assert syllables(word) == count


@pytest.mark.parametrize("word", ["", "42", "—", "'"])
def test_text_without_words_has_no_syllables(word: str) -> None:
    assert syllables(word) == 0


@given(st.text())
def test_any_text_has_a_count(text: str) -> None:
    assert 0 <= syllables(text) <= max(3 * len(text) + 1, 1) * 18


@given(st.text("abcdefghijklmnopqrstuvwxyz", min_size=1))
def test_acronyms_are_counted_as_letters(word: str) -> None:
    assert syllables(word) >= 1
