"""Results in sport, votes, and millions for billions."""

from __future__ import annotations

import pytest

from copylint.analysis.article import Article
from copylint.checks.facts.magnitudes import Magnitudes
from copylint.checks.facts.scores import Scores
from copylint.checks.facts.votes import Votes
from copylint.contract.check import Check, Options
from copylint.formats.plain import PlainText


def messages(check: Check, text: str) -> list[str]:
    article = Article(PlainText().read("a", text))
    return [match.message for match in check.check(article, Options())]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("Rovers won 3-1, a three-goal victory.", "3-1 is a margin of 2, not three."),
        ("Rovers won 3-1. They deserved to win by three goals, he said.",
         "3-1 is a margin of 2, not three."),
        ("Rovers drew 2-1 with Albion.", "A draw has two equal scores, but this is 2-1."),
        ("It was a 3–1 draw at Leith.", "A draw has two equal scores, but this is 3-1."),
        ("Rovers beat Albion 2-2.", "2-2 is a draw, but the copy gives it a winner."),
        ("Rovers led 2-0 at half-time but lost 1-0.",
         "It was 2-0 at half-time, so it cannot have ended 1-0."),
        ("Rovers won 2-1 and drew 1-1 and went through 4-2 on aggregate.",
         "2-1 and 1-1 make 3-2, not 4-2."),
        ("Quist hit a hat-trick as Rovers won 2-0.", "3 goals by one player do not go into 2-0."),
        ("They reached 211-4 and won by five wickets.",
         "With 4 wickets down a side wins by 6, not five."),
        ("They made 211 for four and won by five wickets.",
         "With 4 wickets down a side wins by 6, not five."),
        ("They were out after 31.7 overs.",
         "An over has six balls, so the figure after the point is 1 to 5."),
        ("She won 6-4, 3-6, 7-6 (7-5) in straight sets.",
         "'straight sets' means that no set was lost, but one went 3-6."),
        ("She won 6-4, 6-3 in three sets.", "The score has 2 sets, not three."),
        ("Leith made 310, bowled Oban out for 250 and won by 50 runs.",
         "310 and 250 are 60 runs apart, not 50."),
        ("Rovers have won six, drawn three and lost two of their 12 games.",
         "6 won, 3 drawn and 2 lost are 11 games, not 12."),
        ("Rovers have 25 points from eight games.", "eight games give at most 24 points."),
    ],
)  # fmt: skip
def test_results_that_cannot_be(text: str, message: str) -> None:
    assert messages(Scores(), text) == [message]


@pytest.mark.parametrize(
    "text",
    [
        "Rovers won 3-1, a two-goal victory.",
        "Rovers drew 2-2 and won 4-3 on penalties.",
        "Rovers beat Albion 2-2 on away goals.",
        "Rovers led 2-0 at half-time and won 3-2.",
        "Rovers won 2-1. Last week they won by three goals.",
        "Rovers are three points clear after a 2-1 win.",
        "“Rovers drew 2-1,” she said.",
        "Quist, who hit a hat-trick in May, scored as Rovers won 1-0.",
        "The club for 5-11 year olds drew 40-50 children.",
        "She won 6-4, 6-3 in straight sets.",
        "Correction: Rovers drew 2-1, we said. They lost.",
    ],
)
def test_results_left_alone(text: str) -> None:
    assert messages(Scores(), text) == []


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("She won with 21,340 votes to 18,200, a majority of 2,140.",
         "21,340 less 18,200 is 3,140, not 2,140."),
        ("She polled 21,340 votes and he 18,200. The majority was 2,140.",
         "21,340 less 18,200 is 3,140, not 2,140."),
        ("Of an electorate of 40,000, 26,000 voted, a turnout of 56 per cent.",
         "26,000 of 40,000 is a turnout of 65 per cent, not 56 per cent."),
        ("The motion was carried by 34 votes to 41.",
         "It went through by 34 to 41, the smaller number first."),
        ("They voted 9 to 14 in favour of the plan.",
         "It went through by 9 to 14, the smaller number first."),
        ("The plan was backed unanimously, by 14 votes to 9.",
         "The vote was 14 to 9, so it was not unanimous."),
        ("The plan was rejected: 14 voted for and 9 against.",
         "With 14 for and 9 against it was not rejected."),
    ],
)  # fmt: skip
def test_votes_that_contradict(text: str, message: str) -> None:
    assert messages(Votes(), text) == [message]


@pytest.mark.parametrize(
    "text",
    [
        "She won with 21,340 votes to 18,200, a majority of 3,140.",
        "She won with 21,340 votes and cut the majority of 9,000 to 3,140.",
        "Of an electorate of 40,000, 26,000 voted, a turnout of 65 per cent.",
        "She won the north by 10,700 votes out of 4.8 million. She won the south by 22,700 votes.",
        "The motion was rejected by 34 votes to 41.",
        "It needed two-thirds and was rejected, though 14 voted for and 9 against.",
        "“It was carried by 34 votes to 41,” she said.",
    ],
)
def test_votes_left_alone(text: str) -> None:
    assert messages(Votes(), text) == []


BRIDGE = "The bridge will cost {}, the county said.\n\nMost of the {} cost of the bridge is met."


def test_millions_for_billions() -> None:
    assert messages(Magnitudes(), BRIDGE.format("£2.4m", "£2.4bn")) == [
        "£2.4bn here is £2.4m elsewhere: a thousand times as much or as little."
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [("£2.4m", "£2.4m"), ("£2.4m", "£2.5bn"), ("£2.4m", "€2.4bn"), ("about £2.4m", "£2.4bn")],
)
def test_other_sums_are_left_alone(one: str, other: str) -> None:
    assert messages(Magnitudes(), BRIDGE.format(one, other)) == []


def test_sums_of_other_things_are_left_alone() -> None:
    text = "The bridge will cost £2.4m.\n\nThe county owes £2.4bn to banks."
    assert messages(Magnitudes(), text) == []
