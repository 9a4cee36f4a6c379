"""Counts and readability of articles."""

from __future__ import annotations

from collections.abc import Sequence
from heapq import nlargest

from copylint.analysis.annotated_text import Sentence
from copylint.analysis.article import Article
from copylint.analysis.names.named_entities import NamedEntity, cast
from copylint.analysis.readability import ReadabilityScores, readability, running_prose
from copylint.config.schema import Config
from copylint.core.blocks import BlockKind
from copylint.core.errors import InputError
from copylint.core.line_index import Position
from copylint.core.record import record
from copylint.core.span import TextSpan
from copylint.language.tokens import TokenKind
from copylint.runner.document_reader import Formats
from copylint.runner.result import FileResult, Input
from copylint.runner.time_limit import OutOfTime, time_limit, too_slow

# How many of the longest sentences are worth a look.
_LONGEST = 3


@record
class LongSentence:
    """A sentence, its place in the source and the number of its words."""

    place: Position
    words: int
    text: str


@record
class TextStats:
    """One article, or several as one.

    ``words`` and ``sentences`` count the whole text, headlines and captions included;
    ``paragraphs`` and ``readability`` only its running prose. ``quoted`` is the number of
    words inside quotation marks. ``longest`` and ``names`` are of one article; of several
    together they are empty.
    """

    path: str
    words: int
    sentences: int
    paragraphs: int
    quoted: int
    readability: ReadabilityScores
    longest: tuple[LongSentence, ...] = ()
    names: tuple[NamedEntity, ...] = ()


@record
class StatsResult:
    """The articles in order, all of them as one, and the inputs that could not be read."""

    files: tuple[TextStats, ...]
    total: TextStats
    errors: tuple[FileResult, ...]


def statistics(inputs: Sequence[Input], config: Config | None = None) -> StatsResult:
    """Counts and scores of every input, and of all together.

    Raises ``EngineError`` if readability cannot be worked out offline.
    """
    files: list[TextStats] = []
    errors: list[FileResult] = []
    prose: list[str] = []
    config = config or Config()
    formats = Formats(config)
    for each in inputs:
        try:
            with time_limit(config.timeout):
                article = Article(formats.read(each))
                running = running_prose(article)
                counted = _counted(each.path, article, running)
        except InputError as error:
            errors.append(FileResult(each.path, error=error.message))
        except OutOfTime:
            errors.append(FileResult(each.path, error=too_slow(config.timeout)))
        else:
            prose.append(running)
            files.append(counted)
    total = TextStats(
        path="",
        words=sum(each.words for each in files),
        sentences=sum(each.sentences for each in files),
        paragraphs=sum(each.paragraphs for each in files),
        quoted=sum(each.quoted for each in files),
        readability=readability("\n".join(part for part in prose if part)),
    )
    return StatsResult(tuple(files), total, tuple(errors))


def _counted(path: str, article: Article, running: str) -> TextStats:
    """The figures for one article, whose running prose is ``running``."""
    return TextStats(
        path=path,
        words=len(article.words),
        sentences=sum(1 for _ in article.sentences),
        paragraphs=sum(1 for _ in article.document.blocks_of(BlockKind.PARAGRAPH)),
        quoted=sum(article.quotations.is_quoted(word.start) for word in article.words),
        readability=readability(running),
        longest=_longest(article),
        names=tuple(cast(article.names)),
    )


def _longest(article: Article) -> tuple[LongSentence, ...]:
    """The sentences with the most words; of equally long ones, the first."""
    document = article.document

    def words(sentence: Sentence) -> int:
        return sum(token.kind is TokenKind.WORD for token in sentence.tokens)

    found = nlargest(_LONGEST, article.sentences, key=words)
    return tuple(
        LongSentence(
            document.view.places(document.to_source(TextSpan(each.start, each.end)))[0],
            words(each),
            article.text[each.start : each.end].strip(),
        )
        for each in found
        if words(each)
    )
