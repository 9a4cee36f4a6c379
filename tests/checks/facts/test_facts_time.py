"""Durations, anniversaries, ages from birth, yesterday, and the tense of an event with a date."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from copylint.checks.facts.anniversaries import Anniversaries
from copylint.checks.facts.days import Days
from copylint.checks.facts.durations import Durations
from copylint.contract.check import Check

Find = Callable[..., list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("check", "text", "found"),
    [
        (Durations, "The talks ran from 9.30 to 11am, a full three hours.", ["three hours"]),
        (Durations, "It began at noon and ended at 2.30pm, two hours of song.", ["two hours"]),
        (Durations, "The fair is from 28 May to 3 June. The ten-day fair is old.", ["ten-day"]),
        (Durations, "He was mayor from 1950 to 1960, a term of 20 years.", ["20 years"]),
        (
            Anniversaries,
            "Founded in 1900, it was sold in 1950, 60 years later.",
            ["60 years later"],
        ),
        (
            Anniversaries,
            "In 2020 it marks the centenary of the mill, built in 1930.",
            ["centenary"],
        ),
        (Days, "LEITH, 6 June — It shut yesterday, 3 June, he said.", ["yesterday, 3 June"]),
        (Days, "LEITH, 6 June 2023 — It shut yesterday (Friday).", ["yesterday (Friday"]),
        (Days, "LEITH, 6 June 2023 — The mill will open on 1 June.", ["1 June"]),
        (Days, "LEITH, 6 June 2023 — The mill burned down on 9 June.", ["9 June"]),
    ],
)
def test_times_that_do_not_fit(find: Find, check: type[Check], text: str, found: list[str]) -> None:
    assert [shown for _, shown in find(check(), text)] == found


@pytest.mark.parametrize(
    ("check", "text"),
    [
        # Hedges, other measures, night shifts, two ranges.
        (Durations, "The talks ran from 9.30am to 11am, nearly three hours."),
        (Durations, "The talks ran from 9am to 11am, three hours late."),
        (Durations, "The shift is from 10pm to 6am, eight hours in all."),
        (Durations, "It opens from 9am to noon and from 2pm to 6pm, seven hours in all."),
        (Durations, "“It was three hours,” he said of the talks from 9am to 11am."),
        (Durations, "He was mayor from 1950 to 1960, and was jailed for 20 years."),
        (Anniversaries, "Founded in 1900, it was sold 60 years later. In 1950 it burned."),
        (Anniversaries, "Founded in 1900, it marks its 101st anniversary in 2000."),
        (Days, "LEITH, 6 June 2023 — It shut yesterday (Monday)."),
        (Days, "LEITH, 6 June 2023 — The vote will be held on 9 June."),
        (Days, "LEITH, 6 June 2023 — He won’t heed a request to speak on 9 June."),
        (Days, "LEITH, 6 June 2023 — It was scheduled to open on 9 June."),
        (Days, "The mill will open on 1 June."),
    ],
)
def test_times_that_fit_or_may_be_others(find: Find, check: type[Check], text: str) -> None:
    assert find(check(), text) == []
