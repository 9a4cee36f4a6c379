"""``copylint.spark``: the batch core in Spark, where Java and Spark are."""

from __future__ import annotations

import re
import shutil
import sys
from pathlib import Path

import pytest

pytest.importorskip("pyspark", reason="the extra 'spark' is not installed")
if shutil.which("java") is None:
    pytest.skip("Spark needs Java", allow_module_level=True)

from pyspark.sql import SparkSession

import copylint.spark
from copylint.archive.batch_checker import BatchChecker
from copylint.archive.shard import ArticleColumns
from copylint.archive.source import batches, plan
from copylint.config.schema import Config


def test_spark_finds_what_the_batch_core_finds(
    table: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYSPARK_PYTHON", sys.executable)
    columns = ArticleColumns(text="body", id="id", date="date", format="plain")
    (shard,) = plan(str(table), columns, Config(), 100)
    checker = BatchChecker(Config())
    expected = [
        row for batch in batches(shard, columns, Config()) for row in checker(batch).to_pylist()
    ]
    session = (
        SparkSession.builder.master("local[1]")
        .config("spark.ui.enabled", "false")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .getOrCreate()
    )
    try:
        frame = session.read.parquet(str(table))
        found = copylint.spark.check(frame, text="body", id="id", date="date").toArrow()
    except Exception as error:
        if not re.search(r"(?i)timed out|connect back", str(error)):
            raise
        pytest.skip("a busy machine takes Spark's worker too long to start")
    finally:
        session.stop()

    order = [(row["article_id"], row["kind"], row["start"] or 0) for row in expected]
    assert len(order) == len(set(order))
    key = {name: place for place, name in enumerate(order)}
    rows = sorted(
        found.to_pylist(), key=lambda row: key[row["article_id"], row["kind"], row["start"] or 0]
    )
    for row in expected:
        row["path"] = row["article_id"]
    assert rows == expected
