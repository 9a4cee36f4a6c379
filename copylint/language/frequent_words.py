"""The frequent words, searched for those a few edits from a word."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cached_property

from copylint.language.lexicon import FREQUENT_FILE, without_accents

# How many of the likeliest are weighed letter by letter.
_WEIGHED = 40

# Words without accents in lower case, their ranks by frequency, and the words as written.
_Bucket = tuple[list[str], list[int], list[str]]


class FrequentWords:
    """The words of ``frequent.txt``, of which only those that a search needs are split off."""

    def __init__(self) -> None:
        self._buckets: dict[tuple[int, str], _Bucket] = {}
        self._by_initial: dict[str, defaultdict[int, list[int]]] = {}

    def near(self, word: str) -> list[str]:
        """Those two edits from ``word`` (three if it is long), the best first, at most forty."""
        from rapidfuzz.distance import OSA
        from rapidfuzz.process import extract

        plain = without_accents(word)
        reach = 3 if len(word) >= 9 else 2
        hits: list[tuple[float, int, str]] = []
        for length in range(len(word) - reach, len(word) + reach + 1):
            # With a second typo elsewhere the first letter is right, swapped or dropped.
            for first in {plain[0], plain[1]}:
                keys, ranks, written = self._bucket(length, first)
                if keys:
                    for _, distance, index in extract(
                        plain, keys, scorer=OSA.distance, score_cutoff=reach, limit=None
                    ):
                        hits.append((distance, ranks[index], written[index]))
        return [form for _, _, form in sorted(hits)[:_WEIGHED]]

    def _bucket(self, length: int, first: str) -> _Bucket:
        """The frequent words of this length and first letter."""
        known = self._buckets.get((length, first))
        if known is None:
            ranks = self._places(first).get(length, [])
            written = [self._words[place] for place in ranks]
            keys = [
                form.lower() if form.isascii() else without_accents(form).lower()
                for form in written
            ]
            known = self._buckets[length, first] = (keys, ranks, written)
        return known

    def _places(self, first: str) -> Mapping[int, list[int]]:
        """By length, the ranks of the frequent words that begin with ``first``."""
        known = self._by_initial.get(first)
        if known is None:
            known = self._by_initial[first] = defaultdict(list)
            words = self._words
            for place in _places_of(first, self._initials):
                known[len(words[place])].append(place)
        return known

    @cached_property
    def _words(self) -> list[str]:
        """Frequent words, the most frequent first."""
        return FREQUENT_FILE.read_text(encoding="utf-8").split()

    @cached_property
    def _initials(self) -> str:
        """The first letters of ``_words``, without accents in lower case."""
        initials = "".join([form[0] for form in self._words])
        odd: dict[str, str | int | None] = {
            c: without_accents(c)[0].lower()[0] for c in set(initials) if not c.isascii()
        }
        return initials.translate(str.maketrans(odd)).lower()


def _places_of(letter: str, letters: str) -> Iterator[int]:
    at = letters.find(letter)
    while at >= 0:
        yield at
        at = letters.find(letter, at + 1)
