"""Packs taken together: counts, defaults, and figures for all of their rules."""

from __future__ import annotations

from pathlib import Path

import pytest

from copylint.config.schema import RuleSources
from copylint.runner.packs import Spoken, _counted, all_packs
from copylint.runner.rule_metrics import figures
from copylint.runner.rules import all_rules

NAMES = ["Inclusive", "Legal", "News", "Plain", "UK", "US"]


def test_shipped_packs_are_listed() -> None:
    packs, problems = all_packs(RuleSources())
    assert problems == ()
    assert [pack.name for pack in packs] == NAMES
    assert [pack.name for pack in packs if pack.on] == ["News"]
    for pack in packs:
        assert pack.about
        assert pack.rules >= 12
        assert pack.measured is None or pack.measured.news >= 0


@pytest.mark.parametrize("name", NAMES)
def test_every_rule_is_counted(name: str) -> None:
    packs, _ = all_packs(RuleSources())
    (pack,) = (each for each in packs if each.name == name)
    rules = [rule for rule in all_rules().values() if rule.family == name]
    assert pack.rules == len(rules)
    assert pack.on == sum(rule.default for rule in rules)


def test_a_rule_that_was_not_counted_leaves_the_figures_of_the_others(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    words = {"news": 1000, "docs": 2000}
    counted = {"words": words, "findings": {"News.Eggcorn": [3, 4]}, "when": "2026-11"}
    monkeypatch.setattr("copylint.runner.packs._counted", lambda: counted)
    by_name = {pack.name: pack.measured for pack in all_packs(RuleSources())[0]}
    assert by_name == {**dict.fromkeys(NAMES), "News": Spoken(3.0, 2.0, "2026-11")}


def test_without_figures_packs_and_rules_have_none(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for module in ("packs", "rule_metrics"):
        monkeypatch.setattr(f"copylint.runner.{module}.files", lambda name: tmp_path)
    assert _counted.__wrapped__() == {}
    assert figures.__wrapped__() == {}
    monkeypatch.setattr("copylint.runner.packs._counted", dict)
    assert [pack.measured for pack in all_packs(RuleSources())[0]] == [None] * len(NAMES)


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
