"""Tokens, sentences and mentions kept from an earlier version are those of the text itself."""

from __future__ import annotations

import random

from copylint.analysis.article import Article
from copylint.analysis.block_tokens import KnownBlocks
from copylint.runner.document_reader import read_document

PIECES = (
    "Mayor Ada Quist-Lowe met Dr. J. Tolvane. “He'd agreed,” she said. It isn't over!",
    "PC Bram Tolvan told the BBC; see www.example.org/a or write to a.quist@example.org.",
    "The `code` span, Ada's *book*, and 3.5 million people in the U.S. They left.",
    "# Harbour Board Backs Ada Quist",
    "By Orla Tolvane",
    "\n\n",
    "\n",
    " ",
    "x",
    "@",
    "Ada ",
)


def facts(article: Article) -> list[object]:
    sentences = [
        (each.start, each.end, each.tokens, each.texts, each.plain) for each in article.sentences
    ]
    columns = [(each.tokens, each.texts, each.lower, each.plain) for each in article.passages]
    return [columns, sentences, article.names.mentions, article.tokens]


def test_edited_texts_are_read_as_if_they_were_new() -> None:
    random_ = random.Random(7)
    for path in ("a.txt", "b.md"):
        known, text = KnownBlocks(), "\n\n".join(PIECES[:5])
        for _ in range(80):
            at = random_.randrange(len(text) + 1)
            cut = random_.choice((0, 0, 1, 9))
            text = text[:at] + random_.choice(PIECES) + text[at + cut :]
            document = read_document(path, text)
            assert facts(Article(document, known=known)) == facts(Article(document)), text


def test_a_block_that_occurs_twice_has_its_own_places() -> None:
    block = "Ada Quist left. Bram Tolvane stayed."
    article = Article(read_document("a.txt", f"{block}\n\n{block}\n"), known=KnownBlocks())
    first, second = article.passages
    assert [each.start for each in second.tokens] == [each.start + 38 for each in first.tokens]
    assert [each.parts[0].start for each in article.names.mentions] == [0, 16, 38, 54]
