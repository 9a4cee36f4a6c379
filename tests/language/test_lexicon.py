from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copylint.language.lexicon import Dialects, Kinds, Lexicon

LEXICON = Lexicon.shared()


def test_lexicon_is_shared_by_the_process() -> None:
    assert Lexicon.shared() is LEXICON
    assert len(LEXICON) > 200_000


@pytest.mark.parametrize(
    ("form", "dialects"),
    [
        ("colour", Dialects.GB | Dialects.AU | Dialects.CA),
        ("travelled", Dialects.GB | Dialects.AU | Dialects.CA),
        ("organise", Dialects.GB | Dialects.AU),
        ("organize", Dialects.GB | Dialects.US | Dialects.CA),
        ("house", Dialects.ALL),
    ],
)
def test_forms_have_dialects(form: str, dialects: Dialects) -> None:
    entry = LEXICON.entry(form)
    assert entry is not None
    assert entry.dialects == dialects


@pytest.mark.parametrize(
    ("form", "kind"),
    [
        ("Brown", Kinds.SURNAME),
        ("brown", Kinds.WORD),
        ("Oleksandra", Kinds.GIVEN),
        ("Nairobi", Kinds.PLACE),
        ("Portuguese", Kinds.DEMONYM),
        ("Tuesday", Kinds.CALENDAR),
        ("Oxfam", Kinds.ORGANISATION),
        ("approx", Kinds.ABBREVIATION),
        ("bastard", Kinds.OFFENSIVE),
    ],
)
def test_forms_have_kinds(form: str, kind: Kinds) -> None:
    entry = LEXICON.entry(form)
    assert entry is not None
    assert kind in entry.kinds


@pytest.mark.parametrize(
    "word",
    [
        "house",
        "House",
        "HOUSE",
        "don't",
        "Don’t",
        "o'clock",
        "reporter's",
        "reporter’s",
        "naïve",
        "résumé",
        "café",
        "podcast",
        "Tuesday",
        "TUESDAY",
        "Brown's",
        "cybersecurity",
        "favour",
        "favor",
        "ageing",
        "aging",
        "Niamh",
    ],
)
def test_common_words_are_known(word: str) -> None:
    assert LEXICON.is_word(word)


@pytest.mark.parametrize(
    "word",
    [
        "teh",
        "recieve",
        "alot",
        "seperate",
        "definately",
        "tuesday",
        "hte",
        "adn",
        "thier",
        "fo",
        "ot",
        "wich",
        "Fnord",
    ],
)
def test_common_misspellings_are_not_words(word: str) -> None:
    assert not LEXICON.is_word(word)


def test_merely_seen_forms_are_not_entries() -> None:
    assert LEXICON.seen("recieve") > 2
    assert LEXICON.entry("recieve") is None
    assert LEXICON.zipf("recieve") == 0.0


def test_frequency_of_a_form() -> None:
    assert LEXICON.zipf("the") > LEXICON.zipf("house") > LEXICON.zipf("gazebo") > 0
    assert LEXICON.zipf("House") == LEXICON.zipf("house")
    assert LEXICON.zipf("tuesday") == LEXICON.zipf("Tuesday") > 3
    assert LEXICON.zipf("xqzzk") == 0.0


@given(st.text(st.characters(codec=None), max_size=12))
def test_any_text_can_be_looked_up(word: str) -> None:
    assert isinstance(LEXICON.is_word(word), bool)
    assert LEXICON.zipf(word) >= 0
    assert LEXICON.seen(word) >= 0


@given(st.sampled_from(["house", "market", "café", "don't", "Tuesday"]))
def test_a_word_stays_one_in_capitals_and_as_possessive(word: str) -> None:
    assert LEXICON.is_word(word.upper())
    assert LEXICON.is_word(word + "’s")
