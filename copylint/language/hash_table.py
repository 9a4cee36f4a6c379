"""A read-only, memory-mapped table from strings to small numbers, in which models are stored.

Each slot holds sixteen bits of the key's hash and one signed byte. A missing key is mistaken
for a stored one less than once in a thousand look-ups, which a model of many weak features
tolerates; in exchange an entry costs four bytes and loading costs nothing.

Most keys that are looked up are missing. A Bloom filter of eight bits per slot (with
one hash) rejects nine in ten of them with one test, before any slot is searched.
"""

from __future__ import annotations

import mmap
import sys
from array import array
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TypeVar
from zlib import crc32

_MAGIC = b"copylint-hash-3\n"
_PROBES = 6
_MIX = 0x9E3779B1
# The bits of a hash that choose the bit of the Bloom filter; the low bits choose its byte.
_BLOOM_SHIFT = 29
_BLOOM_BITS = (1, 2, 4, 8, 16, 32, 64, 128)
_PLAIN = (*range(128), *range(-128, 0))
_Meaning = TypeVar("_Meaning")


class HashTable:
    """Look-ups in a file that ``write`` made.

    Raises ``ValueError`` if the file is not such a table, ``OSError`` if it cannot
    be read.
    """

    __slots__ = ("_bloom", "_mask", "_prints", "_values")

    def __init__(self, path: Path) -> None:
        with path.open("rb") as file:
            data = memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
        head = len(_MAGIC) + 1
        slots = 1 << data[head - 1] if bytes(data[: head - 1]) == _MAGIC else 0
        if len(data) != head + 4 * slots:
            raise ValueError(f"{path.name} is damaged or not a copylint table")
        self._mask = slots - 1
        self._prints: Sequence[int] = data[head : head + 2 * slots].cast("H")
        if sys.byteorder == "big":
            swapped = array("H", data[head : head + 2 * slots].tobytes())
            swapped.byteswap()
            self._prints = swapped
        self._values = data[head + 2 * slots : head + 3 * slots].cast("b")
        self._bloom = data[head + 3 * slots :]

    def get(self, key: str) -> int:
        """The number stored for ``key``, -128 to 127; 0 if there is none."""
        return self.values((crc32(encoded(key)),))[0]

    def total(self, keys: Iterable[str], prefix: int = 0) -> int:
        """The sum of the numbers stored for ``keys``, which do not contain line feeds.

        ``prefix`` is the ``crc32`` of a text that precedes every key, which so need not be
        joined to each.
        """
        bloom, mask = self._bloom, self._mask
        there = [
            code
            # Encoded in one piece, which costs a third of encoding key by key.
            for key in encoded("\n".join(keys)).split(b"\n")
            if bloom[(code := crc32(key, prefix)) & mask] >> (code >> _BLOOM_SHIFT) & 1
        ]
        return sum(self.values(there))

    def values(self, codes: Sequence[int]) -> list[int]:
        """The number stored for each key, 0 if there is none, by the keys' ``crc32``."""
        return self.looked_up(codes, _PLAIN)

    def looked_up(self, codes: Sequence[int], meanings: Sequence[_Meaning]) -> list[_Meaning]:
        """The same, with each number replaced by ``meanings[number]``, from the end if negative."""
        bloom, mask, bits, find = self._bloom, self._mask, _BLOOM_BITS, self._find
        found = [meanings[0]] * len(codes)
        # The filter rejects nine in ten here.
        for at in [
            at for at, code in enumerate(codes) if bloom[code & mask] & bits[code >> _BLOOM_SHIFT]
        ]:
            found[at] = meanings[find(codes[at])]
        return found

    def _find(self, code: int) -> int:
        """The number stored for the key with this hash, which the Bloom filter has let through."""
        prints, mask = self._prints, self._mask
        slot = code & mask
        mark = (code * _MIX >> 16) & 0xFFFF or 1  # _mark, without its call
        found = prints[slot]
        if found == mark:
            return self._values[slot]
        last = slot + _PROBES - 1
        while found and slot != last:
            slot += 1
            found = prints[slot & mask]
            if found == mark:
                return self._values[slot & mask]
        return 0


def encoded(key: str) -> bytes:
    """The bytes of ``key`` that are hashed."""
    try:
        return key.encode()
    except UnicodeEncodeError:
        return key.encode("utf-8", "surrogatepass")


def _mark(code: int) -> int:
    """The part of a hash that is stored, never 0; its bits do not choose the slot."""
    return (code * _MIX >> 16) & 0xFFFF or 1


def write(path: Path, rows: Iterable[tuple[str, int]], bits: int) -> int:
    """Write a table of ``2**bits`` slots (``bits`` at most 24); returns the number of rows lost.

    Rows come most important first: when a neighbourhood of the table is full, the later
    row is the one that is left out.
    """
    slots = 1 << bits
    prints, values, bloom = array("H", bytes(2 * slots)), bytearray(slots), bytearray(slots)
    lost = 0
    for key, value in rows:
        code = crc32(encoded(key))
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
        bloom[code & (slots - 1)] |= 1 << (code >> _BLOOM_SHIFT)
    if sys.byteorder == "big":
        prints.byteswap()
    path.write_bytes(_MAGIC + bytes((bits,)) + prints.tobytes() + values + bloom)
    return lost
