"""Who an article names."""

from __future__ import annotations

from copylint.analysis.article import Article
from copylint.analysis.names.named_entities import cast
from copylint.runner.document_reader import read_document


def names(text: str) -> list[tuple[str, int]]:
    return [tuple(each) for each in cast(Article(read_document("a.txt", text)).names)]


def test_a_surname_is_a_mention_of_its_bearer() -> None:
    text = (
        "Quist opens bridge\n\nOrla Quist opened the bridge in Eastmouth. Later Quist thanked "
        "Dr Bo Anders-Tarn, and Anders-Tarn thanked the people of Eastmouth.\n"
    )
    assert names(text) == [("Orla Quist", 3), ("Eastmouth", 2), ("Bo Anders-Tarn", 2)]


def test_siblings_share_a_surname() -> None:
    text = (
        "We met Orla Quist and Bo Quist at the bridge over the river on the day of the fair. "
        "It was Quist who spoke for an hour to the crowd, and Orla Quist who sang a song.\n"
    )
    assert names(text) == [("Orla Quist", 2), ("Bo Quist", 2)]


def test_sentence_openers_are_not_names() -> None:
    assert names("The bridge is open. People crossed it. Many sang.\n") == []
