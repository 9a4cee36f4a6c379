from __future__ import annotations

import pytest

from copylint.language.doubled_words import is_repeated_phrase, is_repeated_word


@pytest.mark.parametrize(
    ("word", "before", "after"),
    [
        ("the", "went to", "shop"),
        ("that", "she said", "each"),
        ("had", "who", "been"),
        ("is", "the mayor", "due"),
        ("to", "in order", "win"),
        ("for", "an answer", "what"),
        ("will", "the vote", "result"),
        ("market", "the old", "square"),
    ],
)
def test_accidental_repetitions_are_recognised(word: str, before: str, after: str) -> None:
    assert is_repeated_word(word, before.split(), after.split(), quoted=False, alone=False)


@pytest.mark.parametrize(
    ("word", "before", "after"),
    [
        ("that", "she said", "was"),
        ("that", "he knew", "decision"),
        ("had", "they", "little"),
        ("is", "what it", "a"),
        ("in", "users logged", "may"),
        ("to", "the lengths he had gone", "win"),
        ("very", "it was", "cold"),
        ("her", "he gave", "coat"),
        ("do", "the things we", "matter"),
        ("will", "of his own free", "be"),
    ],
)
def test_legitimate_repetitions_are_recognised(word: str, before: str, after: str) -> None:
    assert not is_repeated_word(word, before.split(), after.split(), quoted=False, alone=False)


def test_doubled_interjections_may_be_alone() -> None:
    assert not is_repeated_word("hear", [], [], quoted=False, alone=True)


def test_repeated_phrases_are_recognised() -> None:
    assert is_repeated_phrase(("if", "the"), "gate")
    assert is_repeated_phrase(("the", "end", "of"), "the")
    assert not is_repeated_phrase(("the", "first", "child", "of"), "it")
    assert is_repeated_phrase(("for", "the", "price"), "itself")
    assert not is_repeated_phrase(("again", "and"), "again")
    assert not is_repeated_phrase(("and", "again"), "")
    assert not is_repeated_phrase(("to", "do"), "it")
    assert not is_repeated_phrase(("a", "spade"), "")
    assert not is_repeated_phrase(("as", "long"), "term")
