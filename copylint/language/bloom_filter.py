"""A Bloom filter for words, which rejects most unknown words at the cost of one hash.

A Bloom filter with one hash function (Bloom 1970), memory-mapped. It holds every form that
may be a correction. One other text in thirty passes as well, so the lexicon must confirm the
texts that pass. ``tools/lexicon/build_sieve.py`` makes the file.
"""

from __future__ import annotations

import mmap
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from zlib import crc32

FILTER_FILE = Path(__file__).parent.parent / "data" / "corrections.bloom"
_BITS = 22
_MASK = (1 << _BITS) - 1


class BloomFilter:
    """Finds the texts that may be corrections.

    Raises ``ValueError`` if the file does not have the size of a Bloom filter, ``OSError`` if it
    cannot be read.
    """

    def __init__(self, path: Path = FILTER_FILE) -> None:
        with path.open("rb") as file:
            self._bits = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        if len(self._bits) != 1 << _BITS - 3:
            raise ValueError(f"{path.name} is damaged or not a sieve")

    @classmethod
    @cache
    def shared(cls) -> BloomFilter:
        """The Bloom filter of this process."""
        return cls()

    def passing(self, words: Iterable[str]) -> list[str]:
        """The ``words`` that may be corrections; first letters must be small, line feeds absent."""
        bits, words = self._bits, [*words]
        if not words:
            return []
        # Encoded in one piece, which costs a third of encoding one by one.
        keys = "\n".join(words).encode().split(b"\n")
        return [
            word
            for word, key in zip(words, keys, strict=True)
            if bits[(code := crc32(key) & _MASK) >> 3] >> (code & 7) & 1
        ]


def write(path: Path, words: Iterable[str]) -> None:
    """Write the Bloom filter that lets ``words`` pass."""
    bits = bytearray(1 << _BITS - 3)
    for word in words:
        code = crc32(word.encode()) & _MASK
        bits[code >> 3] |= 1 << (code & 7)
    path.write_bytes(bits)
