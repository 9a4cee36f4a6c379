"""Changes between two figures, and parts with their totals."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from copylint.analysis.article import Article
from copylint.checks.facts.changes import Changes
from copylint.checks.facts.parts import Parts
from copylint.contract.check import Check, Options
from copylint.formats.plain import PlainText

Find = Callable[..., list[tuple[str, str]]]


def messages(check: Check, text: str) -> list[str]:
    article = Article(PlainText().read("a", text))
    return [match.message for match in check.check(article, Options())]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "Sales rose from 6,000 to 9,000, a rise of 60 per cent.",
            "6,000 to 9,000 is a rise of 50 per cent, not 60.",
        ),
        (
            "Sales fell 60 per cent to 9,000, from 6,000 in May.",
            "6,000 to 9,000 is a rise of 50 per cent, not a fall of 60.",
        ),
        ("It lost a third of its staff: the number fell by a third from 900 to 300.",
         "900 to 300 is a fall of 67 per cent, not 'third'."),
        ("The rent went up from £450 to £520, a rise of £90.",
         "£450 to £520 is a rise of £70, not £90."),
        ("Membership doubled from 1,200 to 3,600.",
         "1,200 to 3,600 is 3 times as much, not 'doubled'."),
        ("It rose from 5 per cent to 9 per cent, up two points.",
         "5 per cent to 9 per cent is a change of 4 points, not 2."),
        ("Waiting times have risen to 14 weeks from 18 weeks.",
         "18 to 14 is a fall, but the verb is 'risen': check the figures."),
        ("It has 14 shops, up from 18 last year.",
         "18 to 14 is a fall, but the verb is 'up': check the figures."),
        ("It paid out £30m last year, double the £20m of the year before.",
         "£20m to £30m is 1.5 times as much, not 'double'."),
        ("Prices rose from $20 to $25, or 30 per cent.",
         "$20 to $25 is a rise of 25 per cent, not 30."),
        ("The number of pupils fell from 180 to 240.",
         "180 to 240 is a rise, but the verb is 'fell': check the figures."),
        ("It sold 400 tickets, 70 more than the 350 it sold in May.",
         "350 to 400 is a rise of 50, not 70."),
    ],
)  # fmt: skip
def test_changes_that_do_not_follow(text: str, message: str) -> None:
    assert messages(Changes(), text) == [message]


@pytest.mark.parametrize(
    "text",
    [
        "Sales rose from about 6,000 to 9,000, a rise of 45 per cent.",
        "Sales rose from £2m to £3m, a rise of 48 per cent.",
        "Sales rose from 6,000 to 9,000, while costs rose 60 per cent.",
        "It made £3.8bn, down from £4bn in May, and its revenue rose 4.5 per cent to £193bn.",
        "“Sales rose from 6,000 to 9,000, a rise of 60 per cent,” she said.",
        "Correction: sales rose from 6,000 to 9,000, not a rise of 60 per cent.",
        "Sales more than doubled from 1,200 to 3,600.",
        "He climbed from 50 to 12 in the rankings.",
        "It rose from 2 to 3 million, a rise of 50 per cent.",
    ],
)
def test_changes_left_alone(text: str) -> None:
    assert messages(Changes(), text) == []


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("Nine people were hurt: five men and three women, police said.",
         "5 + 3 is 8, not 9."),
        ("Nine people were hurt (five men, two women and a child).",
         "5 + 2 + 1 is 8, not 9."),
        ("Of the 40 houses, 25 are let and the other 12 are empty.",
         "40 less 25 leaves 15, not 12."),
        ("Of the 40 houses, 25 are let. The other 12 are empty.", "40 less 25 leaves 15, not 12."),
        ("She has four children, two sons and three daughters.", "2 + 3 is 5, not 4."),
        ("Out of 90 guests, 60 ate and the remaining 40 danced.",
         "90 less 60 leaves 30, not 40."),
        ("Of 60 guests, 35 were women and 30 men.", "35 + 30 is 65, not 60."),
        ("It sold 12 of its 40 boats, leaving 30.", "40 less 12 leaves 28, not 30."),
        ("It sold 12 boats in May and 15 in June, a total of 29.", "12 + 15 is 27, not 29."),
        ("The council has 30 members, of whom 14 are men and 18 women.", "14 + 18 is 32, not 30."),
        ("It has 30 seats: Labour 14, Greens 9.", "14 + 9 is 23, not 30."),
        ("Of the 40 houses, 25 are let, 20 burnt down and the remaining 12 are empty.",
         "The parts (25 and 20) are more than the total (40)."),
    ],
)  # fmt: skip
def test_parts_that_do_not_add_up(text: str, message: str) -> None:
    assert messages(Parts(), text) == [message]


@pytest.mark.parametrize(
    "text",
    [
        "Nine people were hurt: five men and four women.",
        "About 40 people came: 12 men, 16 women and ten children.",
        "“Nine of us went: five men and three women,” she said.",
        "Nine people went, including five men and three women.",
        "They played 40 games: they scored in 30, lost 12 and drew 9.",
        "The club has 30 members, of whom 14 are miners and 20 women.",
        "It spent £4.1m: £2.03m on roads and £2.05m on drains.",
        "Of the 40 houses, 25 are let. The other street has 12.",
        "It tried 162 records of five fields: 100 ms for some and 3 ms for others.",
        "It gave £20 to the mill, £30 to the ferry, and a total of £90 to the town.",
        "Turnout was 60 per cent: 40 per cent of men and 20 per cent of women.",
    ],
)
def test_parts_left_alone(text: str) -> None:
    assert messages(Parts(), text) == []
