"""A memory that is built on a real Ray of this machine is the one that processes build."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

pytest.importorskip("ray.data", reason="the extra 'ray' is not installed")

from copylint.analysis.names.memory_file import written
from copylint.archive import memory_build, ray_engine
from copylint.archive.memory_build import MemoryPlan, ShardMemory, archive_memory
from copylint.archive.shard import ArticleColumns
from copylint.cli import app
from copylint.config.schema import Config
from copylint.core.errors import CopylintError

READING = MemoryPlan(Config(), ArticleColumns(text="body", id="id", date="day", format="plain"), ())
PEOPLE = ("Alice Hartley", "Brian Moss", "Carol Denton")
TERMS = ("email", "e-mail")


@pytest.fixture
def paper(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Twenty articles in shards of three, days out of order and often equal, one unreadable."""
    monkeypatch.setattr(memory_build, "_SHARD", 3)
    rows: list[dict[str, object]] = [
        {
            "id": f"a{number:02}",
            "day": f"2020-{number * 7 % 5 + 1:02}-05",
            "body": f"Mayor {PEOPLE[number % 3]} spoke to residents by {TERMS[number % 2]}.",
        }
        for number in range(20)
    ]
    rows[10]["body"] = 7
    path = tmp_path / "paper.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    return path


def read(paper: Path, ray: str | None) -> tuple[ShardMemory, int]:
    """The memory of the archive, and how many articles of it the progress bar still waited for."""
    counts: list[int] = []
    result = archive_memory(
        str(paper), READING, 2, ray=ray, begin=counts.append, advance=counts.append
    )
    announced, *advanced = counts
    return result, announced - sum(advanced)


def test_two_actors_read_the_memory_that_processes_read(
    paper: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    local, _ = read(paper, None)
    assert local.memory.names["Alice Hartley"].count == 7 and len(local.errors) == 1
    assert [each.count for each in local.memory.terms.values()] == [9, 10]

    def refused(*_: object) -> None:
        raise AssertionError("a process read what Ray should have read")

    monkeypatch.setattr(memory_build, "Pool", refused)
    try:
        by_ray, waiting = read(paper, "")
    except CopylintError as error:
        if "no Ray on this machine" not in str(error):
            raise
        pytest.skip("Ray does not start here; a busy machine takes it too long")

    assert written(by_ray.memory) == written(local.memory)
    assert by_ray.errors == local.errors
    assert waiting == 0


def test_shards_come_in_any_order_and_lost_ones_are_read_here(
    paper: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    local, _ = read(paper, None)

    def backwards(worker, plan, shards, actors, address):  # type: ignore[no-untyped-def]
        work = worker(plan)
        return (work(shard) for shard in reversed(shards) if shard.index % 3)

    monkeypatch.setattr(ray_engine, "worked", backwards)
    by_ray, _ = read(paper, "auto")

    assert written(by_ray.memory) == written(local.memory)
    assert by_ray.errors == local.errors


def test_an_address_needs_ray(
    paper: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    line = ["copylint", "memory", "build", str(paper), "--text", "body", "--output", "house.memory"]
    monkeypatch.setattr("sys.argv", [*line, "--address", "auto"])
    with pytest.raises(SystemExit) as end:
        raise SystemExit(app.run())
    assert end.value.code == 2
    assert "--address" in capsys.readouterr().err
