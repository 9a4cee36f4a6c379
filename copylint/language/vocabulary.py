"""Words and names that the house accepts or rejects, in addition to the lexicon."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from functools import cached_property

from copylint.core.kept_patterns import compiled
from copylint.core.record import field, record


def straight(word: str) -> str:
    """``word`` with straight apostrophes, as vocabularies and the lexicon store it."""
    # A translation table for both would take five times as long.
    return word if word.isascii() else word.replace("’", "'").replace("ʼ", "'")


@record
class HouseName:
    """A name as the house prints it, and the spellings of it that the house rejects."""

    name: str
    rejected: tuple[str, ...] = ()


@record(slots=False)
class Vocabulary:
    """The house's own words, phrases and names.

    ``accept`` and ``reject`` hold words or phrases. An entry in lower case matches in any
    case; one with a capital matches only as written. Straight and curly apostrophes are
    equal, and so are composed and combining accents. ``reject`` wins over ``accept``.
    """

    accept: frozenset[str] = frozenset()
    reject: frozenset[str] = frozenset()
    names: tuple[HouseName, ...] = ()

    @cached_property
    def _accepted_words(self) -> frozenset[str]:
        from_names = (part for house in self.names for part in _NAME_PART.findall(house.name))
        return frozenset(_plain(w) for w in (*self.accept, *from_names) if " " not in w)

    @cached_property
    def _rejected_words(self) -> frozenset[str]:
        return frozenset(_plain(w) for w in self.reject if " " not in w)

    def accepts(self, word: str) -> bool:
        """Whether the house accepts this one word as written."""
        if not self._accepted_words:
            return False
        word = _plain(word)
        lower = word.lower()
        if word in self._rejected_words or lower in self._rejected_words:
            return False
        return word in self._accepted_words or lower in self._accepted_words

    @cached_property
    def _accepted_phrases(self) -> _Phrases:
        names = (house.name for house in self.names)
        return _Phrases(entry for entry in (*self.accept, *names) if not entry.isalpha())

    @cached_property
    def _rejected(self) -> _Phrases:
        return _Phrases(self.reject)

    def accepted_phrases(self, text: str) -> Iterator[tuple[int, int]]:
        """The code-point spans of accepted entries that are not one plain word.

        These are phrases, whole names, and words with a hyphen, a figure or a sign in them.
        """
        return self._accepted_phrases.find(text)

    def rejected(self, text: str) -> Iterator[tuple[int, int]]:
        """The code-point spans of rejected words and phrases in ``text``."""
        return self._rejected.find(text)


_NAME_PART = compiled(r"[^\s\-‐‑]+")
_PIECE = compiled(r"[\w\u0300-\u036f]+|\s+|.")
_BEGINNING = compiled(r"[\w\u0300-\u036f]+|\S")
_WORD = compiled(r"[\w\u0300-\u036f]")


def _plain(text: str) -> str:
    """``text`` with straight apostrophes and composed accents."""
    if text.isascii():
        return text
    return unicodedata.normalize("NFC", straight(text))


class _Phrases:
    """Finds any of many entries in a text, in one pass whose cost does not grow with their number.

    Entries are held in a tree of their pieces (words, spaces, single signs) in lower case;
    the end of a branch holds the entries themselves, for comparison as they are written.
    """

    def __init__(self, entries: Iterable[str]) -> None:
        self._tree: _Node = _Node()
        for entry in entries:
            node = self._tree
            entry = _plain(" ".join(entry.split()))
            for piece in _PIECE.findall(entry):
                node = node.after.setdefault(piece.lower(), _Node())
            if entry:
                node.entries.add(entry)

    def find(self, text: str) -> Iterator[tuple[int, int]]:
        """The spans of entries, the longest at each place, none overlapping another."""
        tree = self._tree.after
        if not tree:
            return
        text = straight(text)  # as long as before
        done = 0
        for match in _BEGINNING.finditer(text):
            start = match.start()
            if start < done or _plain(match.group()).lower() not in tree:
                continue
            # A word ends at its piece's end; a sign must not touch a word.
            if start and not _WORD.match(match.group()) and _WORD.match(text, start - 1):
                continue
            end = self._longest(text, start)
            if end:
                yield start, end
                done = end

    def _longest(self, text: str, start: int) -> int:
        node, longest, written = self._tree, 0, ""
        at = start
        while True:
            match = _PIECE.match(text, at)
            if match is None:
                return longest
            piece = " " if match.group().isspace() else _plain(match.group())
            following = node.after.get(piece.lower())
            if following is None:
                return longest
            node, at = following, match.end()
            written += piece
            if not node.entries.isdisjoint((written, written.lower())) and (
                _WORD.match(piece) or not _WORD.match(text, at)
            ):
                longest = at


@record(frozen=False)
class _Node:
    after: dict[str, _Node] = field(default_factory=dict)
    entries: set[str] = field(default_factory=set)
