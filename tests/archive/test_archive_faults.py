"""What can go wrong with an archive: one clear message each, nothing half-written."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path
from typing import Any

import pytest

from copylint.archive import local_engine
from copylint.archive.archive_run import ArchiveJob, check_archive
from copylint.archive.shard import ArticleColumns
from copylint.archive.shard_task import CheckPlan, ShardChecker, ShardTask
from copylint.archive.source import plan
from copylint.archive.storage import StorageError, write_whole
from copylint.cli.commands import archive
from copylint.config.schema import Config
from copylint.core.errors import CopylintError

from .conftest import Run, parts, rows

COLUMNS = ArticleColumns(text="body", id="id", date="date", format="plain")
ROWS = ("--text", "body", "--id", "id", "--shard-size", "7")


def ignored(_: int) -> None:
    """Progress that nobody watches."""


@pytest.mark.parametrize("keep", [100, -100])
def test_a_broken_parquet_file_is_one_message(
    table: Path, tmp_path: Path, archive_check: Run, keep: int
) -> None:
    table.write_bytes(table.read_bytes()[:keep])

    done = archive_check(table, *ROWS, "--output", "out", code=2)

    assert done.stderr.count("\n") == 1
    assert f"{table}: is not a Parquet file that can be read" in done.stderr
    assert not (tmp_path / "out").exists()


def test_damage_inside_a_parquet_file_costs_its_shards_alone(
    table: Path, tmp_path: Path, archive_check: Run
) -> None:
    data = bytearray(table.read_bytes())
    data[4:400] = bytes(396)  # in the first group of rows
    table.write_bytes(data)

    done = archive_check(table, *ROWS, "--output", "out", code=2)

    assert f"{table}: is not a Parquet file that can be read" in done.stderr
    there = parts(tmp_path / "out")
    assert "part-000000.parquet" not in there
    assert "part-000005.parquet" in there


def test_a_missing_column_is_named_with_those_that_are_there(
    table: Path, lines: Path, tmp_path: Path, archive_check: Run
) -> None:
    for path in (table, lines):
        done = archive_check(path, "--text", "copy", "--output", "out", code=2)
        expected = f"copylint: {path}: has no field 'copy'; its fields: id, body, title, date\n"
        assert done.stderr == expected
    assert not (tmp_path / "out").exists()


def test_a_full_disk_is_one_message_and_leaves_no_part_of_a_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    path = tmp_path / "out" / "part-000000.parquet"

    with pytest.raises(StorageError, match=r"cannot be written: No space left on device"):
        write_whole(str(path), b"data")

    assert list(path.parent.iterdir()) == []


def test_results_that_cannot_be_written_end_the_run(
    lines: Path, tmp_path: Path, archive_check: Run
) -> None:
    (tmp_path / "out").write_text("a file")

    done = archive_check(lines, *ROWS, "--output", "out/inside", code=2)

    assert done.stderr.startswith("copylint: out/inside: cannot be made: ")
    assert done.stderr.count("\n") == 1


def test_an_unreachable_bucket_is_one_message(
    tmp_path: Path, archive_check: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("s3fs", reason="s3fs is not installed")
    monkeypatch.setenv("AWS_ENDPOINT_URL", "http://127.0.0.1:1")
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "x")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "x")
    monkeypatch.setenv("AWS_MAX_ATTEMPTS", "1")

    done = archive_check("s3://paper/a.parquet", *ROWS, "--output", "out", code=2)

    assert done.stderr.startswith("copylint: s3://paper/a.parquet: cannot be read: ")
    assert done.stderr.count("\n") == 1
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("module", "extra", "arguments"),
    [
        ("pyarrow", "archive", {}),
        ("ray", "ray", {"engine": archive.ArchiveEngine.RAY}),
        ("fsspec", "archive", {"source": "s3://paper/a.jsonl"}),
    ],
)
def test_a_missing_extra_is_one_message_with_the_line_that_installs_it(
    lines: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    module: str,
    extra: str,
    arguments: dict[str, Any],
) -> None:
    for name in [*sys.modules]:
        if name.partition(".")[0] == module or name.startswith("copylint.archive."):
            monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, module, None)
    monkeypatch.chdir(tmp_path)
    given = {"source": str(lines), "text": "body", "output": "out", "isolated": True, "jobs": 1}
    options = archive.ArchiveCheckOptions(**{**given, **arguments})

    with pytest.raises(CopylintError, match=rf"pip install '\.\[{extra}\]'"):
        archive.check_archive(options)


def test_the_common_path_imports_no_extra() -> None:
    import subprocess

    code = (
        "import sys; from copylint.cli.app import command; command(); "
        "print([n for n in ('pyarrow', 'fsspec', 'ray', 'pyspark', 'pandas') if n in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_a_worker_that_is_killed_costs_nothing(lines: Path) -> None:
    config = Config()
    shards = plan(str(lines), COLUMNS, config, 5)
    tasks = [ShardTask(shard) for shard in shards]
    how = CheckPlan(config, COLUMNS, (), "sha")
    alone = ShardChecker(how)
    expected = [alone(task).data for task in tasks]

    found = []
    for result in local_engine.results(how, tasks, 2, []):
        if not found:
            os.kill(result.pid, 9)
        found.append(result.data)

    assert found == expected


def test_an_article_that_kills_its_worker_is_a_row(lines: Path) -> None:
    how = CheckPlan(Config(), COLUMNS, (), "sha")
    (shard,) = plan(str(lines), COLUMNS, how.config, 40)
    checker = ShardChecker(how)
    recovery = local_engine._OneByOne(how, {})
    one_by_one = recovery.split(ShardTask(shard))

    same = recovery.joined([checker(each) for each in one_by_one])
    results = [checker(each) for each in one_by_one]
    results[7] = recovery.lost(one_by_one[7], is_slow=False)
    lost = recovery.joined(results)

    assert same.data == checker(ShardTask(shard)).data
    assert (lost.articles, lost.errors) == (40, 1)
    assert recovery.split(one_by_one[7]) == (one_by_one[7],)


def test_a_shard_that_can_no_longer_be_read_loses_its_part(lines: Path, tmp_path: Path) -> None:
    output = tmp_path / "out"

    def job(resume: bool) -> ArchiveJob:
        return ArchiveJob(
            str(lines), str(output), COLUMNS, (), Config(), workers=1, shard_size=20, resume=resume
        )

    check_archive(job(False), begin=ignored, advance=ignored)
    assert len(parts(output)) == 2
    outcome = check_archive(job(True), begin=lambda _: lines.unlink(), advance=ignored)

    assert len(outcome.failures) == 2
    assert parts(output) == {}
    assert rows(output) == []
