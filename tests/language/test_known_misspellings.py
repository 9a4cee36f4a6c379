from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copylint.language.known_misspellings import (
    best_known,
    doubted,
    known_misspelling,
    packed,
    unpacked,
)
from copylint.language.lexicon import Lexicon

WORDS = st.text("abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=24)


@pytest.mark.parametrize(
    ("wrong", "right"),
    [("extention", "extension"), ("lenghts", "lengths"), ("harbour", None), ("qzxv", None)],
)
def test_listed_misspellings_are_known(wrong: str, right: str | None) -> None:
    assert known_misspelling(wrong) == right


def test_non_ascii_words_are_not_listed() -> None:
    assert known_misspelling("\ud800") is None
    assert known_misspelling("naïve") is None


@given(WORDS, WORDS)
def test_packing_loses_nothing(wrong: str, right: str) -> None:
    assert unpacked(wrong, packed(wrong, right)) == right


def test_doubted_words_are_rare_beside_their_correction() -> None:
    lexicon = Lexicon.shared()
    for word in doubted():
        right = known_misspelling(word) or best_known()[word.lower()]
        least = min(lexicon.zipf(part) for part in right.split())
        margin = 1.5 if " " in right else 1.9  # gazetteers and names count "Alot"
        assert least > lexicon.zipf(word) + margin
