"""Fixtures of archives: small ones, and how to run the command over them."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple

import pytest

if find_spec("pyarrow") is None:  # the extra 'archive' is not installed
    collect_ignore_glob = ["test_*.py"]
else:
    import pyarrow as pa
    import pyarrow.parquet as pq

    from copylint.archive import local_engine
    from copylint.archive.shard_task import CheckPlan, ShardChecker, ShardResult, ShardTask
    from copylint.cli import app

Run = Callable[..., "Done"]

TEXTS = (
    "The the minister said he will recieve it.\n\nA second paragraph is fine.",
    "The council met on Monday. It was a an odd vote.",
    "Nothing is wrong here.",
)


def articles(count: int) -> list[dict[str, Any]]:
    """Rows of an archive, no two of them alike."""
    return [
        {
            "id": f"n{number:03}",
            "body": f"{TEXTS[number % 3]}\n\nThere were {number + 100} people at the meeting.",
            "title": f"Minsiter resigns in {2000 + number}",
            "date": f"{2010 + number % 10}-03-02T10:00:00Z",
        }
        for number in range(count)
    ]


@pytest.fixture
def lines(tmp_path: Path) -> Path:
    """An archive of 40 articles in JSON lines."""
    path = tmp_path / "archive.jsonl"
    path.write_text("".join(json.dumps(each) + "\n" for each in articles(40)), "utf-8")
    return path


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """The same archive in Parquet."""
    path = tmp_path / "archive.parquet"
    pq.write_table(pa.Table.from_pylist(articles(40)), path, row_group_size=13)
    return path


@pytest.fixture
def archive_check(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Run:
    """``copylint archive check`` with these arguments, by the rules alone, in this process."""

    def in_this_process(
        plan: CheckPlan, tasks: Sequence[ShardTask], jobs: int, errors: list[str]
    ) -> Iterator[ShardResult]:
        assert jobs == 1 and not errors
        yield from map(ShardChecker(plan, {}), tasks)

    def run(*arguments: object, code: int = 0) -> Done:
        monkeypatch.chdir(tmp_path)
        monkeypatch.setattr(local_engine, "results", in_this_process)
        monkeypatch.setattr(sys, "argv", ["copylint", *command(arguments)[3:]])
        try:
            got: object = app.run()
        except SystemExit as end:
            got = end.code
        written = capsys.readouterr()
        assert got == code, written.err
        return Done(written.out, written.err)

    return run


class Done(NamedTuple):
    """What a command has written."""

    stdout: str
    stderr: str


def command(arguments: Sequence[object]) -> list[str]:
    """The command line of ``copylint archive check`` with these arguments."""
    always = ("--isolated", "--grammar", "off", "--jobs", "1")
    start = [sys.executable, "-m", "copylint", "archive", "check", *always]
    return [*start, *map(str, arguments)]


def parts(folder: Path) -> dict[str, bytes]:
    """The parts in a folder of results, by name."""
    return {path.name: path.read_bytes() for path in folder.glob("part-*.parquet")}


def rows(folder: Path) -> list[dict[str, Any]]:
    """The rows of all parts in a folder of results."""
    tables = [pq.read_table(path) for path in sorted(folder.glob("part-*"))]
    return [row for table in tables for row in table.to_pylist()]
