"""Rules of a pack that would hang or fill the memory."""

from __future__ import annotations

from pathlib import Path

import pytest
from attack import article, assert_harmless, copylint


def write_rule(folder: Path, rule: str) -> None:
    (folder / "Pack").mkdir()
    (folder / "Pack" / "Rule.yml").write_text(rule)
    (folder / "copylint.toml").write_text('packs = ["Pack"]\nignore = ["spelling"]\n')
    article(folder)
    (folder / "trap.md").write_text(f"They met {'a' * 60}! bbb.\n\n{'ab' * 2_000} {'a' * 3_000}\n")


@pytest.mark.parametrize(
    "pattern",
    [
        "(?:a|a){40}b",
        "(?:a|[ab]){40}c",
        "(?:a|b|ab|ba){30}c",
        "(?:(?:(?:a{1000}){1000}){1000}){1000}",
        "a{100000000}b",
        "(?R)?a",
        "(a+)+$",
        "(?:aaaaaaaaaa){e<=15}b",
    ],
)
def test_a_pattern(tmp_path: Path, pattern: str) -> None:
    write_rule(
        tmp_path,
        "extends: existence\nmessage: no\nlevel: error\nnonword: true\n"
        f"tokens:\n- '{pattern}'\n- letter\n",
    )
    run = copylint("check", "-q", "-j", "1", ".", cwd=tmp_path)
    assert_harmless(run)
    assert "story.md" in run.out


def test_twenty_thousand_alternatives(tmp_path: Path) -> None:
    words = "|".join(f"word{number}" for number in range(20_000))
    write_rule(tmp_path, f"extends: existence\nmessage: no\nraw:\n- '(?:{words})(?=x)'\n")
    run = copylint("check", "-q", "-j", "1", ".", cwd=tmp_path)
    assert_harmless(run)
    assert run.seconds < 30
    assert "alternatives" in run.err


def test_a_condition_of_a_dictionary(tmp_path: Path) -> None:
    styles = tmp_path / "Pack"
    write_rule(tmp_path, "extends: spelling\nmessage: no\ndic: house.dic\naff: house.aff\n")
    (styles / "house.dic").write_text("1\n" + "a" * 40 + "/A\n")
    (styles / "house.aff").write_text("SFX A Y 1\nSFX A 0 b (a|a)*(a|a)*(a|a)*(a|a)*(a|a)*c\n")
    (tmp_path / "trap.md").write_text(f"They met {'a' * 40}b.\n")
    run = copylint("check", "-q", "-j", "1", ".", cwd=tmp_path)
    assert_harmless(run)
    assert "story.md" in run.out
