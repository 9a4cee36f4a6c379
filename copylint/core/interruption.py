"""Ends work in a thread whose result nobody wants any more.

The work itself asks, between its parts, so that it ends only where nothing is half done.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

_local = threading.local()


class Interrupted(BaseException):
    """Nobody wants the result. Not an ``Exception``: no guard against faults catches it."""


@contextmanager
def interruptible(is_over: Callable[[], bool]) -> Iterator[None]:
    """In the block, ``may_end`` raises ``Interrupted`` in this thread once ``is_over``."""
    before = getattr(_local, "is_over", None)
    _local.is_over = is_over
    try:
        yield
    finally:
        _local.is_over = before


def may_end() -> None:
    """Raise ``Interrupted`` if nobody wants the result of what this thread does."""
    is_over = getattr(_local, "is_over", None)
    if is_over is not None and is_over():
        raise Interrupted
