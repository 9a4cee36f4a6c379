"""The manifests of packs: defaults, rules that are off, dialects."""

from __future__ import annotations

from pathlib import Path

import pytest

from copylint import lint_text
from copylint.analysis.article import Article
from copylint.config.schema import Config
from copylint.contract.check import Options
from copylint.formats.plain import PlainText
from copylint.packs.pack_check import PackCheck
from copylint.packs.rule_loader import LoadedPacks, load_packs
from copylint.runner.pipeline import run
from copylint.runner.result import Input
from copylint.runner.rule_selection import RuleSelectors
from copylint.runner.rules import _load_house, all_rules, house_rules

KERB = "extends: existence\nmessage: 'No %s.'\ntokens: [kerb]\n"
LANE = "extends: existence\nmessage: 'No %s.'\ntokens: [lane]\n"


def pack(folder: Path, manifest: str, name: str = "House") -> Path:
    (folder / name).mkdir()
    (folder / name / "Kerb.yml").write_text(KERB, "utf-8")
    (folder / name / "Lane.yml").write_text(LANE, "utf-8")
    (folder / name / "pack.yaml").write_text(manifest, "utf-8")
    return folder


def defaults(loaded: LoadedPacks) -> dict[str, bool]:
    return {each.rule.id: each.rule.default for rules in loaded.packs.values() for each in rules}


@pytest.mark.parametrize(
    ("manifest", "kerb", "lane"),
    [
        ("about: Streets\n", True, True),
        ("default: off\n", False, False),
        ("off: [Lane]\n", True, False),
        ("default: false\noff: [Lane]\n", False, False),
    ],
)
def test_manifest_defaults(tmp_path: Path, manifest: str, kerb: bool, lane: bool) -> None:
    loaded = load_packs(pack(tmp_path, manifest))
    assert loaded.problems == []
    assert defaults(loaded) == {"House.Kerb": kerb, "House.Lane": lane}


@pytest.mark.parametrize(
    ("manifest", "told"),
    [
        ("defualt: off\n", "'defualt' is not a key of a pack; did you mean 'default'?"),
        ("default: maybe\n", "'default' must be true or false"),
        ("off: [Road]\n", "the pack has no rule 'Road'"),
        ("languages: [en]\n", "'en' is not one of en-GB, en-US, en-AU, en-CA"),
        ("about: a: b\n", "not valid YAML"),
    ],
)
def test_manifest_errors_are_reported_and_rules_run(
    tmp_path: Path, manifest: str, told: str
) -> None:
    loaded = load_packs(pack(tmp_path, manifest))
    (problem,) = loaded.problems
    assert told in problem
    assert "pack.yaml:1:" in problem
    assert defaults(loaded) == {"House.Kerb": True, "House.Lane": True}


def test_only_what_a_run_may_need_is_read(tmp_path: Path) -> None:
    folder = pack(tmp_path, "default: off\n")
    (folder / "House" / "Bad.yml").write_text("no rule", "utf-8")
    loaded = load_packs(folder, needed=RuleSelectors(extend_select=("House.Kerb",)).may_run)
    assert loaded.problems == []
    assert [each.id for each in loaded.idle] == ["House.Bad", "House.Lane"]
    assert [each.rule.id for each in loaded.packs["House"]] == ["House.Kerb"]


def test_pack_applies_to_its_dialects_only(tmp_path: Path) -> None:
    folder = pack(tmp_path, "languages: [en-GB, en-AU]\n")
    check = PackCheck(load_packs(folder).packs["House"])
    document = PlainText().read("a.txt", "A kerb.\n")
    found = {
        language: len(list(check.check(Article(document, language=language), Options())))
        for language in ("en-GB", "en-AU", "en-US")
    }
    assert found == {"en-GB": 1, "en-AU": 1, "en-US": 0}


def test_house_style_follows_the_dialect_of_the_article() -> None:
    text = "The council of {} met on Monday. Output rose by 4 {} in the year.\n"
    config = Config(select=("UK", "US"))
    british = Input("a.txt", text=text.format("the coloured centre", "percent"))
    american = Input("b.txt", text=text.format("the colored center", "per cent"))
    result = run([british, american], config, jobs=1)
    assert [(each.path, each.rule) for each in result.findings] == [
        ("a.txt", "UK.PerCent"),
        ("b.txt", "US.PerCent"),
    ]


def test_off_unless_selected() -> None:
    assert lint_text("They utilise a shed.\n") == []
    rules = all_rules()
    for name in ("UK.PerCent", "US.State", "Plain.Wordy", "Inclusive.Age", "Legal.Slur"):
        assert not rules[name].default
        assert rules[name].bad


def test_a_run_of_the_defaults_reads_no_pack_that_is_off() -> None:

    house = _load_house(Config().rule_sources, (), RuleSelectors().may_run)
    (news,) = house.checks
    assert {rule.family for rule in news.rules} == {"News"}
    assert {rule.id for rule in house.idle} >= {"UK.PerCent", "News.NumeralFirst"}
    assert {rule.id for rule in house.idle} | {rule.id for rule in news.rules} == {
        rule.id for check in house_rules().checks for rule in check.rules
    }
