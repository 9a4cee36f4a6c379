"""A comment that is written to accept a finding accepts it, and changes no prose."""

from __future__ import annotations

import pytest

from copylint import lint_text
from copylint.config.schema import Config
from copylint.fix.apply import Patch
from copylint.runner.document_reader import read_document
from copylint.runner.suppression_edits import suppressing_edits

DOUBLED = "duplicates.word"
CASES = {
    "plain.txt": "The ferry left.\n\nIt was the the last one.\n",
    "first.md": "# News\n\nIt was the the last one.\nThe crew waved.\n",
    "later.md": "# News\n\nThe crew waved.\nIt was the the last one\nof the day.\n",
    "item.md": "- The ferry left.\n- It was the the last one.\n",
    "quote.md": "> The crew said so.\n> It was the the last one.\n",
    "windows.md": "The crew waved.\r\nIt was the the last one\r\nof the day.\r\n",
    "page.html": "<html><body>\n<p>The crew waved.\nIt was the the last one.</p>\n</body></html>\n",
    "paper.tex": "\\begin{document}\nThe crew waved.\nIt was the the last one.\n\\end{document}\n",
    "first.rst": "News\n====\n\nIt was the the last one.\n",
    "later.rst": "News\n====\n\nThe crew waved.\nIt was the the last one\nof the day.\n",
    "page.adoc": "= News\n\nThe crew waved.\nIt was the the last one.\n",
    "film.vtt": "WEBVTT\n\n00:01.000 --> 00:04.000\nIt was the the last one.\n",
}


def findings(path: str, text: str) -> list[str]:
    return [each.rule for each in lint_text(text, path=path)]


@pytest.mark.parametrize("path", CASES)
def test_the_finding_is_accepted_and_the_prose_is_the_same(path: str) -> None:
    text = CASES[path]
    (found,) = (each for each in lint_text(text, path=path) if each.rule == DOUBLED)
    edits = suppressing_edits(text, found, Config())
    assert edits
    after = Patch(edits).apply(text)
    assert findings(path, after) == [each for each in findings(path, text) if each != DOUBLED]
    assert read_document(path, after).text == read_document(path, text).text
    assert after.count("\r\n") in (0, after.count("\n"))


def test_the_comment_goes_above_a_line_that_begins_a_paragraph() -> None:
    text = CASES["first.md"]
    (found,) = lint_text(text, path="first.md")
    comment = "<!-- copylint-disable-next-line duplicates.word -->\n"
    assert Patch(suppressing_edits(text, found, Config())).apply(text) == text.replace(
        "It was", f"{comment}It was"
    )


def test_the_comment_goes_to_the_end_of_a_line_within_a_paragraph() -> None:
    text = CASES["later.md"]
    found = next(each for each in lint_text(text, path="later.md") if each.rule == DOUBLED)
    assert "the the last one <!-- copylint-disable-line duplicates.word -->\nof the" in Patch(
        suppressing_edits(text, found, Config())
    ).apply(text)


def test_a_comment_that_would_end_a_table_is_not_written() -> None:
    text = "| who | what |\n| --- | --- |\n| crew | They recieve it. |\n| all | so |\n"
    (found,) = lint_text(text, path="table.md")
    assert suppressing_edits(text, found, Config()) == ()


def test_a_format_without_comments_has_none_to_write() -> None:
    text = "1\n00:00:01,000 --> 00:00:04,000\nIt was the the last one.\n"
    (found,) = lint_text(text, path="film.srt")
    assert suppressing_edits(text, found, Config()) == ()
