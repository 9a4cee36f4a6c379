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
    command = [
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
        env={**os.environ, "COPYLINT_DEBUG": "", **(env or {})},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        preexec_fn=_bounded,
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
            pid, status, usage = os.wait4(process.pid, os.WNOHANG)
            if pid:
                code = os.waitstatus_to_exitcode(status)
                break
            if time.monotonic() - began > patience:
                os.killpg(process.pid, signal.SIGKILL)
                _, _, usage = os.wait4(process.pid, 0)
                break
            time.sleep(0.02)
        seconds = time.monotonic() - began
        process.returncode = 0  # it has been waited for
        told, complained = out.result(), err.result()
    process.stdout.close()
    process.stderr.close()
    return Run(
        code,
        told.decode("utf-8", "backslashreplace"),
        complained.decode("utf-8", "backslashreplace"),
        seconds,
        usage.ru_maxrss / (1_000_000 if sys.platform == "darwin" else 1_000),
    )


def _bounded() -> None:
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (_CEILING, _CEILING))


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
