"""Boosted decision trees (Friedman 2001): many small trees whose answers add up.

``tools/train_slips.py`` grows them; the file holds, for each tree, its inner nodes (which
figure, the limit, where to go when the figure is at most that, where otherwise) and its
leaves. A negative number n stands for leaf -n - 1.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

_Node = tuple[int, float, int, int]


class Tree(NamedTuple):
    """One tree: its inner nodes, the first being the root, and what its leaves add."""

    nodes: tuple[_Node, ...]
    leaves: tuple[float, ...]


class Trees(NamedTuple):
    """A forest. ``look`` trees are asked first; below ``hopeless`` the rest is not."""

    trees: tuple[Tree, ...]
    threshold: float
    look: int
    hopeless: float

    def weigh(self, figures: Sequence[float]) -> float:
        """Natural log odds above the threshold, that the proposal with ``figures`` is right."""
        score = self._sum(figures, self.trees[: self.look]) - self.threshold
        if score < self.hopeless:
            return score
        return score + self._sum(figures, self.trees[self.look :])

    @staticmethod
    def _sum(figures: Sequence[float], trees: Sequence[Tree]) -> float:
        total = 0.0
        for nodes, leaves in trees:
            at = 0
            while at >= 0:
                figure, limit, low, high = nodes[at]
                at = low if figures[figure] <= limit else high
            total += leaves[-at - 1]
        return total


@cache
def read_trees(path: Path) -> Trees:
    """The forest in a file."""
    row = json.loads(path.read_text(encoding="utf-8"))
    trees = [
        Tree(tuple((n[0], n[1], n[2], n[3]) for n in nodes), tuple(leaves))
        for nodes, leaves in row["trees"]
    ]
    return Trees(tuple(trees), row["threshold"], row["look"], row["hopeless"])
