"""A key-value store in one SQLite file, safe to share between concurrent runs.

A cache may be lost at any time and must never do harm. So every value is checked against
its own checksum, which covers its key; a file that SQLite or the checksums find broken is
deleted; a file that is locked, full or may not be written is left alone; one that anybody but
the user could have written is not read; and none of this is an error, only a miss.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing, suppress
from hashlib import blake2b
from pathlib import Path
from typing import TypeVar

from copylint.cache.private import objection
from copylint.core.record import record

#: Bytes that the file may hold.
MOST_BYTES = 256_000_000

# A new number for a new layout; the old file is then left for the platform to clear away.
_NAME = "results-2.db"
# How long to wait for another run that is writing, in seconds.
_PATIENCE_S = 1.0
_CHECKSUM = 8
# What is thrown away at once when there is too much: writing is rare then.
_TENTH = 10
_SCHEMA = (
    "CREATE TABLE IF NOT EXISTS entry "
    "(age INTEGER PRIMARY KEY, key BLOB NOT NULL UNIQUE, value BLOB NOT NULL)"
)


_Result = TypeVar("_Result")


class _Broken(Exception):
    """What was found is not what was kept."""


@record
class StoreInfo:
    """What a store holds. ``size`` is in bytes."""

    path: Path
    entries: int
    size: int


class Store:
    """The values in ``folder``, which is made when there is something to keep."""

    def __init__(self, folder: Path, most_bytes: int = MOST_BYTES) -> None:
        self.path = folder / _NAME
        self._most = most_bytes
        self._objection: str | None = None

    def exists(self) -> bool:
        """Whether anything was ever kept."""
        return self.path.is_file()

    def objection(self) -> str:
        """Why the folder or a file in it is not used, with its path; empty if it is."""
        if self._objection is None:
            places = ((self.path.parent, True), *((file, False) for file in self._files()))
            found = ((path, objection(path, is_folder=folder)) for path, folder in places)
            self._objection = next((f"{path}: {why}" for path, why in found if why), "")
        return self._objection

    def get(self, keys: Sequence[bytes]) -> dict[bytes, bytes]:
        """The values that are there, by key."""

        def look_up(connection: sqlite3.Connection) -> dict[bytes, bytes]:
            found: dict[bytes, bytes] = {}
            for key in keys:
                row = connection.execute("SELECT value FROM entry WHERE key = ?", (key,)).fetchone()
                if row is not None:
                    found[key] = _unsealed(key, row[0])
            return found

        return self._attempt(look_up) or {}

    def put(self, values: Iterable[tuple[bytes, bytes]]) -> None:
        """Keep ``values``, all of them or none; the oldest go when there are too many."""

        def write(connection: sqlite3.Connection) -> None:
            # Before there is a table, or it is of no effect.
            connection.execute("PRAGMA auto_vacuum = INCREMENTAL")
            # What a power cut leaves half written, the checksums find.
            connection.execute("PRAGMA synchronous = OFF")
            connection.execute("BEGIN IMMEDIATE")
            connection.execute(_SCHEMA)
            connection.executemany(
                "INSERT OR REPLACE INTO entry (key, value) VALUES (?, ?)",
                ((key, _sealed(key, value)) for key, value in values),
            )
            self._evict(connection)
            connection.execute("COMMIT")
            connection.execute("PRAGMA incremental_vacuum").fetchall()

        self._attempt(write, create=True)

    def clear(self) -> None:
        """Delete everything. Raises ``OSError`` if that is not allowed."""
        for path in self._files():
            path.unlink(missing_ok=True)

    def info(self) -> StoreInfo:
        """What there is."""
        entries = self._attempt(
            lambda connection: connection.execute("SELECT count(*) FROM entry").fetchone()[0]
        )
        size = 0
        for path in self._files():
            try:
                size += path.stat().st_size
            except OSError:
                continue
        return StoreInfo(self.path, entries or 0, size)

    def _files(self) -> tuple[Path, Path]:
        return self.path, self.path.with_name(self.path.name + "-journal")

    def _attempt(
        self, action: Callable[[sqlite3.Connection], _Result], *, create: bool = False
    ) -> _Result | None:
        """What ``action`` returns, or None if the file is not there or not to be used."""
        if (not create and not self.exists()) or self.objection():
            return None
        try:
            with closing(self._connect(create=create)) as connection:
                return action(connection)
        except sqlite3.OperationalError as error:
            # Locked, full, read-only, without our table: as good as not there.
            broken = "malformed" in str(error)
        except (sqlite3.DatabaseError, _Broken):
            broken = True
        except (OSError, ValueError, sqlite3.Error):
            broken = False
        if broken:
            with suppress(OSError):  # then it stays unreadable, and a miss
                self.clear()
        return None

    def _connect(self, *, create: bool) -> sqlite3.Connection:
        if create:
            self.path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        # For reading too: what a crash left half written is rolled back by who comes next.
        return sqlite3.connect(
            f"{self.path.absolute().as_uri()}?mode={'rwc' if create else 'rw'}",
            uri=True,
            timeout=_PATIENCE_S,
            isolation_level=None,
        )

    def _evict(self, connection: sqlite3.Connection) -> None:
        while _size(connection) > self._most:
            count = connection.execute("SELECT count(*) FROM entry").fetchone()[0]
            if not count:
                return
            connection.execute(
                "DELETE FROM entry WHERE age IN (SELECT age FROM entry ORDER BY age LIMIT ?)",
                (count // _TENTH + 1,),
            )


def _size(connection: sqlite3.Connection) -> int:
    """Bytes in use, free pages not counted."""
    pages, free, size = (
        int(connection.execute(f"PRAGMA {name}").fetchone()[0])
        for name in ("page_count", "freelist_count", "page_size")
    )
    return (pages - free) * size


def _checksum(key: bytes, value: bytes) -> bytes:
    return blake2b(value, digest_size=_CHECKSUM, key=key[:64]).digest()


def _sealed(key: bytes, value: bytes) -> bytes:
    return _checksum(key, value) + value


def _unsealed(key: bytes, sealed: object) -> bytes:
    """The value. Raises ``_Broken`` if it is not the one that was kept under this key."""
    if isinstance(sealed, bytes):
        value = sealed[_CHECKSUM:]
        if sealed[:_CHECKSUM] == _checksum(key, value):
            return value
    raise _Broken
