"""The figures of the ledger: values, units, nouns, hedges, and the shapes of sentences."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copylint.analysis.article import Article
from copylint.analysis.ledger.entries import Figure, FigureRole
from copylint.analysis.ledger.figures import MEASURED, MONEY, NUMBER, PERCENT, margin_of
from copylint.formats.plain import PlainText


def article(text: str) -> Article:
    return Article(PlainText().read("a", text))


def figures(text: str) -> list[Figure]:
    return list(article(text).ledger.figures)


@pytest.mark.parametrize(
    ("text", "value", "unit", "noun"),
    [
        ("The mill lost 6,000 jobs.", 6000, "", "job"),
        ("The mill lost £1.2m.", 1_200_000, "£", ""),
        ("It cost US$5bn.", 5e9, "US$", ""),
        ("Turnout fell to 41.5 per cent.", 41.5, "%", ""),
        ("Three local people came.", 3, "", "person"),
        ("He ran 42km.", 42, "kilometre", ""),
        ("The farm has 12 hectares.", 12, "hectare", ""),
        ("It fell to 30C at noon.", 30, "degree Celsius", ""),
        ("It fell to 12 degrees Fahrenheit.", 12, "degree Fahrenheit", ""),
        ("They drove at 30 miles an hour.", 30, "mile an hour", ""),
        ("He weighs 11st.", 11, "stone", ""),
    ],
)
def test_value_unit_and_noun(text: str, value: float, unit: str, noun: str) -> None:
    (figure,) = figures(text)
    assert (figure.value, figure.unit, figure.noun) == (value, unit, noun)


@pytest.mark.parametrize(
    "text",
    [
        "It closed in 2004.",
        "It closes on 5 May and on June 6.",
        "The bus leaves at 9.30am.",
        "He lives at No 10.",
        "He won 3-1 on the 21st.",
        "Two dozen came, and two hundred and fifty left.",
        "Two-thirds of them slept two and a half hours.",
    ],
)
def test_what_is_not_a_figure(text: str) -> None:
    assert figures(text) == []


@pytest.mark.parametrize(
    ("text", "hedged"),
    [
        ("It took 30 guests.", False),
        ("It took about 30 guests.", True),
        ("It took more than 30 guests.", True),
        ("It took up to 30 guests.", True),
        ("It took 30 or so guests.", True),
        ("It took just under 30 guests.", True),
    ],
)
def test_hedged(text: str, hedged: bool) -> None:
    assert [figure.hedged for figure in figures(text)] == [hedged]


def test_quoted_words_are_marked() -> None:
    assert [each.quoted for each in figures("He sold 30 boats, but said: “We sold 40 boats.”")] == [
        False,
        True,
    ]


def test_roles() -> None:
    text = "Sales fell from about £5m to £4m. Of 30 guests, 12 of them ate. It pays £9 a head."
    assert [each.role for each in figures(text)] == [
        FigureRole.FROM,
        FigureRole.TO,
        FigureRole.PLAIN,
        FigureRole.PART,
        FigureRole.RATE,
    ]


def test_shape_has_a_mark_for_each_figure_and_no_hedges() -> None:
    (sentence,) = article(
        "Sales rose by nearly 5 per cent to £4m,  or 12 miles."
    ).ledger.figured_sentences
    assert sentence.shape == f"sales rose by {PERCENT} to {MONEY}, or {MEASURED}."
    assert [sentence.at(place).value for place in sentence.places] == [5, 4_000_000, 12]
    with pytest.raises(KeyError):
        sentence.at(0)


@pytest.mark.parametrize(
    ("value", "step", "is_count", "margin"),
    [
        (40, 10, True, 0),
        (6000, 1000, True, 50),
        (6012, 1, True, 0.5),
        (1.2e6, 1e5, True, 5e4),
        (2e6, 1e6, True, 5e4),
        (4, 1, False, 0.5),
        (4.5, 0.1, False, 0.05),
    ],
)
def test_margin(value: float, step: float, is_count: bool, margin: float) -> None:
    assert margin_of(value, step, is_count=is_count) == pytest.approx(margin)


def test_forgotten_ledger_is_read_again() -> None:
    read = article("The mill lost 6,000 jobs.")
    first = read.ledger
    read.forget()
    assert read.ledger is not first
    assert [each.value for each in read.ledger.figures] == [6000]


def test_persons_are_those_of_the_article() -> None:
    read = article("Ada Quist, 45, sold 12 boats. Quist is well.")
    assert [person.name for person in read.ledger.persons] == ["Ada Quist"]
    assert list(read.ledger.persons) == read.people.persons


PIECES = (
    "5",
    " two ",
    "hundred",
    " and ",
    "£",
    "%",
    " per cent",
    "km",
    "C",
    "-",
    ".",
    "\n\n",
    "İ",
    "“",
)


@given(st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=4)), max_size=30).map("".join))
def test_any_text_can_be_read(text: str) -> None:
    read = article(text)
    for sentence in read.ledger.figured_sentences:
        for figure, place in zip(sentence.figures, sentence.places, strict=True):
            assert sentence.at(place) is figure
            assert sentence.shape[place] in (NUMBER, PERCENT, MONEY, MEASURED)
            assert figure.sentence.contains(figure.span)
