"""A bound on the processor time that one file takes.

In the main thread two timers count the process's own time. The first raises an exception
wherever Python happens to be, a running regular expression included; the process goes on with
the next file. The second is for a call into C that never returns control to Python: the system
ends the process, and the process that started it takes over (see
``copylint.runner.worker_pool``).

In any other thread, which signals do not reach, a watchdog counts the thread's time and has
Python raise the exception there. It comes once a running call into C has returned.
"""

from __future__ import annotations

import signal
import threading
import time
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
# The least that the watchdog of a thread sleeps.
_LEAST_WAIT_S = 0.05

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

    ``fatal``: have the system end the process if that does not end the block; it has no effect
    outside the main thread. Inside another limit, and in the main thread on Windows, no limit
    is set. The value yielded says whether one is: if not, an ``OutOfTime`` is for the outer
    limit.
    """
    global _armed
    if threading.current_thread() is not threading.main_thread():
        with _thread_limit(seconds) as is_set:
            yield is_set
        return
    if _armed or not HAS_TIMERS:
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


_watched = threading.local()


@contextmanager
def _thread_limit(seconds: float) -> Iterator[bool]:
    """The limit in a thread that is not the main one."""
    if getattr(_watched, "is_watched", False):
        yield False
        return
    watchdog = _Watchdog(seconds)
    _watched.is_watched = True
    try:
        watchdog.start()
        try:
            yield True
        finally:
            watchdog.end()
    finally:
        watchdog.end()  # the exception may have been raised during the line above
        _watched.is_watched = False


class _Watchdog(threading.Thread):
    """Raises ``OutOfTime`` in the thread that makes it after ``seconds`` of its time."""

    def __init__(self, seconds: float) -> None:
        super().__init__(name="copylint-watchdog", daemon=True)
        self._target_id = threading.get_ident()
        self._is_over = threading.Event()
        self._lock = threading.Lock()
        self._until = self._spent() + seconds

    def run(self) -> None:
        """Wait until the time is up, and raise until the block has ended."""
        while (left := self._until - self._spent()) > 0:
            # A thread's time passes no faster than the clock does.
            if self._is_over.wait(max(left, _LEAST_WAIT_S)):
                return
        while not self._is_over.is_set():
            with self._lock:
                if not self._is_over.is_set():
                    _raise_in(self._target_id, OutOfTime)
            self._is_over.wait(_AGAIN_S)

    def end(self) -> None:
        """Raise nothing any more. What is still to be raised is raised here."""
        with self._lock:
            self._is_over.set()
        # Python raises at a jump back. To take the exception back instead would leave Python
        # 3.11 looking for it at every call from now on, and never get past one under a profiler.
        for _ in range(2):
            pass

    def _spent(self) -> float:
        """Seconds that the thread has worked; where the system cannot say, the process."""
        if not hasattr(time, "pthread_getcpuclockid"):
            return time.process_time()
        return time.clock_gettime(time.pthread_getcpuclockid(self._target_id))


def _raise_in(thread: int, error: type[BaseException]) -> None:
    """Have Python raise ``error`` in a thread."""
    import ctypes

    ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread), ctypes.py_object(error))
