"""The documents that are open, by owner, in bounded memory."""

from __future__ import annotations

import threading
from collections import OrderedDict

from copylint.service.limits import Limits
from copylint.service.live_document import LiveDocument

_Key = tuple[str, str]


class LiveDocuments:
    """All open documents; for use by several threads.

    When there are too many, or they are too large together, the owner who holds most loses the
    documents that have not been used for longest.
    """

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._lock = threading.Lock()
        self._open: OrderedDict[_Key, LiveDocument] = OrderedDict()
        self._sizes: dict[_Key, int] = {}

    def add(self, document: LiveDocument) -> None:
        """Add a document; one with the same owner and name is closed."""
        key = (document.owner, document.name)
        with self._lock:
            before = self._open.pop(key, None)
            self._open[key] = document
        if before is not None:
            before.close()
        self.note_change(document)

    def get(self, owner: str, name: str) -> LiveDocument | None:
        """The open document that ``owner`` calls ``name``."""
        with self._lock:
            found = self._open.get((owner, name))
            if found is not None:
                self._open.move_to_end((owner, name))
            return found

    def of(self, owner: str) -> list[LiveDocument]:
        """The open documents of an owner."""
        with self._lock:
            return [each for (whose, _), each in self._open.items() if whose == owner]

    def note_change(self, document: LiveDocument) -> None:
        """Update the totals after the text of a document has changed or it was closed."""
        key = (document.owner, document.name)
        with self._lock:
            if self._open.get(key) is not document:
                return
            if document.is_closed:
                del self._open[key]
                self._sizes.pop(key, None)
                return
            self._open.move_to_end(key)
            self._sizes[key] = document.size
            evicted = self._evicted(key)
        for each in evicted:
            each.close()

    def close(self) -> None:
        """Close all of them."""
        with self._lock:
            left = list(self._open.values())
        for each in left:
            each.close()

    def __len__(self) -> int:
        return len(self._open)

    def _evicted(self, kept: _Key) -> list[LiveDocument]:
        """The documents to close, taken out of the totals; never the one under ``kept``."""
        evicted = []
        while len(self._open) > 1 and (
            len(self._open) > self._limits.documents
            or sum(self._sizes.values()) > self._limits.total_bytes
        ):
            key = self._first_to_go(kept)
            evicted.append(self._open.pop(key))
            self._sizes.pop(key, None)
        return evicted

    def _first_to_go(self, kept: _Key) -> _Key:
        is_many = len(self._open) > self._limits.documents
        held: dict[str, int] = {}
        for owner, name in self._open:
            held[owner] = held.get(owner, 0) + (1 if is_many else self._sizes.get((owner, name), 0))
        owners = sorted(held, key=lambda owner: -held[owner])
        for owner in owners:
            for key in self._open:  # the oldest first
                if key[0] == owner and key != kept:
                    return key
        raise AssertionError("there is another document")
