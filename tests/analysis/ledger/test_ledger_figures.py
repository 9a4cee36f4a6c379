"""The figures of the ledger: values, units, nouns, hedges, and the shapes of sentences."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copylint.analysis.article import Article
from copylint.analysis.ledger.entries import Figure, FigureRole
from copylint.analysis.ledger.figured_sentences import MEASURED, MONEY, NUMBER, PERCENT
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
    read = article("Sales rose by nearly 5 per cent to £4m, or 12 miles.")
    (sentence,) = read.ledger.figured_sentences
    assert sentence.shape == f"sales rose by {PERCENT} to {MONEY}, or {MEASURED}."
    assert [sentence.at(place).value for place in sentence.places] == [5, 4_000_000, 12]
    assert read.document.slice(sentence.span(0, 10)) == "Sales rose"
    assert read.document.slice(sentence.span(11, 18)) == "by nearly 5 per cent to"
    with pytest.raises(KeyError):
        sentence.at(0)


@pytest.mark.parametrize(
    ("text", "margin"),
    [
        ("It took 40 guests.", 0),
        ("It took 6,000 guests.", 5),
        ("It took 6,012 guests.", 0.5),
        ("It took 250,000 guests.", 500),
        ("It cost £1.2m.", 5e4),
        ("It cost £2m.", 5e4),
        ("It cost £4.50.", 0.005),
        ("He ran 4 miles.", 0.5),
        ("He ran 4.5 miles.", 0.05),
        ("It rose 4 per cent.", 0.5),
    ],
)
def test_margin(text: str, margin: float) -> None:
    assert [each.margin for each in figures(text)] == [pytest.approx(margin)]


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
            assert sentence.span(place, place + 1) == figure.span
        whole = sentence.span(0, len(sentence.shape))
        assert (whole.start, whole.end) == (sentence.sentence.start, sentence.sentence.end)
