"""Boosted decision trees (Friedman 2001): many small trees whose answers add up.

``tools/models/train_slips.py`` grows them; the file holds, for each tree, its inner nodes (which
figure, the limit, the next node if the figure is at most that, the next node otherwise) and its
leaves. A negative node number n means leaf -n - 1.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

_Node = tuple[int, float, int, int]


class DecisionTree(NamedTuple):
    """One tree: its inner nodes, the first of which is the root, and the values of its leaves."""

    nodes: tuple[_Node, ...]
    leaves: tuple[float, ...]


class DecisionForest(NamedTuple):
    """A forest. ``look`` trees are evaluated first; below ``hopeless`` the others are skipped.

    ``rest`` has, for each of the first trees, the most that the later ones of them could add.
    """

    trees: tuple[DecisionTree, ...]
    threshold: float
    look: int
    hopeless: float
    rest: tuple[float, ...]

    def score(self, figures: Sequence[float]) -> float:
        """Natural log odds, above the threshold, that the proposal with ``figures`` is right.

        The score of a hopeless proposal has no further meaning.
        """
        look, trees = self.look, self.trees
        limit = self.hopeless + self.threshold
        score = 0.0
        # Most proposals end here, so what ``_answer`` does is repeated without its call.
        for (nodes, leaves), more in zip(trees, self.rest, strict=False):
            at = 0
            while at >= 0:
                figure, most, low, high = nodes[at]
                at = low if figures[figure] <= most else high
            score += leaves[-at - 1]
            # The remaining first trees could not bring it over the limit.
            if score + more < limit:
                return self.hopeless - 1
        score -= self.threshold
        if score < self.hopeless:
            return score
        others = 0.0
        for number in range(look, len(trees)):
            others += _answer(trees[number], figures)
        return score + others


def _answer(tree: DecisionTree, figures: Sequence[float]) -> float:
    nodes, leaves = tree
    at = 0
    while at >= 0:
        figure, limit, low, high = nodes[at]
        at = low if figures[figure] <= limit else high
    return leaves[-at - 1]


@cache
def read_trees(path: Path) -> DecisionForest:
    """The forest in a file."""
    return trees_of(json.loads(path.read_text(encoding="utf-8")))


def trees_of(row: Mapping[str, Any]) -> DecisionForest:
    """The forest that a file's JSON describes; without ``look`` all its trees are evaluated."""
    trees = [
        # A tree of one leaf gets a node, so that scoring needs no test for empty trees.
        DecisionTree(
            tuple((n[0], n[1], n[2], n[3]) for n in nodes) or ((0, 0.0, -1, -1),), tuple(leaves)
        )
        for nodes, leaves in row["trees"]
    ]
    look = row.get("look", 0)
    most = [max(tree.leaves) for tree in trees[:look]]
    # A small margin is added, since floating-point sums are not exact.
    rest = tuple([sum(most[number + 1 :]) + 1e-9 for number in range(len(most))])
    hopeless = row.get("hopeless", -math.inf)
    return DecisionForest(tuple(trees), row.get("threshold", 0.0), look, hopeless, rest)
