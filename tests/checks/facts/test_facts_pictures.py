"""Places, sides, names counted and companies against the rest of the article."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from copylint.checks.facts.companies import Companies
from copylint.checks.facts.headline_figures import HeadlineFigures
from copylint.checks.facts.named_counts import NamedCounts
from copylint.checks.facts.picture_sides import PictureSides
from copylint.checks.facts.scenes import Scenes
from copylint.contract.check import Check

Find = Callable[..., list[tuple[str, str]]]
STORY = "Two people were hurt in Leithmouth.\n\nNobody in Leithmouth saw it.\n"
CAPTION = "The mill\n\nIt is old.\n\nFour people were killed there.\n\nCaption: "


@pytest.mark.parametrize(
    ("check", "text", "found"),
    [
        (NamedCounts, "Two women (Ada, Bo and Cy Quist) were held.", ["Two"]),
        (NamedCounts, "Ada Quist, 45, and Bo Moon, 36, the three defendants, left.", ["three"]),
        (NamedCounts, "Ada Quist and Bo Moon, the three defendants, left.", ["three"]),
        (NamedCounts, "The 3 dead women were named as Ada Quist and Bo Moon.", ["3"]),
        (Companies, "Moon Foods Inc lost.\n\nMoon Foods LLC rose.", ["Moon Foods LLC"]),
        (Companies, "Moon Foods (NYSE: MF) lost.\n\nMoon Foods (NYSE: FM) rose.", ["FM"]),
        (Scenes, f"Mill in Quistbridge burns\n\n{STORY}", ["Quistbridge"]),
        (PictureSides, CAPTION + "Ada Quist (right) with Bo Moon (right)\n", ["right"]),
        (HeadlineFigures, CAPTION + "The mill where five people were killed\n", ["five"]),
    ],
)
def test_what_the_story_does_not_bear_out(
    find: Find, check: type[Check], text: str, found: list[str]
) -> None:
    assert [shown for _, shown in find(check(), text)] == found


@pytest.mark.parametrize(
    ("check", "text"),
    [
        (NamedCounts, "Three women, including Ada Quist and Bo Moon, were held."),
        (NamedCounts, "At least three women, Ada Quist and Bo Moon, were held."),
        (NamedCounts, "“Three women, Ada Quist and Bo Moon, were held,” he said."),
        (NamedCounts, "Three women, Ada Quist and her friend Bo, were held."),
        (Companies, "Moon Foods Inc lost.\n\nIts parent, Moon Foods LLC, rose."),
        (Companies, "Moon Foods Incorporated lost.\n\nMoon Foods Inc. rose."),
        (Companies, "Moon Foods (NYSE: MF) lost.\n\nMoon Foods (LSE: FM) rose."),
        # A region, a place that the story has, a story of two places.
        (Scenes, f"Mill in Quistshire burns\n\n{STORY}"),
        (Scenes, f"Mill in Quistbridge burns\n\n{STORY}\nIt is a suburb of Quistbridge.\n"),
        (Scenes, f"Mill in Quistbridge burns\n\n{STORY}\nA bus in Moonby met one in Moonby.\n"),
        (PictureSides, CAPTION + "Ada Quist left the mill with Bo Moon (right)\n"),
        (HeadlineFigures, CAPTION + "Five people at the mill\n"),
    ],
)
def test_what_may_be_right_is_left_alone(find: Find, check: type[Check], text: str) -> None:
    assert find(check(), text) == []
