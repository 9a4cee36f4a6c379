"""A package that adds a check, a format, an engine and a report, installed and used."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PLUGIN = Path(__file__).parent / "desk_plugin"
Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder into which the plug-in has been installed from its sources."""
    folder = tmp_path_factory.mktemp("site")
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index"]
    done = subprocess.run(
        [*pip, "--target", folder, PLUGIN], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return folder


@pytest.fixture
def copylint(site: Path, tmp_path: Path) -> Run:
    (tmp_path / "a.wire").write_text("^slug\nThey met TODAY! It recieved AID.\n", "utf-8")

    def run(*arguments: str, plugin: bool = True) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "copylint", *arguments],
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), str(site)][: 1 + plugin])},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )

    return run


def test_it_is_found_selected_and_reported(copylint: Run) -> None:
    select = "--select", "desk,spelling,shout"
    done = copylint("check", *select, "--grammar", "shout", "--format", "tally", ".")
    assert (done.returncode, done.stderr) == (1, "")
    assert sorted(done.stdout.split("\n")) == [
        "",
        "desk.exclamation 1",
        "shout.capitals 1",
        "spelling.unknown 1",
    ]


def test_places_are_those_of_its_format(copylint: Run) -> None:
    done = copylint("check", "--isolated", "--format", "json", ".")
    found = {each["rule"]: each["text"] for each in json.loads(done.stdout)["findings"]}
    assert found["desk.exclamation"] == "!"
    assert "wire" in copylint("explain", "a.wire").stdout


def test_rules_have_options_and_engines_settings(copylint: Run, tmp_path: Path) -> None:
    config = tmp_path / "copylint.toml"
    config.write_text(
        'root = true\nselect = ["desk", "shout"]\ngrammar = "shout"\n'
        '[rules."desk.exclamation"]\nallowed = 1\n[shout]\nleast = 3\n'
    )
    done = copylint("check", "--format", "tally", ".")
    assert done.stdout == "shout.capitals 2\n"
    config.write_text("root = true\n[shout]\nleast = 1\n")
    assert "copylint.toml:3:9: 'shout.least' must be 2 or more" in copylint("check", ".").stderr
    config.write_text("root = true\n[shout]\nmost = 1\n")
    assert "'most' is not a setting; there are least" in copylint("check", ".").stderr


def test_it_is_listed_and_explained(copylint: Run) -> None:
    assert "News does not raise its voice." in copylint("explain", "desk.exclamation").stdout
    assert "shout.capitals" in copylint("rules").stdout
    fixed = copylint("fix", "--unsafe", "--select", "desk", "a.wire")
    assert fixed.returncode == 0, fixed.stderr


def test_results_are_kept_apart_from_those_without_it(copylint: Run) -> None:
    for _ in range(2):
        assert "desk.exclamation" in copylint("check", "--isolated", "a.wire").stdout
        without = copylint("check", "--isolated", "a.wire", plugin=False)
        assert "desk.exclamation" not in without.stdout
        assert "spelling.unknown" in without.stdout


def test_without_it_nothing_of_it_exists(copylint: Run) -> None:
    done = copylint("check", "--select", "desk", ".", plugin=False)
    assert done.returncode == 2
    assert "there is no rule 'desk'" in done.stderr
