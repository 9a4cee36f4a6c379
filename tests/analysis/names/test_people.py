"""The people whom an article names in full, and further mentions of them."""

from __future__ import annotations

import pytest

from copylint.analysis.article import Article
from copylint.formats.plain import PlainText


def people(text: str) -> dict[str, list[str]]:
    article = Article(PlainText().read("a.txt", text))
    return {
        person.name: [text[each.lead : each.end] for each in person.references]
        for person in article.people.persons
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "We met Ada Quist. Mr. Quist ran, and Quist's dog barked at Dr Quist.",
            {"Ada Quist": ["Ada Quist", "Mr. Quist", "Quist", "Dr Quist"]},
        ),
        # Two bearers: nobody is named by the surname.
        ("We met Ada Quist and Edwin Quist. Mr Quist ran.", {}),
        # A double-barrelled surname is one.
        (
            "We met Ada Quist-Moon. Ms Quist-Moon ran.",
            {"Ada Quist-Moon": ["Ada Quist-Moon", "Ms Quist-Moon"]},
        ),
        ("We met in Victoria Park and slept in Ada Street.", {}),
        ("Among Quist and others. QUIST RAN.", {}),
    ],
)
def test_references_are_grouped_by_person(text: str, expected: dict[str, list[str]]) -> None:
    assert people(text) == expected


def test_surname_inside_another_name_is_noted() -> None:
    article = Article(PlainText().read("a.txt", "We met Ada Quist. The Quist Foundation paid."))
    [person] = article.people.persons
    assert person.elsewhere
