"""What was skipped in a walk through findings that was not finished."""

from __future__ import annotations

import json
from collections.abc import Iterable
from hashlib import blake2b
from typing import TYPE_CHECKING

from copylint.core.span import SourceSpan

if TYPE_CHECKING:
    from copylint.cache.store import Store

#: A finding that was decided on: its rule and place.
Decided = tuple[str, SourceSpan]


class Skipped:
    """The findings that were skipped, by the content of their file, kept in ``store``.

    They are kept while a walk is unfinished; without a store nothing is kept. A file that has
    changed since counts as one that was never walked through.
    """

    def __init__(self, store: Store | None) -> None:
        self._store = store
        self._walked: dict[bytes, frozenset[Decided]] = {}
        self._resumed: set[bytes] = set()

    def of(self, path: str, data: bytes) -> frozenset[Decided]:
        """What was skipped in the file at ``path`` that holds ``data``."""
        if self._store is None:
            return frozenset()
        key = _key(path, data)
        found = _read(self._store.get([key]).get(key))
        if found:
            self._resumed.add(key)
        return found

    def note(self, path: str, data: bytes, skipped: Iterable[Decided]) -> None:
        """Note that these findings were skipped in a file with its current content."""
        self._walked[_key(path, data)] = frozenset(skipped)

    def keep(self) -> bool:
        """Keep all that was noted, as the walk is unfinished; return whether there was any."""
        values = [(key, _written(each)) for key, each in self._walked.items() if each]
        if self._store is None or not values:
            return False
        self._store.put(values)
        return True

    def forget(self) -> None:
        """Forget what was skipped, as the walk is finished: the next one asks about everything."""
        if self._store is not None and self._resumed:
            self._store.put((key, b"[]") for key in self._resumed)


def _key(path: str, data: bytes) -> bytes:
    digest = blake2b(b"skipped 1\0", digest_size=16)
    digest.update(path.encode("utf-8", "surrogatepass") + b"\0")
    digest.update(data)
    return digest.digest()


def _written(skipped: Iterable[Decided]) -> bytes:
    rows = sorted((rule, span.start, span.end) for rule, span in skipped)
    return json.dumps(rows).encode("ascii")


def _read(value: bytes | None) -> frozenset[Decided]:
    try:
        rows = json.loads(value or b"[]")
        return frozenset((str(rule), SourceSpan(start, end)) for rule, start, end in rows)
    except (ValueError, TypeError):
        return frozenset()
