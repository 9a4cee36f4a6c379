"""Progress of runs that take hours: how many are done, how many a second, and the time left."""

from __future__ import annotations

import sys
import time
from types import TracebackType

from copylint.cli.terminal import is_terminal

# Seconds between two lines: on a terminal each replaces the last, in a log each stays.
_ON_TERMINAL_S, _IN_LOG_S = 0.5, 30.0


class RateProgress:
    """Writes lines to standard error. ``what`` are the things counted, in the plural."""

    def __init__(self, what: str, *, wanted: bool) -> None:
        self._what = what
        self._wanted = wanted
        self._overwrites = is_terminal(sys.stderr)
        self._between = _ON_TERMINAL_S if self._overwrites else _IN_LOG_S
        self._total = self._done = 0
        self._started = self._last = time.monotonic()
        self._width = 0

    def __enter__(self) -> RateProgress:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._width:
            self._write("\r" + " " * self._width + "\r")

    def begin(self, total: int) -> None:
        """Say how many there are; the clock starts now."""
        self._total = total
        self._started = self._last = time.monotonic()

    def advance(self, finished: int) -> None:
        """Note that ``finished`` more are done."""
        self._done += finished
        now = time.monotonic()
        if not self._wanted or now - self._last < self._between:
            return
        self._last = now
        line = progress_line(self._what, self._done, self._total, now - self._started)
        if self._overwrites:
            self._write("\r" + line.ljust(self._width))
            self._width = len(line)
        else:
            self._write(f"copylint: {line}\n")

    def _write(self, text: str) -> None:
        try:
            sys.stderr.write(text)
            sys.stderr.flush()
        except (OSError, ValueError):
            self._wanted = False  # no one is reading


def progress_line(what: str, done: int, total: int, seconds: float) -> str:
    """As in "12,000 of 200,000 articles, 86 a second, 36 min left"."""
    rate = done / seconds if seconds > 0 else 0.0
    line = f"{done:,} of {total:,} {what}"
    if not rate:
        return line
    return f"{line}, {rate:,.3g} a second, {_duration((total - done) / rate)} left"


def _duration(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    if hours:
        return f"{hours:,} h {minutes} min"
    return f"{minutes} min" if minutes >= 5 else f"{minutes * 60 + rest} s"
