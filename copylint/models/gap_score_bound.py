"""Upper bounds on scores of missing words, so that hopeless places are never scored."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import NamedTuple

from copylint.core.memo import Memo
from copylint.language.ngrams import NGrams
from copylint.models.calibrator import Calibrator
from copylint.models.gap_model import MOST_BETWEEN

# The most words whose bounds are remembered; beyond this the memo is emptied.
_REMEMBERED = 20_000


class GapScoreBound(NamedTuple):
    """The highest score that a judge of missing words could give a proposal, by its pairs alone.

    ``bias`` includes the highest score of the model. The others are weights per bit: of the
    pair before the place, of the pair after it, of the lesser of the two (a triple is never
    seen more often than the pairs in it), and of the words on either side.
    """

    bias: Mapping[str, float]
    before: float
    after: float
    least: float
    left: float
    right: float

    @classmethod
    def of(cls, calibrator: Calibrator) -> GapScoreBound:
        """The room that ``calibrator`` leaves; its figures are those of ``GapProposal``."""
        score, before, after, whole, wide_before, wide_after, _, _, left, right = calibrator.weights
        most = abs(score) * MOST_BETWEEN
        return cls(
            {group: bias + most for group, bias in calibrator.groups.items()},
            before + max(0.0, wide_before),
            after + max(0.0, wide_after),
            max(0.0, whole),
            left,
            right,
        )


class GapScoreBounds(Memo[str, float]):
    """By word, the most that it could add to the score of any proposal beside it.

    If the words before and after a place together add no more than zero, no proposal there
    could be accepted.
    """

    def __init__(
        self, bound: GapScoreBound, collocations: Mapping[str, Mapping[str, float]], *, after: bool
    ):
        super().__init__(self._most, _REMEMBERED)
        self._bound, self._collocations, self._is_after = bound, collocations, after
        self._counts = NGrams.shared()

    def _most(self, word: str) -> float:
        bound, count = self._bound, self._counts.word(word)
        collocations = self._collocations[word] if count else {}
        if not collocations:
            return -math.inf
        if self._is_after:
            return bound.after * max(collocations.values()) + bound.right * count
        each_side = bound.before + bound.least
        most = max(bound.bias[each] + each_side * seen for each, seen in collocations.items())
        return most + bound.left * count
