"""Numbers in running text, what they count, and how many things are announced."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copylint.language.announced_numbers import announced
from copylint.language.counted_quantities import counted
from copylint.language.lazy_pattern import LazyPattern
from copylint.language.quantities import (
    agree,
    has_number,
    quantities,
    quantities_near,
    value_of_words,
)
from copylint.language.tokens import tokenise


def values(text: str) -> list[tuple[float, str]]:
    return [(each.value, each.unit) for each in quantities(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("twenty-three mills", [(23, "")]),
        ("£2.5m and $3bn", [(2.5e6, "£"), (3e9, "$")]),
        ("1,234,567 mills", [(1234567, "")]),
        ("12 per cent, 13%, 14 percent", [(12, "%"), (13, "%"), (14, "%")]),
        ("a million mills", [(1e6, "")]),
        ("five hundred mills", [(500, "")]),
        ("won 3-1 at 10:30 in 4/5 and 1990-95", []),
        ("Quist7 and 7up", []),
    ],
)
def test_quantities_are_read(text: str, expected: list[tuple[float, str]]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("£2.5m", "£2,480,000", True),
        ("£2.5m", "£2.7m", False),
        ("300 mills", "287 mills", True),
        ("300 mills", "420 mills", False),
        ("12%", "12.4%", True),
        ("12%", "13%", False),
        ("six", "seven", False),
    ],
)
def test_rounded_figures_agree(one: str, other: str, same: bool) -> None:
    [first] = quantities(one, 0, len(one))
    [second] = quantities(other, 0, len(other))
    assert agree(first, second) is same
    assert agree(second, first) is same


def test_words_that_are_not_numbers_have_no_value() -> None:
    assert value_of_words("forty-two") == 42
    assert value_of_words("forty-mill") is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Five people were killed", ["fate dead"]),
        ("The fire kills at least five", ["fate dead"]),
        ("Five arrested after raid", ["fate held"]),
        ("200 new jobs", ["noun jobs"]),
        ("a 72-year-old, aged 72, and a woman, 72, too", ["age", "age", "age"]),
        ("in 1990", []),
        ("four other mills and two more", []),
        ("five years ago", []),
    ],
)
def test_counted_things_are_recognised(text: str, expected: list[str]) -> None:
    assert [each.what for each in counted(text, 0, len(text))] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("for three good reasons:", [(3, "reasons")]),
        ("the following 4 steps:", [(4, "steps")]),
        ("one of two reasons:", []),
        ("at least two reasons:", []),
        ("three of the reasons:", []),
        ("three legs:", []),
        ("Three Reasons", []),
    ],
)
def test_announced_numbers_are_recognised(text: str, expected: list[tuple[int, str]]) -> None:
    assert [(each.number, each.noun) for each in announced(text, 0, len(text))] == expected


def test_any_plural_and_capitals_are_announced_when_asked_for() -> None:
    [legs] = announced("three legs:", 0, 11, any_noun=True)
    [reasons] = announced("Three Reasons", 0, 13, capitals=True)
    assert (legs.noun, reasons.noun) == ("legs", "reasons")


@given(st.text(alphabet="0123456789.,-–%£$ aemilonthudr", max_size=60), st.data())
def test_quantities_stay_inside_their_part(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    before = start
    for quantity in quantities(text, start, end):
        assert before <= quantity.start < quantity.end <= end
        before = quantity.end


def test_a_lazy_pattern_searches_only_where_its_literals_are() -> None:
    pattern = LazyPattern(r"[a-z]+day", needs=("Monday",))
    assert list(pattern.finditer("tuesday")) == []
    assert "compiled" not in vars(pattern)
    assert [found.group() for found in pattern.finditer("Monday, tuesday")] == ["onday", "tuesday"]
    assert pattern.search("tuesday") is None
    assert pattern.match("tuesday", 1) is not None


PIECES = ("5", " two ", " a ", "million", "m", "£", "US$", "%", ",", "-", " and ", "tent", "x", "(")


@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join))
def test_quantities_are_found_at_the_tokens_that_may_count(text: str) -> None:
    tokens = tokenise(text, 0, len(text))
    places = [each.start for each in tokens if has_number(each.text, 0, len(each.text))]
    assert list(quantities_near(text, 0, len(text), places)) == list(quantities(text, 0, len(text)))
