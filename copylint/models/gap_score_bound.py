"""Where a small word may be missing at all: what counts of pairs alone can say."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import NamedTuple

from copylint.core.memo import Memo
from copylint.language.ngrams import NGrams
from copylint.models.calibrator import Judge
from copylint.models.gap_model import MOST_BETWEEN

# Words kept with what they bring; past this the memory is started anew.
_REMEMBERED = 20_000


class Room(NamedTuple):
    """How much a judge of missing words could make of a proposal, by its pairs alone.

    ``bias`` has the model's score at its most; then what a bit counts of the pair before
    the place, of the pair after it, of the lesser of the two (no triple is seen more often
    than the pairs in it), and of the words on either side.
    """

    bias: Mapping[str, float]
    before: float
    after: float
    least: float
    left: float
    right: float

    @classmethod
    def of(cls, judge: Judge) -> Room:
        """The room that ``judge`` leaves; its figures are those of ``GapProposal``."""
        score, before, after, whole, wide_before, wide_after, _, _, left, right = judge.weights
        most = abs(score) * MOST_BETWEEN
        return cls(
            {group: bias + most for group, bias in judge.groups.items()},
            before + max(0.0, wide_before),
            after + max(0.0, wide_after),
            max(0.0, whole),
            left,
            right,
        )


class Rooms(Memo[str, float]):
    """By word, the most that it could bring to any proposal beside it.

    Where what the word before a place brings and what the word after it brings are together
    no more than nothing, no proposal there could be taken.
    """

    def __init__(self, room: Room, mates: Mapping[str, Mapping[str, float]], *, after: bool):
        super().__init__(self._most, _REMEMBERED)
        self._room, self._mates, self._is_after = room, mates, after
        self._counts = NGrams.shared()

    def _most(self, word: str) -> float:
        room, count = self._room, self._counts.word(word)
        mates = self._mates[word] if count else {}
        if not mates:
            return -math.inf
        if self._is_after:
            return room.after * max(mates.values()) + room.right * count
        each_side = room.before + room.least
        most = max(room.bias[each] + each_side * seen for each, seen in mates.items())
        return most + room.left * count
