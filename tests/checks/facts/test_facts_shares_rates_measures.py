"""Percentages of a whole, rates with their totals, and conversions."""

from __future__ import annotations

import pytest

from copylint.analysis.article import Article
from copylint.checks.facts.conversions import Conversions
from copylint.checks.facts.percentages import Percentages
from copylint.checks.facts.rates import Rates
from copylint.contract.check import Check, Options
from copylint.formats.plain import PlainText


def messages(check: Check, text: str) -> list[str]:
    article = Article(PlainText().read("a", text))
    return [match.message for match in check.check(article, Options())]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("Thirty of the 120 pupils, or 35 per cent, walk.",
         "30 of 120 is 25 per cent, not 35 per cent."),
        ("Of the 120 pupils 30 (35%) walk.", "30 of 120 is 25 per cent, not 35%."),
        ("It has 120 pupils, of whom 30 – 35 per cent – walk.",
         "30 of 120 is 25 per cent, not 35 per cent."),
        ("Some 35%, or 30 of 120, walk.", "30 of 120 is 25 per cent, not 35%."),
        ("Only 40 of the 80 boats, a third of the fleet, sank.",
         "40 of 80 is 50 per cent, not 'third'."),
        ("It spent £3m of the £12m, or 35 per cent.",
         "£3m of £12m is 25 per cent, not 35 per cent."),
        ("Fifteen of the 20 pupils passed, a rate of 85 per cent.",
         "15 of 20 is 75 per cent, not 85 per cent."),
        ("Some 40 per cent of voters backed her, 35 per cent him and 32 per cent the third.",
         "40 + 35 + 32 is 107 per cent, more than 100."),
        ("The poll says 120 per cent of voters are against it.",
         "There cannot be 120 per cent of them: all is 100."),
    ],
)  # fmt: skip
def test_percentages_that_are_wrong(text: str, message: str) -> None:
    assert messages(Percentages(), text) == [message]


@pytest.mark.parametrize(
    "text",
    [
        "About 30 of the 120 pupils (27%) walk.",
        "Thirty of the 120 pupils walk, 35 per cent more than last year.",
        "“Thirty of the 120 pupils, or 35 per cent, walk,” she said.",
        "Sales were 120 per cent of the target.",
        "More than half of the 84 members – 60 – voted no.",
        "Less than half of the 84 members – 20 – voted no.",
        "Only 40 of the 121 boats, a third of the fleet, sank.",
    ],
)
def test_percentages_left_alone(text: str) -> None:
    assert messages(Percentages(), text) == []


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("It costs £12m over four years, or £4m a year.",
         "£12m divided by 4 is £3 million, not £4m."),
        ("It pays £3m a year for four years, a total of £15m.",
         "£3m times 4 is £12 million, not £15m."),
        ("He earns £500 a week, or £36,000 a year.", "£500 a week is £26,000 a year, not £36,000."),
        ("Dinner was £6,000 for 30 guests, or £250 a head.",
         "£6,000 divided by 30 is £200, not £250."),
        ("It sold 40 boats at £200 each, making £9,000.", "£200 times 40 is £8,000, not £9,000."),
        ("The four-year deal is worth £12m, or £4m a year.",
         "£12m divided by 4 is £3 million, not £4m."),
        ("Tickets are £20 each and 400 were sold, raising £9,000.",
         "£20 times 400 is £8,000, not £9,000."),
        ("It raised £9,000 by selling 400 cakes at £20 each.",
         "£9,000 divided by 400 is £22.5, not £20."),
        ("It gives £50 each, costing it £6,000 for its 100 staff.",
         "£50 times 100 is £5,000, not £6,000."),
        ("It pays 12 directors a total of £3m, an average of £300,000 each.",
         "£3m divided by 12 is £250,000, not £300,000."),
        ("They drove 120 miles in three hours, an average of 50mph.",
         "120 miles in 3 hours is 40 miles an hour, not 50mph."),
    ],
)  # fmt: skip
def test_rates_that_are_wrong(text: str, message: str) -> None:
    assert messages(Rates(), text) == [message]


@pytest.mark.parametrize(
    "text",
    [
        "It costs £12m over four years, or £3m a year.",
        "It costs £12m over four years, and the mill makes £4m a year.",
        "Dinner was £6,100 for 30 guests, or £200 a head.",
        "It pays £1,000 a month over two years, or £12,000 a year.",
        "He works seven hours a day, or 35 hours a week.",
        "“It costs £12m over four years, or £4m a year,” she said.",
    ],
)
def test_rates_left_alone(text: str) -> None:
    assert messages(Rates(), text) == []


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("It is 26 miles (32km) long.", "26 miles is 42 kilometres, not 32km."),
        ("It was 30C (96F) at noon.", "30C is 86 degrees Fahrenheit, not 96F."),
        ("It fell to 5C (23F).", "5C is 41 degrees Fahrenheit, not 23F."),
        ("He is 6ft 2in (1.78m) tall.", "6ft 2in is 1.9 metres, not 1.78m."),
        ("He weighs 11st 4lb (82kg).", "11st 4lb is 72 kilograms, not 82kg."),
        ("It has 100 acres, or 60 hectares.", "100 acres is 40 hectares, not 60 hectares."),
        ("The prize is £1m ($1.3m), the second £500,000 ($950,000).",
         "£500,000 is $950,000 here, but £1m is $1.3m: the rates differ."),
    ],
)  # fmt: skip
def test_conversions_that_are_wrong(text: str, message: str) -> None:
    assert messages(Conversions(), text) == [message]


def test_a_conversion_is_offered_as_it_is_written() -> None:
    article = Article(PlainText().read("a", "It is 26 miles (32km) long."))
    (match,) = Conversions().check(article, Options())
    assert match.replacements == ("42km",)


@pytest.mark.parametrize(
    "text",
    [
        "It is 26 miles (42km) long, and the walk 5 miles (8km).",
        "It is 26 miles (32km of it by the sea).",
        "He is 6ft (1.83m) tall.",
        "He weighs 11st (70kg).",
        "It burned 12 acres (five hectares).",
        "The first stage is 26 miles and the second 32km.",
        "“It is 26 miles (32km),” she said.",
        "It holds 10 gallons (38 litres) or 10 pints (5.7 litres).",
    ],
)
def test_conversions_left_alone(text: str) -> None:
    assert messages(Conversions(), text) == []
