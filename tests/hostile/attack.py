"""Runs the command on a folder that a stranger filled, and measures its cost."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import NamedTuple

#: The memory that a run may use beyond one over an empty file, in megabytes.
MOST_MB = 300
#: When an attack has succeeded in hanging the command, in seconds. Machines are busy.
PATIENCE_S = 60.0
# A process that takes more than this is stopped by the system, lest a test that fails take
# the machine with it.
_CEILING = 3_000_000_000
_LAUNCHER = Path(__file__).with_name("launch.py")
_FAULTY = "They recieved the the letter.\n"


class Run(NamedTuple):
    """The result of a run. ``code`` is None if it was still running after ``PATIENCE_S``."""

    code: int | None
    out: str
    err: str
    seconds: float
    megabytes: float

    @property
    def all(self) -> str:
        return self.out + self.err


def copylint(
    *arguments: str,
    cwd: Path,
    env: Mapping[str, str] | None = None,
    given: bytes = b"",
    patience: float = PATIENCE_S,
) -> Run:
    """Run the command as a user would, and measure it."""
    with tempfile.TemporaryDirectory() as folder:
        return _measured(arguments, cwd, env or {}, given, patience, Path(folder, "bytes"))


def _measured(
    arguments: tuple[str, ...],
    cwd: Path,
    env: Mapping[str, str],
    given: bytes,
    patience: float,
    report: Path,
) -> Run:
    command = [
        sys.executable,
        "-S",
        str(_LAUNCHER),
        str(_CEILING),
        str(report),
        os.environ.get("COPYLINT_PYTHON", sys.executable),
        "-P",
        "-m",
        "copylint",
        *arguments,
    ]
    began = time.monotonic()
    process = subprocess.Popen(
        command,
        cwd=cwd,
        env={**os.environ, "COPYLINT_DEBUG": "", **env},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    assert process.stdin and process.stdout and process.stderr
    with ThreadPoolExecutor(2) as pool:
        out, err = pool.submit(process.stdout.read), pool.submit(process.stderr.read)
        with suppress(BrokenPipeError):
            process.stdin.write(given)
        process.stdin.close()
        code: int | None = None
        while True:
            code = process.poll()
            if code is not None:
                break
            if time.monotonic() - began > patience:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()
                break
            time.sleep(0.02)
        seconds = time.monotonic() - began
        told, complained = out.result(), err.result()
    process.stdout.close()
    process.stderr.close()
    return Run(
        code,
        told.decode("utf-8", "backslashreplace"),
        complained.decode("utf-8", "backslashreplace"),
        seconds,
        int(report.read_text()) / 1e6 if report.exists() else 0,
    )


@cache
def empty_run() -> float:
    """The megabytes that a run over an empty file takes."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "a.md").write_text("")
        return copylint("check", "--no-cache", "-j", "1", "a.md", cwd=Path(folder)).megabytes


def article(folder: Path, name: str = "story.md") -> Path:
    """An article with two faults."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(_FAULTY)
    return path


def assert_harmless(run: Run) -> None:
    """The run ended by itself, took little, and reported no fault of its own."""
    assert run.code in (0, 1, 2), run
    assert run.megabytes < empty_run() + MOST_MB
    assert "internal error" not in run.all
    assert "Traceback" not in run.all
    assert "out of memory" not in run.all
