"""People, clubs and places that an article calls by a noun."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from copylint.checks.facts.affiliations import Affiliations
from copylint.checks.facts.named_counts import NamedCounts
from copylint.checks.facts.scenes import Scenes

Find = Callable[..., list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Three of the crew, Ada Quist and Bo Moon, were hurt.", "Three"),
        ("Two of her pupils, Ada Quist, Bo Moon and Cy Lark, won.", "Two"),
        ("He praised the three players in his squad, Ada Quist and Bo Moon.", "three"),
        ("Two of the dead, Ada Quist, 51, Bo Moon, 40, and Cy Lark, 22, were from Leith.", "Two"),
    ],
)
def test_count_of_a_group(find: Find, text: str, number: str) -> None:
    assert find(NamedCounts(), text) == [("facts.named-count", number)]


@pytest.mark.parametrize(
    "text",
    [
        "Two of the crew, Ada Quist and Bo Moon, were hurt.",
        "Three of the crew, among them Ada Quist and Bo Moon, were hurt.",
        "Three of the crew were hurt. Ada Quist and Bo Moon were not.",
        "Another three of the crew, and Ada Quist and Bo Moon, were hurt.",
    ],
)
def test_count_of_a_group_that_may_be_right(find: Find, text: str) -> None:
    assert find(NamedCounts(), text) == []


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("The Liberal Democrat Ada Quist won. Quist, the only Green on the council, wept.",
         "Green"),
        ("Ada Quist (Con) spoke. Ada Quist, one of the two Greens on the council, left.",
         "Greens"),
        ("Ada Quist (Con) spoke. Then Quist, a Liberal Democrat, left.", "Liberal Democrat"),
    ],
)  # fmt: skip
def test_party_by_noun(find: Find, text: str, shown: str) -> None:
    assert find(Affiliations(), text) == [("facts.party", shown)]


@pytest.mark.parametrize(
    "owner",
    [
        "Leith Rovers, the club that owns him, want more.",
        "He would stay, but his parent club, Leith Rovers, will decide.",
        "He returns to Leith Rovers when his loan ends.",
        "He is still under contract at Leith Rovers.",
    ],
)
def test_two_clubs_of_a_player_on_loan(find: Find, owner: str) -> None:
    text = f"Edwin Quist, on loan from Oban Albion, scored twice.\n\n{owner}"
    assert find(Affiliations(), text) == [("facts.club", "Leith Rovers")]
    assert find(Affiliations(), text.replace("Leith Rovers", "Oban Albion")) == []
    two = text.replace("scored twice.", "scored. Bo Moon is on loan from Leith Rovers.")
    assert find(Affiliations(), two) == []


def test_here_is_the_place_of_the_dateline(find: Find) -> None:
    text = "LEITHMOUTH, 4 May – The hall was full.\n\nNobody here in {} knew why."
    assert find(Scenes(), text.format("Obanbridge Quay")) == [("facts.place", "Obanbridge Quay")]
    for place in ("Leithmouth", "Yorkshire", "London"):
        assert find(Scenes(), text.format(place)) == []
    assert find(Scenes(), "LEITHMOUTH, 4 May – “Here in Obanbridge all is well,” she wrote.") == []
