"""People whom an article knows by their office, and what speakers say of themselves."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from copylint.checks.facts.genders import Genders
from copylint.checks.facts.given_names import GivenNames

Find = Callable[..., list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("who defended Moon", "counsel for Moon"),
        ("representing Moon", "solicitor for Moon"),
        ("the cabinet member for housing", "who holds the housing brief"),
        ("headteacher of Millbrook", "the head at Millbrook"),
        ("who chairs the Ferry Board", "chairman of the Ferry Board"),
        ("owner of the Anchor", "who owns the Anchor"),
    ],
)
def test_one_office_and_two_given_names(find: Find, one: str, other: str) -> None:
    text = f"Edwin Quister, {one}, spoke.\n\nThe room was full.\n\nEdgar Quister, {other}, left."
    assert find(GivenNames(), text) == [("facts.given-name", "Edgar Quister")]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("who defended Moon", "counsel for Lark"),
        ("who defended Moon", "who prosecuted Moon"),
        ("the cabinet member for housing", "the cabinet member for roads"),
    ],
)
def test_two_offices_may_be_of_two_people(find: Find, one: str, other: str) -> None:
    text = f"Edwin Quister, {one}, spoke.\n\nThe room was full.\n\nEdgar Quister, {other}, left."
    assert find(GivenNames(), text) == []


@pytest.mark.parametrize(
    "said",
    [
        "Quist said he could promise nothing.",
        "Asked when, Quist said that he had no plans.",
        "Quist added that he would be writing to the county.",
        "Quist confirmed he hoped to stay.",
    ],
)
def test_speaker_who_means_to_do_something(find: Find, said: str) -> None:
    text = f"Robin Quist runs the mill. Ms Quist was born there.\n\nIt rained. {said}"
    assert find(Genders(), text) == [("facts.gender", "he")]


@pytest.mark.parametrize(
    "said",
    ["Quist said he wanted to be a pilot.", "Quist said she could promise nothing.",
     "Quist said he had been a good boy."],
)  # fmt: skip
def test_speaker_who_may_speak_of_another(find: Find, said: str) -> None:
    text = f"Robin Quist runs the mill. Ms Quist was born there.\n\nIt rained. {said}"
    assert find(Genders(), text) == []
