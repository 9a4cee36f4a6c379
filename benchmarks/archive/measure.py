"""Measure checks of a generated archive: rates, memory, and runs whose processes are killed.

    python benchmarks/archive/measure.py archive/articles.parquet --work /tmp/measured [--ray]

Runs one after the other by the rules alone: one worker, two workers, two of which one is killed
with SIGKILL, and a run whose driver is killed and then resumed; with ``--ray`` also two actors.
``--full-size`` leaves out one worker and the killed runs, for archives that take half an hour a
run. Each prints articles and words a second, the peak memory, and whether its parts are those of
the first run.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

_ROWS = ("--text", "body", "--id", "id", "--date", "date")
_EVERY_S = 0.1


class Run:
    """One run of ``copylint archive check``, watched until it ends."""

    def __init__(self, archive: Path, output: Path, *options: str) -> None:
        always = ("--isolated", "--grammar", "off", "--quiet", "--output", str(output))
        start = (sys.executable, "-m", "copylint", "archive", "check", str(archive))
        self.started = time.monotonic()
        self.process = subprocess.Popen([*start, *_ROWS, *always, *options])
        self.output = output
        self.peak_of_one = self.peak_of_all = 0.0

    def watch(self, act: Callable[[Run], bool]) -> float:
        """Seconds until the end; ``act`` is called until it says that it has acted."""
        has_acted = False
        while self.process.poll() is None:
            sizes = [megabytes(each) for each in [self.process.pid, *self.workers()]]
            self.peak_of_one = max(self.peak_of_one, *sizes)
            self.peak_of_all = max(self.peak_of_all, sum(sizes))
            has_acted = has_acted or act(self)
            time.sleep(_EVERY_S)
        return time.monotonic() - self.started

    def workers(self) -> list[int]:
        """The processes that the run has started."""
        path = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children")
        try:
            return [int(each) for each in path.read_text().split()]
        except OSError:
            return []

    def parts(self) -> dict[str, bytes]:
        """What has been written so far."""
        return {path.name: path.read_bytes() for path in self.output.glob("part-*.parquet")}


def megabytes(process: int) -> float:
    """The memory of a process that it shares with no other, plus its part of what it shares."""
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0.0
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1000


def processor_time() -> float:
    """Seconds that all runs which have ended, and their workers, have worked."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def nothing(_: Run) -> bool:
    """Leave the run alone."""
    return True


def kill_worker(run: Run) -> bool:
    """Kill one worker once two parts are written."""
    if len(list(run.output.glob("part-*"))) < 2 or not run.workers():
        return False
    os.kill(run.workers()[0], signal.SIGKILL)
    return True


def kill_driver(run: Run) -> bool:
    """Kill the run itself once it is a third done."""
    if len(list(run.output.glob("part-*"))) < 6:
        return False
    run.process.send_signal(signal.SIGKILL)
    return True


def main() -> None:
    """Run all and print a line for each."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("archive", type=Path)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--ray", action="store_true")
    parser.add_argument("--full-size", action="store_true")
    parser.add_argument("--shard-size", type=int, default=1000)
    given = parser.parse_args()
    shutil.rmtree(given.work, ignore_errors=True)
    first: dict[str, bytes] = {}

    def measure(name: str, act: Callable[[Run], bool], *options: str, folder: str = "") -> None:
        size = ("--shard-size", str(given.shard_size))
        before = processor_time()
        run = Run(given.archive, given.work / (folder or name), *options, *size)
        seconds = run.watch(act)
        parts = run.parts()
        if not first:
            first.update(parts)
        if run.process.returncode:
            print(f"{name}: ended by {run.process.returncode}, {len(parts)} parts", flush=True)
            return
        total = json.loads((run.output / "_summary.json").read_text())
        used = processor_time() - before
        print(
            f"{name}: {seconds:.0f} s, {used:.0f} s of processor time, "
            f"{total['articles'] / seconds:.1f} articles/s, "
            f"{total['words'] / seconds:,.0f} words/s, {total['findings']:,} findings, "
            f"peak {run.peak_of_one:.0f} MB in one process, {run.peak_of_all:.0f} MB in all, "
            f"parts {'identical' if parts == first else 'DIFFERENT'}",
            flush=True,
        )

    if not given.full_size:
        measure("one worker", nothing, "--jobs", "1")
    measure("two workers", nothing, "--jobs", "2")
    if not given.full_size:
        measure("two workers, one killed", kill_worker, "--jobs", "2")
        measure("driver killed", kill_driver, "--jobs", "2", folder="resumed")
        measure("resumed", nothing, "--jobs", "2", "--resume", folder="resumed")
    if given.ray:
        measure("two actors of Ray", nothing, "--engine", "ray", "--jobs", "2")


if __name__ == "__main__":
    main()
