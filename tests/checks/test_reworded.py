"""Sentences that an article gives twice in other words."""

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
