"""Sentences in words: the golden ones, and the law of places for any text."""

from __future__ import annotations

from typing import Any

from deep_golden import golden
from hypothesis import given
from hypothesis import strategies as st

from copylint.analysis.article import Article
from copylint.deep.network_words import OPAQUE, words_of
from copylint.language.tokens import tokenise
from copylint.runner.document_reader import read_document

PIECES = st.sampled_from(
    ["don’t", "U.S.", "players'", " ", "—", "well-known", "3,000", "😀", "e\u0301", "“", "”", "'",
     "http://a.example/b", "@quist", "x_y", "\u00a0", "£", "café", "…", "1990s", "\n"]
)  # fmt: skip


@golden("case")
def test_words_are_those_that_the_network_learned_from(case: dict[str, Any]) -> None:
    text = case["text"]
    found = words_of(tokenise(text))
    assert [[word.text, word.start, word.end] for word in found] == case["tokens"]


def test_code_is_one_opaque_word() -> None:
    text = "See https://quist.example/a for the 3 files in /srv/notes today."
    found = words_of(tokenise(text))
    opaque = [word for word in found if word.opaque]
    assert [text[word.start : word.end] for word in opaque] == [
        "https://quist.example/a",
        "/srv/notes",
    ]
    assert {word.text for word in opaque} == {OPAQUE}


@given(st.lists(PIECES | st.text(max_size=6), max_size=25).map("".join))
def test_word_offsets_match_the_text(text: str) -> None:
    plain = str.maketrans("’‘ʼ“”", "'''\"\"")
    for name in ("a.txt", "a.md"):
        article = Article(read_document(name, text))
        for sentence in article.sentences:
            at = sentence.start
            # A token that would be cut stays whole.
            end = max([sentence.end, *(token.end for token in sentence.tokens)])
            for word in words_of(sentence.tokens):
                assert at <= word.start < word.end <= end
                at = word.end
                if not word.opaque:
                    assert article.text[word.start : word.end].translate(plain) == word.text
