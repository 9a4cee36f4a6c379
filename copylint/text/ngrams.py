"""How often words follow each other in edited English.

Counts of pairs and triples of words in ten million words of news, government and
textbook prose (``docs/models.md`` names the sources), pruned and rounded to an eighth of a
doubling. ``^`` and ``$`` stand before and after a sentence.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from copylint.text.hashtable import HashTable

_DATA = Path(__file__).parent.parent / "data" / "ngrams.bin"
#: Stored steps per doubling of a count.
STEPS = 5


class NGrams:
    """Look-ups of pairs and triples. Words in lower case, apostrophes straight."""

    def __init__(self, path: Path = _DATA) -> None:
        self._table = HashTable(path)

    @classmethod
    @cache
    def shared(cls) -> NGrams:
        """The table of this process."""
        return cls()

    def pair(self, first: str, second: str) -> float:
        """About log2 of how often the pair was seen; 0.0 for once or never."""
        return self._table.get(f"{first} {second}") / STEPS

    def triple(self, first: str, second: str, third: str) -> float:
        """About log2 of how often the triple was seen; 0.0 for twice or less."""
        return self._table.get(f"{first} {second} {third}") / STEPS

    def word(self, word: str) -> float:
        """About log2 of how often the word was seen; 0.0 for once or never."""
        return self._table.get(word) / STEPS
