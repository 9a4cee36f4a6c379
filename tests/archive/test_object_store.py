"""An archive in a bucket: read from and written to moto's server by fsspec."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

moto = pytest.importorskip("moto.server", reason="moto is not installed")
pytest.importorskip("s3fs", reason="s3fs is not installed")

import fsspec  # noqa: E402
import pyarrow.parquet as pq  # noqa: E402

from .conftest import Run, parts  # noqa: E402

ROWS = ("--text", "body", "--id", "id", "--date", "date", "--shard-size", "9")


@pytest.fixture
def bucket(monkeypatch: pytest.MonkeyPatch) -> Iterator[fsspec.AbstractFileSystem]:
    """The file system of an empty bucket called ``paper``."""
    server = moto.ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    monkeypatch.setenv("AWS_ENDPOINT_URL", f"http://{host}:{port}")
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.setenv(name, "test")
    monkeypatch.setenv("AWS_DEFAULT_REGION", "us-east-1")
    fsspec.get_filesystem_class("s3").clear_instance_cache()
    system = fsspec.filesystem("s3")
    system.mkdir("paper")
    yield system
    system.rm("paper", recursive=True)  # all of moto's servers have the same buckets
    fsspec.get_filesystem_class("s3").clear_instance_cache()
    server.stop()


def test_a_bucket_holds_archive_and_results(
    bucket: fsspec.AbstractFileSystem, lines: Path, table: Path, tmp_path: Path, archive_check: Run
) -> None:
    bucket.pipe_file("paper/2026/a.jsonl", lines.read_bytes())
    bucket.pipe_file("paper/2026/b.parquet", table.read_bytes())
    archive_check(lines, *ROWS, "--output", "here")

    archive_check("s3://paper/2026/a.jsonl", *ROWS, "--output", "s3://paper/found")
    archive_check("s3://paper/2026/*.parquet", *ROWS, "--output", "there")
    done = archive_check(
        "s3://paper/2026/a.jsonl", *ROWS, "--output", "s3://paper/found", "--resume"
    )

    expected = parts(tmp_path / "here")
    names = [name for name in bucket.ls("paper/found", detail=False) if name.endswith(".parquet")]
    assert {name.rpartition("/")[2]: bucket.cat_file(name) for name in names} == expected
    assert parts(tmp_path / "there") == expected
    assert "5 shards from earlier runs kept" in done.stdout
    assert json.loads(bucket.cat_file("paper/found/_summary.json"))["articles"] == 40


def test_files_of_a_bucket_are_articles(
    bucket: fsspec.AbstractFileSystem, tmp_path: Path, archive_check: Run
) -> None:
    bucket.pipe_file("paper/2026-03-02/flood.md", b"# Teh flood\n\nThe the end.\n")
    bucket.pipe_file("paper/2026-03-02/picture.png", b"no article")

    archive_check("s3://paper", "--output", "out")

    found = pq.read_table(tmp_path / "out" / "part-000000.parquet").to_pylist()
    assert {row["article_id"] for row in found} == {"2026-03-02/flood.md"}
    assert str(found[0]["date"]) == "2026-03-02"
    assert found[0]["findings"] == 2


def test_a_missing_bucket_is_one_message(
    bucket: fsspec.AbstractFileSystem, archive_check: Run
) -> None:
    done = archive_check("s3://nobody/a.jsonl", *ROWS, "--output", "out", code=2)

    assert done.stderr == "copylint: s3://nobody/a.jsonl: there is no such file or folder\n"
