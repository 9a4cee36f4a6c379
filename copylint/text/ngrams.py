"""How often words follow each other in edited English.

Counts of pairs and triples of words in ten million words of news, government and
textbook prose (``docs/models.md`` names the sources), pruned and rounded to an eighth of a
doubling. ``^`` and ``$`` stand before and after a sentence.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from copylint.text.hashtable import HashTable

_DATA = Path(__file__).parent.parent / "data" / "ngrams.bin"
#: Stored steps per doubling of a count.
STEPS = 5

# Look-ups kept; past this the memory is started anew. Half of all pairs have been asked for
# before in the same hundred articles.
_REMEMBERED = 100_000


class _Counts(dict[str, float]):
    """Counts by key, read from the table when they are first asked for."""

    def __init__(self, table: HashTable) -> None:
        self._table = table

    def __missing__(self, key: str) -> float:
        if len(self) >= _REMEMBERED:
            self.clear()
        count = self[key] = self._table.get(key) / STEPS
        return count


class NGrams:
    """Look-ups of pairs and triples. Words in lower case, apostrophes straight."""

    def __init__(self, path: Path = _DATA) -> None:
        #: Counts by key: the words, a blank between.
        self.counts: Mapping[str, float] = _Counts(HashTable(path))

    @classmethod
    @cache
    def shared(cls) -> NGrams:
        """The table of this process."""
        return cls()

    def pair(self, first: str, second: str) -> float:
        """About log2 of how often the pair was seen; 0.0 for once or never."""
        return self.counts[f"{first} {second}"]

    def triple(self, first: str, second: str, third: str) -> float:
        """About log2 of how often the triple was seen; 0.0 for twice or less."""
        return self.counts[f"{first} {second} {third}"]

    def word(self, word: str) -> float:
        """About log2 of how often the word was seen; 0.0 for once or never."""
        return self.counts[word]
