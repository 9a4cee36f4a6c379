"""Places in other units agree with what Python counts."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copylint.service.positions import Positions, Units

TEXTS = st.text(alphabet="ab\r\n é€😀\u2028", max_size=60)
CODECS = {Units.CODE_POINTS: "utf-32-le", Units.UTF16: "utf-16-le", Units.UTF8: "utf-8"}
SIZES = {Units.CODE_POINTS: 4, Units.UTF16: 2, Units.UTF8: 1}


def length(text: str, units: Units) -> int:
    return len(text.encode(CODECS[units])) // SIZES[units]


@given(TEXTS, st.sampled_from(Units))
def test_offsets_are_those_of_the_encoded_text(text: str, units: Units) -> None:
    positions = Positions(text, units)
    for offset in range(len(text) + 1):
        there = length(text[:offset], units)
        assert positions.to_units(offset) == there
        assert positions.from_units(there) == offset


@given(TEXTS, st.sampled_from(Units))
def test_offset_inside_a_character_is_its_beginning(text: str, units: Units) -> None:
    positions = Positions(text, units)
    for unit in range(length(text, units) + 2):
        point = positions.from_units(unit)
        assert length(text[:point], units) <= unit
        assert point == len(text) or length(text[: point + 1], units) > unit


@given(TEXTS, st.sampled_from(Units))
def test_lines_end_as_in_editors(text: str, units: Units) -> None:
    positions = Positions(text, units)
    for offset in range(len(text) + 1):
        if offset and text[offset - 1 : offset + 1] == "\r\n":
            continue  # no place for an editor
        line, character = positions.to_position(offset)
        before = re.split("\r\n|\r|\n", text[:offset])
        assert (line, character) == (len(before) - 1, length(before[-1], units))
        assert positions.from_position(line, character) == offset


@given(TEXTS, st.sampled_from(Units))
def test_places_outside_are_moved_inside(text: str, units: Units) -> None:
    positions = Positions(text, units)
    lines = re.split("\r\n|\r|\n", text)
    for number, line in enumerate(lines):
        end = positions.from_position(number, 10_000)
        assert positions.to_position(end) == (number, length(line, units))
    assert positions.from_position(len(lines), 0) == len(text)
    assert positions.from_units(10_000) == len(text)


@pytest.mark.parametrize("units", Units)
def test_lone_surrogates_are_counted(units: Units) -> None:
    assert Positions("a\ud800b", units).from_units(0) == 0
    assert Positions("a\ud800b", Units.UTF16).to_units(3) == 3
