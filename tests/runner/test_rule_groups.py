"""The id of a rule that has become several: it works wherever it was written, for them all."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from copylint import read_config
from copylint.cli.completion import complete_rules
from copylint.config.schema import Config, PathRules
from copylint.core.errors import ConfigError
from copylint.core.finding import Finding
from copylint.core.finding_fingerprint import fingerprint
from copylint.core.record import replace
from copylint.core.rule import Severity
from copylint.core.rule_groups import GROUPS, group_of
from copylint.core.selector import RuleNames, selects
from copylint.runner.baseline_check import AcceptedFindings, RunCoverage
from copylint.runner.pipeline import run
from copylint.runner.result import Input, RunResult
from copylint.runner.rule_index import rule_names, rules_of
from copylint.runner.rules import all_rules

OLD = "grammar.missing-word"
TO, OF = "grammar.missing-to", "grammar.missing-of"
TEXT = "They agreed meet in May, and the number accidents fell.\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def checked(text: str = TEXT, path: str = "a.md", **settings: Any) -> RunResult:
    Path(path).write_text(text)
    return run([Input(path)], Config(**settings))


def rules_found(text: str = TEXT, **settings: Any) -> list[str]:
    return [each.rule for each in checked(text, **settings).findings]


def test_groups_consist_of_rules_and_are_not_rules() -> None:
    rules = all_rules().keys()
    listed = Counter(rule for group in GROUPS.values() for rule in group.rules)
    assert listed.keys() <= rules
    assert not GROUPS.keys() & rules
    assert set(listed.values()) == {1}
    for group in GROUPS.values():
        assert group.rules == tuple(sorted(group.rules))
        assert group.summary.endswith(".") and group.why.endswith(".")


def test_findings_carry_the_id_of_the_kind() -> None:
    assert rules_found() == [TO, OF]


@pytest.mark.parametrize(
    ("settings", "rules"),
    [
        ({"select": (OLD,)}, [TO, OF]),
        ({"select": (TO,)}, [TO]),
        ({"select": ("duplicates",), "extend_select": (OLD,)}, [TO, OF]),
        ({"ignore": (OLD,)}, []),
        ({"ignore": (OF,)}, [TO]),
        ({"select": (OLD,), "ignore": (TO,)}, [OF]),
        ({"select": ("*.missing-word",)}, [TO, OF]),
        ({"ignore": ("grammar.miss*word",)}, []),
        ({"per_file_ignores": (PathRules("*.md", (OLD,), "."),)}, []),
        ({"per_file_ignores": (PathRules("*.md", (TO,), "."),)}, [OF]),
    ],
)
def test_selectors(settings: Mapping[str, Any], rules: list[str]) -> None:
    assert rules_found(**settings) == rules


def test_a_group_covers_only_its_own_rules() -> None:
    assert {each for each in all_rules() if selects(OLD, each)} == set(GROUPS[OLD].rules)


@pytest.mark.parametrize(
    ("severities", "expected"),
    [
        ({OLD: Severity.ERROR}, [Severity.ERROR, Severity.ERROR]),
        ({OLD: Severity.ERROR, OF: Severity.SUGGESTION}, [Severity.ERROR, Severity.SUGGESTION]),
        ({"grammar": Severity.SUGGESTION, OLD: Severity.ERROR}, [Severity.ERROR, Severity.ERROR]),
        ({"grammar": Severity.ERROR, TO: Severity.WARNING}, [Severity.WARNING, Severity.ERROR]),
    ],
)
def test_severities(severities: dict[str, Severity], expected: list[Severity]) -> None:
    assert [each.severity for each in checked(severity=severities).findings] == expected


def test_a_configuration_file_may_name_a_group() -> None:
    Path("copylint.toml").write_text(
        f'select = ["{OLD}"]\n[severity]\n"{OLD}" = "error"\n[rules."{OLD}"]\n'
        f'[per-file-ignores]\n"b.md" = ["{OLD}"]\n'
    )
    config = read_config(["."])
    assert config.select == (OLD,)
    assert config.severity == {OLD: Severity.ERROR}


def test_options_of_a_group_are_an_error_that_names_it() -> None:
    Path("copylint.toml").write_text(f'[rules."{OLD}"]\nmax = 1\n')
    with pytest.raises(ConfigError, match="is a family: options belong to one rule"):
        read_config(["."])


@pytest.mark.parametrize(
    ("comment", "rules"),
    [
        (f"copylint-disable-file {OLD}", []),
        (f"copylint-disable-next-line {OLD}", []),
        (f"copylint-disable {OLD}", []),
        (f"copylint-disable-file {TO}", [OF]),
        (f"copylint-disable-file {OLD}, {OF}", ["suppression.unused"]),
    ],
)
def test_suppressions(comment: str, rules: list[str]) -> None:
    assert rules_found(f"<!-- {comment} -->\n{TEXT}") == rules


def test_a_suppression_of_a_group_that_hides_nothing_is_unused() -> None:
    text = f"<!-- copylint-disable-file {OLD} -->\nThey agreed to meet.\n"
    assert rules_found(text) == ["suppression.unused"]
    # One of its rules did not run: the comment may be for a finding of that rule.
    assert rules_found(text, select=(TO, "suppression")) == []


def baseline_of(*rules: str) -> AcceptedFindings:
    sentence = next(iter(checked().findings)).sentence
    rows = [{"path": "a.md", "rule": rule, "sentence": sentence} for rule in rules]
    Path("kept.json").write_text(json.dumps({"version": 1, "findings": rows}))
    return AcceptedFindings("kept.json")


@pytest.mark.parametrize(
    ("accepted", "rules"),
    [
        ((OLD, OLD), []),
        ((OLD,), [OF]),
        ((OLD, TO), []),
        ((TO, OF), []),
        ((OF,), [TO]),
        (("grammar.agreement",), [TO, OF]),
    ],
)
def test_baselines(accepted: tuple[str, ...], rules: list[str]) -> None:
    left = baseline_of(*accepted).without(checked())
    assert [each.rule for each in left.findings] == rules


def test_a_baseline_of_a_group_follows_a_renamed_file() -> None:
    accepted = baseline_of(OLD, OLD)
    Path("a.md").unlink()
    assert list(accepted.without(checked(path="b.md")).findings) == []


@pytest.mark.parametrize(("ignored", "unused"), [((), 1), ((OF,), 0)])
def test_an_entry_of_a_group_is_unused_only_if_all_its_rules_ran(
    ignored: tuple[str, ...], unused: int
) -> None:
    accepted = baseline_of(OLD)
    config = Config(ignore=ignored)
    result = checked("They agreed to meet.\n", ignore=ignored)
    accepted.without(result)
    coverage = RunCoverage(config, rules_of().values(), (), result, ["a.md"])
    assert accepted.unused(coverage).total() == unused


def test_fingerprints_are_those_of_the_rule_that_there_was() -> None:
    finding: Finding = next(iter(checked().findings))
    assert fingerprint(finding) == fingerprint(replace(finding, rule=OLD))
    assert fingerprint(finding) != fingerprint(replace(finding, rule="grammar.agreement"))


def test_names_of_groups_are_known_completed_and_proposed() -> None:
    names = rule_names()
    assert names.is_known(OLD)
    assert names.suggestion("missing-word") in {OLD, "context.missing-word"}
    assert names.suggestion("grammar.missing-wrod") == OLD
    assert OLD in complete_rules("grammar.missing-w")
    assert not RuleNames(["duplicates.word"]).is_known(OLD)
    assert group_of("duplicates.word") == "duplicates.word"
