"""A bounded memory of what was worked out lately."""

from __future__ import annotations

from typing import Generic, TypeVar

K = TypeVar("K")
V = TypeVar("V")


class Recent(Generic[K, V]):
    """Values by key, of which the ones used last are kept: ``room`` to twice as many.

    Unlike a ``Memo`` it never forgets all at once, so that work on a text that is checked
    again and again is not lost in the middle of it. For use by one thread.
    """

    __slots__ = ("_old", "_room", "_young")

    def __init__(self, room: int) -> None:
        self._room = room
        self._young: dict[K, V] = {}
        self._old: dict[K, V] = {}

    def get(self, key: K) -> V | None:
        """The value of ``key``, None if it is not known any more."""
        value = self._young.get(key)
        if value is None:
            value = self._old.get(key)
            if value is not None:
                self.put(key, value)
        return value

    def put(self, key: K, value: V) -> None:
        """Remember a value, which must not be None."""
        if len(self._young) >= self._room:
            self._old, self._young = self._young, {}
        self._young[key] = value

    def __len__(self) -> int:
        return len(self._young.keys() | self._old.keys())
