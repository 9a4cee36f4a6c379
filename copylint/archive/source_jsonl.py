"""Archives in JSON lines: each line is an article, or is made into one."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, Any, cast

from copylint.archive.article_row import article_of
from copylint.archive.shard import ArticleColumns, Shard
from copylint.archive.storage import StorageError, reading

KIND = "json-lines"
SUFFIXES = (".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz")


def shards(path: str, size: int) -> Iterator[Shard]:
    """Shards of up to ``size`` lines. Raises ``StorageError``."""
    with _lines(path) as file:
        first, count, offset, start = 0, 0, 0, 0
        for line in file:
            if count == size:
                yield Shard(0, KIND, (path,), count, first, start)
                first, count, start = first + count, 0, offset
            count += 1
            offset += len(line)
        if count:
            yield Shard(0, KIND, (path,), count, first, start)


def first_row(path: str) -> dict[str, Any] | None:
    """The first line that is an object; None if there is none. Raises ``StorageError``."""
    with _lines(path) as file:
        for line in file:
            row, _ = _parsed(line)
            if row is not None:
                return row
    return None


def rows(shard: Shard, columns: ArticleColumns) -> Iterator[dict[str, Any]]:
    """The articles of a shard, one after the other. Raises ``StorageError``."""
    (path,) = shard.paths
    with _lines(path) as file:
        file.seek(shard.offset)
        for number in range(shard.first + 1, shard.first + shard.count + 1):
            line = file.readline()
            place = f"{path}:{number}"
            row, fault = _parsed(line)
            if row is None:
                yield {"id": place, "path": place, "error": fault}
            else:
                yield article_of(row, columns, place)


def _parsed(line: bytes) -> tuple[dict[str, Any] | None, str]:
    """The object in a line, or why there is none."""
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        reason = error.msg if isinstance(error, json.JSONDecodeError) else "not UTF-8, or too deep"
        return None, f"the line is not JSON: {reason}"
    return (row, "") if isinstance(row, dict) else (None, "the line is not a JSON object")


@contextmanager
def _lines(path: str) -> Iterator[IO[bytes]]:
    """The lines of a file, which may be compressed. Raises ``StorageError``."""
    with reading(path) as file:
        if not path.endswith(".gz"):
            yield file
            return
        import gzip

        with gzip.open(file, "rb") as unpacked:
            try:
                yield cast("IO[bytes]", unpacked)
            except (EOFError, zlib.error) as error:
                raise StorageError(f"{path}: cannot be read: {error}") from None
