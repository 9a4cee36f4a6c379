from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copylint.language.correction_ranking import plausible, rank, with_case_of
from copylint.language.edit_cost import edit_cost
from copylint.language.lexicon import Dialects, Kinds
from copylint.language.suggestions import Suggester

SUGGESTER = Suggester.shared()

FIRST = """
    comittee committee
    definately definitely
    seperate separate
    recieve receive
    teh the
    hte the
    becuase because
    goverment government
    occured occurred
    accomodation accommodation
    embarassing embarrassing
    tommorow tomorrow
    thier their
    wich which
    beleive believe
    adress address
    neccessary necessary
    existance existence
    responsable responsible
    fisrt first
    publc public
    ortuguese Portuguese
    wendesday Wednesday
    europeen European
    alot a_lot
    inthe in_the
    dont don't
    phenominon phenomenon
    liason liaison
    sieze seize
"""
PAIRS = [line.split() for line in FIRST.strip().splitlines()]


@pytest.mark.parametrize(("typed", "meant"), PAIRS, ids=[typed for typed, _ in PAIRS])
def test_intended_word_comes_first(typed: str, meant: str) -> None:
    assert SUGGESTER.suggest(typed)[0] == meant.replace("_", " ")


def test_case_is_kept() -> None:
    assert SUGGESTER.suggest("Goverment")[0] == "Government"
    assert SUGGESTER.suggest("GOVERMENT")[0] == "GOVERNMENT"
    assert with_case_of("ortuguese", "Portuguese") == "Portuguese"


def test_a_dialect_prefers_its_own_spelling() -> None:
    candidates = plausible("orgnaisation", SUGGESTER.candidates("orgnaisation"))
    assert rank(candidates, Dialects.GB)[0].text == "organisation"
    both = [c for c in SUGGESTER.candidates("colur") if c.text in ("colour", "color")]
    assert rank(both, Dialects.US)[0].text == "color"
    assert rank(both, Dialects.GB)[0].text == "colour"


def test_the_context_decides_between_near_ones() -> None:
    def of_the_sea(word: str) -> float:
        return 3.0 if word == "salt" else 0.0

    assert SUGGESTER.suggest("slat", scorer=of_the_sea)[0] == "salt"


def test_poor_candidates_are_dropped() -> None:
    assert SUGGESTER.suggest("xqzzkwvb") == ()
    assert SUGGESTER.suggest("q") == ()
    assert SUGGESTER.suggest("a" * 500) == ()


@given(st.text("abcdefghijklmnopqrstuvwxyz'é", min_size=1, max_size=14))
@settings(max_examples=60, deadline=None)
def test_nothing_offensive_and_never_more_than_five(word: str) -> None:
    never = Kinds.OFFENSIVE | Kinds.RARE
    assert not any(c.kinds & never for c in SUGGESTER.candidates(word))
    suggestions = SUGGESTER.suggest(word)
    assert len(suggestions) <= 5
    assert word not in suggestions


@given(st.text("abcdefgiest", max_size=10), st.text("abcdefgiest", max_size=10))
def test_edit_cost_is_zero_only_for_equal_words(one: str, other: str) -> None:
    assert edit_cost(one, one) == 0
    assert (edit_cost(one, other) > 0) == (one != other)


def test_likely_typos_are_cheap() -> None:
    assert edit_cost("teh", "the") < edit_cost("thx", "the")
    assert edit_cost("comittee", "committee") < edit_cost("commitee", "commuter")
    assert edit_cost("responsable", "responsible") < edit_cost("responskble", "responsible")
    assert edit_cost("bouse", "house") > edit_cost("hpuse", "house")
