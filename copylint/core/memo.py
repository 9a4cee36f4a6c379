"""A bounded memo of values by key."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

K = TypeVar("K")
V = TypeVar("V")

#: Distinct words of a large archive that are worth remembering in one process.
WORDS = 50_000


class Memo(dict[K, V]):
    """A dictionary whose values are computed when their keys are first looked up.

    ``make`` gives the value of a key. A memo that holds ``limit`` values forgets all of them
    before it takes another, so that a long run's memory stays bounded. Looking up a known key
    costs a quarter of a function call, which is why this is not an ``lru_cache``.
    """

    __slots__ = ("_limit", "_make")

    def __init__(self, make: Callable[[K], V], limit: int = WORDS) -> None:
        self._make, self._limit = make, limit

    def __missing__(self, key: K) -> V:
        if len(self) >= self._limit:
            self.clear()
        value = self[key] = self._make(key)
        return value
