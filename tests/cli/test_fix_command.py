"""``copylint fix`` as a process: files that cannot be written, links, encodings, Ctrl-C."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

posix = pytest.mark.skipif(os.name == "nt", reason="modes, links and signals of POSIX")
FAULTY, FIXED = "They met at the the gate.\r\n", "They met at the gate.\r\n"
COMMAND = (sys.executable, "-m", "copylint", "fix", "--isolated", "--select", "duplicates.word")


def fix(*arguments: str, cwd: Path, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [*COMMAND, *arguments], cwd=cwd, input=given, capture_output=True, check=False
    )


def article(path: Path, encoding: str = "utf-8") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(FAULTY.encode(encoding))
    return path


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_encodings_are_preserved(tmp_path: Path, encoding: str) -> None:
    path = article(tmp_path / "a.txt", encoding)
    assert fix("-", cwd=tmp_path, given=path.read_bytes()).stdout == FIXED.encode(encoding)
    assert fix("a.txt", cwd=tmp_path).returncode == 0
    assert path.read_bytes() == FIXED.encode(encoding)


def test_binary_input_passes_unchanged(tmp_path: Path) -> None:
    data = b"the the \xff\n"
    (tmp_path / "a.txt").write_bytes(data)
    done = fix("a.txt", cwd=tmp_path)
    assert done.returncode == 2
    assert done.stderr.count(b"\n") == 1
    assert (tmp_path / "a.txt").read_bytes() == data
    through = fix("-", cwd=tmp_path, given=data)
    assert through.returncode == 2
    assert through.stdout == data


@posix
def test_one_file_that_cannot_be_written_does_not_stop_the_others(tmp_path: Path) -> None:
    out = article(tmp_path / "elsewhere" / "out.txt")
    shut = article(tmp_path / "desk" / "a.txt")
    other = article(tmp_path / "desk" / "z.txt")
    (tmp_path / "desk" / "link.txt").symlink_to(out)
    shut.chmod(0o444)
    done = fix("desk", "--follow", cwd=tmp_path)
    assert done.returncode == 2
    assert done.stderr.decode().splitlines() == [
        "copylint: desk/a.txt: read-only; left as it is",
        "copylint: desk/link.txt: is a link that leads elsewhere; name the file itself to fix it",
    ]
    assert b"desk/a.txt\n  1:13" in done.stdout, "what was not fixed is still reported"
    assert shut.read_bytes() == out.read_bytes() == FAULTY.encode()
    assert other.read_bytes() == FIXED.encode()


def test_the_output_is_the_same_for_any_number_of_workers(tmp_path: Path) -> None:
    runs = []
    for jobs in ("1", "3"):
        for number in range(9):
            article(tmp_path / f"{number}.txt")
        runs.append(fix(".", "--jobs", jobs, "--no-cache", cwd=tmp_path))
        contents = {path.read_bytes() for path in tmp_path.glob("*.txt")}
        assert contents == {FIXED.encode()}
    assert runs[0].stdout == runs[1].stdout
    assert runs[0].returncode == runs[1].returncode == 0


@posix
def test_ctrl_c_at_a_question_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    first, second = article(tmp_path / "a.txt"), article(tmp_path / "b.txt")
    process = subprocess.Popen(
        [*COMMAND, "--interactive", "."],
        cwd=tmp_path,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(b"a\n")
    process.stdin.flush()
    while b"b.txt" not in process.stdout.readline():
        pass
    time.sleep(0.3)  # at the question
    os.killpg(process.pid, signal.SIGINT)
    _, err = process.communicate(timeout=60)
    assert process.returncode in (130, -signal.SIGINT)
    assert err == b"copylint: interrupted\n"
    assert first.read_bytes() == FIXED.encode()
    assert second.read_bytes() == FAULTY.encode()


@posix
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_ctrl_c_leaves_every_file_whole(tmp_path: Path, jobs: str) -> None:
    long = FAULTY + "The ferry left the harbour at noon and met the tide again.\r\n" * 800
    files = [tmp_path / f"{number}.txt" for number in range(60)]
    for path in files:
        path.write_bytes(long.encode())
    process = subprocess.Popen(
        [*COMMAND, ".", "--jobs", jobs],
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    whole = {long.encode(), long.replace("the the", "the").encode()}
    deadline = time.monotonic() + 120
    while time.monotonic() < deadline and not any(b"the the" not in f.read_bytes() for f in files):
        time.sleep(0.05)
    assert process.poll() is None, "the run must last longer than its first file"
    os.killpg(process.pid, signal.SIGINT)
    _, err = process.communicate(timeout=60)
    assert process.returncode in (130, -signal.SIGINT)  # see test_signals.py
    assert err == b"copylint: interrupted\n"
    assert {path.read_bytes() for path in files} <= whole
    assert {path.name for path in tmp_path.iterdir()} == {path.name for path in files}
