"""Reports name their date, their articles and the settings that they were made with."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from copylint import Config
from copylint.cli.commands.check import CheckOptions
from copylint.cli.provenance import EPOCH_VARIABLE, provenance_of
from copylint.config.enums import Language


def git(folder: Path, *arguments: str) -> str:
    named = ("-c", "user.name=A Desk", "-c", "user.email=desk@example.org")
    done = subprocess.run(
        ["git", *named, *arguments], cwd=folder, capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "a.txt").write_text("They met.\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv(EPOCH_VARIABLE, "1767225600")
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    return tmp_path


def test_the_date_can_be_given(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    options = CheckOptions(paths=["a.txt"], isolated=True)
    assert provenance_of(options, Config()).date == "1 January 2026, 00:00 UTC"
    for wrong in ("", "today", "9" * 30):
        monkeypatch.setenv(EPOCH_VARIABLE, wrong)
        assert provenance_of(options, Config()).date != "1 January 2026, 00:00 UTC"


def test_the_revision_is_that_of_the_articles_and_says_whether_they_were_changed(
    desk: Path,
) -> None:
    options = CheckOptions(paths=["a.txt"], isolated=True)
    assert provenance_of(options, Config()).revision == ""
    git(desk, "init", "-q")
    git(desk, "add", "a.txt")
    git(desk, "commit", "-q", "-m", "An article")
    commit = git(desk, "rev-parse", "HEAD")
    assert provenance_of(options, Config()).revision == commit[:10]
    (desk / "a.txt").write_text("They met again.\n", encoding="utf-8")
    assert provenance_of(options, Config()).revision == f"{commit[:10]}, with changes"


def test_the_configuration_is_files_and_what_the_command_line_asked_for(desk: Path) -> None:
    assert provenance_of(CheckOptions(isolated=True), Config()).configuration == (
        "no configuration file"
    )
    (desk / "copylint.toml").write_text('root = true\nignore = ["dates"]\n', encoding="utf-8")
    options = CheckOptions(paths=["a.txt"], select=["spelling", "names"], language=Language.BRITISH)
    assert provenance_of(options, Config(grammar=("deep",))).configuration == (
        f"copylint.toml; --select spelling,names; --language {Language.BRITISH}; engines: deep"
    )
