"""The function words seen beside a word, with their counts."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from zlib import crc32

from copylint.core.memo import Memo
from copylint.language.ngrams import NGrams

# The most words whose collocations are remembered; beyond this the memo is emptied.
_REMEMBERED = 20_000


class Collocations:
    """Which of ``words`` were seen after and before a word, with their counts.

    ``after[word]`` and ``before[word]`` map each of them, in alphabetical order, to about log2
    of its count there; words never seen there are left out.
    """

    __slots__ = ("after", "before")

    def __init__(self, words: Collection[str]) -> None:
        counts = NGrams.shared()
        ordered = sorted(words)
        self.after: Mapping[str, Mapping[str, float]] = _Rows(counts, ordered, is_before=False)
        self.before: Mapping[str, Mapping[str, float]] = _Rows(counts, ordered, is_before=True)


class _Rows(Memo[str, dict[str, float]]):
    """Counts of ``words`` beside a word: after it or, if ``is_before``, before it."""

    def __init__(self, counts: NGrams, words: list[str], *, is_before: bool) -> None:
        super().__init__(self._before if is_before else self._after, _REMEMBERED)
        self._counts = counts
        self._words = words
        self._hashes = [counts.spelled[word][0] for word in words]
        self._tails = [counts.spelled[word][1] for word in words]

    def _after(self, word: str) -> dict[str, float]:
        before = self._counts.spelled[word][0]
        return self._row([crc32(tail, before) for tail in self._tails])

    def _before(self, word: str) -> dict[str, float]:
        tail = self._counts.spelled[word][1]
        return self._row([crc32(tail, before) for before in self._hashes])

    def _row(self, keys: list[int]) -> dict[str, float]:
        found = zip(self._words, self._counts.at(keys), strict=True)
        return {each: count for each, count in found if count}
