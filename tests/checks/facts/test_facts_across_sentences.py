"""Figures and times whose other side is in another sentence."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from copylint.checks.facts.ages import Ages
from copylint.checks.facts.anniversaries import Anniversaries
from copylint.checks.facts.changes import Changes
from copylint.checks.facts.durations import Durations
from copylint.checks.facts.parts import Parts
from copylint.checks.facts.rates import Rates
from copylint.checks.facts.scores import Scores
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


DAY = "LEITH, 6 June 2023 — "


@pytest.mark.parametrize(
    ("check", "text", "found"),
    [
        (
            Durations,
            "The band went off at 8.15pm and came back at 9.05pm, and the stoppage of 20 minutes "
            "cost the bar little.",
            ["20 minutes"],
        ),
        (
            Durations,
            "The tape shows the men coming in at 10.30pm and the last one going out at 10.45pm. "
            "For 35 minutes the street was theirs.",
            ["35 minutes"],
        ),
        (
            Durations,
            "The boat struck the bank at 6.10am and floated free at 2.05pm after being stuck for "
            "nearly ten hours.",
            ["ten hours"],
        ),
        (
            Durations,
            "Smoke was seen at 1.10pm and the last horse was out by 1.50pm, 20 minutes later.",
            ["20 minutes"],
        ),
        (
            Durations,
            "Water came in at 2pm and the pumps were switched off at 4.30pm. The three-hour "
            "operation was the first.",
            ["three-hour"],
        ),
        (
            Ages,
            "Ada Quist, who has died aged 80, was a miller. She lived in Leith.\n\nAda Quist, "
            "miller, born 14 May 1931, died 2 March 2009",
            ["80"],
        ),
        (
            Ages,
            "The miller Ada Quist has died at the age of 78.\n\nBorn on May 14, 1931; died on "
            "March 2, 2009",
            ["78"],
        ),
        (
            Anniversaries,
            DAY + "Ada Quist won the cup.\n\nThe 19-year-old from Leith beat Edwin Moon.\n\nAda "
            "Quist. Born 2 April 2001. Left-handed.",
            ["19"],
        ),
        (
            Anniversaries,
            DAY + "The mill burned on a June night in 1953.\n\nIt is 60 years to the day since "
            "the fire.",
            ["60 years"],
        ),
        (
            Anniversaries,
            DAY + "The mill burned on 6 June 1953.\n\nIts roof fell in 80 years ago tonight.",
            ["80 years"],
        ),
    ],
)
def test_times_that_another_sentence_contradicts(
    find: Find, check: type[Check], text: str, found: list[str]
) -> None:
    assert [shown for _, shown in find(check(), text)] == found


@pytest.mark.parametrize(
    ("check", "text"),
    [
        (Durations, "The band went off at 8.15pm and came back at 9.05pm, and the stoppage of 50 "
                    "minutes cost the bar little."),
        (Durations, "Doors open at 7.30pm and the band is on at 9pm. It lasted two hours last "
                    "year."),
        (Durations, "She swam from the pier at 9am and the boat picked her up at noon. It took an "
                    "hour to warm her."),
        (Durations, "The train leaves at 9am or 11am, after a wait of one hour."),
        (Ages, "Ada Quist, who has died aged 77, was a miller.\n\nAda Quist, miller, born 14 May "
               "1931, died 2 March 2009"),
        (Ages, "Her son died aged 40 and Quist has died aged 77.\n\nAda Quist, born 14 May 1931, "
               "died 2 March 2009"),
        (Anniversaries, DAY + "Ada Quist won the cup.\n\nThe 22-year-old from Leith beat Edwin "
                        "Moon.\n\nAda Quist. Born 2 April 2001. Left-handed."),
        (Anniversaries, DAY + "Ada Quist won. Edwin Moon, 19, lost.\n\nThe 19-year-old from Leith "
                        "wept.\n\nAda Quist. Born 2 April 2001. Left-handed."),
        (Anniversaries, DAY + "The mill burned on 6 June 1953.\n\nIts roof fell in 70 years ago "
                        "tonight."),
        (Anniversaries, DAY + "The mill burned in June 1953 and the inn in June 1963.\n\nIt is 50 "
                        "years to the day since the flood."),
    ],
)  # fmt: skip
def test_times_that_agree_or_are_of_other_things(find: Find, check: type[Check], text: str) -> None:
    assert find(check(), text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("*Leith Rovers 5, Moon Town 2*\n\nBy the end they were easy two-goal winners.", ["two"]),
        ("*Leith Rovers 5, Moon Town 2*\n\nIt rained. Rovers won by four goals.", ["four"]),
        ("*Sixth seed wins 6-3, 4-6, 6-2*\n\nShe won in straight sets.", ["straight sets"]),
        ("*Final: 7-5, 2-6, 6-2*\n\nIt rained. It was over in straight sets.", ["straight sets"]),
        ("Leith beat Vale by 30 runs.\n\nThey made 241 in the sun, and Vale were bowled out for "
         "221.", ["30"]),
        ("It was a 12-run win for Leith.\n\nThey scored 241. Vale were 221 all out.", ["12"]),
    ],
)  # fmt: skip
def test_results_that_another_sentence_contradicts(find: Find, text: str, found: list[str]) -> None:
    assert [shown for _, shown in find(Scores(), text, markdown=True)] == found


@pytest.mark.parametrize(
    "text",
    [
        "*Leith Rovers 5, Moon Town 2*\n\nBy the end they were easy three-goal winners.",
        "*Leith Rovers 5, Moon Town 2*\n\nLast week Rovers won by four goals.",
        "*Leith Rovers 5, Moon Town 2*\n\n*Vale 1, Firth 1*\n\nRovers won by four goals.",
        "*Sixth seed wins 6-3, 4-6, 6-2*\n\nShe had won her semi-final in straight sets.",
        "*Sixth seed wins 6-3, 6-4*\n\nShe won in straight sets.",
        "Leith beat Vale by 20 runs.\n\nThey made 241 and Vale were bowled out for 221.",
        "Leith beat Vale by 30 runs.\n\nThey made 241 and 180, and Vale were bowled out for 221 "
        "and dismissed for 170.",
    ],
)
def test_results_that_agree_or_are_of_other_matches(find: Find, text: str) -> None:
    assert find(Scores(), text, markdown=True) == []
