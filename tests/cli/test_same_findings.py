"""Findings are the same, byte for byte, whichever way a check comes by them."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest

SEEDS = Path(__file__).parents[2] / "seeds"
CHECK = ("check", "--isolated", "--fail-on", "never", "--format", "jsonl", "--select", "all", ".")


def run(folder: Path, *arguments: str, **environment: str) -> bytes:
    """The output of copylint when run on the seeds."""
    done = subprocess.run(
        [sys.executable, "-m", "copylint", *arguments],
        cwd=SEEDS,
        capture_output=True,
        check=True,
        env={
            **os.environ,
            "XDG_CACHE_HOME": str(folder / "cache"),
            "XDG_RUNTIME_DIR": str(folder),
            **environment,
        },
    )
    return done.stdout


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The findings of one process that keeps nothing."""
    written = run(tmp_path_factory.mktemp("plain"), *CHECK, "--no-cache", "--jobs", "1")
    assert written.count(b"\n") > 50
    return written


@pytest.mark.parametrize("jobs", ["0", "2", "5"])
def test_findings_are_equal_for_any_job_count(tmp_path: Path, plain: bytes, jobs: str) -> None:
    assert run(tmp_path, *CHECK, "--no-cache", "--jobs", jobs) == plain


def test_findings_are_equal_from_the_cache(tmp_path: Path, plain: bytes) -> None:
    assert run(tmp_path, *CHECK) == plain
    assert (tmp_path / "cache").is_dir()
    assert run(tmp_path, *CHECK) == plain


def test_findings_are_equal_for_any_hash_seed(tmp_path: Path, plain: bytes) -> None:
    for seed in ("1", "2"):
        assert run(tmp_path, *CHECK, "--no-cache", "--jobs", "1", PYTHONHASHSEED=seed) == plain


@pytest.mark.skipif(not hasattr(os, "fork"), reason="a worker stays only where there is fork")
def test_findings_are_equal_from_the_daemon(plain: bytes) -> None:
    # Paths of sockets must be short.
    with tempfile.TemporaryDirectory(prefix="cl") as name:
        folder = Path(name)
        try:
            assert run(folder, *CHECK, "--no-cache", "--warm") == plain
            until = time.monotonic() + 60
            while not list(folder.rglob("*.sock")) and time.monotonic() < until:
                time.sleep(0.1)
            assert list(folder.rglob("*.sock"))
            assert run(folder, *CHECK, "--no-cache", "--warm") == plain
        finally:
            run(folder, "warm", "stop")
