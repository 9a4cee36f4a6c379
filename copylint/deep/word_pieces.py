"""Divides words into the pieces of the network's vocabulary (WordPiece, as in BERT)."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

from copylint.core.kept_patterns import compiled

# The network reads no more of a sentence, and of a word.
_LONGEST_SENTENCE = 128
_LONGEST_WORD = 60
_PIECES_OF_A_WORD = 10
# The most words whose pieces are remembered; beyond this the memo is emptied.
_REMEMBERED = 100_000
_PARTS = compiled(r"\w+|[^\w\s]")


class Encoded(NamedTuple):
    """A sentence in numbers: its pieces, their letter cases, and where each word begins.

    ``words[0]`` is the place before the first word. Of a sentence too long for the network,
    the last words are missing.
    """

    ids: list[int]
    cases: list[int]
    words: list[int]


class WordPieces:
    """The vocabulary: one piece a line, ``##`` before those that continue a word.

    Raises ``KeyError`` if it lacks the network's special tokens.
    """

    def __init__(self, vocabulary: Sequence[str]) -> None:
        self._numbers = {piece: number for number, piece in enumerate(vocabulary)}
        self._unknown, self._begin, self._end = (
            self._numbers[sign] for sign in ("[UNK]", "[CLS]", "[SEP]")
        )
        self._known: dict[str, tuple[int, ...]] = {}

    def encode(self, words: Sequence[str]) -> Encoded:
        """The sentence of these words, cut off where the network stops reading."""
        ids, cases, places = [self._begin], [0], [0]
        for word in words:
            pieces = self.pieces(word)
            if len(ids) + len(pieces) >= _LONGEST_SENTENCE:
                break
            places.append(len(ids))
            ids += pieces
            cases += [case_of(word)] * len(pieces)
        return Encoded([*ids, self._end], [*cases, 0], places)

    def pieces(self, word: str) -> tuple[int, ...]:
        """The pieces of one word or mark, at least one."""
        known = self._known.get(word)
        if known is None:
            if len(self._known) >= _REMEMBERED:
                self._known.clear()
            known = self._known[word] = self._cut(word)
        return known

    def _cut(self, word: str) -> tuple[int, ...]:
        folded = unicodedata.normalize("NFD", word.lower())
        bare = "".join(c for c in folded if unicodedata.category(c) != "Mn")
        pieces: list[int] = []
        for part in _PARTS.findall(bare):
            pieces += self._longest_first(part)
        return tuple(pieces[:_PIECES_OF_A_WORD]) or (self._unknown,)

    def _longest_first(self, part: str) -> list[int]:
        """The pieces of ``part``, taking the longest known piece from the left each time."""
        if len(part) > _LONGEST_WORD:
            return [self._unknown]
        pieces: list[int] = []
        at = 0
        while at < len(part):
            lead = "##" if at else ""
            for stop in range(len(part), at, -1):
                number = self._numbers.get(lead + part[at:stop])
                if number is not None:
                    pieces.append(number)
                    at = stop
                    break
            else:
                return [self._unknown]
        return pieces


def case_of(word: str) -> int:
    """The number by which the network knows the letter case of a word.

    0 a mark, 1 lower case, 2 a capital first, 3 all capitals, 4 digits or letters without
    case, 5 capitals inside.
    """
    if word.islower():
        return 1
    if word.isdigit():
        return 4
    if word.istitle():
        return 2
    if word.isupper():
        return 3
    if any(letter.isupper() for letter in word):
        return 5
    return 4 if any(letter.isalnum() for letter in word) else 0
