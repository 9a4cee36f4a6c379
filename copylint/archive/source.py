"""An archive, whatever it is kept in: its shards, and their articles."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

import pyarrow as pa

from copylint.archive import source_files, source_jsonl, source_parquet
from copylint.archive.article_row import MissingField, value_at
from copylint.archive.schema import ARTICLES
from copylint.archive.shard import ArticleColumns, Shard
from copylint.archive.storage import StorageError, files_in, kind_of, matching
from copylint.config.schema import Config
from copylint.core.record import replace

_ROWS = (*source_parquet.SUFFIXES, *source_jsonl.SUFFIXES)
# Articles that are held, as Python objects, at a time.
_BATCH = 100


def plan(source: str, columns: ArticleColumns, config: Config, size: int) -> list[Shard]:
    """The shards of an archive, of up to ``size`` articles each, in its order.

    ``source`` is a folder, a file or a pattern, local or an address. With ``columns`` of a text or
    of fields its files are tables whose rows are articles; without, each file is an article.
    Raises ``StorageError`` if there is none, one cannot be read, or a column is missing.
    """
    has_rows = bool(columns.text or columns.fields)
    paths, root = _files(source, has_rows, config)
    if not has_rows:
        shards: Iterator[Shard] = source_files.shards(paths, root, size)
    else:
        shards = (shard for path in paths for shard in _shards_of(path, columns, size))
    return [replace(shard, index=index) for index, shard in enumerate(shards)]


def batches(
    shard: Shard, columns: ArticleColumns, config: Config, size: int = _BATCH
) -> Iterator[pa.RecordBatch]:
    """The articles of a shard in batches of the schema ``ARTICLES``. Raises ``StorageError``."""
    if shard.kind == source_files.KIND:
        rows = source_files.rows(shard, columns, config)
    else:
        read = source_parquet if shard.kind == source_parquet.KIND else source_jsonl
        rows = read.rows(shard, columns)
    some: list[dict[str, Any]] = []
    for row in rows:
        some.append(row)
        if len(some) == size:
            yield pa.RecordBatch.from_pylist(some, schema=ARTICLES)
            some = []
    if some:
        yield pa.RecordBatch.from_pylist(some, schema=ARTICLES)


def _files(source: str, has_rows: bool, config: Config) -> tuple[list[str], str]:
    """The files of an archive, and the folder that their names are relative to."""
    wanted: Callable[[str], bool] = _is_table if has_rows else (lambda path: not _is_table(path))
    if any(each in source for each in "*?["):
        paths, root = matching(source), ""
    else:
        kind = kind_of(source)
        if not kind:
            raise StorageError(f"{source}: there is no such file or folder")
        root = source if kind == "folder" else ""
        if kind == "file":
            paths = [source]
        elif has_rows:
            paths = files_in(source)
        else:
            paths = source_files.found_in(source, config)
    found = [path for path in paths if wanted(path)]
    if not found:
        raise StorageError(f"{source}: {_why_none(paths, has_rows)}")
    return found, root


def _is_table(path: str) -> bool:
    return path.lower().endswith(_ROWS)


def _why_none(paths: Sequence[str], has_rows: bool) -> str:
    if has_rows:
        return "holds no Parquet file and no JSON lines, so --text and --field name nothing"
    if any(map(_is_table, paths)):
        return "holds rows; --text FIELD says which of their fields is the article"
    return "holds no article that copylint reads"


def _shards_of(path: str, columns: ArticleColumns, size: int) -> Iterator[Shard]:
    """The shards of a table. Raises ``StorageError`` if it lacks one of ``columns``."""
    if path.lower().endswith(source_parquet.SUFFIXES):
        _demand(path, columns, dict.fromkeys(source_parquet.names(path)))
        yield from source_parquet.shards(path, size)
        return
    row = source_jsonl.first_row(path)
    if row is not None:
        _demand(path, columns, row)
    yield from source_jsonl.shards(path, size)


def _demand(path: str, columns: ArticleColumns, row: dict[str, Any]) -> None:
    for name in columns.names:
        try:
            value_at(row, name)
        except MissingField:
            there = ", ".join(list(row)[:20]) or "none"
            raise StorageError(f"{path}: has no field '{name}'; its fields: {there}") from None
