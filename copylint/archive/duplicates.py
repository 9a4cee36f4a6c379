"""Finds what an archive printed twice: articles, paragraphs and captions."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from copylint.analysis.printed_text import PrintedText, only_in, printed_text, relation_between
from copylint.archive.batch_checker import article_bytes, articles_of
from copylint.archive.identity import content_sha
from copylint.archive.printed_index import Earlier, PrintedIndex, faults_of
from copylint.archive.shard import ArticleColumns
from copylint.archive.source import batches, plan
from copylint.archive.storage import joined, make_folder, write_whole
from copylint.config.schema import Config
from copylint.core.errors import CopylintError, InputError
from copylint.core.field_paths import Field
from copylint.core.record import field, record
from copylint.runner.document_reader import Formats

INDEX, PAIRS = "printed.sqlite", "duplicates.parquet"
_SHARD = 500
_MOST_NEAR = 5

#: The columns of ``duplicates.parquet``.
SCHEMA = pa.schema(
    [
        ("kind", pa.string()),
        ("relation", pa.string()),
        ("score", pa.float64()),
        ("times", pa.int32()),
        ("first_id", pa.string()),
        ("second_id", pa.string()),
        ("text", pa.string()),
        ("only_first", pa.list_(pa.string())),
        ("only_second", pa.list_(pa.string())),
        ("first_date", pa.date32()),
        ("second_date", pa.date32()),
        ("first_headline", pa.string()),
        ("second_headline", pa.string()),
    ],
    metadata={b"copylint.duplicates": b"1"},
)


@record
class Printed:
    """That something in a later article was printed before, in ``earlier``.

    ``kind`` is ``article``, ``paragraph`` or ``caption``; ``relation`` says what it is likely to
    be: ``update``, ``same-day`` (wire copy, say) or ``reprint``. ``times`` is how often it was
    printed before, ``score`` the overlap from 0 to 1, ``text`` the paragraph or caption.
    """

    kind: str
    relation: str
    score: float
    times: int
    earlier: Earlier
    id: str
    text: str = ""


@record(frozen=False)
class DuplicateRun:
    """What a run came to: the articles read, those that the index had, and those left out."""

    articles: int = 0
    kept: int = 0
    pairs: int = 0
    errors: list[str] = field(default_factory=list)
    printed: list[Printed] = field(default_factory=list)


class _Reader:
    """The articles of an archive as they are compared."""

    def __init__(self, config: Config, fields: tuple[Field, ...], errors: list[str]) -> None:
        self._formats, self._fields, self._errors = Formats(config), fields, errors

    def read(self, article: dict[str, Any]) -> PrintedText | None:
        """The article; None, with an error, if it cannot be read."""
        try:
            if article["error"]:
                raise InputError(article["id"] or "", article["error"])
            data = article_bytes(article)
            form = article["format"] or ("" if article["fields"] is None else "json")
            documents = self._formats.documents_in(article["path"], data, form, self._fields)
        except InputError as error:
            self._errors.append(str(error))
            return None
        return printed_text(
            documents[0],
            id=article["id"] or "",
            sha=content_sha(data),
            day=article["date"],
            slug=article["slug"] or "",
        )


def build(
    source: str,
    output: str,
    columns: ArticleColumns,
    fields: tuple[Field, ...],
    config: Config,
    *,
    begin: Callable[[int], None],
    advance: Callable[[int], None],
) -> DuplicateRun:
    """Find what an archive printed twice, and write pairs and index to the folder ``output``.

    An index that is there is brought up to date: only articles that it lacks are compared. Each
    shard is committed, so a run that was killed goes on where it was. Raises ``CopylintError``.
    """
    run = DuplicateRun()
    shards = plan(source, columns, config, _SHARD)
    make_folder(output)
    begin(sum(shard.count for shard in shards))
    reader = _Reader(config, fields, run.errors)
    path = joined(output, INDEX)
    with faults_of(path), closing(PrintedIndex(path, is_new=True)) as index:
        for shard in shards:
            for batch in batches(shard, columns, config):
                _take(index, reader, batch, run)
            index.commit()
            advance(shard.count)
        table = _table(index.pairs())
        run.articles, run.pairs = index.count(), len(table)
    out = BytesIO()
    pq.write_table(table, out, compression="zstd")
    write_whole(joined(output, PAIRS), out.getvalue())
    return run


def compare(
    source: str, path: str, columns: ArticleColumns, fields: tuple[Field, ...], config: Config
) -> DuplicateRun:
    """What of the articles in ``source`` the index at ``path`` has; the index stays as it is.

    Raises ``CopylintError``.
    """
    if not Path(path).is_file():
        raise CopylintError(f"{path}: there is no such index")
    run = DuplicateRun()
    reader = _Reader(config, fields, run.errors)
    with faults_of(path), closing(PrintedIndex(path)) as index:
        for shard in plan(source, columns, config, _SHARD):
            for batch in batches(shard, columns, config):
                read = [each for each in map(reader.read, articles_of(batch)) if each]
                run.articles += len(read)
                minima = index.minima([each.text for each in read])
                for article, own in zip(read, minima, strict=True):
                    run.printed += _printed(index, article, own)
    run.pairs = len(run.printed)
    return run


def _take(index: PrintedIndex, reader: _Reader, batch: pa.RecordBatch, run: DuplicateRun) -> None:
    """Compare the articles of a batch with the index, and add them."""
    fresh = []
    for article in articles_of(batch):
        read = reader.read(article)
        if read is None:
            continue
        if index.has(read.id, read.sha):
            run.kept += 1
        else:
            fresh.append(read)
    minima = index.minima([each.text for each in fresh])
    for each, own in zip(fresh, minima, strict=True):
        index.remove(each.id)
        found = _printed(index, each, own)
        index.add_pairs([_row(pair, each) for pair in found])
        index.add(each, own)


def _printed(index: PrintedIndex, article: PrintedText, minima: Sequence[int]) -> list[Printed]:
    """What of an article was printed before.

    A paragraph or caption counts only if the whole article is not a copy of the same one.
    """
    found = [
        Printed("article", relation(earlier, article), score, 1, earlier, article.id)
        for score, earlier in index.near(article, minima)[:_MOST_NEAR]
    ]
    copied = {each.earlier.id for each in found}
    for kind, key, text in article.exact:
        same = index.same(kind, key, article.id)
        if same is not None and same[1].id not in copied:
            times, earlier = same
            about = relation(earlier, article)
            found.append(Printed(kind, about, 1.0, times, earlier, article.id, text))
    return found


def relation(earlier: Earlier, article: PrintedText) -> str:
    """What a copy is likely to be, from days, slugs and what the copy says of itself."""
    return relation_between(
        earlier.day,
        article.day,
        (article.headline, article.text, earlier.headline),
        is_same_story=bool(article.slug) and article.slug == earlier.slug,
    )


def _row(pair: Printed, article: PrintedText) -> tuple[Any, ...]:
    """A pair as the index keeps it."""
    is_article = pair.kind == "article"
    differences = ((pair.earlier.text, article.text), (article.text, pair.earlier.text))
    only = [only_in(*each) if is_article else [] for each in differences]
    return (
        pair.kind,
        pair.relation,
        round(pair.score, 4),
        pair.times,
        pair.earlier.id,
        pair.id,
        pair.text,
        *(json.dumps(each, ensure_ascii=False) for each in only),
    )


def _table(pairs: Iterator[tuple[Any, ...]]) -> pa.Table:
    rows = []
    for *values, only_first, only_second, day, other, headline, second in pairs:
        rows.append(
            (
                *values,
                json.loads(only_first),
                json.loads(only_second),
                date.fromisoformat(day) if day else None,
                date.fromisoformat(other) if other else None,
                headline,
                second,
            )
        )
    return pa.Table.from_pylist([dict(zip(SCHEMA.names, row, strict=True)) for row in rows], SCHEMA)
