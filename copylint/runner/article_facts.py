"""What articles state: the entries of their ledgers with their places in the source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from copylint.analysis.article import Article
from copylint.analysis.ledger.entries import (
    DateStatement,
    Figure,
    PersonEntry,
    PlaceStatement,
    QuotationEntry,
    Statement,
)
from copylint.config.schema import Config
from copylint.core.document import Document
from copylint.core.errors import InputError
from copylint.core.line_index import Position
from copylint.core.record import record
from copylint.core.span import TextSpan
from copylint.runner.document_reader import Formats
from copylint.runner.result import FileResult, Input
from copylint.runner.time_limit import OutOfTime, time_limit, too_slow


@record
class ArticleFacts:
    """The ledger of one article; ``name`` is its path, with its part if the file has several."""

    document: Document
    people: tuple[PersonEntry, ...]
    figures: tuple[Figure, ...]
    dates: tuple[DateStatement, ...]
    places: tuple[PlaceStatement, ...]
    quotations: tuple[QuotationEntry, ...]

    @property
    def name(self) -> str:
        """Path and part."""
        part = self.document.part
        return self.document.path + (f"[{part}]" if part else "")

    def where(self, span: TextSpan) -> Position:
        """The line and column at which a statement begins in the source."""
        return self.document.view.places(self.document.to_source(span))[0]

    def shown(self, span: TextSpan) -> str:
        """Prose on one line."""
        return " ".join(self.document.slice(span).split())


def article_facts(
    inputs: Sequence[Input], config: Config
) -> tuple[list[ArticleFacts], list[FileResult]]:
    """The facts of every article of the inputs, and the inputs that could not be read."""
    found: list[ArticleFacts] = []
    errors: list[FileResult] = []
    formats = Formats(config)
    for each in inputs:
        try:
            with time_limit(config.timeout):
                found += [_facts(document) for document in formats.read_all(each)]
        except InputError as error:
            errors.append(FileResult(each.path, error=error.message))
        except OutOfTime:
            errors.append(FileResult(each.path, error=too_slow(config.timeout)))
    return found, errors


def _facts(document: Document) -> ArticleFacts:
    article = Article(document)
    ledger = article.ledger
    facts = ArticleFacts(
        document,
        tuple(_people(article)),
        ledger.figures,
        ledger.dates,
        ledger.places,
        ledger.quotations,
    )
    article.forget()
    return facts


def _people(article: Article) -> Iterator[PersonEntry]:
    ages, roles = article.ledger.ages, article.ledger.roles
    for person in article.ledger.persons:
        yield PersonEntry(
            person,
            tuple(_in_order(each for each in ages if each.person is person)),
            tuple(_in_order(each for each in roles if each.person is person)),
        )


_S = TypeVar("_S", bound=Statement)


def _in_order(statements: Iterable[_S]) -> list[_S]:
    return sorted(statements, key=lambda each: each.span)
