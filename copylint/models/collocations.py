"""Small words by the words that they are seen beside."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from zlib import crc32

from copylint.language.ngrams import NGrams

# Words kept with their mates; past this the memory is started anew.
_REMEMBERED = 20_000


class Mates:
    """Which of ``words`` are seen after a word, and which before it, with their counts.

    ``after[word]`` and ``before[word]`` hold about log2 of how often each was seen there,
    in the order of the alphabet; those never seen there are left out.
    """

    __slots__ = ("after", "before")

    def __init__(self, words: Collection[str]) -> None:
        counts = NGrams.shared()
        ordered = sorted(words)
        self.after: Mapping[str, Mapping[str, float]] = _After(counts, ordered)
        self.before: Mapping[str, Mapping[str, float]] = _Before(counts, ordered)


class _Rows(dict[str, dict[str, float]]):
    def __init__(self, counts: NGrams, words: list[str]) -> None:
        self._counts = counts
        self._words = words
        self._hashes = [counts.spelled[word][0] for word in words]
        self._tails = [counts.spelled[word][1] for word in words]

    def _row(self, word: str, keys: list[int]) -> dict[str, float]:
        if len(self) >= _REMEMBERED:
            self.clear()
        found = zip(self._words, self._counts.at(keys), strict=True)
        row = self[word] = {each: count for each, count in found if count}
        return row


class _After(_Rows):
    def __missing__(self, word: str) -> dict[str, float]:
        before = self._counts.spelled[word][0]
        return self._row(word, [crc32(tail, before) for tail in self._tails])


class _Before(_Rows):
    def __missing__(self, word: str) -> dict[str, float]:
        tail = self._counts.spelled[word][1]
        return self._row(word, [crc32(tail, before) for before in self._hashes])
