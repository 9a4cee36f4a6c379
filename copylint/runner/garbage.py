"""Has Python look for cyclic garbage seldom while articles are checked."""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator
from contextlib import contextmanager

# New objects after which Python looks for cycles; its default is 700. A chunk of articles makes
# fewer, and nearly all are freed with it: articles drop what refers to them.
_COLLECT_AFTER = 2_000_000

# The same for a process that stays: it must free what its protocol leaves in cycles.
_STAYING_COLLECT_AFTER = 50_000

# Several threads may check at the same time: how many do, and what holds when none does.
_lock = threading.Lock()
_seldom = 0
_threshold = gc.get_threshold()


def collect_while_staying() -> None:
    """Make Python look for cyclic garbage as a server needs it.

    The command line has it look so seldom that a server would grow by some 100 MB first.
    """
    gc.set_threshold(_STAYING_COLLECT_AFTER)


def settle() -> None:
    """Exempt everything that is loaded by now from later searches; call it once, after a check."""
    gc.collect()
    gc.freeze()


@contextmanager
def collecting_seldom() -> Iterator[None]:
    """Make Python look for cyclic garbage very rarely.

    A text in tokens is many small objects and hardly any cycle: the collector would take a
    fifth of the time of a check (a tenth if it ran a hundred times less often than by
    default), and find nothing.
    """
    global _seldom, _threshold
    with _lock:
        if not _seldom:
            _threshold = before = gc.get_threshold()
            gc.set_threshold(max(_COLLECT_AFTER, before[0]) if before[0] else 0, *before[1:])
        _seldom += 1
    try:
        yield
    finally:
        with _lock:
            _seldom -= 1
            if not _seldom:
                gc.set_threshold(*_threshold)
