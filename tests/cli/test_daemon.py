"""The worker that stays, as processes: its output is that of a run without it."""

from __future__ import annotations

import os
import pty
import select
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

if os.name == "nt":
    pytest.skip("no Unix sockets and forks there", allow_module_level=True)

from copylint.cli.daemon import place, worker
from copylint.cli.daemon.client import ask
from copylint.runner import cache_key as fingerprint

COPYLINT = (sys.executable, "-m", "copylint")
PARAGRAPH = "The ferry left the the harbour at noon, and Orla Quist recieved the tide. "
PATIENCE_S = 60.0


def copylint(
    *arguments: str, cwd: Path, given: bytes | None = None, **environment: str
) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [*COPYLINT, *arguments],
        cwd=cwd,
        env={**os.environ, **environment},
        input=given,
        stdin=subprocess.DEVNULL if given is None else None,
        capture_output=True,
        check=False,
        timeout=PATIENCE_S,
    )


def wait_for(condition: Callable[[], object]) -> None:
    until = time.monotonic() + PATIENCE_S
    while not condition():
        assert time.monotonic() < until
        time.sleep(0.02)


class Here:
    """A folder for sockets, and the processes that listen in it."""

    def __init__(self, runtime: Path, files: Path) -> None:
        self.runtime, self.files = runtime, files

    def run(
        self, *arguments: str, cwd: Path | None = None, given: bytes | None = None, **env: str
    ) -> subprocess.CompletedProcess[bytes]:
        return copylint(*arguments, cwd=cwd or self.files, given=given, **env)

    def status(self) -> tuple[int, int] | None:
        """Process id and requests of the worker."""
        told = self.run("warm", "status").stdout.decode().split()
        return (int(told[1].rstrip(":")), int(told[5])) if told else None

    def start(self) -> int:
        self.run("check", "a.txt", "--warm")
        wait_for(self.status)
        status = self.status()
        assert status is not None
        return status[0]

    def served(self) -> int:
        """Requests so far, this question left out."""
        status = self.status()
        assert status is not None
        return status[1]


def is_alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().split()[2] != "Z"
    except OSError:
        pass
    try:
        os.kill(pid, 0)
    except OSError:
        return False
    return not Path("/proc").is_dir()


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Here]:
    # Not below tmp_path: the address of a socket must be short.
    runtime = Path(tempfile.mkdtemp(prefix="cl"))
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(runtime))
    monkeypatch.setenv("COLUMNS", "80")
    for name in ("NO_COLOR", "FORCE_COLOR", "COPYLINT_DEBUG"):
        monkeypatch.delenv(name, raising=False)
    files = tmp_path / "files"
    (files / "desk").mkdir(parents=True)
    (files / "a.txt").write_text(PARAGRAPH * 3)
    (files / "desk" / "b.md").write_text("# Café naïve\n\n" + PARAGRAPH)
    (files / "copylint.toml").write_text('root = true\nlanguage = "en-GB"\ngrammar = "none"\n')
    yield Here(runtime, files)
    copylint("warm", "stop", cwd=files)
    shutil.rmtree(runtime)


COMMANDS: tuple[tuple[str, ...], ...] = (
    ("a.txt",),
    (),
    (".", "-q", "--statistics"),
    (".", "--format", "json", "--jobs", "2", "--no-cache"),
    ("a.txt", "--color", "always"),
    ("-", "--stdin-filename", "desk/c.md", "--select", "duplicates,spelling"),
    ("nowhere.txt", "desk"),
    ("a.txt", "--fail-on", "never"),
    ("a.txt", "--grammar", "harper"),
    ("a.txt", "--bogus"),
    ("a.txt", "--select", "spelin"),
    ("a.txt", "--config", "nowhere.toml"),
)


def test_output_equals_a_run_without_daemon(here: Here) -> None:
    here.start()
    for command in COMMANDS:
        for environment in ({}, {"FORCE_COLOR": "1", "COLUMNS": "50"}):
            given = PARAGRAPH.encode() + b"\xe2\x80\x9c" if "-" in command else None
            cold, warm = (
                here.run("check", *command, how, given=given, **environment)
                for how in ("--no-warm", "--warm")
            )
            assert warm.stdout == cold.stdout, command
            assert warm.stderr == cold.stderr, command
            assert warm.returncode == cold.returncode, command
    inner = here.files / "desk"
    cold, warm = (here.run("check", how, cwd=inner) for how in ("--no-warm", "--warm"))
    assert warm.stdout == cold.stdout
    assert b"\n  3:16  warning" in warm.stdout


def test_requests_are_served(here: Here) -> None:
    here.start()
    before = here.served()
    here.run("check", "a.txt", "--warm")
    here.run("check", "a.txt", "--no-warm")
    assert here.served() == before + 2  # the check, and the status before it


def test_only_requests_for_the_daemon_are_served(
    here: Here, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An answer without output of this process is one of the worker."""
    here.start()
    monkeypatch.chdir(here.files)
    plain, wanted = ["check", "a.txt", "-q"], ["check", "a.txt", "-q", "--warm"]
    monkeypatch.setattr("sys.stdout", sys.__stdout__)
    assert ask(plain) is None
    assert ask(wanted) == 1
    assert ask(["rules"]) is None
    assert ask(["check", "--no-warm", "a.txt"]) is None
    with (here.files / "copylint.toml").open("a") as config:
        config.write("warm = true\n")
    assert ask(plain) == 1
    monkeypatch.setenv("PYTHONHASHSEED", "7")
    assert ask(wanted) is None
    monkeypatch.delenv("PYTHONHASHSEED")
    (here.runtime / "copylint").chmod(0o755)
    assert ask(wanted) is None


def test_folder_and_socket_are_private(here: Here) -> None:
    here.start()
    folder = here.runtime / "copylint"
    assert folder.stat().st_mode & 0o777 == 0o700
    (path,) = folder.glob("*.sock")
    assert path.stat().st_mode & 0o077 == 0


def test_a_worker_is_started_only_when_wanted(here: Here) -> None:
    here.run("check", "a.txt")
    here.run("check", "a.txt", "--no-warm")
    assert not (here.runtime / "copylint").exists()
    assert here.run("warm", "status").returncode == 2
    assert here.run("warm", "stop").returncode == 0


def test_stop_ends_the_worker(here: Here) -> None:
    pid = here.start()
    assert here.run("warm", "stop").stdout == f"worker {pid}: ended\n".encode()
    wait_for(lambda: not is_alive(pid))
    assert here.status() is None
    assert here.run("check", "a.txt", "--no-warm").returncode == 1


def test_a_killed_worker_is_replaced(here: Here) -> None:
    pid = here.start()
    os.kill(pid, signal.SIGKILL)
    wait_for(lambda: not is_alive(pid))
    (path,) = (here.runtime / "copylint").glob("*.sock")
    cold = here.run("check", "a.txt", "--no-warm")
    stale = here.run("check", "a.txt", "--warm")
    assert (stale.stdout, stale.stderr, stale.returncode) == (cold.stdout, cold.stderr, 1)
    wait_for(lambda: here.status() not in (None, pid))
    assert path.exists()


def test_many_requests_share_one_worker(here: Here) -> None:
    runs = [
        subprocess.Popen(
            [*COPYLINT, "check", "a.txt", "--warm"], cwd=here.files, stdout=subprocess.PIPE
        )
        for _ in range(4)
    ]
    assert len({run.communicate(timeout=PATIENCE_S)[0] for run in runs}) == 1
    wait_for(here.status)
    assert len(here.run("warm", "status").stdout.splitlines()) == 1


def test_two_concurrent_clients_are_served(here: Here) -> None:
    here.start()
    (here.files / "large.txt").write_text(PARAGRAPH * 3_000)
    command = [*COPYLINT, "check", "large.txt", "-q", "--no-cache", "--warm"]
    slow = subprocess.Popen(command, cwd=here.files, stdout=subprocess.PIPE)
    quick = here.run("check", "a.txt", "-q", "--warm")
    assert quick.returncode == 1
    assert quick.stdout.count(b"duplicates.word") == 3
    out, _ = slow.communicate(timeout=PATIENCE_S)
    assert slow.returncode == 1
    assert out.count(b"duplicates.word") == 3_000


def test_slow_reader_gets_all_output(here: Here) -> None:
    here.start()
    (here.files / "large.txt").write_text((PARAGRAPH + "\n\n") * 1_500)
    command = ("check", "large.txt", "--format", "json", "--grammar", "off")
    cold = here.run(*command, "--no-warm").stdout
    reading = subprocess.Popen(
        [*COPYLINT, *command, "--warm"], cwd=here.files, stdout=subprocess.PIPE
    )
    assert reading.stdout is not None
    time.sleep(0.5)
    assert reading.stdout.read() == cold
    assert len(cold) > 1_000_000
    leaving = subprocess.Popen(
        [*COPYLINT, *command, "--warm"],
        cwd=here.files,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert leaving.stdout is not None
    assert leaving.stderr is not None
    leaving.stdout.read(10)
    leaving.stdout.close()
    assert leaving.wait(PATIENCE_S) == 1
    assert leaving.stderr.read() == b""


def test_worker_sees_the_client_terminal(here: Here) -> None:
    here.start()
    seen = []
    for how in ("--no-warm", "--warm"):
        ours, theirs = pty.openpty()
        process = subprocess.Popen(
            [*COPYLINT, "check", "a.txt", how],
            cwd=here.files,
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            env={**os.environ, "TERM": "xterm"},
        )
        os.close(theirs)
        seen.append(b"")
        while select.select([ours], [], [], PATIENCE_S)[0]:
            try:
                part = os.read(ours, 65_536)
            except OSError:
                break
            if not part:
                break
            seen[-1] += part
        os.close(ours)
        assert process.wait(PATIENCE_S) == 1
    assert seen[0] == seen[1]
    assert b"\x1b[" in seen[0]


def busy(here: Here) -> tuple[subprocess.Popen[bytes], set[int]]:
    """A client in the midst of a long check, and the processes that work for it."""
    pid = here.start()
    children = Path(f"/proc/{pid}/task/{pid}/children")
    if not children.exists():
        pytest.skip("no way to see the worker's forks")
    wait_for(lambda: not children.read_text().split())  # the fork that reported the status
    (here.files / "large.txt").write_text(PARAGRAPH * 60_000)
    client = subprocess.Popen(
        [*COPYLINT, "check", "large.txt", "--no-cache", "--grammar", "off", "--warm"],
        cwd=here.files,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    forks: set[int] = set()
    wait_for(lambda: forks.update(map(int, children.read_text().split())) or forks)
    time.sleep(1)
    forks.update(map(int, children.read_text().split()))
    assert client.poll() is None, "the check must last longer than this test waits"
    return client, forks


def test_interrupt_ends_the_request(here: Here) -> None:
    client, forks = busy(here)
    client.send_signal(signal.SIGINT)
    out, err = client.communicate(timeout=PATIENCE_S)
    assert (client.returncode, out, err) == (130, b"", b"copylint: interrupted\n")
    wait_for(lambda: not any(map(is_alive, forks)))
    assert here.status() is not None


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM])
def test_fork_ends_with_its_client(here: Here, number: int) -> None:
    client, forks = busy(here)
    client.send_signal(number)
    client.communicate(timeout=PATIENCE_S)
    wait_for(lambda: not any(map(is_alive, forks)))
    assert here.status() is not None


def test_dead_fork_is_reported(here: Here) -> None:
    client, forks = busy(here)
    for fork in forks:
        with suppress(ProcessLookupError):  # the one that reported the status has ended by itself
            os.kill(fork, signal.SIGKILL)
    out, err = client.communicate(timeout=PATIENCE_S)
    assert (client.returncode, out) == (2, b"")
    assert b"the worker ended unexpectedly" in err
    assert here.status() is not None


@pytest.mark.parametrize("said", [b"", b"\0" * 8, b"\xff" * 8, b"abc", b"\0" * 7 + b"\x09" + b"x"])
def test_malformed_request_is_refused(here: Here, said: bytes) -> None:
    here.start()
    (path,) = (here.runtime / "copylint").glob("*.sock")
    with socket.socket(socket.AF_UNIX) as connection:
        connection.connect(str(path))
        connection.sendall(said)
        if said:
            connection.shutdown(socket.SHUT_WR)
        assert here.status() is not None
    assert here.run("check", "a.txt", "--warm").returncode == 1


def test_idle_worker_exits(here: Here, monkeypatch: pytest.MonkeyPatch) -> None:
    path = place.address(place.token())
    code = (
        "import sys; from copylint.cli.daemon import worker; worker.IDLE_S = 0.3; "
        "worker.listen(sys.argv[1], lambda: None, lambda: 0)"
    )
    process = subprocess.Popen([sys.executable, "-c", code, path])
    assert process.wait(PATIENCE_S) == 0
    assert not Path(path).exists()


def test_changed_code_ends_the_worker(monkeypatch: pytest.MonkeyPatch) -> None:
    fingerprint.installed()
    assert not worker._has_changed()
    monkeypatch.setattr(fingerprint, "distributions", lambda: ["another-1.0.dist-info 99"])
    assert worker._has_changed()


def test_foreign_folder_is_not_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ours = tmp_path / "ours"
    ours.mkdir(0o700)
    assert place.is_private(str(ours))
    (tmp_path / "link").symlink_to(ours)
    assert not place.is_private(str(tmp_path / "link"))
    ours.chmod(0o710)
    assert not place.is_private(str(ours))
    monkeypatch.setattr(os, "geteuid", lambda: 12345)
    ours.chmod(0o700)
    assert not place.is_private(str(ours))
    monkeypatch.setenv("XDG_RUNTIME_DIR", "/" + "x" * 200)
    assert place.address(place.token()) == ""


WITHOUT_EXTRAS = """
import sys
sys.modules.update(dict.fromkeys(("starlette", "uvicorn", "pygls", "lsprotocol", "mcp")))
from copylint.cli.worker_main import _import_all
_import_all()
"""


def test_a_worker_needs_no_library_of_another_server() -> None:
    ran = subprocess.run(
        [sys.executable, "-c", WITHOUT_EXTRAS], capture_output=True, text=True, timeout=PATIENCE_S
    )
    assert (ran.returncode, ran.stderr) == (0, "")
