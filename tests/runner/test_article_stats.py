"""Counts over articles."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from copylint.runner.article_stats import statistics
from copylint.runner.result import Input

TEXT = "The dog sat on the mat all day. The cat ran off to the park.\n\nThe bird sang in a tree.\n"


def test_counts_and_total(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT)
    result = statistics([Input(str(path)), Input("<stdin>", TEXT.encode()), Input("gone.txt")])
    first, second = result.files
    assert (first.words, first.sentences, first.paragraphs) == (21, 3, 2)
    scores, together = first.readability, result.total.readability
    assert scores == second.readability == replace(together, seconds=scores.seconds)
    assert (result.total.words, result.total.sentences, result.total.paragraphs) == (42, 6, 4)
    assert result.total.readability.seconds == 2 * first.readability.seconds
    assert [error.path for error in result.errors] == ["gone.txt"]


def test_empty_article_has_statistics() -> None:
    result = statistics([Input("empty.txt", b"")])
    assert result.total.words == 0
    assert result.files[0].readability.grade == 0
