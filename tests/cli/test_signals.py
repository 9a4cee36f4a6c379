"""The command as a process: Ctrl-C, closed pipes, locales, any number of workers."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

COPYLINT = (sys.executable, "-m", "copylint")
PLAIN = ("--isolated", "--grammar", "off", "--select", "duplicates.word")
PARAGRAPH = "The ferry left the the harbour at noon and met the the tide. "


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of 30 articles of different length, some without a finding."""
    for number in range(30):
        inner = tmp_path / f"desk{number % 3}"
        inner.mkdir(exist_ok=True)
        text = "All is well here. " if number % 5 == 0 else PARAGRAPH * (number % 7 + 1)
        (inner / f"article{number}.txt").write_text(text * 20)
    return tmp_path


def copylint(*arguments: str, cwd: Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [*COPYLINT, *arguments],
        cwd=cwd,
        env={**os.environ, **environment},
        capture_output=True,
        check=False,
    )


def test_output_is_the_same_for_any_number_of_workers(folder: Path) -> None:
    runs = [
        copylint("check", ".", *PLAIN, "--format", "jsonl", "--jobs", jobs, cwd=folder)
        for jobs in ("1", "2", "4", "1")
    ]
    assert {run.returncode for run in runs} == {1}
    assert {run.stderr for run in runs} == {b""}
    assert len({run.stdout for run in runs}) == 1
    assert runs[0].stdout.count(b"\n") > 1_000


def test_closed_pipe_is_not_an_error(folder: Path) -> None:
    command = " ".join([*COPYLINT, "check", ".", *PLAIN])
    run = subprocess.run(
        ["bash", "-c", f"set -o pipefail; {command} | head -1; echo ${{PIPESTATUS[0]}}"],
        cwd=folder,
        capture_output=True,
        check=False,
    )
    assert run.stderr == b""
    assert run.stdout.splitlines()[-1] == b"1"


def test_utf8_whatever_the_locale(tmp_path: Path) -> None:
    (tmp_path / "café.txt").write_text("Où où is the naïve the the 日本?", encoding="utf-8")
    runs = [
        copylint("check", ".", *PLAIN, cwd=tmp_path, LC_ALL=name, PYTHONIOENCODING=encoding)
        for name, encoding in (("C.UTF-8", ""), ("C", ""), ("C.UTF-8", "latin-1"))
    ]
    assert runs[0].stdout == runs[1].stdout == runs[2].stdout
    assert "naïve the the 日本?" in runs[0].stdout.decode("utf-8")


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_interrupt_is_one_line(tmp_path: Path, jobs: str) -> None:
    for number in range(60):
        (tmp_path / f"{number}.txt").write_text(PARAGRAPH * 4_000)
    process = subprocess.Popen(
        [*COPYLINT, "check", ".", "--isolated", "--grammar", "off", "--jobs", jobs],
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    time.sleep(2)
    assert process.poll() is None, "the run must last longer than this test waits"
    os.killpg(process.pid, signal.SIGINT)  # as a terminal sends it: to every process
    out, err = process.communicate(timeout=30)
    # -2: CPython noted the signal inside an exec() and dies of it at the very end.
    assert process.returncode in (130, -signal.SIGINT)
    assert err == b"copylint: interrupted\n"
    assert out == b""
