"""Counts and readability of articles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from copylint.model.document import BlockKind
from copylint.model.errors import InputError
from copylint.run.inspect import read_input
from copylint.run.result import FileResult, Input
from copylint.text.article import Article
from copylint.text.readability import Readability, readability, running_prose


@dataclass(frozen=True, slots=True)
class TextStats:
    """One article, or several as one.

    ``words`` and ``sentences`` count the whole text, headlines and captions included;
    ``paragraphs`` and ``readability`` only its running prose.
    """

    path: str
    words: int
    sentences: int
    paragraphs: int
    readability: Readability


@dataclass(frozen=True, slots=True)
class StatsResult:
    """The articles in order, all of them as one, and the inputs that could not be read."""

    files: tuple[TextStats, ...]
    total: TextStats
    errors: tuple[FileResult, ...]


def statistics(inputs: Sequence[Input]) -> StatsResult:
    """Counts and scores of every input, and of all together.

    Raises ``EngineError`` where readability cannot be worked out offline.
    """
    files: list[TextStats] = []
    errors: list[FileResult] = []
    prose: list[str] = []
    for each in inputs:
        try:
            article = Article(read_input(each))
        except InputError as error:
            errors.append(FileResult(each.path, error=error.message))
            continue
        prose.append(running_prose(article))
        files.append(
            TextStats(
                path=each.path,
                words=len(article.words),
                sentences=sum(1 for _ in article.sentences),
                paragraphs=sum(1 for _ in article.document.blocks_of(BlockKind.PARAGRAPH)),
                readability=readability(prose[-1]),
            )
        )
    total = TextStats(
        path="",
        words=sum(each.words for each in files),
        sentences=sum(each.sentences for each in files),
        paragraphs=sum(each.paragraphs for each in files),
        readability=readability("\n".join(part for part in prose if part)),
    )
    return StatsResult(tuple(files), total, tuple(errors))
