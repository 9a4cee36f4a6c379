"""Grow the judge of rules' findings and set the threshold of each rule.

    python training/finding_judge.py FOUND [FOUND ...] --out copylint/data/findings.json

FOUND are files that ``finding_examples.py`` wrote. Trees (LightGBM) are first grown on four
fifths of the findings at a time, which gives scores for the fifth left out. On these scores the
threshold of each rule is set, with an alarm costing as much as ``--price`` edits are worth. The
shipped trees are then grown on all findings. The outcome is printed by rule.
"""

from __future__ import annotations

import argparse
import json
import math
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import lightgbm
import numpy as np
from edit_classifier import flat
from examples import BEFORE, CLEAN, CORRECTED, FAULTY

from copylint.runner.finding_judge import Keys, rates_of

_FOLDS, _BLOCK = 5, 250
# The weights of findings: those that meet no edit in a sentence with edits, those in clean copy,
# and those that meet an error inserted by a program.
_UNMET, _CLEAN, _PUT_IN = 0.4, 1.5, 0.4
# The number of own findings at which a rate is half its own, and the least for a rate at all.
_STRENGTH, _LEAST = 6.0, 25
_TREES: Mapping[str, Any] = {
    "objective": "binary",
    "num_leaves": 10,
    "learning_rate": 0.06,
    "min_data_in_leaf": 25,
    "lambda_l2": 8.0,
    "feature_fraction": 0.4,
    "bagging_fraction": 0.7,
    "bagging_freq": 1,
    "max_bin": 63,
    "boost_from_average": False,
    "verbose": -1,
    "num_threads": 1,
    "seed": 3,
}
_ROUNDS = 120
# The highest threshold in log odds: findings clearly more often right than wrong are reported.
_HIGHEST = 0.1
# The value of finding an error inserted by a program. It is low, since programs insert far more
# errors than people make.
_WORTH = 0.05

Rates = tuple[dict[str, float], ...]


class Table(NamedTuple):
    """Findings as arrays."""

    source: np.ndarray
    number: np.ndarray
    rule: np.ndarray
    old: np.ndarray
    new: np.ndarray
    met: np.ndarray
    features: np.ndarray

    @classmethod
    def read(cls, paths: Sequence[Path]) -> Table:
        """The findings of several files."""
        files = [np.load(path, allow_pickle=False) for path in paths]
        return cls(*(np.concatenate([file[name] for file in files]) for name in cls._fields))

    def at(self, rows: np.ndarray) -> Table:
        """The findings in some rows."""
        return Table(*(column[rows] for column in self))

    @property
    def weights(self) -> np.ndarray:
        """The weight of each finding."""
        weights = np.where(self.source == CLEAN, _CLEAN, 1.0)
        weights[np.isin(self.source, (BEFORE, FAULTY)) & ~self.met] = _UNMET
        weights[(self.source == FAULTY) & self.met] = _PUT_IN
        return weights

    def rates(self) -> Rates:
        """Log odds that findings meet an edit, by each of their keys."""
        share = float((self.met * self.weights).sum() / self.weights.sum())
        least = (1, _LEAST, _LEAST)
        return tuple(
            _rates(column, self.met, self.weights, share, few)
            for column, few in zip((self.rule, self.old, self.new), least, strict=True)
        )

    def table(self, rates: Rates) -> np.ndarray:
        """All features of each finding."""
        keys = zip(self.rule.tolist(), self.old.tolist(), self.new.tolist(), strict=True)
        columns = np.array([rates_of(rates, Keys(*each)) for each in keys], np.float32)
        return np.concatenate([columns.reshape(-1, 3), self.features], 1)


def _rates(
    keys: np.ndarray, met: np.ndarray, weights: np.ndarray, share: float, least: int
) -> dict[str, float]:
    names, numbers, counts = np.unique(keys, return_inverse=True, return_counts=True)
    hits = np.bincount(numbers, met * weights) + share * _STRENGTH
    rates = hits / (np.bincount(numbers, weights) + _STRENGTH)
    rows = zip(names.tolist(), rates.tolist(), counts.tolist(), strict=True)
    return {name: round(math.log(rate / (1 - rate)), 3) for name, rate, n in rows if n >= least}


def grow(table: Table) -> tuple[Rates, Any]:
    """Rates and trees. The rates of a training example are computed without its fold."""
    fold = folds(table)
    features = np.zeros((len(fold), table.features.shape[1] + 3), np.float32)
    for number in np.unique(fold):
        out = fold == number
        features[out] = table.at(out).table(table.at(~out).rates())
    data = lightgbm.Dataset(features, table.met.astype(float), weight=table.weights)
    return table.rates(), lightgbm.train(dict(_TREES), data, _ROUNDS)


def folds(table: Table) -> np.ndarray:
    """The fold of each finding; neighbouring texts share a fold."""
    found: np.ndarray = (table.number // _BLOCK) % _FOLDS
    return found


def left_out(table: Table) -> np.ndarray:
    """The score of each finding by trees that were not grown on it."""
    scores, fold = np.zeros(len(table.met)), folds(table)
    for number in range(_FOLDS):
        out = fold == number
        rates, trees = grow(table.at(~out))
        scores[out] = trees.predict(table.at(out).table(rates), raw_score=True)
    return scores


def limit(scores: np.ndarray, table: Table, price: float) -> float:
    """The score from which findings are worth most; at most ``_HIGHEST``."""
    order = np.argsort(-scores, kind="stable")
    alarms = np.isin(table.source, (CORRECTED, CLEAN))
    gain = np.where(table.met, 1.0, np.where(alarms, -price, 0.0))
    gain[table.met & (table.source == FAULTY)] = _WORTH
    total = np.concatenate([[0.0], np.cumsum(gain[order])])
    at = int(total.argmax())
    lowest = float(scores[order][at - 1]) if at else math.inf
    return min(lowest, _HIGHEST)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("found", type=Path, nargs="+")
    parser.add_argument("--price", type=float, default=1.2)
    parser.add_argument("--out", type=Path)
    options = parser.parse_args()
    table = Table.read(options.found)
    scores = left_out(table)
    least: dict[str, float] = {}
    for rule in np.unique(table.rule).tolist():
        mine = table.rule == rule
        least[rule] = round(limit(scores[mine], table.at(mine), options.price), 3)
        kept = scores[mine] >= least[rule]
        print(rule, least[rule], *_counts(table.at(mine)), "->", *_counts(table.at(mine).at(kept)))
    kept = scores >= np.array([least[rule] for rule in table.rule.tolist()])
    print("all", *_counts(table), "->", *_counts(table.at(kept)))
    if options.out:
        rates, trees = grow(table)
        content = {"trees": flat(trees), "rates": rates, "least": least}
        options.out.write_text(json.dumps(content, separators=(",", ":")) + "\n", "utf-8")


def _counts(table: Table) -> tuple[int, int, int, int]:
    """The numbers of edits met, errors met, and alarms in corrected and in clean copy."""
    met = (int((table.met & (table.source == each)).sum()) for each in (BEFORE, FAULTY))
    alarms = (int((table.source == each).sum()) for each in (CORRECTED, CLEAN))
    return (*met, *alarms)


if __name__ == "__main__":
    main()
