"""How sure a proposal is: a logistic combination of a few figures (``data/calibration.json``).

``tools/models/calibrate_context.py`` learns the weights by comparing typos that a program put into
edited text with the original words. It also learns the log odds from which a group of proposals
is worth an editor's time.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import cache
from operator import mul
from pathlib import Path
from typing import NamedTuple

_DATA = Path(__file__).parent.parent / "data" / "calibration.json"


class Calibrator(NamedTuple):
    """Weights of figures, and a bias for each group of proposals worth reporting."""

    weights: tuple[float, ...]
    groups: Mapping[str, float]

    def score(self, group: str, figures: Sequence[float]) -> float:
        """Natural log odds that a proposal is right, above those that the judge requires."""
        assert len(figures) == len(self.weights)
        weighted: float = sum(map(mul, self.weights, figures))
        return self.groups.get(group, -99.0) + weighted

    def may_accept(
        self, group: str, figures: Sequence[float], most: float, models: int = 1
    ) -> bool:
        """Whether a proposal might be accepted although its first figures are not yet known.

        The first ``models`` figures are scores of models, none further from zero than
        ``most``; ``figures`` has 0.0 in their places.
        """
        swing = most * sum(map(abs, self.weights[:models]))
        return self.score(group, figures) + swing > 0


@cache
def calibrators(path: Path = _DATA) -> Mapping[str, Calibrator]:
    """The judges by name."""
    rows = json.loads(path.read_text(encoding="utf-8"))
    return {name: Calibrator(tuple(row["weights"]), row["groups"]) for name, row in rows.items()}
