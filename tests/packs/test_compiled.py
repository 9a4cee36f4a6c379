"""The table of rule files read in advance: up to date, and the same rules as from YAML."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from copylint.packs import compiled
from copylint.packs.house import SHIPPED
from copylint.packs.rule_loader import load_packs
from copylint.packs.shipped_rules import shipped

sys.path.insert(0, str(Path(__file__).parents[2] / "tools"))

from compile_packs import TABLE, table


def test_the_table_is_up_to_date() -> None:
    assert TABLE.read_text("utf-8") == table(), "run python tools/compile_packs.py"


def test_it_makes_the_same_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    quick = load_packs(shipped(), SHIPPED)
    monkeypatch.setattr(compiled, "_table", dict)
    slow = load_packs(shipped())
    assert not quick.problems
    assert quick.manifests == slow.manifests
    assert quick.packs.keys() == slow.packs.keys()
    for pack, rules in quick.packs.items():
        for ours, theirs in zip(rules, slow.packs[pack], strict=True):
            assert ours == theirs
            for one, other in zip(ours.does.patterns, theirs.does.patterns, strict=True):
                assert one.required == other.required


def test_a_file_that_has_changed_is_read_itself() -> None:
    path = shipped() / "News" / "Eggcorn.yml"
    text = path.read_text("utf-8")
    assert compiled.compiled("News.Eggcorn", text) is not None
    assert compiled.compiled("News.Eggcorn", text + "# more") is None
    assert compiled.compiled("News.Nowhere", text) is None
