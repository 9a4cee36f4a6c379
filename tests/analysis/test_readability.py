"""Readability: textstat's formulae, without textstat's network."""

from __future__ import annotations

import socket

import pytest

from copylint.analysis.article import Article
from copylint.analysis.readability import ReadabilityScores, prose_of, readability, running_prose
from copylint.formats.plain import PlainText


def article(text: str) -> Article:
    return Article(PlainText().read("a.txt", text))


@pytest.fixture
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    import nltk

    def refuse(*arguments: object, **options: object) -> None:
        raise AssertionError("something asked for the network")

    monkeypatch.setattr(nltk, "download", refuse)
    monkeypatch.setattr(nltk.data, "find", refuse)
    monkeypatch.setattr(socket, "socket", refuse)


@pytest.mark.usefixtures("no_network")
def test_scores_match_hand_calculation() -> None:
    """Two sentences, ten words, fourteen syllables, one long word."""
    scores = readability(prose_of(["The old dog sat there.", "It saw a terrible animal."]))
    words, syllables = 10 / 2, 14 / 10
    assert scores.grade == pytest.approx(0.39 * words + 11.8 * syllables - 15.59)
    assert scores.reading_ease == pytest.approx(206.835 - 1.015 * words - 84.6 * syllables)
    assert scores.fog >= 0.4 * words
    assert scores.seconds == pytest.approx(39 * 60 / (238 * 5))


def test_text_without_prose_has_no_scores() -> None:
    assert readability("") == ReadabilityScores()


def test_a_full_stop_inside_a_sentence_does_not_end_it() -> None:
    prose = running_prose(
        article("A headline of the day\n\nMr. Smith paid 3.5 per cent to e.g. the U.S. bank.\n")
    )
    assert prose.count(".") == 1
    assert prose.endswith("bank.")


def test_only_running_prose_counts() -> None:
    """Headlines and captions are not sentences."""
    text = (
        "Harbour reopens after the storm\n\n"
        "The harbour reopened on Monday after a week of storms that kept every boat in port.\n\n"
        "A trawler leaves the harbour (Photo: Ada Quill)\n"
    )
    prose = running_prose(article(text))
    assert "reopened" in prose
    assert "trawler" not in prose
