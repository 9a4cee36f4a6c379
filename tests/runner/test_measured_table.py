"""The table of measured figures."""

from __future__ import annotations

from copylint.runner.rule_metrics import figures
from copylint.runner.rules import all_rules


def test_figures_are_those_of_rules_and_make_sense() -> None:
    measured = figures()
    assert measured.keys() <= all_rules().keys()
    for rule, each in measured.items():
        assert 0 <= each.precision <= 1, rule
        assert each.per_1000 >= 0, rule
        assert each.on and len(each.when) == len("2026-11"), rule
