"""Words in a form in which print and speech agree."""

from __future__ import annotations

import pytest

from copylint.analysis.transcripts.spoken_words import is_alike, spoken_text


def keys(text: str) -> list[str]:
    return [word.key for word in spoken_text(text).words]


@pytest.mark.parametrize(
    ("said", "printed"),
    [
        ("two hundred and fifty thousand pounds", "£250,000"),
        ("three point two million dollars", "$3.2m"),
        ("a hundred and six", "106"),
        ("half a million", "500,000"),
        ("nineteen eighty-four", "1984"),
        ("twenty twenty-five", "2025"),
        ("two thousand and eight", "2008"),
        ("fifty per cent", "50%"),
        ("fifty percent", "50 per cent"),
        ("the twenty-first", "the 21st"),
        ("eleven thirty", "11:30"),
        ("ten", "10"),
        ("ninety pence", "90p"),
        ("I don't, I can't, I won't", "I do not, I cannot, I will not"),
        ("they're gonna", "they are going to"),
        ("the U.S. colour organization", "the US color organisation"),
        ("long-term", "long term"),
        ("okay", "OK"),
    ],
)
def test_two_ways_to_write_the_same_words_have_the_same_keys(said: str, printed: str) -> None:
    assert keys(said) == keys(printed)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("fifty", "fifteen"),
        ("two hundred thousand", "two hundred million"),
        ("first", "second"),
        ("do", "don't"),
        ("nineteen eighty-four", "nineteen eighty-five"),
        ("us", "US"),
    ],
)
def test_other_words_have_other_keys(one: str, other: str) -> None:
    assert keys(one) != keys(other)


def test_numbers_side_by_side_stay_apart() -> None:
    assert keys("ten, twenty or thirty") == ["10", "20", "or", "30"]
    assert keys("one of us has two") == ["one", "of", "us", "has", "2"]


def test_a_contraction_may_stand_for_two_words() -> None:
    assert is_alike("'s", "is")
    assert is_alike("'s", "has")
    assert is_alike("would", "'d")
    assert not is_alike("'s", "was")


def test_ellipses_and_brackets_are_places_between_words() -> None:
    text = spoken_text("We came … and [the mayor] left. Nobody [sic] waved [...] at all")
    assert [word.key for word in text.words] == [
        "we",
        "came",
        "and",
        "left",
        "nobody",
        "waved",
        "at",
        "all",
    ]
    assert text.omissions == {2, 6}
    assert text.insertions == {3}
    assert text.sentences == {0, 4}


def test_a_letter_in_brackets_belongs_to_its_word() -> None:
    assert keys("[W]e came") == ["we", "came"]


def test_a_name_is_a_capital_within_a_sentence() -> None:
    words = spoken_text("Then Harris met Dr. Imran. They left, and I stayed").words
    assert [word.key for word in words if word.is_name] == ["harris", "dr", "imran"]
