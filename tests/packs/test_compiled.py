"""The table of rule files read in advance: kept by itself, and the same rules as from YAML."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from copylint.inventory import places
from copylint.inventory.places import shipped
from copylint.packs import compiled
from copylint.packs.house import SHIPPED
from copylint.packs.rule_loader import compiled_table, load_packs

EGGCORN = (shipped() / "News" / "Eggcorn.yml").read_text("utf-8")


@pytest.fixture
def kept(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """The folder of a table that does not exist yet."""
    monkeypatch.setattr(places, "_folders", lambda: [str(tmp_path / "kept")])
    monkeypatch.setattr(compiled, "_table", compiled._table.__wrapped__)
    return tmp_path / "kept" / compiled.TABLE


def test_compiled_rules_equal_parsed_rules(kept: Path) -> None:
    load_packs(shipped(), SHIPPED)
    assert kept.is_file()
    quick, slow = load_packs(shipped(), SHIPPED), load_packs(shipped())
    assert not quick.problems
    assert not quick.records
    assert quick.manifests == slow.manifests
    assert quick.packs.keys() == slow.packs.keys()
    for pack, rules in quick.packs.items():
        for ours, theirs in zip(rules, slow.packs[pack], strict=True):
            assert ours == theirs
            for one, other in zip(ours.does.patterns, theirs.does.patterns, strict=True):
                assert one.required == other.required


def test_changed_file_is_parsed() -> None:
    compiled.keep(compiled_table())
    assert compiled.compiled("News.Eggcorn", EGGCORN) is not None
    assert compiled.compiled("News.Eggcorn", EGGCORN + "# more") is None
    assert compiled.compiled("News.Nowhere", EGGCORN) is None


def test_a_changed_or_new_rule_is_put_into_the_table(
    kept: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    shutil.copytree(shipped() / "News", tmp_path / "rules" / "News")
    table = compiled_table()
    monkeypatch.setattr(compiled, "_table", lambda: table)
    (tmp_path / "rules" / "News" / "Eggcorn.yml").write_text(EGGCORN + "# more\n", "utf-8")
    (tmp_path / "rules" / "News" / "Kerb.yml").write_text(
        "extends: existence\nmessage: x\ntokens: [kerb]\n", "utf-8"
    )
    assert sorted(load_packs(tmp_path / "rules", SHIPPED).records) == ["News.Eggcorn", "News.Kerb"]
    assert load_packs(tmp_path / "rules", SHIPPED).records == {}


def test_a_changed_rule_that_cannot_be_used_is_reported(tmp_path: Path) -> None:
    shutil.copytree(shipped() / "News", tmp_path / "rules" / "News")
    (tmp_path / "rules" / "News" / "Kerb.yml").write_text(
        "extends: existence\nmessage: x\ntokens: ['kerb(']\n", "utf-8"
    )
    (problem,) = load_packs(tmp_path / "rules", SHIPPED).problems
    assert "Kerb.yml:3:16: not a regular expression" in problem


def test_a_wheels_table_is_used_as_it_is(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(places, "built", lambda name: compiled_table())
    assert compiled.compiled("News.Eggcorn", EGGCORN) is not None
    compiled.keep({"News.Kerb": []})
    assert not kept.exists()
