"""Text that no program may edit unasked."""

from __future__ import annotations

import pytest

from copylint.analysis.article import Article
from copylint.analysis.protected_text import is_reserved
from copylint.runner.document_reader import read_document


def reserved(text: str, words: str) -> bool:
    article = Article(read_document("a.md", text))
    start = article.text.index(words)
    return is_reserved(article, start, start + len(words))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("They said it was late.", "was late"),
        ("Run `copylint check` before noon, then leave.", "then"),
        ("They left. “We are late,” she said.", "left"),
        ("The ferry left Rosport at noon.", "left"),
        ("He met Orla Quist's crew there.", "crew"),
        ("The mayor left.", "The"),
    ],
)
def test_the_writers_own_prose_may_be_edited(text: str, words: str) -> None:
    assert not reserved(text, words)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("They left. “We are late,” she said.", "are late"),
        ("> It was late when they left.", "late"),
        ("The ferry left Rosport at noon.", "Rosport"),
        ("He met Orla  Quist at noon.", "  "),
    ],
)
def test_quotations_and_names_may_not(text: str, words: str) -> None:
    assert reserved(text, words)


def test_code_may_not_and_ends_where_it_ends() -> None:
    article = Article(read_document("a.md", "Set `limit` to ten."))
    (code,) = article.document.blocks[0].opaque
    assert is_reserved(article, code.start, code.end)
    assert not is_reserved(article, code.end + 1, code.end + 3)
