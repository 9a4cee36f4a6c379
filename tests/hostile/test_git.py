"""Repositories whose configuration names programs, and a git that never answers."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from pathlib import Path

import pytest

from copylint.runner.git import GitError, Repository

pytestmark = pytest.mark.skipif(
    os.name == "nt" or shutil.which("git") is None, reason="needs git and shell scripts"
)


def git(*words: str, cwd: Path) -> None:
    identity = ["-c", "user.name=Desk", "-c", "user.email=desk@example.org"]
    subprocess.run(["git", *identity, *words], cwd=cwd, check=True, capture_output=True)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A repository with one article committed and another version in the work tree."""
    place = tmp_path / "place"
    place.mkdir()
    git("init", "-q", "-b", "main", cwd=place)
    (place / "a.md").write_text("The ferry left at noon.\n")
    (place / ".gitattributes").write_text("*.md filter=pay\n")
    git("add", ".", cwd=place)
    git("commit", "-qm", "before", cwd=place)
    (place / "a.md").write_text("The ferry left left at noon.\n")
    return place


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """A program that leaves a mark beside itself."""
    made = tmp_path / "pay.sh"
    made.write_text(f'#!/bin/sh\ntouch "{tmp_path}/was-run"\ncat\n')
    made.chmod(0o755)
    return made


@pytest.mark.parametrize("staged", [False, True])
@pytest.mark.parametrize(
    "setting", ["core.fsmonitor", "filter.pay.clean", "filter.pay.process", "filter.pay.smudge"]
)
def test_no_program_of_the_configuration_runs(
    place: Path, program: Path, setting: str, staged: bool
) -> None:
    git("config", setting, str(program), cwd=place)
    git("config", "filter.pay.required", "true", cwd=place)
    repository = Repository(str(place))
    changes = repository.changes(repository.head(), staged=staged)
    assert [change.new for change in changes] == ([] if staged else ["a.md"])
    assert not (program.parent / "was-run").exists()


def test_a_filter_whose_name_holds_an_equals_sign_does_not_run(place: Path, program: Path) -> None:
    with (place / ".git" / "config").open("a") as config:
        config.write(f'[filter "a=b"]\n\tclean = {program}\n')
    (place / ".gitattributes").write_text("*.md filter=a=b\n")
    repository = Repository(str(place))
    assert {change.new for change in repository.changes(repository.head(), staged=False)} == {
        ".gitattributes",
        "a.md",
    }
    assert not (program.parent / "was-run").exists()


def test_a_bare_repository_inside_a_folder_is_not_taken_for_one(
    tmp_path: Path, program: Path
) -> None:
    bare = tmp_path / "articles" / "evil"
    bare.mkdir(parents=True)
    git("init", "-q", "--bare", ".", cwd=bare)
    with (bare / "config").open("w") as config:
        config.write(
            "[core]\n\trepositoryformatversion = 0\n\tbare = false\n\tworktree = .\n"
            f"\tfsmonitor = {program}\n"
        )
    with pytest.raises(GitError):
        Repository(str(bare))
    assert not (program.parent / "was-run").exists()


def test_git_that_does_not_answer_is_ended_with_what_it_has_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "git"
    # The grandchild holds the pipe: waiting for its end would take as long as it does.
    program.write_text("#!/bin/sh\nsleep 30 &\nsleep 30\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    began = time.monotonic()
    with pytest.raises(GitError, match=r"no answer within 0\.3 seconds"):
        Repository(str(tmp_path), patience=0.3)
    assert time.monotonic() - began < 10
