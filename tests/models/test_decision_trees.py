"""Forests that decide whether a proposal is shown."""

from __future__ import annotations

import pytest

from copylint.models.decision_trees import trees_of

SPLIT = [[[0, 0.5, -1, -2]], [-1.0, 2.0]]
LEAF = [[], [0.25]]


@pytest.mark.parametrize(("figure", "score"), [(0.0, -0.75), (1.0, 2.25)])
@pytest.mark.parametrize("trees", [[SPLIT, LEAF], [LEAF, SPLIT]])
@pytest.mark.parametrize("look", [0, 1, 2])
def test_a_tree_that_is_one_leaf_adds_its_value(
    trees: list[object], look: int, figure: float, score: float
) -> None:
    forest = trees_of({"trees": trees, "look": look})
    assert forest.score([figure]) == pytest.approx(score)


def test_a_hopeless_proposal_is_given_up_early() -> None:
    forest = trees_of({"trees": [SPLIT, SPLIT], "look": 1, "hopeless": -0.5})
    assert forest.score([0.0]) < -0.5
    assert forest.score([1.0]) == pytest.approx(4.0)
