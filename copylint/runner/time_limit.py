"""A bound on the processor time that one file takes.

Two timers count the process's own time. The first raises an exception wherever Python happens
to be, a running regular expression included; the process goes on with the next file. The
second is for a call into C that never returns control to Python: the system ends the process,
and the process that started it takes over (see ``copylint.runner.worker_pool``).
"""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager

#: Whether the system has the timers.
HAS_TIMERS = hasattr(signal, "setitimer")
#: The exit code of a process that the second timer stops.
STOPPED = -signal.SIGVTALRM if HAS_TIMERS else 0

#: Checks of a file that fixing it may take: a first one, and as many more as real copy needs.
FIX_ROUNDS = 4

# The exception is lost if Python raises it in a destructor, so it is raised again.
_AGAIN_S = 1.0
# Seconds between the exception and the end of the process.
_GRACE_S = 5.0

_armed = False


class OutOfTime(BaseException):
    """The time is up. Not an ``Exception``, so that no guard against faults catches it."""


def too_slow(seconds: float) -> str:
    """The message about a file that took longer than its limit."""
    return (
        f"took more than {seconds:g} seconds of processor time and was stopped; "
        "raise timeout to allow more"
    )


def wall_clock(seconds: float) -> float:
    """Seconds on the clock that a file with ``seconds`` of processor time may take.

    Many more, since a busy machine has little time for each process; but a process that waits
    for something other than the processor is ended too.
    """
    return 10 * seconds + 60


@contextmanager
def time_limit(seconds: float, *, fatal: bool = True) -> Iterator[bool]:
    """Raise ``OutOfTime`` in the block once it has used ``seconds`` of processor time.

    ``fatal``: have the system end the process if that does not end the block. Inside another
    limit, outside the main thread and on Windows it sets no limit. The value yielded says
    whether it does: if not, an ``OutOfTime`` is for the outer limit.
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
        _disarm()  # the exception may have been raised during the line above
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
