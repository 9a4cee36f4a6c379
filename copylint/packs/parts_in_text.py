"""Which of some short strings a text contains, found word by word."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from copylint.core.memo import Memo
from copylint.packs.article_units import WordLookup

# Parts of a word are tried one by one if it is longer: a line of signs can be one word.
_LONG = 60
_NONE: frozenset[str] = frozenset()


class PartsInText:
    """The strings of ``parts`` that a text contains.

    A string of letters and digits lies within a word. What a word contains is worked out once,
    so a text costs one look-up for each word and not one search for each string.
    """

    def __init__(self, parts: Iterable[str]) -> None:
        own = frozenset(parts)
        self._in_words = frozenset(part for part in own if part.isalnum())
        self._others = own - self._in_words
        self._lengths = sorted({len(part) for part in self._in_words})
        self._of_word: Mapping[str, frozenset[str]] = Memo(self._within)

    def found(self, words: WordLookup) -> set[str]:
        """Those that are in ``words.folded``."""
        text = words.folded
        found = {part for part in self._others if part in text}
        if self._in_words:
            found.update(*map(self._of_word.__getitem__, words.distinct))
        return found

    def _within(self, word: str) -> frozenset[str]:
        if len(word) > _LONG:
            return frozenset(part for part in self._in_words if part in word)
        pieces = {
            word[at : at + length]
            for length in self._lengths
            for at in range(len(word) - length + 1)
        }
        return self._in_words & pieces or _NONE
