"""Accepted findings follow their file when it is renamed."""

from __future__ import annotations

from pathlib import Path

import pytest

from copylint.config.schema import Config
from copylint.core.finding import Finding
from copylint.runner.baseline_check import AcceptedFindings
from copylint.runner.pipeline import run
from copylint.runner.result import Input, RunResult

CONFIG = Config(select=("duplicates.word",))
TEXT = "They left the the quay.\n\nIt was late late in the year.\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def found(*paths: str) -> RunResult:
    return run([Input(path) for path in paths], CONFIG)


def accept(path: str) -> None:
    accepted = AcceptedFindings("kept.json", may_lack=True)
    accepted.accept(found(path).findings)
    accepted.save()


def new_in(*paths: str) -> list[Finding]:
    return list(AcceptedFindings("kept.json").without(found(*paths)).findings)


def test_a_renamed_file_keeps_its_entries() -> None:
    Path("old.txt").write_text(TEXT)
    accept("old.txt")
    Path("old.txt").rename("new.txt")
    assert new_in("new.txt") == []


def test_what_is_new_in_a_renamed_file_shows() -> None:
    Path("old.txt").write_text(TEXT)
    accept("old.txt")
    Path("old.txt").unlink()
    Path("new.txt").write_text(TEXT + "\nThe crew crew waited.\n")
    assert [each.text for each in new_in("new.txt")] == ["crew crew"]


def test_a_copy_shows_while_the_original_is_there() -> None:
    Path("old.txt").write_text(TEXT)
    accept("old.txt")
    Path("copy.txt").write_text(TEXT)
    assert {each.path for each in new_in("old.txt", "copy.txt")} == {"copy.txt"}


def test_what_is_new_in_a_file_does_not_depend_on_the_others() -> None:
    Path("old.txt").write_text(TEXT)
    accept("old.txt")
    Path("old.txt").unlink()
    for name in ("one.txt", "two.txt"):
        Path(name).write_text(TEXT)
    together = new_in("one.txt", "two.txt")
    assert together == [*new_in("one.txt"), *new_in("two.txt")] == []


def test_a_sentence_accepted_once_does_not_excuse_two() -> None:
    Path("old.txt").write_text("They left the the quay.\n")
    accept("old.txt")
    Path("old.txt").unlink()
    Path("new.txt").write_text("They left the the quay.\n\nThey left the the quay.\n")
    assert len(new_in("new.txt")) == 1


def test_the_next_baseline_names_the_new_path() -> None:
    Path("old.txt").write_text(TEXT)
    accept("old.txt")
    Path("old.txt").rename("new.txt")
    accepted = AcceptedFindings("kept.json")
    assert not list(accepted.without(found("new.txt")).findings)
    accepted.follow_renames()
    accepted.save()
    written = Path("kept.json").read_text()
    assert '"path": "new.txt"' in written
    assert "old.txt" not in written
