"""Figures and times whose other side is in another sentence."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from copylint.checks.facts.changes import Changes
from copylint.checks.facts.parts import Parts
from copylint.checks.facts.rates import Rates
from copylint.checks.facts.shares import Shares
from copylint.contract.check import Check

Find = Callable[..., list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("check", "text", "found"),
    [
        (
            Parts,
            "Of the 920 letters, 410 were for the weir and 380 against it. The other 170 gave no "
            "view.",
            ["170"],
        ),
        (
            Parts,
            "The clinic saw 640 people in May. Some were ill: 300 had colds and 210 had coughs. "
            "The remaining 160 had nothing wrong.",
            ["160"],
        ),
        (
            Parts,
            "The farm has 64 cows. Thirty are in milk and 20 are dry. The others, 20 of them, are "
            "calves.",
            ["20"],
        ),
        (
            Parts,
            "Quist got leave for 240 homes on the quay.\n\nThe plans show 90 houses with one "
            "bedroom, 80 with two and 50 with three.",
            ["240"],
        ),
        (
            Shares,
            "Farms earned 48 per cent of the income. Shops accounted for 30 per cent, and rents "
            "for the remaining 27 per cent.",
            ["48 per cent of the income. Shops accounted for 30 per cent, and rents for the "
             "remaining 27 per cent"],
        ),
        (Changes, "Takings went from £40,000 to £50,000. That is a rise of 35 per cent.",
         ["35 per cent"]),
        (Changes, "The herd shrank from 500 cows to 400. The fall of 30 per cent is the biggest.",
         ["30 per cent"]),
        (
            Rates,
            "The town has 80,000 people and spent £20 million on roads, which comes to £400 for "
            "every man, woman and child.",
            ["£400"],
        ),
        (Rates, "The club has 200 members. The new roof cost £50,000, or £300 a member.",
         ["£300"]),
        (
            Rates,
            "Quist has leave for 240 homes.\n\nThe firm means to build 60 homes a year, so that "
            "the last would be ready in six years.",
            ["six"],
        ),
        (
            Rates,
            "The yard has orders for 36 boats. At a rate of nine boats a year, the work will take "
            "six years.",
            ["six"],
        ),
    ],
)  # fmt: skip
def test_figures_that_another_sentence_contradicts(
    find: Find, check: type[Check], text: str, found: list[str]
) -> None:
    assert [shown for _, shown in find(check(), text)] == found


@pytest.mark.parametrize(
    ("check", "text"),
    [
        (Parts, "Of the 920 letters, 410 were for it and 340 against. The other 170 gave no view."),
        (Parts, "Of the 920 letters, 410 were for the weir. The other 17 roads have no weir."),
        (Parts, "The farm has 64 cows. Thirty are in milk and 20 sold. The other 90 are sheep."),
        (Parts, "The inn has 64 rooms. Thirty see the sea, including 20 suites. The other 30 not."),
        (Parts, "Quist got leave for 220 homes.\n\nThe plans show 90 houses with one bedroom, 80 "
                "with two and 50 with three."),
        (Parts, "Quist got leave for 600 homes.\n\nThe plans show 90 houses with one bedroom, 80 "
                "with two and 50 with three."),
        (Shares, "Farms earned 48 per cent of the income. Shops accounted for 30 per cent, and "
                 "rents for the remaining 22 per cent."),
        (Shares, "Turnout rose to 62 per cent. Shops gave 30 per cent, and the remaining 25 per "
                 "cent was for farms."),
        (Changes, "Takings went from £40,000 to £50,000. That is a rise of 25 per cent."),
        (Changes, "Takings went from £40,000 to £50,000. The rise of 9 per cent in rents hurt, "
                  "with 4 shops shut."),
        (Rates, "The club has 200 members. The new roof cost £50,000, or £250 a member."),
        (Rates, "The club has 200 members. Its bar cost £50,000, up from £30,000, or £300 each."),
        (Rates, "The town has 80,000 people. The club spent £2 million, or £400 a ticket."),
        (Rates, "Quist has leave for 240 homes. The firm means to build 60 homes a year, so that "
                "the last would be ready in four years."),
        (Rates, "Quist has built 240 homes. The firm means to build 60 homes a year at first, and "
                "to be in Leith in six years."),
    ],
)  # fmt: skip
def test_figures_that_agree_or_are_of_other_things(
    find: Find, check: type[Check], text: str
) -> None:
    assert find(check(), text) == []
