"""The GitHub action: its script, run as a runner would run it."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[2]
ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
CHECK = next(step for step in ACTION["runs"]["steps"] if step.get("id") == "check")

pytestmark = pytest.mark.skipif(
    os.name == "nt" or shutil.which("bash") is None, reason="needs bash"
)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    program = tmp_path / "runner" / "copylint" / "bin" / "copylint"
    program.parent.mkdir(parents=True)
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m copylint "$@"\n')
    program.chmod(0o755)
    work = tmp_path / "work"
    work.mkdir()
    return work


def run(place: Path, **inputs: str) -> tuple[int, str, str]:
    given = {name: spec.get("default", "") for name, spec in ACTION["inputs"].items()}
    given |= {name.replace("_", "-"): value for name, value in inputs.items() if name.islower()}
    # The runner puts the values in the place of '${{ inputs.x }}'.
    variables = {
        name: given[value.removeprefix("${{ inputs.").removesuffix(" }}")]
        for name, value in CHECK["env"].items()
    }
    outputs, summary = place.parent / "outputs", place.parent / "summary"
    done = subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", CHECK["run"]],
        cwd=place,
        env={
            **os.environ,
            **variables,
            "RUNNER_TEMP": str(place.parent / "runner"),
            "GITHUB_OUTPUT": str(outputs),
            "GITHUB_STEP_SUMMARY": str(summary),
            **{name: value for name, value in inputs.items() if name.isupper()},
        },
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert outputs.read_text() == f"exit-code={done.returncode}\n"
    outputs.unlink()
    return done.returncode, done.stdout, summary.read_text() if summary.exists() else done.stderr


def test_every_input_is_described_and_used() -> None:
    text = (ROOT / "action.yml").read_text(encoding="utf-8")
    for name, spec in ACTION["inputs"].items():
        assert spec["description"].strip()
        assert f"inputs.{name}" in text
    assert all("${{" not in step.get("run", "") for step in ACTION["runs"]["steps"])


def test_findings_are_annotations_a_summary_and_sarif(place: Path) -> None:
    (place / "a b.md").write_text("The the ferry left at noon.\n")
    code, out, summary = run(place, sarif="copylint.sarif")
    assert code == 1
    assert out.startswith("::warning file=a b.md,line=1,")
    assert "#### a b.md" in summary
    assert (place / "copylint.sarif").read_text().startswith("{")


def test_inputs_are_not_interpreted_as_commands(place: Path) -> None:
    (place / "a.md").write_text("A fair copy.\n")
    code, _, _ = run(place, paths='$(touch broken) ;touch"broken" a.md', fail_on="never")
    assert code == 2  # no such files
    assert not (place / "broken").exists()


def test_pull_request_reports_new_findings_only(place: Path) -> None:
    def git(*words: str) -> None:
        identity = ["-c", "user.name=Desk", "-c", "user.email=desk@example.org"]
        subprocess.run(["git", *identity, *words], cwd=place, check=True, capture_output=True)

    (place / "old.md").write_text("The the ferry left at noon.\n")
    git("init", "-q", "-b", "main")
    git("add", ".")
    git("commit", "-qm", "before")
    git("update-ref", "refs/remotes/origin/main", "HEAD")
    (place / "new.md").write_text("It came came back.\n")
    git("add", ".")
    git("commit", "-qm", "after")
    code, out, _ = run(place, GITHUB_BASE_REF="main")
    assert code == 1
    assert "file=new.md" in out and "old.md" not in out
    code, out, _ = run(place, GITHUB_BASE_REF="main", changed_only="false")
    assert "file=new.md" in out and "file=old.md" in out


def test_paths_are_one_a_line_or_words_with_quotes(place: Path) -> None:
    for name in ("my articles/a b.md", "letters/c.md", "-d.md"):
        path = place / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("The the ferry left at noon.\n")
    lines = "\n  my articles\n  letters\n  -d.md\n\n"
    one_line = "'my articles' \"letters\" -d.md"
    for paths in (lines, one_line):
        code, out, _ = run(place, paths=paths)
        assert code == 1
        found = re.findall(r"^::warning file=([^,]*),", out, re.MULTILINE)
        assert sorted(found) == ["-d.md", "letters/c.md", "my articles/a b.md"]


def test_args_may_be_several_lines_and_hold_quotes(place: Path) -> None:
    (place / "a.inc").write_text("<p>The the ferry left at noon.</p>\n")
    args = "--select duplicates\n--format-of '*.inc=html'\n"
    code, out, _ = run(place, paths="a.inc", args=args)
    assert (code, out.count("::warning")) == (1, 1)
    code, out, _ = run(place, paths="a.inc", args="--select 'duplicates")
    assert (code, out) == (2, "::error title=copylint::a quotation mark in 'args' is not closed\n")


def pull_request(place: Path) -> Path:
    """A shallow checkout, as a runner has it, of a branch that a stranger has sent."""
    origin = place.parent / "origin"
    origin.mkdir()

    def git(*words: str, cwd: Path = origin) -> None:
        identity = ["-c", "user.name=Desk", "-c", "user.email=desk@example.org"]
        subprocess.run(["git", *identity, *words], cwd=cwd, check=True, capture_output=True)

    (origin / "old.md").write_text("The the ferry left at noon.\n")
    (origin / "copylint.toml").write_text('vocabulary.accept = ["words.txt"]\n')
    (origin / "words.txt").write_text("wierd\n")
    git("init", "-q", "-b", "main")
    git("add", ".")
    git("commit", "-qm", "before")
    for number in range(3):
        git("commit", "-qm", f"main {number}", "--allow-empty")
    git("checkout", "-qb", "pull")
    (origin / "new.md").write_text("<!-- copylint-disable-file -->\nThe wierd ferry came came.\n")
    (origin / "copylint.toml").write_text('ignore = ["all"]\n')
    (origin / ".copylintignore").write_text("*\n")
    git("add", ".")
    git("commit", "-qm", "evil")
    git("config", "uploadpack.allowAnySHA1InWant", "true")
    checkout = place.parent / "checkout"
    url = origin.as_uri()
    git("clone", "-q", "--depth=1", "--branch=pull", url, str(checkout), cwd=place)
    return checkout


def test_a_hostile_pull_request_is_checked_by_the_rules_of_its_base(place: Path) -> None:
    checkout = pull_request(place)
    pull = {"GITHUB_BASE_REF": "main", "GITHUB_REF": "refs/heads/pull"}
    code, out, _ = run(checkout, untrusted="false", **pull)
    assert (code, "::warning" in out) == (0, False)
    shutil.rmtree(checkout)
    shutil.rmtree(place.parent / "origin")
    checkout = pull_request(place)
    code, out, _ = run(checkout, **pull)
    assert code == 1
    assert re.findall(r"^::warning file=([^,]*),", out, re.MULTILINE) == ["new.md"]
    assert "'came' is doubled" in out


def test_all_of_a_hostile_pull_request_is_checked(place: Path) -> None:
    code, out, _ = run(pull_request(place), changed_only="false", GITHUB_BASE_REF="main")
    assert code == 1
    assert re.findall(r"^::warning file=([^,]*),", out, re.MULTILINE) == ["new.md", "old.md"]


def test_a_base_that_cannot_be_fetched_is_no_pass(place: Path) -> None:
    checkout = pull_request(place)
    shutil.rmtree(place.parent / "origin")
    code, out, _ = run(checkout, GITHUB_BASE_REF="main")
    assert code == 2
    assert "the base branch cannot be fetched" in out
