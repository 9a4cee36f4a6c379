"""How often words follow each other in edited English.

Counts of pairs and triples of words in ten million words of news, government and
textbook prose (``docs/explanation/models.md`` names the sources), pruned and rounded to a
fifth of a doubling. ``^`` and ``$`` mark the beginning and the end of a sentence.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from zlib import crc32

from copylint.core.memo import Memo
from copylint.language.hash_table import HashTable, encoded

_DATA = Path(__file__).parent.parent / "data" / "ngrams.bin"
#: Stored steps per doubling of a count.
STEPS = 5

#: Counts by stored number of steps.
COUNTS = [number / STEPS for number in range(128)]


def _spelled(word: str) -> tuple[int, bytes]:
    """The hash of a word's bytes, and its bytes after a space.

    Hashes of keys are extended word by word, so the keys themselves are never built.
    """
    data = encoded(word)
    return crc32(data), b" " + data


class CountedWords:
    """A line of words, and how often each pair and triple in it was seen.

    ``hashes`` holds each word's hash as the beginning of a key, and ``tails`` its bytes as the
    continuation: the hash of a pair is ``crc32(tails[1], hashes[0])``.
    """

    __slots__ = ("hashes", "pair_hashes", "pairs", "tails", "triples")

    def __init__(self, table: HashTable, hashes: Sequence[int], tails: Sequence[bytes]) -> None:
        self.hashes = hashes
        self.tails = tails
        #: By index: the hash of the word and the one after it.
        self.pair_hashes = [*map(crc32, tails[1:], hashes)]
        triples = [*map(crc32, tails[2:], self.pair_hashes)]
        #: By index: about log2 of how often the word was seen after the one before it.
        self.pairs = [0.0, *table.looked_up(self.pair_hashes, COUNTS)]
        #: By index: about log2 of how often the word was seen between its neighbours.
        self.triples = [0.0, *table.looked_up(triples, COUNTS), 0.0]


class NGrams:
    """Look-ups of pairs and triples. Words are in lower case with straight apostrophes."""

    def __init__(self, path: Path = _DATA) -> None:
        #: Counts by key: the words, separated by a space.
        self._table = HashTable(path)
        self.counts: Mapping[str, float] = Memo(self._count)
        #: The hash that begins a key and the bytes that continue one, by word.
        self.spelled: Mapping[str, tuple[int, bytes]] = Memo(_spelled)

    @classmethod
    @cache
    def shared(cls) -> NGrams:
        """The table of this process."""
        return cls()

    def line(self, words: Sequence[str]) -> CountedWords:
        """The counts along ``words``, of which there is at least one."""
        spelled = self.spelled
        hashes, tails = zip(*[spelled[word] for word in words], strict=True)
        return CountedWords(self._table, hashes, tails)

    def steps(self, hashes: Sequence[int]) -> list[int]:
        """The counts of the keys with these hashes, in the steps in which they are stored."""
        return self._table.values(hashes)

    def at(self, hashes: Sequence[int]) -> list[float]:
        """The counts of the keys with these hashes."""
        return self._table.looked_up(hashes, COUNTS)

    def key(self, first: str, second: str, third: str) -> int:
        """The hash of the key of three words in a row."""
        spelled = self.spelled
        return crc32(spelled[third][1], crc32(spelled[second][1], spelled[first][0]))

    def _count(self, key: str) -> float:
        return self._table.get(key) / STEPS

    def pair(self, first: str, second: str) -> float:
        """About log2 of how often the pair was seen; 0.0 for once or never."""
        return self.counts[f"{first} {second}"]

    def triple(self, first: str, second: str, third: str) -> float:
        """About log2 of how often the triple was seen; 0.0 for twice or less."""
        return self.counts[f"{first} {second} {third}"]

    def word(self, word: str) -> float:
        """About log2 of how often the word was seen; 0.0 for once or never."""
        return self.counts[word]
