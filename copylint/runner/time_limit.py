"""A bound on the processor time that one file takes.

Two timers count the process's own time. The first raises an exception wherever Python happens
to be, a running regular expression included; the process goes on with the next file. The
second is for a call into C that never asks Python for leave: the system ends the process, and
whoever started it takes it from there (see ``copylint.runner.worker_pool``).
"""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager

#: Whether the system has the timers.
HAS_TIMERS = hasattr(signal, "setitimer")
#: How a process ends that the second timer stops, as its exit code.
STOPPED = -signal.SIGVTALRM if HAS_TIMERS else 0

#: Checks of a file that fixing it may take: a first one, and what real copy needs of more.
FIX_ROUNDS = 4

# The exception is lost where Python raises it in a destructor: it comes again.
_AGAIN_S = 1.0
# Seconds between the exception and the end of the process.
_GRACE_S = 5.0

_armed = False


class OutOfTime(BaseException):
    """The time is up. No ``Exception``, so that no guard against faults takes it for one."""


def too_slow(seconds: float) -> str:
    """The message about a file that took longer than its limit."""
    return (
        f"took more than {seconds:g} seconds of processor time and was stopped; "
        "raise timeout to allow more"
    )


def wall_clock(seconds: float) -> float:
    """Seconds on the clock that a file may take which has ``seconds`` of processor time.

    Many: a busy machine has little time for each. What waits for something else than the
    processor comes to an end too.
    """
    return 10 * seconds + 60


@contextmanager
def time_limit(seconds: float, *, fatal: bool = True) -> Iterator[bool]:
    """Raise ``OutOfTime`` in the block once it has used ``seconds`` of processor time.

    ``fatal``: have the system end the process where that does not end the block. Inside
    another limit, outside the main thread and on Windows there is no limit. What is yielded
    says whether there is: if not, an ``OutOfTime`` is for the outer limit.
    """
    global _armed
    if _armed or not HAS_TIMERS or threading.current_thread() is not threading.main_thread():
        yield False
        return
    before = signal.signal(signal.SIGPROF, _raise)
    fatal_before = signal.signal(signal.SIGVTALRM, signal.SIG_DFL)
    try:
        _armed = True
        signal.setitimer(signal.ITIMER_PROF, seconds, _AGAIN_S)
        if fatal:
            signal.setitimer(signal.ITIMER_VIRTUAL, seconds + _GRACE_S)
        try:
            yield True
        finally:
            _disarm()
    finally:
        _disarm()  # the exception may have come while the line before ran
        signal.signal(signal.SIGPROF, before or signal.SIG_DFL)
        signal.signal(signal.SIGVTALRM, fatal_before or signal.SIG_DFL)


def _disarm() -> None:
    global _armed
    _armed = False
    signal.setitimer(signal.ITIMER_PROF, 0.0)
    signal.setitimer(signal.ITIMER_VIRTUAL, 0.0)


def _raise(*_: object) -> None:
    if _armed:
        raise OutOfTime
