"""Aligns printed words with the part of a transcript that they fit best."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import NamedTuple

from copylint.analysis.transcripts.spoken_words import is_alike
from copylint.language.word_list import words

_ADDED, _REPLACED, _INFLECTED = 1.0, 0.95, 0.5
_FREE = 0.05  # a word left out where the reporter put others in brackets
_STEM = 4

FUNCTION_WORDS = words(
    "a an the and or but of to in on at by for with from as is are was were be been am do does "
    "did have has had will would can could should i you he she it we they me him her us them my "
    "your his its our their this that these those there here not so if then than 's 'd"
)
_FUNCTION_WEIGHT = 0.4


class Step(IntEnum):
    """What happens to a word on its way from speech to print."""

    KEPT = 0
    REPLACED = 1
    ADDED = 2
    OMITTED = 3


class Alignment(NamedTuple):
    """The words said from ``start`` to before ``end``, and how they became the printed ones.

    ``steps`` are from the first word to the last; ``share`` is the part of the printed words,
    weighted by how much they say, that are kept.
    """

    start: int
    end: int
    cost: float
    share: float
    steps: tuple[Step, ...]


def align(
    printed: Sequence[str],
    insertions: frozenset[int],
    said: Sequence[str],
    omission_costs: Sequence[float],
    low: int,
    high: int,
) -> Alignment:
    """The best alignment of ``printed`` with any part of ``said[low:high]``.

    ``insertions`` are the indices in ``printed`` before which words in brackets stand. Time is
    proportional to the length of one times that of the other, so both should be short.
    """
    width = high - low
    previous = [0.0] * (width + 1)
    moves: list[list[Step]] = []
    for row, key in enumerate(printed, 1):
        current = [previous[0] + _ADDED]
        taken = [Step.ADDED]
        free = row in insertions
        for column in range(1, width + 1):
            other = said[low + column - 1]
            best = previous[column - 1] + _difference(key, other)
            step = Step.KEPT if best == previous[column - 1] else Step.REPLACED
            added = previous[column] + _ADDED
            if added < best:
                best, step = added, Step.ADDED
            omitted = current[column - 1] + (_FREE if free else omission_costs[low + column - 1])
            if omitted < best:
                best, step = omitted, Step.OMITTED
            current.append(best)
            taken.append(step)
        moves.append(taken)
        previous = current
    end = min(range(width + 1), key=lambda at: previous[at])
    steps: list[Step] = []
    row, column = len(printed), end
    while row:
        step = moves[row - 1][column]
        steps.append(step)
        row -= step is not Step.OMITTED
        column -= step is not Step.ADDED
    steps.reverse()
    return Alignment(low + column, low + end, previous[end], _share(printed, steps), tuple(steps))


def _difference(key: str, other: str) -> float:
    if key == other or is_alike(key, other):
        return 0.0
    if key[:_STEM] == other[:_STEM] and len(key) > _STEM and len(other) > _STEM:
        return _INFLECTED
    return _REPLACED


def weight(key: str) -> float:
    """How much a word says about where a quotation comes from."""
    return _FUNCTION_WEIGHT if key in FUNCTION_WORDS else 1.0


def _share(printed: Sequence[str], steps: Sequence[Step]) -> float:
    kept = total = 0.0
    at = 0
    for step in steps:
        if step is Step.OMITTED:
            continue
        total += weight(printed[at])
        if step is Step.KEPT:
            kept += weight(printed[at])
        at += 1
    return kept / total if total else 0.0
