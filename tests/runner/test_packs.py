"""Packs taken together: counts, defaults, and figures for all of their rules."""

from __future__ import annotations

from pathlib import Path

import pytest

from copylint.config.schema import RuleSources
from copylint.runner.packs import all_packs
from copylint.runner.registry import all_rules

NAMES = ["Inclusive", "Legal", "News", "Plain", "UK", "US"]


def test_copylints_own() -> None:
    packs, problems = all_packs(RuleSources())
    assert problems == ()
    assert [pack.name for pack in packs] == NAMES
    assert [pack.name for pack in packs if pack.on] == ["News"]
    for pack in packs:
        assert pack.about
        assert pack.rules >= 12
        assert pack.measured is not None, "run benchmarks/packs/measure.py count"
        assert pack.measured.news >= 0


@pytest.mark.parametrize("name", NAMES)
def test_every_rule_is_counted(name: str) -> None:
    packs, _ = all_packs(RuleSources())
    (pack,) = (each for each in packs if each.name == name)
    rules = [rule for rule in all_rules().values() if rule.family == name]
    assert pack.rules == len(rules)
    assert pack.on == sum(rule.default for rule in rules)


def test_questions_are_never_errors() -> None:
    for rule in all_rules().values():
        if rule.family in ("Inclusive", "Plain"):
            assert rule.severity.label == "suggestion", rule.id
        if rule.family == "Legal":
            assert rule.severity.label != "error", rule.id


def test_a_pack_of_the_house_has_no_figures(tmp_path: Path) -> None:
    (tmp_path / "House").mkdir()
    (tmp_path / "House" / "Kerb.yml").write_text(
        "extends: existence\nmessage: x\ntokens: [kerb]\n", "utf-8"
    )
    packs, _ = all_packs(RuleSources((str(tmp_path),)))
    (house,) = (each for each in packs if each.name == "House")
    assert (house.rules, house.on, house.measured) == (1, 1, None)
