"""Decides which of the network's edits are right.

Boosted trees score an edit. ``training/edit_classifier.py`` grows them and sets a threshold
for each group of edits.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence

from copylint.core.record import record
from copylint.deep.candidates import Candidate
from copylint.deep.edit_groups import Group
from copylint.deep.features import OF_NETWORK, OF_REREADING, SentenceFeatures, log_odds
from copylint.deep.gate import KINDS
from copylint.deep.labels import Label
from copylint.models.decision_trees import DecisionForest, trees_of

_NEVER = math.inf
_WRONG, _SHARE, _RANK = (OF_NETWORK.index(name) for name in ("wrong", "share", "rank"))
# Features of the first reading are followed by rates and kind, then by the second reading's.
_REST = len(OF_NETWORK) + 4 + OF_REREADING.index("rest")
# The log odds of an edit below which the network knows only that something is wrong.
_LEAST_SHARE = -0.6


@record(slots=False)
class EditClassifier:
    """Scores edits.

    ``first`` scores an edit before the sentence is read a second time; below ``hopeless`` the
    second reading is skipped. ``rates`` has the log odds that edits were right in training, by
    group, by label, and by label and word; ``unknown`` those of edits not met in training.
    ``thresholds`` are by group, or by the longest prefix of its name (up to a full stop) in the
    table; groups without a threshold are never reported. ``sure`` has, likewise by group, a
    probability of an error: if the network's own is at least as high, and it finds nothing
    wrong once the edit is made, ``easing`` is subtracted from the threshold. ``margins`` has, by
    group, how far below its threshold an edit is still plausible. ``gate`` has, by kind of
    error, the least log odds at which ``Gate`` sends a sentence to the network.
    """

    first: DecisionForest
    trees: DecisionForest
    hopeless: float
    rates: tuple[Mapping[str, float], ...]
    unknown: float
    thresholds: Mapping[str, float]
    sure: Mapping[str, float]
    easing: float
    margins: Mapping[str, float]
    gate: Mapping[str, float]

    @classmethod
    def read(cls, content: bytes) -> EditClassifier:
        """The classifier in a JSON file. Raises ``ValueError`` for other content."""
        try:
            row = json.loads(content)
            by_group, by_label, by_word = row["rates"]
            return cls(
                trees_of(row["first"]),
                trees_of(row["trees"]),
                float(row["hopeless"]),
                (by_group, by_label, by_word),
                float(row["unknown"]),
                {str(name): float(least) for name, least in row["thresholds"].items()},
                {str(name): float(least) for name, least in row["sure"].items()},
                float(row["easing"]),
                {str(name): float(width) for name, width in row.get("margins", {}).items()},
                {str(kind): float(least) for kind, least in row["gate"].items()},
            )
        except (KeyError, TypeError, AttributeError, IndexError) as error:
            raise ValueError(f"no edit classifier: {error}") from None

    def first_features(
        self, sentence: SentenceFeatures, candidate: Candidate, group: Group
    ) -> list[float]:
        """The features from the first reading of the network and the tables of rates."""
        first, last, _ = candidate.change
        name = label_name(candidate.label)
        keys = group.name, name, f"{name}|{' '.join(sentence.texts[first:last]).lower()}"
        return [
            *sentence.of_network(candidate),
            *(rates.get(key, self.unknown) for rates, key in zip(self.rates, keys, strict=True)),
            float(KINDS.index(group.kind)),
        ]

    def is_hopeless(self, features: Sequence[float]) -> bool:
        """Whether an edit with these first features has no chance of acceptance."""
        return self.first.score(features) < self.hopeless

    def score(self, features: Sequence[float], group: str) -> float:
        """Natural log odds above the threshold of the group; edits above 0 are accepted."""
        least = _of_group(self.thresholds, group)
        if least == _NEVER:
            return -_NEVER
        if self._is_sure(features, group):
            least -= self.easing
        return self.trees.score(features) - least

    def is_plausible(self, score: float, group: str) -> bool:
        """Whether an edit with this ``score`` is worth showing, at least as a suggestion."""
        return score > 0 or score > -_of_group(self.margins, group, 0.0)

    def _is_sure(self, features: Sequence[float], group: str) -> bool:
        """Whether the network is sure of its first choice and then finds nothing wrong."""
        sure = _of_group(self.sure, group)
        return (
            sure < 1
            and features[_WRONG] >= log_odds(sure)
            and features[_SHARE] >= _LEAST_SHARE
            and features[_REST] < 0
            and not features[_RANK]
        )


def _of_group(table: Mapping[str, float], group: str, default: float = _NEVER) -> float:
    """The figure of a group, or of the longest prefix of its name in the table."""
    while group and group not in table:
        group = group.rpartition(".")[0]
    return table.get(group, default)


def label_name(label: Label) -> str:
    """The name of a label in the tables of rates."""
    return f"{label.action}_{label.detail}"
