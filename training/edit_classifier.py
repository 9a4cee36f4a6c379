"""Grow the classifier of edits and set its thresholds.

    python training/edit_classifier.py EXAMPLES [EXAMPLES ...] --model FOLDER
        [--corrected 0.9] [--clean 0.1] [--plausible 1.9 0.75] [--check EXAMPLES]

EXAMPLES are files that ``edit_examples.py`` wrote. Decision trees (LightGBM) are first grown on
three quarters of them at a time, which gives scores for the quarter left out. On these scores
the threshold of each group of edits is set, by weighing findings that meet an error against
alarms in corrected sentences and in clean copy. The cost of an alarm is raised until all groups
together raise at most ``--corrected`` and ``--clean`` alarms per 1,000 words. ``--plausible``
sets the same two limits for everything shown, including suggestions; they determine the margins
below the thresholds. The shipped trees are then grown on all examples. ``--check`` names examples
from other text, on which the outcome is measured. Writes ``classifier.json``.
"""

from __future__ import annotations

import argparse
import json
import math
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

import lightgbm
import numpy as np
from edit_thresholds import choose, margins, outcome, passing, shown
from examples import BEFORE, CLEAN, FAULTY, Examples, read

from copylint.deep.features import OF_NETWORK, OF_REREADING, OF_WORDS
from copylint.deep.gate import KINDS

_FOLDS = 4
# Blocks of neighbouring texts that go to a fold together.
_BLOCKS = 12
# The weights of examples in which an edit was wrong: in a sentence with an error (in which there
# may be more), in clean copy, and in copy with inserted errors.
_UNMET, _CLEAN, _FAULTY = 0.6, 3.0, 0.6
# The truth value of an edit at the right place with another correction.
_MET = 0.4
# The number of own examples at which a rate is half its own and half the overall share.
_STRENGTH = 8.0
_TREES: Mapping[str, Any] = {
    "objective": "cross_entropy",
    "num_leaves": 24,
    "learning_rate": 0.06,
    "min_data_in_leaf": 40,
    "lambda_l2": 10.0,
    "feature_fraction": 0.3,
    "bagging_fraction": 0.7,
    "bagging_freq": 1,
    "max_bin": 63,
    "boost_from_average": False,
    "verbose": -1,
    "num_threads": 1,
    "seed": 3,
}
_ROUNDS, _FIRST_ROUNDS = 250, 60
# The share of finally accepted edits that the first score may lose.
_GIVEN_UP = 0.02

ALL = (*OF_NETWORK, "rate_group", "rate_label", "rate_word", "kind", *OF_REREADING, *OF_WORDS)
_FIRST = ALL.index(OF_REREADING[0])


class Keys(NamedTuple):
    """The keys of examples in the tables of rates."""

    groups: np.ndarray
    labels: np.ndarray
    words: np.ndarray

    @classmethod
    def of(cls, examples: Examples) -> Keys:
        """The keys of ``examples``."""
        both = zip(examples.label.tolist(), examples.old.tolist(), strict=True)
        words = np.array([f"{label}|{old}" for label, old in both])
        return cls(examples.group, examples.label, words)

    def at(self, rows: np.ndarray) -> Keys:
        """The keys of some rows."""
        return Keys(*(each[rows] for each in self))


class Rates(NamedTuple):
    """Log odds that edits are right: by group, by label, by label and word."""

    tables: tuple[Mapping[str, float], ...]
    unknown: float

    @classmethod
    def of(cls, keys: Keys, right: np.ndarray, weights: np.ndarray) -> Rates:
        """The rates among examples with these keys."""
        share = float((right * weights).sum() / weights.sum())
        return cls(tuple(_rates(each, right, weights, share) for each in keys), _log_odds(share))

    def columns(self, keys: Keys) -> np.ndarray:
        """The rates as columns of features."""
        rows = [
            [table.get(key, self.unknown) for key in each.tolist()]
            for table, each in zip(self.tables, keys, strict=True)
        ]
        return np.array(rows, np.float32).T


def _rates(
    keys: np.ndarray, right: np.ndarray, weights: np.ndarray, share: float
) -> dict[str, float]:
    names, numbers = np.unique(keys, return_inverse=True)
    hits = np.bincount(numbers, right * weights) + share * _STRENGTH
    rates = hits / (np.bincount(numbers, weights) + _STRENGTH)
    return {str(name): round(_log_odds(rate), 3) for name, rate in zip(names, rates, strict=True)}


def _log_odds(share: float) -> float:
    return math.log(share / (1 - share))


def truth(examples: Examples) -> tuple[np.ndarray, np.ndarray]:
    """The truth value and the weight of each example."""
    met = examples.met >= 0
    right = np.where(examples.right, 1.0, np.where(met, _MET, 0.0))
    weights = np.ones(len(right))
    weights[(examples.source == BEFORE) & ~met] = _UNMET
    weights[examples.source == CLEAN] = _CLEAN
    faulty = examples.source == FAULTY
    weights[faulty] = np.where(met[faulty], 1, _UNMET) * _FAULTY
    return right, weights


def folds(examples: Examples) -> np.ndarray:
    """The fold of each example; neighbouring texts share a fold."""
    found = np.zeros(len(examples), int)
    for clean in (False, True):
        own = np.isin(examples.source, (CLEAN, FAULTY)) == clean
        if own.any():
            numbers = examples.number[own]
            found[own] = numbers * _BLOCKS // (numbers.max() + 1) % _FOLDS
    return found


class Learner:
    """Examples in the form that fitting needs."""

    def __init__(self, examples: Examples) -> None:
        self.examples = examples
        self.right, self.weights = truth(examples)
        self.keys = Keys.of(examples)
        kinds = [group.partition(".")[0] for group in examples.group.tolist()]
        self._kinds = np.array([[KINDS.index(kind)] for kind in kinds], np.float32)

    def rates(self, rows: np.ndarray) -> Rates:
        """The rates among some examples."""
        return Rates.of(self.keys.at(rows), self.right[rows], self.weights[rows])

    def table(self, columns: np.ndarray, rows: np.ndarray) -> np.ndarray:
        """The features of some examples, in the order of ``ALL``; ``columns`` are the rates."""
        own, network = self.examples.features[rows], len(OF_NETWORK)
        kinds = self._kinds[rows]
        return np.concatenate([own[:, :network], columns, kinds, own[:, network:]], 1)


class Model(NamedTuple):
    """Everything that was fitted: trees and rates."""

    rates: Rates
    first: Any
    trees: Any

    def scores(self, learner: Learner, rows: np.ndarray) -> np.ndarray:
        """The scores of the trees for some examples."""
        table = learner.table(self.rates.columns(learner.keys.at(rows)), rows)
        found: np.ndarray = self.trees.predict(table, raw_score=True)
        return found

    def first_scores(self, learner: Learner, rows: np.ndarray) -> np.ndarray:
        """The scores of the first trees, without the second reading."""
        table = learner.table(self.rates.columns(learner.keys.at(rows)), rows)
        found: np.ndarray = self.first.predict(table[:, :_FIRST], raw_score=True)
        return found


def fit(learner: Learner, rows: np.ndarray) -> Model:
    """Fit on some examples. The rates of each are computed without its fold."""
    right, weights = learner.right[rows], learner.weights[rows]
    columns = np.zeros((len(rows), 3), np.float32)
    fold = folds(learner.examples)[rows]
    for number in range(_FOLDS):
        out = fold == number
        if out.any() and not out.all():
            columns[out] = learner.rates(rows[~out]).columns(learner.keys.at(rows[out]))
    table = learner.table(columns, rows)
    return Model(
        learner.rates(rows),
        _grow(table[:, :_FIRST], right, weights, _FIRST_ROUNDS),
        _grow(table, right, weights, _ROUNDS),
    )


def _grow(table: np.ndarray, right: np.ndarray, weights: np.ndarray, rounds: int) -> Any:
    data = lightgbm.Dataset(table, right, weight=weights)
    return lightgbm.train(dict(_TREES), data, rounds)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("examples", type=Path, nargs="+")
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--corrected", type=float, default=0.9)
    parser.add_argument("--clean", type=float, default=0.1)
    parser.add_argument("--plausible", type=float, nargs=2, default=(1.9, 0.75))
    parser.add_argument("--check", type=Path, nargs="*", default=[])
    options = parser.parse_args()
    learner = Learner(read(options.examples))
    everything = np.arange(len(learner.examples))
    fold = folds(learner.examples)
    scores, first = np.zeros(len(fold)), np.zeros(len(fold))
    for number in range(_FOLDS):
        out = np.flatnonzero(fold == number)
        model = fit(learner, np.flatnonzero(fold != number))
        scores[out], first[out] = model.scores(learner, out), model.first_scores(learner, out)
        print(f"fold {number + 1} of {_FOLDS}", flush=True)
    least = choose(learner.examples, scores, options.corrected, options.clean)
    rows = shown(learner.examples, scores)
    believed = rows[passing(learner.examples, scores, rows, least)]
    print("left out:", outcome(learner.examples, believed))
    looser = choose(learner.examples, scores, *options.plausible)
    plausible = rows[passing(learner.examples, scores, rows, looser)]
    print("with suggestions:", outcome(learner.examples, plausible))
    hopeless = float(np.quantile(first[plausible], _GIVEN_UP))
    print(f"hopeless at a first look: {(first < hopeless).mean():.2f}")
    model = fit(learner, everything)
    write(options.model, model, least, margins(least, looser), hopeless)
    for path in options.check:
        check(path, model, least, hopeless)


def check(path: Path, model: Model, least: Mapping[str, float], hopeless: float) -> None:
    """Print the outcome on other examples."""
    learner = Learner(read([path]))
    everything = np.arange(len(learner.examples))
    scores = model.scores(learner, everything)
    scores[model.first_scores(learner, everything) < hopeless] = -math.inf
    rows = shown(learner.examples, scores)
    believed = rows[passing(learner.examples, scores, rows, least)]
    print(f"{path}:", outcome(learner.examples, believed))


def write(
    folder: Path,
    model: Model,
    least: Mapping[str, float],
    below: Mapping[str, float],
    hopeless: float,
) -> None:
    """Write the classifier; settings that are not fitted here, as for the gate, stay."""
    path = folder / "classifier.json"
    known = json.loads(path.read_text("utf-8")) if path.exists() else {}
    content = {
        "first": {"trees": flat(model.first)},
        "trees": {"trees": flat(model.trees)},
        "hopeless": round(hopeless, 3),
        "rates": model.rates.tables,
        "unknown": round(model.rates.unknown, 3),
        "thresholds": dict(sorted(least.items())),
        "sure": known.get("sure", {}),
        "easing": known.get("easing", 0.0),
        "margins": dict(sorted(below.items())),
        "gate": known.get("gate", {}),
    }
    path.write_text(json.dumps(content, separators=(",", ":")) + "\n", "utf-8")


def flat(booster: Any) -> list[tuple[list[list[float]], list[float]]]:
    """The trees in the form that ``copylint.models.decision_trees`` reads."""
    return [_flat_tree(tree["tree_structure"]) for tree in booster.dump_model()["tree_info"]]


def _flat_tree(root: Mapping[str, Any]) -> tuple[list[list[float]], list[float]]:
    nodes: list[list[float]] = []
    leaves: list[float] = []

    def put(node: Mapping[str, Any]) -> int:
        if "leaf_value" in node:
            leaves.append(round(float(node["leaf_value"]), 4))
            return -len(leaves)
        at = len(nodes)
        nodes.append([])
        low, high = put(node["left_child"]), put(node["right_child"])
        nodes[at] = [node["split_feature"], float(f"{node['threshold']:.7g}"), low, high]
        return at

    put(root)
    return nodes, leaves


if __name__ == "__main__":
    main()
