"""JSON, YAML and CSV whose prose is in configured fields."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator
from typing import ClassVar

from copylint.core.blocks import BlockKind
from copylint.core.document import Document
from copylint.core.errors import InputError
from copylint.core.field_paths import BODY, Field, PathStep, parse_path
from copylint.formats.base import DocumentBuilder, Format
from copylint.formats.data.data_article import DataArticle
from copylint.formats.data.prose_collector import ProseCollector
from copylint.formats.data.value_tree import Keys, ValueNode, leads_to, shown


class DataFile(Format):
    """A data file. Without ``fields`` it is refused: nothing says what in it is prose."""

    strict = True
    has_fields = True
    #: What the format is called in messages.
    title: ClassVar[str]

    def __init__(self, fields: tuple[Field, ...] = ()) -> None:
        self._fields = fields

    def with_fields(self, fields: tuple[Field, ...]) -> Format:
        """The format as it reads files whose ``fields`` are prose."""
        return type(self)(fields)

    @abstractmethod
    def parse(self, path: str, source: str) -> ValueNode:
        """The tree of ``source``. Raises ``InputError`` if it cannot be parsed."""

    def read(self, path: str, source: str) -> Document:
        """All prose of the file as one document."""
        articles = self.articles(path, source)
        builder = DocumentBuilder(path, self.name, source)
        prose = ProseCollector(builder)
        for article in articles:
            article.hand_to(prose, builder)
        return prose.build()

    def read_all(self, path: str, source: str) -> tuple[Document, ...]:
        """Each article of the file as a document of its own."""
        documents = []
        articles = self.articles(path, source)
        for article in articles:
            part = shown(article.keys) if len(articles) > 1 else ""
            builder = DocumentBuilder(path, self.name, source, part)
            prose = ProseCollector(builder)
            article.hand_to(prose, builder)
            documents.append(prose.build())
        # Lines are counted once for all documents.
        return tuple(each.seen_in(documents[0].view) for each in documents)

    def articles(self, path: str, source: str) -> list[DataArticle]:
        """The articles of the file, at least one.

        Raises ``InputError`` if it is not in the format or nothing in it is prose.
        """
        root = self.parse(path, source)
        if not self._fields:
            return self.known(root) or self._refuse(path)
        found: dict[int, tuple[ValueNode, Field, Keys]] = {}
        missing = []
        for each in self._fields:
            texts = list(self.texts(root, each))
            if not texts:
                missing.append(each.path)
            for node, keys in texts:
                found.setdefault(id(node), (node, each, keys))
        if not found:
            paths = ", ".join(f"'{name}'" for name in missing)
            raise InputError(path, f"no text at {paths}; correct the path in [[fields]]")
        articles: dict[Keys, DataArticle] = {}
        for node, given, keys in sorted(found.values(), key=lambda each: each[0].start):
            article = articles.setdefault(keys, DataArticle(keys))
            article.texts.append((node, _kind_of(given), given.markup))
        first = next(iter(articles.values()))
        first.notes += (f"no text at '{name}' ([[fields]])" for name in missing)
        return list(articles.values())

    def texts(self, root: ValueNode, field: Field) -> Iterator[tuple[ValueNode, Keys]]:
        """The texts that the field leads to, each with the keys of its article."""
        depth = len(parse_path(field.article)) if field.article else 0
        for keys, node in leads_to(root, field.steps):
            if node.pieces is not None:
                yield node, keys[:depth]

    def known(self, root: ValueNode) -> list[DataArticle]:
        """The articles of a file whose own structure says what in it is prose."""
        return []

    def _refuse(self, path: str) -> list[DataArticle]:
        raise InputError(path, self.refusal)

    @property
    def refusal(self) -> str:
        """The reason why a file without configured fields is not read."""
        return (
            f"{self.title}, and nothing says which of its fields are prose: list them under "
            "[[fields]] in the configuration, or name its format with --format-of"
        )


def _kind_of(field: Field) -> BlockKind | None:
    return None if field.kind == BODY else BlockKind(field.kind)


class Json(DataFile):
    """JSON: IPTC ninjs, content systems, or prose in configured fields."""

    name = "json"
    suffixes = (".json", ".jsonld")
    walked = False
    written = ("plain", "json")
    title = "JSON that is neither ninjs nor of a known content system"

    def parse(self, path: str, source: str) -> ValueNode:
        """The tree of ``source``."""
        from copylint.formats.data.json import parse

        return parse(path, source)

    def known(self, root: ValueNode) -> list[DataArticle]:
        """The news items of ninjs, or the articles of a content system."""
        from copylint.formats.data.cms.recognition import articles_of_system
        from copylint.formats.data.ninjs import items

        articles = articles_of_system(root)
        if articles:
            return articles
        for item in items(root):
            article = DataArticle(item.keys)
            if item.language and not item.language.lower().startswith("en"):
                article.notes.append(f"an item in '{item.language}' is left out")
            else:
                article.texts = [(text.node, text.kind, text.markup) for text in item.texts]
            articles.append(article)
        return articles


class Yaml(DataFile):
    """YAML whose prose is in configured fields."""

    name = "yaml"
    suffixes = (".yaml", ".yml")
    walked = False
    written = ("plain", "careful")
    title = "YAML"

    def parse(self, path: str, source: str) -> ValueNode:
        """The tree of ``source``."""
        from copylint.formats.data.yaml import parse

        return parse(path, source)


class Csv(DataFile):
    """CSV whose prose is in configured columns; every record is an article."""

    name = "csv"
    suffixes = (".csv", ".tsv")
    walked = False
    written = ("plain", "csv-quoted")
    title = "CSV"

    def parse(self, path: str, source: str) -> ValueNode:
        """The records of ``source``, each a table."""
        from copylint.formats.data.csv import parse

        return parse(path, source)

    def texts(self, root: ValueNode, field: Field) -> Iterator[tuple[ValueNode, Keys]]:
        """The cells of the column that the field names, or that its path leads to."""
        columns = {key for _, record in root.members[:1] for key, _ in record.members}
        steps = (PathStep(field.path),) if field.path in columns else field.steps
        if isinstance(steps[0].key, str) and not steps[0].descend:
            steps = (PathStep(None), *steps)
        for keys, node in leads_to(root, steps):
            if node.pieces is not None:
                yield node, keys[:1]
