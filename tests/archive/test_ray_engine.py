"""The same archive on a real Ray of this machine: two actors, one of them killed in mid-run."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest

pytest.importorskip("ray.data", reason="the extra 'ray' is not installed")

from copylint.archive import ray_engine
from copylint.archive.shard import ArticleColumns
from copylint.archive.shard_task import CheckPlan, ShardChecker, ShardTask
from copylint.archive.source import plan
from copylint.config.schema import Config
from copylint.core.errors import CopylintError

from .conftest import Run

COLUMNS = ArticleColumns(text="body", id="id", format="plain")


def test_ray_finds_the_same_although_an_actor_is_killed(lines: Path) -> None:
    how = CheckPlan(Config(), COLUMNS, (), "sha")
    tasks = [ShardTask(shard) for shard in plan(str(lines), COLUMNS, how.config, 4)]
    alone = ShardChecker(how)
    expected = {task.shard.index: alone(task).data for task in tasks}

    found = {}
    try:
        for result in ray_engine.results(how, tasks, 2, ""):
            if not found:
                os.kill(result.pid, signal.SIGKILL)
            found[result.index] = result.data
    except CopylintError as error:
        if "no Ray on this machine" not in str(error):
            raise
        pytest.skip("Ray does not start here; a busy machine takes it too long")

    assert found == expected


def test_a_ray_that_is_not_there_is_one_message(
    lines: Path, tmp_path: Path, archive_check: Run
) -> None:
    options = ("--text", "body", "--output", "out", "--engine", "ray")

    done = archive_check(lines, *options, "--address", "nonsense", code=2)

    assert done.stderr.startswith("copylint: --engine ray: no Ray at 'nonsense': ")
    assert done.stderr.count("\n") == 1
    assert list((tmp_path / "out").iterdir()) == []
