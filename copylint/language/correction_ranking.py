"""Candidates for a correction: their likelihood, which are plausible, and their capitals."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from copylint.language.lexicon import Dialects, Kinds

#: A context model's score of a candidate in its place: a base-10 log-likelihood, of which
#: only differences between candidates count.
Scorer = Callable[[str], float]

#: How much less likely a correction is that capitalises.
CAPITAL_COST = 0.6
# The same for one that belongs to another dialect.
_DIALECT_COST = 0.7
# Rarer words than this (Zipf) are offered only if no other candidate is likelier.
_OFFERED = 1.5
# The weight of the typo relative to the frequency of the word.
_ERROR_WEIGHT = 2.4


class Candidate(NamedTuple):
    """A possible correction.

    ``cost`` is the improbability of the typo, ``zipf`` the word's frequency, both
    base-10 logarithms. ``text`` has the lexicon's own capitals.
    """

    text: str
    cost: float
    zipf: float
    kinds: Kinds
    dialects: Dialects = Dialects.ALL

    @property
    def in_capitals(self) -> Candidate:
        """The same for a written word with a capital, which then is not a typo."""
        if not self.text[:1].isupper():
            return self
        return self._replace(cost=max(0.0, self.cost - CAPITAL_COST))

    @property
    def score(self) -> float:
        """How likely the correction is, before the context is known."""
        return self.zipf - _ERROR_WEIGHT * self.cost


def rank(
    candidates: Sequence[Candidate],
    dialects: Dialects = Dialects.ALL,
    scorer: Scorer | None = None,
) -> list[Candidate]:
    """``candidates`` by likelihood in an article of ``dialects`` and in their context."""

    def likelihood(candidate: Candidate) -> float:
        score = candidate.score
        if not candidate.dialects & dialects:
            score -= _ERROR_WEIGHT * _DIALECT_COST
        return score + scorer(candidate.text) if scorer is not None else score

    return sorted(candidates, key=lambda c: (-likelihood(c), c.text))


def plausible(word: str, candidates: Sequence[Candidate]) -> list[Candidate]:
    """The ``candidates`` near enough to ``word`` to be the intended word."""
    most = allowance(len(word))
    near = [candidate for candidate in candidates if candidate.cost <= most]
    if not near:
        return []
    best = near[0].score
    return [
        candidate
        for candidate in near
        if candidate is near[0] or (candidate.score >= best - 4.5 and candidate.zipf >= _OFFERED)
    ]


def allowance(length: int) -> float:
    """The highest plausible cost of a typo in a word of ``length`` letters."""
    return (
        0.8
        if length <= 2
        else 1.3
        if length == 3
        else 1.7
        if length == 4
        else min(3.4, 1.0 + 0.25 * length)
    )


def with_case_of(word: str, text: str) -> str:
    """``text`` capitalised as ``word`` is; its own capitals stay."""
    if len(word) > 1 and word.isupper():
        return text.upper()
    if word[:1].isupper() and text[:1].islower():
        return text[0].upper() + text[1:]
    return text
