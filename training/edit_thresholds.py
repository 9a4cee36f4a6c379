"""Sets the threshold of each group of edits by weighing findings against alarms."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np
from examples import BEFORE, CLEAN, CORRECTED, Examples

# A group with fewer edits above the threshold of its kind uses that threshold.
LEAST = 50
# How far the threshold of a kind may be from the common one.
_BELOW, _ABOVE = 0.3, 0.3
#: The threshold of a group that is not worth reporting at any score.
NEVER = 99.0
# Never accepted: "a" and "an" against the spelling of the next word, since its sound decides, and
# repeated words, for which a rule knows the exceptions ("had had").
_LEFT_TO_RULES = ("article.unsure", "extra-word.repeated")
# The value of an edit at the right place with another correction.
_MET = 0.5
_ROUNDS, _STEP = 40, 1.15


class Outcome(NamedTuple):
    """Findings and alarms per 1,000 words at given thresholds, outside findings by rules.

    ``found`` counts findings that meet an error, ``right`` those with the intended correction,
    ``stray`` other findings in copy with errors; ``corrected`` and ``clean`` count alarms.
    """

    found: float
    right: float
    stray: float
    corrected: float
    clean: float


def shown(examples: Examples, scores: np.ndarray) -> np.ndarray:
    """The rows that overlap neither a better edit nor a finding by a rule."""
    taken: dict[tuple[str, int], list[tuple[int, int]]] = {}
    rows = []
    for row in np.argsort(-scores, kind="stable").tolist():
        if examples.is_covered[row]:
            continue
        own = taken.setdefault((examples.source[row], examples.number[row]), [])
        start, end = examples.start[row], examples.end[row]
        if all(start >= last or end <= first for first, last in own):
            own.append((start, end))
            rows.append(row)
    return np.array(rows, int)


def outcome(examples: Examples, rows: np.ndarray) -> Outcome:
    """The outcome if the edits of these rows are shown."""
    source, met = examples.source[rows], examples.met[rows] >= 0
    words = {name: max(1, count) / 1000 for name, count in examples.words.items()}
    before = source == BEFORE
    per_before = words.get(BEFORE, 1.0)
    return Outcome(
        (before & met).sum() / per_before,
        (before & examples.right[rows]).sum() / per_before,
        (before & ~met).sum() / per_before,
        (source == CORRECTED).sum() / words.get(CORRECTED, 1.0),
        (source == CLEAN).sum() / words.get(CLEAN, 1.0),
    )


def choose(
    examples: Examples, scores: np.ndarray, corrected: float, clean: float
) -> dict[str, float]:
    """The threshold of each group, such that all groups together stay within the limits."""
    rows = shown(examples, scores)
    prices = np.array([0.3, 0.3])
    for _ in range(_ROUNDS):
        least = _best(examples, scores, rows, prices)
        result = outcome(examples, rows[passing(examples, scores, rows, least)])
        over = np.array([result.corrected > corrected, result.clean > clean])
        prices *= np.where(over, _STEP, 1 / _STEP**0.5)
    while result.corrected > corrected or result.clean > clean:
        over = np.array([result.corrected > corrected, result.clean > clean])
        prices *= np.where(over, _STEP, 1)
        least = _best(examples, scores, rows, prices)
        result = outcome(examples, rows[passing(examples, scores, rows, least)])
    return least


def margins(least: Mapping[str, float], looser: Mapping[str, float]) -> dict[str, float]:
    """How far below ``least`` edits are plausible, by group: down to ``looser``.

    Groups without a threshold in either table have no margin.
    """
    found: dict[str, float] = {}
    for group in sorted({*least, *looser}):
        high, low = limit(least, group), limit(looser, group)
        if max(high, low) < NEVER:
            found[group] = round(max(0.0, high - low), 2)
    return found


def passing(
    examples: Examples, scores: np.ndarray, rows: np.ndarray, least: Mapping[str, float]
) -> np.ndarray:
    """The rows that reach their thresholds."""
    limits = {group: limit(least, group) for group in set(examples.group[rows].tolist())}
    own = np.array([limits[group] for group in examples.group[rows]])
    passed: np.ndarray = scores[rows] >= own
    return passed


def limit(least: Mapping[str, float], group: str) -> float:
    """The threshold of a group, or of the longest prefix of its name that has one."""
    while group not in least and group:
        group = group.rpartition(".")[0]
    return least.get(group, NEVER)


def _best(
    examples: Examples, scores: np.ndarray, rows: np.ndarray, prices: np.ndarray
) -> dict[str, float]:
    """For each group, the best threshold at these costs of alarms."""
    source = examples.source[rows]
    words = {name: max(1, count) / 1000 for name, count in examples.words.items()}
    gain = np.where(examples.right[rows], 1.0, _MET) / words.get(BEFORE, 1.0)
    pays = np.where((source == BEFORE) & (examples.met[rows] >= 0), gain, 0.0)
    pays[source == CORRECTED] -= prices[0] / words.get(CORRECTED, 1.0)
    pays[source == CLEAN] -= prices[1] / words.get(CLEAN, 1.0)
    groups, own = examples.group[rows], scores[rows]
    middle = _at_best(own, pays)
    low, high = middle - _BELOW, middle + _ABOVE
    least: dict[str, float] = {}
    kinds = np.array([group.partition(".")[0] for group in groups])
    for kind in np.unique(kinds):
        mine = kinds == kind
        least[str(kind)] = float(np.clip(_at_best(own[mine], pays[mine]), low, high))
    for group in set(np.unique(groups).tolist()) - set(least):
        mine = (groups == group) & (own >= least[group.partition(".")[0]])
        if mine.sum() >= LEAST and pays[mine].sum() <= 0:
            least[group] = _at_best(own[mine], pays[mine])
    least |= dict.fromkeys(_LEFT_TO_RULES, NEVER)
    return {group: round(least[group], 3) for group in sorted(least)}


def _at_best(scores: np.ndarray, pays: np.ndarray) -> float:
    """The score at which the edits above it are worth most; ``NEVER`` if there is none."""
    if not len(scores):
        return NEVER
    order = np.argsort(-scores, kind="stable")
    total = np.cumsum(pays[order])
    at = int(total.argmax())
    return float(scores[order][at]) if total[at] > 0 else NEVER
