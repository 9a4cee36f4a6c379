"""The completions that a shell is offered, requested as bash does."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner

from copylint.cli.app import app

Offered = Callable[[str], list[str]]


@pytest.fixture
def offered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Offered:
    """The completions of the last word of a command line, in a folder with two articles."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "names.md").touch()
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "ferry.md").touch()
    (tmp_path / ".hidden.md").touch()

    def ask(line: str) -> list[str]:
        words = line.split(" ")
        environment = {
            "_COPYLINT_COMPLETE": "complete_bash",
            "COMP_WORDS": line,
            "COMP_CWORD": str(len(words) - 1),
        }
        result = CliRunner().invoke(
            app, [], env={**os.environ, **environment}, prog_name="copylint"
        )
        return result.stdout.split()

    return ask


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("copylint check --ignore names.mis", ["names.misspelled"]),
        (
            "copylint check --ignore spelling.unknown,names.mis",
            ["spelling.unknown,names.misspelled"],
        ),
        ("copylint check --select News.Utm,Leg", ["News.Utm,Legal"]),
        ("copylint check --format sar", ["sarif"]),
        ("copylint check --output sar", ["sarif="]),
        ("copylint check --output html=ne", ["html=news/"]),
        ("copylint check --grammar harper,lang", ["harper,languagetool"]),
        ("copylint check --language en-G", ["en-GB"]),
        ("copylint trial names.mis", ["names.misspelled"]),
        ("copylint trial news/f", ["news/ferry.md"]),
        ("copylint explain news/f", ["news/ferry.md"]),
        ("copylint explain .h", [".hidden.md"]),
        ("copylint config vocabulary.a", ["vocabulary.accept"]),
        ("copylint test-rules Plain.Pad", ["Plain.Padding"]),
    ],
)
def test_completions(offered: Offered, line: str, wanted: list[str]) -> None:
    found = offered(line)
    assert set(wanted) <= set(found)
    last = line.split(" ")[-1]
    assert all(each.startswith(last) for each in found)


def test_rules_and_files_are_offered_together(offered: Offered) -> None:
    found = offered("copylint explain names")
    assert {"names", "names.variant", "names.md"} <= set(found)


def test_a_listed_value_is_not_offered_again(offered: Offered) -> None:
    found = offered("copylint check --ignore names.variant,names.")
    assert "names.variant,names.misspelled" in found
    assert "names.variant,names.variant" not in found
