"""Upper bounds on scores of other word forms, so that hopeless ones are never computed."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from copylint.core.memo import Memo
from copylint.language.ngrams import COUNTS, NGrams
from copylint.models.calibrator import Calibrator
from copylint.models.form_model import MOST_LEAD
from copylint.models.word_families import FORM_TAGS, Family, family_of

#: How many figures of a proposal are scores of the model; they precede those of counts.
SCORES = 3
_NOUNS = (0, 1)
# The most words whose bounds are remembered; beyond this the memo is emptied.
_REMEMBERED = 20_000


@cache
def group_of(standing: int, asked: int) -> str:
    """The judge's name for a change: the tag of the written form and that of the proposed form."""
    return f"{FORM_TAGS[standing]}>{FORM_TAGS[asked]}"


def of_tags(own: Sequence[int], standing: int, asked: int) -> tuple[float, ...]:
    """The figures that come from tags: the word's tags, its tag here, the proposed tag."""
    return float(len(own)), float(asked in _NOUNS), float(standing in _NOUNS)


class BoundedForm(NamedTuple):
    """Another form of a word, and the most it can score before its context is considered."""

    form: str
    most: float


class FormScoreBound(Memo[str, tuple[BoundedForm, ...]]):
    """By word: its other forms that the judge might accept, in the order of its family."""

    def __init__(self, calibrator: Calibrator) -> None:
        super().__init__(self._worthwhile, _REMEMBERED)
        self._calibrator = calibrator
        self._counts = NGrams.shared()
        (
            *scores,
            self._before,
            self._after,
            self._left,
            self._right,
            whole,
            wide_before,
            wide_after,
            left_wide,
            right_wide,
            self._word,
            self._other,
            self._new_before,
            self._new_after,
            self._new,
            known_before,
            known_after,
        ) = calibrator.weights[:-3]
        assert len(scores) == SCORES
        self._swing = MOST_LEAD * sum(map(abs, scores))
        # A triple is never seen more often than the pairs in it.
        self._least = max(0.0, whole)
        self._left += max(0.0, left_wide)
        self._right += max(0.0, right_wide)
        self._wide_before, self._wide_after = max(0.0, wide_before), max(0.0, wide_after)
        self._known_before, self._known_after = max(0.0, known_before), max(0.0, known_after)

    def _worthwhile(self, word: str) -> tuple[BoundedForm, ...]:
        family = family_of(word)
        return tuple(self._options(word, family)) if family else ()

    def _options(self, word: str, family: Family) -> list[BoundedForm]:
        calibrator, counts = self._calibrator, self._counts
        own = dict(family.forms)[word]
        options = []
        for form, other in family.forms:
            if form == word:
                continue
            most = -1000.0
            for standing in own:
                for asked in other:
                    bias = calibrator.groups.get(group_of(standing, asked))
                    if bias is not None:
                        tags = of_tags(own, standing, asked)
                        weights = calibrator.weights[-len(tags) :]
                        brought = bias + sum([w * f for w, f in zip(weights, tags, strict=True)])
                        most = max(most, brought)
            most += self._swing
            most += self._word * counts.word(word) + self._other * counts.word(form)
            options.append(BoundedForm(form, most))
        return options

    def open_to(
        self,
        word: str,
        here: tuple[float, float],
        lefts: Sequence[int],
        rights: Sequence[int],
    ) -> list[str]:
        """The forms that might be accepted if the model were entirely sure.

        ``here`` are the counts of the word with its neighbours; ``lefts`` and ``rights``
        those of its other forms, in steps.
        """
        first, second = here
        base = (self._before + self._wide_before) * first
        base += (self._after + self._wide_after) * second
        if first:
            base += self._known_before
        else:
            base += self._new_before
        if second:
            base += self._known_after
        else:
            base += self._new_after
            if not first:
                base += self._new
        found = []
        for option, left, right in zip(self[word], lefts, rights, strict=False):
            least = left if left < right else right
            most = option.most + base + self._least * COUNTS[least]
            if most + self._left * COUNTS[left] + self._right * COUNTS[right] > 0:
                found.append(option.form)
        return found
