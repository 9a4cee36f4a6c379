"""A read-only table from strings to small numbers, memory-mapped: the store of our models.

Each slot holds sixteen bits of the key's hash and one signed byte. A key that is not there
is taken for one that is less than once in a thousand look-ups, which a model of many weak
features bears; in exchange an entry costs three bytes and loading costs nothing.
"""

from __future__ import annotations

import mmap
import sys
from array import array
from collections.abc import Iterable, Sequence
from pathlib import Path
from zlib import crc32

_MAGIC = b"copylint-hash-2\n"
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
        if len(data) != head + 3 * slots:
            raise ValueError(f"{path.name} is damaged or not a copylint table")
        self._mask = slots - 1
        self._prints: Sequence[int] = data[head : head + 2 * slots].cast("H")
        if sys.byteorder == "big":
            swapped = array("H", data[head : head + 2 * slots].tobytes())
            swapped.byteswap()
            self._prints = swapped
        self._values = data[head + 2 * slots :].cast("b")

    def get(self, key: str) -> int:
        """The number stored for ``key``, -128 to 127; 0 where there is none."""
        code = crc32(key.encode("utf-8", "surrogatepass"))
        mark = _mark(code)
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


def _mark(code: int) -> int:
    """The part of a hash that is kept, never 0; bits that do not choose the slot."""
    return (code * 0x9E3779B1 >> 16) & 0xFFFF or 1


def write(path: Path, rows: Iterable[tuple[str, int]], bits: int) -> int:
    """Write a table of ``2**bits`` slots (at most 24); the answer is the number of rows lost.

    Rows come most important first: when a neighbourhood of the table is full, the later
    row is the one that is left out.
    """
    slots = 1 << bits
    prints, values = array("H", bytes(2 * slots)), bytearray(slots)
    lost = 0
    for key, value in rows:
        code = crc32(key.encode("utf-8", "surrogatepass"))
        mark, slot = _mark(code), code & (slots - 1)
        for _ in range(_PROBES):
            if not prints[slot] or prints[slot] == mark:
                break
            slot = (slot + 1) & (slots - 1)
        else:
            lost += 1
            continue
        if not prints[slot]:
            prints[slot], values[slot] = mark, value & 0xFF
    if sys.byteorder == "big":
        prints.byteswap()
    path.write_bytes(_MAGIC + bytes((bits,)) + prints.tobytes() + values)
    return lost
