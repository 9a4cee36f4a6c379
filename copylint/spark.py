"""Checks articles in a Spark data frame, with the batch core of ``copylint archive``.

    from copylint.spark import check

    findings = check(spark.read.parquet("s3a://paper/2026"), text="body", id="id")
    findings.write.parquet("s3a://paper/findings")

Spark plans, retries and writes; each executor has a checker, built once for each of its tasks.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from copylint.archive.extras import needed_for
from copylint.config.schema import Config
from copylint.runner.deep_policy import apply_deep_policy


def check(
    frame: Any,
    *,
    text: str,
    id: str,
    date: str = "",
    format: str = "plain",
    config: Config | None = None,
) -> Any:
    """The findings in the articles of ``frame``: a data frame, worked out when Spark needs it.

    ``text`` (text or bytes), ``id`` and ``date`` name columns; ``format`` is that of every article.
    The columns are those of the schema ``FINDINGS``. Raises ``MissingExtra`` without the extra.
    """
    with needed_for("'copylint.spark'", "spark"):
        from pyspark.sql import functions as sql
        from pyspark.sql.pandas.types import from_arrow_schema
        from pyspark.sql.types import BinaryType

        from copylint.archive.identity import config_sha
        from copylint.archive.schema import FINDINGS
    chosen = apply_deep_policy(config or Config())
    is_data = isinstance(frame.select(text).schema[0].dataType, BinaryType)
    columns = [
        frame[id].cast("string").alias("id"),
        frame[text].alias("data" if is_data else "text"),
        sql.lit(format).alias("format"),
    ]
    if date:
        columns.append(frame[date].cast("date").alias("date"))
    mapped = _mapping(chosen, config_sha(chosen))
    return frame.select(*columns).mapInArrow(mapped, from_arrow_schema(FINDINGS))


def _mapping(config: Config, sha: str) -> Any:
    """What an executor runs over the batches of a partition."""

    def findings(batches: Iterable[Any]) -> Iterator[Any]:
        from copylint.archive.batch_checker import BatchChecker

        checker = BatchChecker(config, sha=sha)
        try:
            yield from checker.check(batches)
        finally:
            checker.close()

    return findings
