from __future__ import annotations

from pathlib import Path

import pytest

from copylint.config.schema import Config, PathRules
from copylint.core.rule import Rule
from copylint.core.selector import RuleNames, nearest, selects
from copylint.runner.internal_rules import INTERNAL_ERROR
from copylint.runner.rule_selection import Selection

RULES = [
    Rule("names.variant", "", "", (), ()),
    Rule("names.doubled", "", "", (), (), default=False),
    Rule("spelling.word", "", "", (), ()),
    INTERNAL_ERROR,
]


def running(config: Config) -> list[str]:
    selection = Selection(config, RULES)
    return [rule.id for rule in RULES if selection.runs(rule.id) and rule is not INTERNAL_ERROR]


@pytest.mark.parametrize(
    ("selector", "rule", "expected"),
    [
        ("names.variant", "names.variant", True),
        ("names", "names.variant", True),
        ("name", "names.variant", False),
        ("names.*", "names.variant", True),
        ("*.variant", "names.variant", True),
        ("names.v?riant", "names.variant", True),
        ("names.Variant", "names.variant", False),
        ("all", "names.variant", True),
        ("variant", "names.variant", False),
    ],
)
def test_selectors_match_rules(selector: str, rule: str, expected: bool) -> None:
    assert selects(selector, rule) is expected


def test_selection_applies_selectors_in_order() -> None:
    assert running(Config()) == ["names.variant", "spelling.word"]
    assert running(Config(select=("names",))) == ["names.variant", "names.doubled"]
    assert running(Config(extend_select=("names.doubled",))) == [r.id for r in RULES[:3]]
    assert running(Config(select=("spelling",), extend_select=("names.d*",))) == [
        "names.doubled",
        "spelling.word",
    ]
    assert running(Config(select=("all",), ignore=("names",))) == ["spelling.word"]
    assert running(Config(extend_select=("names",), ignore=("names.doubled",))) == [
        "names.variant",
        "spelling.word",
    ]


def test_rules_that_only_an_engine_knows_run_unless_deselected() -> None:
    assert Selection(Config(), RULES).runs("languagetool.ANY")
    assert not Selection(Config(select=("names",)), RULES).runs("languagetool.ANY")
    assert not Selection(Config(ignore=("languagetool",)), RULES).runs("languagetool.ANY")


def test_failed_check_is_reported_for_any_selection() -> None:
    assert Selection(Config(select=("names",)), RULES).runs(INTERNAL_ERROR.id)
    assert not Selection(Config(ignore=("copylint",)), RULES).runs(INTERNAL_ERROR.id)


@pytest.mark.parametrize(
    ("glob", "path", "expected"),
    [
        ("*.md", "a/b/x.md", True),
        ("*.md", "x.txt", False),
        ("/*.md", "a/x.md", False),
        ("/*.md", "x.md", True),
        ("drafts/", "a/drafts/b/x.md", True),
        ("a/*.md", "a/x.md", True),
        ("a/*.md", "b/a/x.md", False),
        ("a/*.md", "a/b/x.md", False),
        ("a/**/*.md", "a/b/c/x.md", True),
        ("*.md", "../elsewhere/x.md", True),
        ("a/*.md", "../a/x.md", False),
    ],
)
def test_per_file_ignores(
    glob: str, path: str, expected: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    here = tmp_path / "here"
    here.mkdir()
    monkeypatch.chdir(here)
    for base in ("", str(here)):
        entry = PathRules(glob, ("names", "spelling.word"), base)
        selection = Selection(Config(per_file_ignores=(entry,)), RULES)
        assert selection.ignored_in(path) == (entry.ignore if expected else ())
        assert selection.ignored_in("") == ()


def test_a_base_is_where_the_globs_begin(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    entry = PathRules("/x.md", ("names",), str(tmp_path / "a"))
    selection = Selection(Config(per_file_ignores=(entry,)), RULES)
    assert selection.ignored_in("a/x.md") == ("names",)
    assert selection.ignored_in("x.md") == ()


def test_rule_names() -> None:
    names = RuleNames(["names.variant", "spelling.word"], ["languagetool"])
    assert all(map(names.is_known, ("all", "*", "names", "spelling.w*", "languagetool.X")))
    assert not any(map(names.is_known, ("", "name", "names.", "names.x", "harper.X")))
    assert names.suggestion("variant") == "names.variant"
    assert names.suggestion("langagetool") == "languagetool"
    assert names.suggestion("qqq") == ""
    assert nearest("SELCT", ["select", "ignore"]) == "select"
