"""Word pieces and letter cases."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copylint.deep.word_pieces import WordPieces, case_of

VOCABULARY = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "har", "##bour", "##b", "cafe", "'", "t", "don"]


@pytest.mark.parametrize(
    ("word", "pieces"),
    [
        ("Harbour", ["har", "##bour"]),
        ("harb", ["har", "##b"]),
        ("harx", ["[UNK]"]),
        ("Café", ["cafe"]),
        ("don't", ["don", "'", "t"]),
        ("☃", ["[UNK]"]),
        ("har" * 30, ["[UNK]"]),
    ],
)
def test_longest_piece_is_taken_first(word: str, pieces: list[str]) -> None:
    assert [VOCABULARY[number] for number in WordPieces(VOCABULARY).pieces(word)] == pieces


def test_sentence_is_encoded_as_numbers() -> None:
    encoded = WordPieces(VOCABULARY).encode(["Harbour", "'", "cafe"])
    assert [VOCABULARY[number] for number in encoded.ids] == [
        "[CLS]", "har", "##bour", "'", "cafe", "[SEP]",
    ]  # fmt: skip
    assert encoded.cases == [0, 2, 2, 0, 1, 0]
    assert encoded.words == [0, 1, 3, 4]


def test_a_long_sentence_is_read_as_far_as_it_goes() -> None:
    encoded = WordPieces(VOCABULARY).encode(["harbour"] * 100)
    assert len(encoded.ids) <= 128
    assert len(encoded.words) == 64


@pytest.mark.parametrize(
    ("word", "case"),
    [("harbour", 1), ("Harbour", 2), ("A", 2), ("BBC", 3), ("1990", 4), ("McQuist", 5), (".", 0)],
)
def test_letter_case(word: str, case: int) -> None:
    assert case_of(word) == case


@given(st.text(min_size=1, max_size=80))
def test_any_word_is_encoded(word: str) -> None:
    assert 0 < len(WordPieces(VOCABULARY).pieces(word)) <= 10
    assert 0 <= case_of(word) <= 5
