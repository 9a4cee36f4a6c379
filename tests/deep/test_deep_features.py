"""The features of an edit: each has a number, and the simple ones have the right one."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copylint.deep.candidates import Candidate
from copylint.deep.features import OF_NETWORK, OF_REREADING, OF_WORDS, SentenceFeatures
from copylint.deep.labels import Label, WordChange
from copylint.deep.network_words import Word, words_of
from copylint.language.tokens import tokenise


def of_words(text: str, change: WordChange) -> dict[str, float]:
    words = words_of(tokenise(text))
    found = SentenceFeatures(words, [0.0] * (len(words) + 1)).of_words(change)
    return dict(zip(OF_WORDS, found, strict=True))


def test_counts_speak_for_the_word_that_was_meant() -> None:
    found = of_words("The letter came form the council.", WordChange(3, 4, ("from",)))
    assert found["pair_left_new"] > found["pair_left_old"]
    assert found["pair_right_new"] > found["pair_right_old"]
    assert found["has_pair"] == 1 and found["pair_model"] > 0
    assert found["same_letters"] == 1
    assert found["words"] == 7 and found["at"] == 3 and found["ends_with_stop"] == 1


def test_forms_and_gaps_have_models() -> None:
    form = of_words("The council can addresses the problem.", WordChange(3, 4, ("address",)))
    assert form["has_form"] == 1 and form["form_lead"] > 0
    gap = of_words("They are planning open a second shop.", WordChange(3, 3, ("to",)))
    none = of_words("They are planning to open a shop.", WordChange(4, 4, ("the",)))
    assert gap["gap_new"] > none["gap_new"]
    assert gap["length_old"] == 0 and gap["length_new"] == 2


def test_marks_around_a_place() -> None:
    found = of_words('He said "it were good" on 4 May.', WordChange(4, 5, ("was",)))
    assert found["quoted"] == 1 and found["right_quote"] == 0
    assert of_words("On 4 May it rain.", WordChange(1, 2, ()))["right_number"] == 0
    assert of_words("On 4 may it rained.", WordChange(2, 3, ("May",)))["left_number"] == 1


def test_the_networks_two_readings() -> None:
    words = words_of(tokenise("She ate a apple."))
    sentence = SentenceFeatures(words, [0.0, 0.0, 0.1, 0.9, 0.2, 0.0])
    edit = Candidate(3, 0, 0.8, 0.4, Label.read("REPL_an"), WordChange(2, 3, ("an",)))
    first = dict(zip(OF_NETWORK, sentence.of_network(edit), strict=True))
    assert first["of_place"] == pytest.approx(0.8 / 0.9)
    assert first["over_next"] == pytest.approx(math.log(2))
    assert first["near_before"] == pytest.approx(math.log(0.2 / 0.8))
    after = [0.0, 0.0, 0.0, 0.05, 0.0, 0.0]
    second = dict(zip(OF_REREADING, sentence.of_rereading(edit, after), strict=True))
    assert second["fall"] == pytest.approx(1.2 - 0.05)
    assert second["rest"] == pytest.approx(math.log(0.05 / 0.95))


@given(
    st.lists(st.text(min_size=1, max_size=9), min_size=1, max_size=8),
    st.data(),
)
def test_any_edit_of_any_words(texts: list[str], data: st.DataObject) -> None:
    words = [Word(text, 20 * at, 20 * at + len(text)) for at, text in enumerate(texts)]
    first = data.draw(st.integers(0, len(words)))
    last = data.draw(st.integers(first, min(len(words), first + 2)))
    put = tuple(data.draw(st.lists(st.sampled_from(["the", "an", "x"]), max_size=2)))
    found = SentenceFeatures(words, [0.0] * (len(words) + 1)).of_words(WordChange(first, last, put))
    assert len(found) == len(OF_WORDS)
    assert all(map(math.isfinite, found))
