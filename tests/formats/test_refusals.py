"""Hostile files: each is refused in the words that the documentation has, the rest goes on."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from copylint.config.schema import Config
from copylint.runner.discovery import discover
from copylint.runner.pipeline import run
from copylint.runner.result import Input

sys.path.insert(0, str(Path(__file__).parents[2] / "tools"))

import refusals as refused

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")


def test_refusal_messages_are_documented(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    said = dict(refused.refusals(tmp_path))
    assert {case.what for case, told in said.items() if not told} == set()
    page = (ROOT / "docs" / "reference" / "formats.md").read_text("utf-8")
    for case, told in said.items():
        assert "\n" not in told
        assert f"| {case.what} | {told} |" in page, "run python tools/refusals.py --write"


def test_the_rest_of_the_run_goes_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for case in refused.CASES:
        case.make(tmp_path / case.name)
    Path("good.txt").write_text("The ferry left at teh end of the day.\n", "utf-8")
    found = discover(["."], Config())
    config = Config(grammar=())
    result = run([Input(path) for path in found.paths], config)
    assert [(f.path, f.rule) for f in result.findings] == [("good.txt", "spelling.unknown")]
    assert all(file.error for file in result.files if file.path != "good.txt")
    # In a folder, an entry that is not a file is passed over.
    assert not {"pipe.txt", "socket.txt", "loop.txt", "nowhere.txt"} & set(found.paths)
