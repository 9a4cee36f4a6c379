"""Limits the requests that each client may make per minute."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable
from math import ceil

# The most clients remembered; the one silent for longest is forgotten first.
_MOST_CLIENTS = 10_000
_MINUTE_S = 60.0


class RateLimit:
    """A token bucket for each client: it holds a minute's requests and refills steadily.

    ``a_minute`` is the number of requests per minute, 0 for no limit. ``clock`` gives seconds
    from an arbitrary start.
    """

    def __init__(self, a_minute: int, clock: Callable[[], float] = time.monotonic) -> None:
        self._full = float(a_minute)
        self._clock = clock
        self._buckets: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def wait_for(self, owner: str) -> int:
        """Take a request from the client's bucket; returns the seconds to wait if it is empty."""
        if not self._full:
            return 0
        now = self._clock()
        level, then = self._buckets.pop(owner, (self._full, now))
        level = min(self._full, level + (now - then) * self._full / _MINUTE_S)
        allowed = level >= 1
        self._buckets[owner] = (level - 1 if allowed else level, now)
        if len(self._buckets) > _MOST_CLIENTS:
            self._buckets.popitem(last=False)
        return 0 if allowed else ceil((1 - level) * _MINUTE_S / self._full)
