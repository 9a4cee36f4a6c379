"""Figures of the headline, shares, parts, ranges, counts and words for two."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from copylint.checks.facts.announced_counts import AnnouncedCounts
from copylint.checks.facts.former_latter import FormerLatter
from copylint.checks.facts.headline_figures import HeadlineFigures
from copylint.checks.facts.ranges import Ranges
from copylint.checks.facts.shares import Shares

Find = Callable[..., list[tuple[str, str]]]

STORY = "\n\nThe mill stood by the river.\n\n"


@pytest.mark.parametrize(
    ("head", "story", "found"),
    [
        ("Six hurt in mill fire", "Seven people were hurt, the county said.", ["Six"]),
        ("Mill fire kills six", "The fire killed seven people, the county said.", ["six"]),
        ("Miller's profit up 12%", "Profit rose 14 per cent in May.", ["12%"]),
        ("Mill sold for £2.5m", "It went for £2.5bn in May, with £9m for the dog.", ["£2.5m"]),
        ("Woman, 72, is found", "The 74-year-old woman was cold.", ["72"]),
        ("Town gets 300 homes", "The town is to get 500 homes by May.", ["300"]),
    ],
)
def test_headline_figures_that_differ(find: Find, head: str, story: str, found: list[str]) -> None:
    text = f"{head}{STORY}{story}\n"
    assert [shown for _, shown in find(HeadlineFigures(), text)] == found


@pytest.mark.parametrize(
    ("head", "story"),
    [
        ("Six hurt in mill fire", "Six people were hurt, the county said."),
        # In words, in part, or of another matter.
        ("Six hurt in mill fire", "Five people were hurt, and a man fell ill."),
        (
            "Six hurt in mill fire",
            "Four men and two women were hurt; five people were hurt before.",
        ),
        ("Two hurt in mill fire", "A couple were in bed. Three people were hurt in May."),
        ("Six hurt in mill fire", "Seven people were killed, the county said."),
        # Rounded.
        ("Miller's profit up 12%", "Profit rose 12.4 per cent in May."),
        ("Mill sold for £2.5m", "It went for £2,480,000 in May."),
        ("Nearly 300 homes for town", "The town is to get 285 homes by May."),
        ("Profits up by a third to 12%", "Half of it is gone. It rose 14 per cent."),
        # Several rivals.
        ("Miller's profit up 12%", "Profit rose 14 per cent in May, and 16 per cent in June."),
        # Years, scores and times are not rival figures.
        ("Moon wins 3-1 in 2004", "In 2005 Moon won four prizes."),
        # Quoted.
        ("Miller: ‘Six hurt’ in fire", "Seven people were hurt, the county said."),
    ],
)
def test_headline_figures_that_agree(find: Find, head: str, story: str) -> None:
    assert find(HeadlineFigures(), f"{head}{STORY}{story}\n") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Some 40% came, 30% rode and the remaining 20% swam.", 1),
        ("Some 40% came, 30% rode and the remaining 30% swam.", 0),
        ("Some 41.2% came, 30.3% rode and the remaining 28.4% swam.", 0),
        ("Some 48% said yes, 30% said no and 12% did not know.", 1),
        # The first share is in the sentence before.
        ("Some 20% said maybe. Another 38% said yes, 30% said no and 12% were undecided.", 0),
        # Shares of two years are not shares of one whole.
        ("Yes fell from 48% to 40%, no was at 30% and 12% did not know.", 0),
        ("About 5% of it is lost, and the other 30% of another thing too.", 0),
    ],
)
def test_shares_that_do_not_add_up(find: Find, text: str, found: int) -> None:
    assert len(find(Shares(), text)) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Nine of the seven mills shut.", ["Nine of the seven"]),
        ("He won 31 out of 30 games.", ["31 out of 30"]),
        ("Seven of the nine mills shut.", []),
        ("He gave 11 out of 10 for it.", []),
        ("On the 9 of 5 roads it rained, the 31 of May.", []),
        ("It fell to 800 of the 3,200 mills and 800 of the 3 200 mills.", []),
        ("In 2004 of the 12 mills nine shut.", []),
        ("“Nine of the seven mills shut,” he said.", []),
        ("She ruled from 1995 to 1990.", ["1995 to 1990"]),
        ("She ruled from 1990 to 1995.", []),
        ("Sales fell from 1995 to 1990.", []),
        ("It was moved from 2020 to 2018.", []),
        ("It stood from 1200 to 1100 BC.", []),
        ("Quist (1960-1905) wrote.", ["1960-1905"]),
        ("It takes 20-15 years.", ["20-15"]),
        ("It lived between 60 and 20 years ago.", []),
        ("He sleeps between 11 and 3.", []),
    ],
)
def test_parts_and_ranges(find: Find, text: str, found: list[str]) -> None:
    assert [shown for _, shown in find(Ranges(), text)] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The four steps are:\n\n1. Go.\n2. Sit.\n3. Eat.\n", ["four"]),
        ("The three steps are:\n\n1. Go.\n2. Sit.\n3. Eat.\n", []),
        # Further paragraphs and lists inside an item do not count as items.
        ("It has two parts:\n\n- wheel\n\n  It is of oak.\n\n- stone\n  - old\n  - new\n", []),
        ("It has two parts:\n\n- wheel\n- stone\n- roof\n\nIt is old.\n", ["two"]),
        # A list that goes on after a picture or the like may have the rest.
        ("It has three parts:\n\n- wheel\n- stone\n\nSo it is.\n\n- roof\n", []),
        ("One of two things happens:\n\n- rain\n- snow\n- hail\n", []),
        ("It has at least two parts:\n\n- wheel\n- stone\n- roof\n", []),
        ("# Three tips for millers\n\n## 1. Go\n\nIt is.\n\n## 2. Sit\n\nIt is.\n", ["Three"]),
        ("# Three millers speak\n\n## 1. Why?\n\nIt is.\n\n## 2. How?\n\nIt is.\n", []),
        ("He named two cities: Leith, Oban and Wick.\n", ["two"]),
        ("He named three cities: Leith, Oban and Wick.\n", []),
        ("He named three cities: Leith, Bute and Arran, Oban and Wick.\n", []),
        (
            "There are three reasons. First, it rained. Second, it froze. So it shut.\n",
            ["three"],
        ),
        ("There are three reasons. First, it rained. Second, it froze. It also shut.\n", []),
    ],
)
def test_announced_counts(find: Find, text: str, found: list[str]) -> None:
    assert [shown for _, shown in find(AnnouncedCounts(), text, markdown=True)] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He saw Ada, Bo and Cy, the former in May.", ["former"]),
        ("He saw Ada and Bo, the former in May.", []),
        ("He saw Ada, Bo and Cy. The latter two left.", []),
        ("Both Ada, Bo and Cy were late.", ["Both"]),
        ("Both Ada and Bo left.", []),
        ("It needs both, Ada and Bo said.", []),
        ("In both factors, wind and rain, it is so.", []),
    ],
)
def test_former_latter_and_both_of_three(find: Find, text: str, found: list[str]) -> None:
    assert [shown for _, shown in find(FormerLatter(), text)] == found
