"""Archives in Parquet: each row is an article, or is made into one."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from copylint.archive.article_row import article_of
from copylint.archive.shard import ArticleColumns, Shard
from copylint.archive.storage import StorageError, reading

KIND = "parquet"
SUFFIXES = (".parquet", ".parq")


def shards(path: str, size: int) -> Iterator[Shard]:
    """Shards of up to ``size`` rows. Raises ``StorageError``."""
    with _table(path) as table:
        rows = table.metadata.num_rows
    for first in range(0, rows, size):
        yield Shard(0, KIND, (path,), min(size, rows - first), first)


def names(path: str) -> list[str]:
    """The names of the columns, those of nested ones dotted. Raises ``StorageError``."""
    with _table(path) as table:
        return [*dict.fromkeys([*table.schema_arrow.names, *_dotted(table.schema_arrow)])]


def rows(shard: Shard, columns: ArticleColumns) -> Iterator[dict[str, Any]]:
    """The articles of a shard, one after the other. Raises ``StorageError``."""
    (path,) = shard.paths
    with _table(path) as table:
        top = set(table.schema_arrow.names)
        wanted = [name if name in top else name.partition(".")[0] for name in columns.names]
        end = shard.first + shard.count
        number = 0
        for group in range(table.metadata.num_row_groups):
            length = table.metadata.row_group(group).num_rows
            if number + length > shard.first and number < end:
                first, last = max(shard.first - number, 0), min(end - number, length)
                read = table.read_row_group(
                    group, columns=list(dict.fromkeys(wanted)), use_threads=False
                ).slice(first, last - first)
                for place, row in enumerate(read.to_pylist(), number + first + 1):
                    yield article_of(row, columns, f"{path}:{place}")
            number += length


def _dotted(fields: Any, before: str = "") -> Iterator[str]:
    for field in fields:
        yield before + field.name
        if pa.types.is_struct(field.type):
            yield from _dotted(field.type, f"{before}{field.name}.")


@contextmanager
def _table(path: str) -> Iterator[Any]:
    with reading(path) as file:
        try:
            with pq.ParquetFile(file) as table:
                yield table
        except (pa.ArrowException, OSError) as error:
            reason = str(error).strip().splitlines()[0]
            raise StorageError(
                f"{path}: is not a Parquet file that can be read: {reason}"
            ) from None
