"""How sure the network must be, group by group (``calibration.json`` of the weights' package)."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping

from copylint.core.record import field, record
from copylint.deep.edit_groups import Group
from copylint.deep.edit_tagger import Proposal

#: From this probability of another edit near by, the network is not at rest with its own.
RESTLESS = 0.5
# Below this the network knows that something is wrong, but not what would be right.
_LEAST_SHARE = 0.35
_NEVER = 1.0
_ODDS_OF_CERTAINTY = 1e-6


@record(slots=False)
class Calibration:
    """What the network must reach.

    ``least`` is the least probability of a fault for a group, by its name or the longest
    beginning of it that is there (up to a stop); a group without one is never believed.
    ``gate`` is what ``Gate`` goes by: for a kind of fault the least log odds at which the
    network is asked.
    """

    least: Mapping[str, float]
    gate: Mapping[str, float] = field(default_factory=dict)

    @classmethod
    def read(cls, table: bytes) -> Calibration:
        """From JSON. Raises ``ValueError`` for anything else."""
        try:
            content = json.loads(table)
            least = {str(name): float(each) for name, each in content["groups"].items()}
            gate = {str(kind): float(each) for kind, each in content["gate"].items()}
            return cls(least, gate)
        except (KeyError, TypeError, AttributeError) as error:
            raise ValueError(f"no calibration: {error}") from None

    def score(self, proposal: Proposal, group: Group) -> float:
        """Natural log odds above those that the group must reach; negative: not believed."""
        if proposal.rest >= RESTLESS:
            return -math.inf
        return self.margin(proposal.wrong, proposal.share, group)

    def margin(self, wrong: float, share: float, group: Group) -> float:
        """As ``score``, for an edit whose sentence was not read again."""
        if share < _LEAST_SHARE:
            return -math.inf
        name = group.name
        while name and name not in self.least:
            name = name.rpartition(".")[0]
        least = self.least.get(name, _NEVER)
        return -math.inf if least >= _NEVER else log_odds(wrong) - log_odds(least)


def log_odds(probability: float) -> float:
    """Natural log odds; a certainty has those of one in a million."""
    kept = min(max(probability, _ODDS_OF_CERTAINTY), 1 - _ODDS_OF_CERTAINTY)
    return math.log(kept / (1 - kept))
