"""A read-only table from strings to small numbers, memory-mapped: the store of our models.

Each slot holds eight bits of the key's hash and one signed byte. A key that is not there
is taken for one that is about once in a thousand look-ups, which a model of many weak
features bears; in exchange an entry costs two bytes and loading costs nothing.
"""

from __future__ import annotations

import mmap
from collections.abc import Iterable
from pathlib import Path
from zlib import crc32

_MAGIC = b"copylint-hash-1\n"
_PROBES = 6


class HashTable:
    """Look-ups in a file that ``write`` made.

    Raises ``ValueError`` where the file is not such a table, ``OSError`` where it cannot
    be read.
    """

    __slots__ = ("_mask", "_prints", "_values")

    def __init__(self, path: Path) -> None:
        with path.open("rb") as file:
            data = memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
        head = len(_MAGIC) + 1
        slots = 1 << data[head - 1] if bytes(data[: head - 1]) == _MAGIC else 0
        if len(data) != head + 2 * slots:
            raise ValueError(f"{path.name} is damaged or not a copylint table")
        self._mask = slots - 1
        self._prints = data[head : head + slots]
        self._values = data[head + slots :].cast("b")

    def get(self, key: str) -> int:
        """The number stored for ``key``, -128 to 127; 0 where there is none."""
        code = crc32(key.encode("utf-8", "surrogatepass"))
        mark = code >> 24 or 1
        slot = code & self._mask
        prints = self._prints
        for _ in range(_PROBES):
            found = prints[slot]
            if found == mark:
                return self._values[slot]
            if not found:
                return 0
            slot = (slot + 1) & self._mask
        return 0


def write(path: Path, rows: Iterable[tuple[str, int]], bits: int) -> int:
    """Write a table of ``2**bits`` slots (at most 24); the answer is the number of rows lost.

    Rows come most important first: when a neighbourhood of the table is full, the later
    row is the one that is left out.
    """
    slots = 1 << bits
    prints, values = bytearray(slots), bytearray(slots)
    lost = 0
    for key, value in rows:
        code = crc32(key.encode("utf-8", "surrogatepass"))
        mark, slot = code >> 24 or 1, code & (slots - 1)
        for _ in range(_PROBES):
            if not prints[slot] or prints[slot] == mark:
                break
            slot = (slot + 1) & (slots - 1)
        else:
            lost += 1
            continue
        if not prints[slot]:
            prints[slot], values[slot] = mark, value & 0xFF
    path.write_bytes(_MAGIC + bytes((bits,)) + prints + values)
    return lost
