"""Running a command: how long it takes, and the most memory its processes hold at once."""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import threading
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

_PROC = Path("/proc")
# Short runs must be seen too; long ones must not be slowed by being watched.
_FIRST_LOOK_S, _LAST_LOOK_S, _SLOWER = 0.01, 0.5, 1.3


@dataclass(frozen=True, slots=True)
class Measured:
    """What one run took.

    ``cpu`` are the seconds that its processes kept cores busy, ``peak`` is in bytes, 0
    where the system does not tell.
    """

    seconds: float
    cpu: float
    peak: int
    code: int
    timed_out: bool = False


def measure(
    command: Sequence[str],
    *,
    limit: float,
    environment: Mapping[str, str],
    beside: Sequence[int] = (),
) -> Measured:
    """Run ``command`` with its output thrown away; after ``limit`` seconds it is ended.

    ``beside`` are processes that were there before and count for memory.
    """
    environment = {**os.environ, **environment}
    # Where Python may not keep what it compiled, every start would compile everything again:
    # no installation is like that.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    started = time.perf_counter()
    process = subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=environment,
        start_new_session=True,
    )
    watch = _Watch([process.pid, *beside])
    watch.start()
    # A wait with a limit looks every 50 ms: too seldom for runs of a few of those.
    ended = threading.Event()
    killer = threading.Timer(limit, _end, (process.pid, ended))
    killer.start()
    code = process.wait()
    seconds = time.perf_counter() - started
    killer.cancel()
    timed_out = ended.is_set()
    watch.end()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Measured(seconds, cpu, watch.peak, code, timed_out)


def _end(pid: int, ended: threading.Event) -> None:
    ended.set()
    os.killpg(pid, signal.SIGKILL)


class _Watch(threading.Thread):
    """Looks at the memory of a process and its descendants, ever less often."""

    def __init__(self, roots: list[int]) -> None:
        super().__init__(daemon=True)
        self.peak = 0
        self._roots = roots
        self._ended = threading.Event()

    def run(self) -> None:
        pause = _FIRST_LOOK_S
        while _PROC.is_dir() and not self._ended.wait(pause):
            self.peak = max(self.peak, sum(map(_memory, _tree(self._roots))))
            pause = min(pause * _SLOWER, _LAST_LOOK_S)

    def end(self) -> None:
        self._ended.set()
        self.join()


def _tree(roots: list[int]) -> list[int]:
    """The processes and their descendants, as far as they are still there."""
    found = [*roots]
    for pid in found:
        try:
            for task in (_PROC / str(pid) / "task").iterdir():
                found += map(int, (task / "children").read_text().split())
        except OSError:
            continue
    return found


def _memory(pid: int) -> int:
    """Bytes of memory a process holds; what several share counts in parts (PSS)."""
    try:
        for line in (_PROC / str(pid) / "smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) * 1024
    except OSError:
        pass
    return 0
