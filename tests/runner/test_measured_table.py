"""The table of measured figures."""

from __future__ import annotations

from copylint.core.rule_groups import GROUPS
from copylint.runner.rule_metrics import figures
from copylint.runner.rules import all_rules


def test_measured_figures_are_plausible() -> None:
    measured = figures()
    assert measured.keys() <= all_rules().keys() | GROUPS.keys()
    for rule, each in measured.items():
        assert 0 <= each.precision <= 1, rule
        assert each.per_1000 >= 0, rule
        assert each.on and len(each.when) == len("2026-11"), rule
