"""Reads training text: a file with one sentence per line, or a folder of articles."""

from __future__ import annotations

import lzma
from collections.abc import Iterator
from pathlib import Path

from copylint.analysis.article import Article
from copylint.deep.network_words import words_of
from copylint.language.tokens import tokenise
from copylint.runner.document_reader import read_input
from copylint.runner.result import Input

_SHORTEST, _LONGEST = 5, 80


def sentences(source: Path, every: int = 1) -> Iterator[list[str]]:
    """The sentences of ``source``, every ``every``-th of them, in words.

    A file (plain or ``.xz``) has one sentence per line, which a name and a tab may precede. In a
    folder, every file that copylint reads is an article.
    """
    for number, words in enumerate(_all(source)):
        if number % every == 0 and _SHORTEST <= len(words) <= _LONGEST:
            yield words


def _all(source: Path) -> Iterator[list[str]]:
    if source.is_dir():
        for path in sorted(source.rglob("*")):
            if path.suffix in (".txt", ".md"):
                article = Article(read_input(Input(str(path))))
                for sentence in article.sentences:
                    yield [word.text for word in words_of(sentence.tokens) if not word.opaque]
        return
    opener = lzma.open if source.suffix == ".xz" else open
    with opener(source, "rt", encoding="utf-8") as lines:
        for line in lines:
            text = line.rpartition("\t")[2].strip()
            yield [word.text for word in words_of(tokenise(text))]
