"""Rare words that stand where a common word one slip away belongs ("the general manger").

A list names the rare words and their common neighbours; the counts of word pairs decide.
The rare word must never have been seen beside its neighbours, the common one must be at
home on both sides, on one of them by pointwise mutual information (Church and Hanks 1990).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from copylint.text.article import Sentence
from copylint.text.confusion import beside_code, in_compound
from copylint.text.edits import ScoredEdit, SentenceEditor
from copylint.text.ngrams import NGrams
from copylint.text.tokens import TokenKind

_DATA = Path(__file__).parent.parent / "data" / "strays.txt"
# log2 of the number of words that the counts come from.
_TOTAL = 23.4
# log2 of the count of a pair that is no chance, and of a word that tells of its neighbours.
_OFTEN = 3.0
_TELLING = 13.5
# Mutual information, in bits, of words that belong together.
_ENOUGH = 5.0


@cache
def _neighbours() -> dict[str, tuple[str, ...]]:
    rows = (line.split() for line in _DATA.read_text(encoding="utf-8").splitlines())
    return {rare: tuple(common) for rare, *common in rows}


class StrayEditor(SentenceEditor):
    """Proposes the common word for a rare one that its neighbours do not know."""

    def __init__(self) -> None:
        self._counts = NGrams.shared()

    def edits(self, sentences: Sequence[Sentence]) -> list[list[ScoredEdit]]:
        """Slips in each sentence."""
        return [self._of(sentence) for sentence in sentences]

    def _of(self, sentence: Sentence) -> list[ScoredEdit]:
        found: list[ScoredEdit] = []
        near, plain, tokens = _neighbours(), sentence.plain, sentence.tokens
        if near.keys().isdisjoint(plain):
            return found
        words = ["^", *plain, "$"]
        for index, token in enumerate(tokens):
            common = near.get(plain[index])
            if common is None or token.kind is not TokenKind.WORD:
                continue
            if in_compound(tokens, index) or beside_code(tokens, index):
                continue
            best = max(
                ((self._evidence(words, index + 1, each), each) for each in common),
                default=(0.0, ""),
            )
            if best[0] >= _ENOUGH:
                meant = best[1]
                if token.text[0].isupper():
                    meant = meant[0].upper() + meant[1:]
                found.append(ScoredEdit(token.start, token.end, meant, best[0], "confusion"))
        return found

    def _evidence(self, words: Sequence[str], index: int, meant: str) -> float:
        """Bits by which a neighbour asks for ``meant`` and not for the word that stands."""
        counts = self._counts
        left, word, right = words[index - 1 : index + 2]
        if counts.pair(left, word) or counts.pair(word, right):
            return 0.0
        before, after = counts.pair(left, meant), counts.pair(meant, right)
        if not before or not after:
            return 0.0
        rarity = _TOTAL - counts.word(meant)
        # Words that stand beside everything ("the", "of", a comma) prove nothing.
        sides = ((left, before), (right, after))
        return max(
            (
                pair + rarity - counts.word(other)
                for other, pair in sides
                if pair >= _OFTEN and counts.word(other) <= _TELLING
            ),
            default=0.0,
        )
