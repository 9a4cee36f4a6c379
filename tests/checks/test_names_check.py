from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copylint import lint_text
from copylint.analysis.article import Article
from copylint.checks.names import Names
from copylint.contract.check import Options
from copylint.core.finding import Match
from copylint.formats.plain import PlainText
from copylint.language.vocabulary import HouseName, Vocabulary


def run(text: str, vocabulary: Vocabulary | None = None) -> list[tuple[str, str, str]]:
    article = Article(PlainText().read("a.txt", text), vocabulary)
    found: list[Match] = list(Names().check(article, Options()))
    return [
        (match.rule, article.text[match.span.start : match.span.end], match.replacements[0])
        for match in sorted(found, key=lambda match: match.span)
    ]


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        # One bearer, by the given name beside both surnames, each of them a name.
        (
            "Gwen Peterson opened it. Later Gwen Petersen spoke. Ms Peterson left.",
            "Petersen",
            "Peterson",
        ),
        # A given name mistyped before the same surname.
        (
            "We met Tadeusz Kowalczyk there. Outside, Taduesz Kowalczyk sang.",
            "Taduesz",
            "Tadeusz",
        ),
        # A surname that is itself a name, but that nobody in the article bears.
        (
            "Judy Craddock came. Judy Craddock won the prize. The jury praised Ms Cradock.",
            "Cradock",
            "Craddock",
        ),
        # In capitals, and corrected in capitals.
        (
            "MUSEUM OPENS WHILE HAVRESTOCK SINGS\n\nIt was Gwen Haverstock who sang. "
            "The town thanked Ms Haverstock.",
            "HAVRESTOCK",
            "HAVERSTOCK",
        ),
        ("He sailed to Portugal. In Portugla he sold the boat.", "Portugla", "Portugal"),
        ("It was Sean O'Dwyer. The town thanked Mr O'Dywer.", "O'Dywer", "O'Dwyer"),
    ],
)
def test_rarer_spelling_of_a_name_is_reported(text: str, wrong: str, right: str) -> None:
    assert run(text) == [("names.variant", wrong, right)]


def test_every_place_of_the_rarer_spelling_is_found() -> None:
    text = "We met Gwen Haverstock. " * 5 + "Then Havrestock sang. Then Havrestock left."
    assert [found for _, found, _ in run(text)] == ["Havrestock", "Havrestock"]


def test_usual_spelling_is_a_related_place() -> None:
    text = "We met Gwen Haverstock. Then Havrestock sang."
    article = Article(PlainText().read("a.txt", text))
    [match] = Names().check(article, Options())
    assert [article.document.slice(each.span) for each in match.related] == ["Haverstock"]


@pytest.mark.parametrize(
    "text",
    [
        "Tom Johnson met Bill Johnston. Johnson sang and Johnston left.",
        "Kirsten Hale and Kirstin Moore sang. Kirsten won.",
        "Paul Craddock and Paula Craddock sang. Paul left. Paul slept.",
        "He flew from Gambia to Zambia, and from Niger to Nigeria.",
        "A Kenyan left Kenya. The Kenyans in Kenya sang. Russians left Russia for Russian soil.",
        "Ivan Petrov and Anna Petrova sang. Petrov left, and Petrova slept.",
        "We met the Haverstocks. Gwen Haverstock sang.",
        "He works on GitHub with JGit and EGit. Git came first. Then Git grew.",
        "The Red Cross and the Red Gross are not people.",
        "Tom Craddock sang. Thomas Craddock is Tommy to his friends.",
    ],
)
def test_different_bearers_are_left_alone(text: str) -> None:
    assert run(text) == []


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("They met Gwen Haverstock Havrestock there.", "Haverstock Havrestock", "Haverstock"),
        (
            "They met Gwen Havrestock Haverstock there. Haverstock sang.",
            "Havrestock Haverstock",
            "Haverstock",
        ),
        ("They met Mr Craddock Cradock there.", "Craddock Cradock", "Craddock"),
    ],
)
def test_doubled_surname_is_reported(text: str, wrong: str, right: str) -> None:
    assert run(text) == [("names.doubled", wrong, right)]


@pytest.mark.parametrize(
    "text",
    [
        "They met Philip Phillips there.",
        "They met Roberto Roberti there.",
        "They met Little Book Cook there.",
        "They met Duran Duran and Boutros Boutros-Ghali there.",
    ],
)
def test_legitimate_double_names_are_silent(text: str) -> None:
    assert [rule for rule, *_ in run(text)] == []


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("They met Alexnader Hale there.", "Alexnader", "Alexander"),
        ("They met Gwen Hale and Catherien Moore.", "Catherien", "Catherine"),
        ("They asked Anegla Merkel about it.", "Anegla", "Angela"),
        ("They asked Angela Merkle about it.", "Merkle", "Merkel"),
        ("They met Gwen Havennnstock there.", "Havennnstock", "Havennstock"),
    ],
)
def test_misspelled_names_are_reported(text: str, wrong: str, right: str) -> None:
    assert run(text) == [("names.misspelled", wrong, right)]


@pytest.mark.parametrize(
    "text",
    [
        "They met Hanna Hale, Vadym Hale, Jonathon Hale, Bryan Hale and Mathew Hale.",
        # Twice in the same way is how the bearer spells it.
        "They met Alexnader Hale there. Later Alexnader Hale left.",
        # Not in the place of a given name.
        "They sold Alexnader Corp shares.",
        "Steven Jobs and Steve Jobs are one man.",
    ],
)
def test_names_that_are_not_misspelled(text: str) -> None:
    assert run(text) == []


def test_a_public_surname_found_wrong_is_wrong_alone_too() -> None:
    text = "They asked Angela Merkle about it. Then Merkle left."
    assert run(text) == [("names.misspelled", "Merkle", "Merkel")] * 2


def test_house_spelling_decides() -> None:
    house = Vocabulary(names=(HouseName("Gwen Kastmeier", ("Gwenn Kastmeier",)),))
    text = "We met Gwen Kastmeier, Gwenn Kastmeier and Gwen Kastmeyer."
    assert run(text, house) == [
        ("names.house", "Gwenn Kastmeier", "Gwen Kastmeier"),
        ("names.house", "Kastmeyer", "Kastmeier"),
    ]


def test_an_accepted_name_is_never_wrong() -> None:
    text = "They met Alexnader Hale there."
    assert run(text, Vocabulary(accept=frozenset({"Alexnader"}))) == []


def test_rejected_spelling_inside_a_house_name_is_accepted() -> None:
    house = Vocabulary(names=(HouseName("Kyiv", ("Kiev",)), HouseName("Chicken Kiev")))
    assert run("He ate Chicken Kiev in Kiev.", house) == [("names.house", "Kiev", "Kyiv")]


def test_transliterations_are_one_question() -> None:
    text = "He left Kharkiv. Then Kharkiv fell. Then Kharkov froze. Later Kharkov burned. Kharkiv."
    assert run(text) == [("names.transliteration", "Kharkov", "Kharkiv")]


@given(
    st.lists(
        st.sampled_from(
            ["Gwen", "Gwenn", "Haverstock", "Havrestock", "Mr", "and", ".", "Paris", "\ud800", "É"]
        ),
        max_size=30,
    )
)
def test_each_place_has_at_most_one_finding(words: list[str]) -> None:
    article = Article(PlainText().read("a.txt", " ".join(words)))
    spans = sorted(match.span for match in Names().check(article, Options()))
    assert all(one.end <= other.start for one, other in pairwise(spans))
    assert all(span.end <= len(article.text) for span in spans)


@pytest.mark.parametrize(
    "name",
    [
        *("Mark Robinson", "Gary Robinson", "Mari Robinson", "Bill Cassidy", "Jill Cassidy"),
        *("Harry Ellison", "Barry Kane", "Garry Craig", "Dwayne Rooney", "Nick Jagger"),
        *("Kate Britt", "Jose Hawley", "Rich Perry", "Dick Perry", "Rory Blunt", "Dawn Sullivan"),
        *("Andre Wheeler", "Erik Adams", "Carla Levin", "Cary Booker", "Joan Lennon"),
        *("Jess Murray", "Candy Murray", "Toni Abbott", "Gregg Abbott", "Mary Kirk"),
        *("Dean Coats", "Johan Roberts", "Roberta Rubin", "Mick Clegg", "Raul Brown"),
        *("Stephan Hawking", "Tate Middleton", "Dennis Thatcher", "Joan Tester", "Merry Moran"),
        *("Iain Paisley", "Austin Timberlake", "Angelo Rayner", "Brent Kavanaugh", "Marin Cuomo"),
        *("Marc Warner", "Jon Kerry", "Teddy Cruz", "Rand Johnson", "Allan Johnson"),
    ],
)
def test_a_listed_given_name_with_a_common_surname_is_its_bearers_own(name: str) -> None:
    assert run(f"The council heard {name} on Tuesday and put the vote off until spring.") == []


@pytest.mark.parametrize(
    ("name", "right"),
    [
        ("Kimi Badenoch", "Kemi"),
        ("Pietro Poroshenko", "Petro"),
        ("Martin Navratilova", "Martina"),
        ("Anton Blinken", "Antony"),
        ("Donlad Trump", "Donald"),
        ("Valdimir Putin", "Vladimir"),
    ],
)
def test_a_rare_surname_still_gives_its_bearers_given_name(name: str, right: str) -> None:
    (found,) = run(f"The council heard {name} on Tuesday and put the vote off until spring.")
    assert found[2].startswith(right)


def test_a_letter_typed_far_from_its_key_is_found_in_a_longer_name() -> None:
    text = "Gwen Haverstock opened the museum. Ms Haverstock spoke. Ms Havemstock left."
    assert [each.text for each in lint_text(text)] == ["Havemstock"]
