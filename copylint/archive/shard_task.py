"""Reads, checks and encodes a shard: what an engine has a worker do."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from copylint import __version__
from copylint.archive.batch_checker import BatchChecker, article_bytes, articles_of
from copylint.archive.schema import FINDINGS, SCHEMA_VERSION, RowKind
from copylint.archive.shard import ArticleColumns, Shard
from copylint.archive.source import batches
from copylint.archive.storage import StorageError
from copylint.config.schema import Config
from copylint.core.field_paths import Field
from copylint.core.record import record

#: The key of a part's metadata that identifies what it was made from.
KEY = b"copylint.shard"


@record
class CheckPlan:
    """What workers must know to check any shard of an archive."""

    config: Config
    columns: ArticleColumns
    fields: tuple[Field, ...]
    config_sha: str


@record
class ShardTask:
    """A shard to check. With ``known`` equal to its key there is nothing to do.

    ``only`` is the place in the shard of the one article to check; None: all.
    """

    shard: Shard
    known: str = ""
    only: int | None = None


@record
class ShardResult:
    """What came of a shard: ``data`` is its part, a Parquet file.

    ``data`` is None if the part that is there holds still, or if the shard could not be read:
    ``failure`` says why. ``pid`` is the process that checked it.
    """

    index: int
    data: bytes | None = None
    articles: int = 0
    words: int = 0
    findings: int = 0
    errors: int = 0
    failure: str = ""
    engine_errors: tuple[str, ...] = ()
    pid: int = 0


class ShardChecker:
    """Checks shards one after the other. Built once for each worker."""

    def __init__(self, plan: CheckPlan, addresses: Mapping[str, str] | None = None) -> None:
        self._plan = plan
        self._checker = BatchChecker(
            plan.config, fields=plan.fields, addresses=addresses, sha=plan.config_sha
        )
        self._held: tuple[int, list[pa.RecordBatch]] | None = None

    def __call__(self, task: ShardTask) -> ShardResult:
        """What comes of a task. A shard that cannot be read is a failure in the result."""
        import os

        try:
            read = self._read(task.shard)
        except StorageError as error:
            return ShardResult(task.shard.index, failure=str(error), pid=os.getpid())
        key = shard_key(read, self._plan.config_sha)
        if key == task.known:
            return ShardResult(task.shard.index, pid=os.getpid())
        if task.only is not None:
            read = [
                pa.Table.from_batches(read).slice(task.only, 1).combine_chunks().to_batches()[0]
            ]
        before = len(self._checker.engine_errors)
        found = list(self._checker.check(read))
        missed = tuple(self._checker.engine_errors[before:])
        return result_of(task.shard.index, found, "" if missed else key, missed)

    def lost(self, task: ShardTask, reason: str) -> ShardResult:
        """The result of a task whose articles could not be checked because of ``reason``."""
        try:
            read = self._read(task.shard)
        except StorageError as error:
            return ShardResult(task.shard.index, failure=str(error))
        key = shard_key(read, self._plan.config_sha)
        if task.only is not None:
            read = [
                pa.Table.from_batches(read).slice(task.only, 1).combine_chunks().to_batches()[0]
            ]
        return result_of(task.shard.index, [self._checker.lost(each, reason) for each in read], key)

    def close(self) -> None:
        """Stop what was started."""
        self._checker.close()

    def _read(self, shard: Shard) -> list[pa.RecordBatch]:
        # The last shard is kept: after a crash its articles are checked one at a time.
        if self._held is None or self._held[0] != shard.index:
            read = list(batches(shard, self._plan.columns, self._plan.config))
            self._held = (shard.index, read)
        return self._held[1]


def shard_key(read: Sequence[pa.RecordBatch], config_sha: str) -> str:
    """The digest of all that the findings in a shard depend on."""
    key = hashlib.sha256(f"{SCHEMA_VERSION} {__version__} {config_sha}\n".encode())
    for article in _articles(read):
        content = b"" if article["error"] else article_bytes(article)
        about = (article["id"], article["path"], str(article["date"]), article["format"])
        told = repr((*about, article["error"], len(content)))
        key.update(told.encode("utf-8", "surrogatepass") + b"\n" + content)
    return key.hexdigest()


def _articles(read: Sequence[pa.RecordBatch]) -> Iterator[dict[str, Any]]:
    return (article for batch in read for article in articles_of(batch))


def result_of(
    index: int, found: Sequence[pa.RecordBatch], key: str, engine_errors: tuple[str, ...] = ()
) -> ShardResult:
    """The result for a shard in which ``found`` was found; ``key`` identifies the shard."""
    import os

    table = pa.Table.from_batches(found, schema=FINDINGS)
    kinds = table["kind"]
    errors = pc.sum(pc.equal(kinds, RowKind.ERROR.value)).as_py() or 0
    findings = pc.sum(pc.equal(kinds, RowKind.FINDING.value)).as_py() or 0
    table = table.replace_schema_metadata({**(FINDINGS.metadata or {}), KEY: key})
    out = BytesIO()
    pq.write_table(table, out, compression="zstd", row_group_size=max(len(table), 1))
    return ShardResult(
        index,
        out.getvalue(),
        articles=len(table) - findings,
        words=pc.sum(table["words"]).as_py() or 0,
        findings=findings,
        errors=errors,
        engine_errors=engine_errors,
        pid=os.getpid(),
    )


def joined(results: Sequence[ShardResult]) -> ShardResult:
    """The result of a shard from those of its articles."""
    failed = next((each for each in results if each.failure), None)
    if failed is not None:
        return failed
    tables = [pq.read_table(BytesIO(each.data or b"")) for each in results]
    key = (tables[0].schema.metadata or {}).get(KEY, b"").decode()
    missed = tuple(dict.fromkeys(error for each in results for error in each.engine_errors))
    found = [batch for table in tables for batch in table.to_batches()]
    return result_of(results[0].index, found, "" if missed else key, missed)
