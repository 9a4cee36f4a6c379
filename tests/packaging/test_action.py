"""The GitHub action: its script, run as a runner would run it."""

from __future__ import annotations

import os
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
