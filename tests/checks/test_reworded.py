"""Sentences and paragraphs that an article gives twice in other words."""

from __future__ import annotations

import pytest

from copylint.analysis.article import Article
from copylint.checks.reworded import Reworded
from copylint.contract.check import Options
from copylint.formats.lookup import example_in

FIRST = "Engineers closed the swing bridge at Quayside when cracks appeared in its main bearing."
AGAIN = "The swing bridge at Quayside was closed by engineers after its main bearing had cracks."
BETWEEN = "Nobody at the town hall could be reached last night."


def found(*paragraphs: str, form: str = "plain") -> list[tuple[str, str]]:
    article = Article(example_in(form, "\n\n".join(paragraphs) + "\n"))
    return [
        (article.document.slice(match.span), match.message)
        for match in Reworded().check(article, Options())
    ]


def test_the_later_of_two_sentences_is_found() -> None:
    ((text, message),) = found(FIRST, BETWEEN, AGAIN)
    assert text == AGAIN
    assert message.startswith("This sentence says the same")


def test_another_figure_is_shown() -> None:
    one = "The landslip at Quayside blocked two lanes of the coast road until Sunday evening."
    ((text, message),) = found(one, BETWEEN, one.replace("two", "three"))
    assert text == one.replace("two", "three")
    assert message.startswith("3 here, 2 in an earlier sentence")


@pytest.mark.parametrize(
    "paragraphs",
    [
        (FIRST, BETWEEN, AGAIN.replace("Quayside", "Northfield")),
        (FIRST, BETWEEN, AGAIN.replace("was closed", "was never closed")),
        (FIRST, BETWEEN, f"“{AGAIN}”"),
        (
            FIRST,
            AGAIN,
            "By engineers the swing bridge at Quayside was closed: main bearing cracks.",
        ),
        (f"- {FIRST}", f"- {AGAIN}"),
        (
            "The north wall of the castle at Quayside was built in 1871 by hand and leaks badly.",
            "The south wall of the castle at Quayside was built in 1871 by hand and leaks badly.",
        ),
        (
            "The harbour master at Quayside counted the boats in the outer basin in 1951 by hand.",
            "By hand, in 1961, the Quayside harbour master counted the boats in the outer basin.",
        ),
    ],
)
def test_sentences_about_different_things_and_patterns_are_left_alone(
    paragraphs: tuple[str, ...],
) -> None:
    assert found(*paragraphs, form="markdown") == []


JOINED = (
    "A lorry hit the railway bridge at Quayside on Friday and stopped all trains for six hours, "
    "because its driver had followed a satnav."
)
DIVIDED = (
    "All trains were stopped for six hours on Friday. The driver of a lorry had followed a satnav "
    "and hit the railway bridge at Quayside."
)


@pytest.mark.parametrize(("first", "second"), [(JOINED, DIVIDED), (DIVIDED, JOINED)])
def test_a_paragraph_whose_sentences_were_joined_or_divided_is_found(
    first: str, second: str
) -> None:
    ((text, message),) = found(first, BETWEEN, second)
    assert text == second
    assert message.startswith("This paragraph says the same")


def test_another_figure_of_a_paragraph_is_shown() -> None:
    ((_, message),) = found(JOINED, BETWEEN, DIVIDED.replace("six", "nine"))
    assert message.startswith("9 here, 6 in an earlier paragraph")


def test_a_paragraph_that_is_told_has_no_findings_for_its_sentences() -> None:
    ((text, _),) = found(f"{FIRST} {JOINED}", BETWEEN, f"{DIVIDED} {AGAIN}")
    assert text == f"{DIVIDED} {AGAIN}"


@pytest.mark.parametrize(
    "second",
    [
        DIVIDED.replace("Quayside", "Northfield"),
        DIVIDED.replace("on Friday", "on Friday in 1951"),
        f"“{DIVIDED}”",
        f"{DIVIDED} “It was a mess, and nobody told us,” she said of it.",
        f"{DIVIDED} It was not the first time that the bridge had been hit and shut.",
        f"- {DIVIDED}",
    ],
)
def test_paragraphs_that_say_something_else_as_well_are_left_alone(second: str) -> None:
    messages = [message for _, message in found(JOINED, BETWEEN, second, form="markdown")]
    assert not any("paragraph" in message for message in messages)
