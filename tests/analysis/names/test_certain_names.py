"""Names that a house could sign: people and bodies whose two ends are certain."""

from __future__ import annotations

import pytest

from copylint.analysis.article import Article
from copylint.analysis.names.certain_names import certain_names
from copylint.runner.document_reader import read_document


def found(text: str) -> list[tuple[str, int]]:
    article = Article(read_document("a.txt", text))
    return [tuple(each) for each in certain_names(article.text, article.names, article.people)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The house met. It heard Fiona Delaney on Monday.", [("Fiona Delaney", 1)]),
        (
            "The house heard Fiona Delaney on Monday. It was late, said Delaney.",
            [("Fiona Delaney", 2)],
        ),
        (
            "The bill was with Secretary of State Fiona Delaney on Monday.",
            [("Fiona Delaney", 1)],
        ),
        (
            "It was then for Treasury Secretary Fiona Delaney to say what the crew had heard.",
            [("Fiona Delaney", 1)],
        ),
        ("They went with the crew to the Harbour Trust on Monday.", [("Harbour Trust", 1)]),
    ],
)
def test_names_with_certain_ends_are_found(text: str, names: list[tuple[str, int]]) -> None:
    assert found(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "They read it in the New York Times on Monday.",
        "It was for the Department of Government Efficiency to say.",
        "He asked the House Speaker on Monday.",
        "They met the Bank of Eastmouth on Monday.",
        "They met with the crew of the Harbour Trust for Boats on Monday.",
        "Harbour Trust met with the crew of the boat on Monday.",
        "They went with the crew to join Human Services Agency on Monday.",
        "FIONA DELANEY LEAVES",
        "We went to the Fiona Delaney House on Monday.",
        "We love Python there, and Close Pull Requests here.",
    ],
)
def test_names_with_an_open_end_are_left_out(text: str) -> None:
    assert found(text) == []
