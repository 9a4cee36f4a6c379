"""``copylint init`` writes a hook and a CI job only for a repository that is known."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml
from typer.testing import CliRunner

from copylint import __version__
from copylint.cli import init_source
from copylint.cli.app import app
from copylint.cli.exits import UsageError
from copylint.cli.init_source import HookSource, named, recorded
from copylint.core import installed
from copylint.core.installed import Origin

REPOSITORY = "https://git.example.org/desk/copylint"
COMMIT = "0123456789abcdef0123456789abcdef01234567"
HOOKS = ".pre-commit-config.yaml"
WORKFLOW = ".github/workflows/copylint.yml"

needs_git = pytest.mark.skipif(shutil.which("git") is None, reason="needs git")


def known(monkeypatch: pytest.MonkeyPatch, origin: Origin | None) -> None:
    monkeypatch.setattr(init_source, "origin", lambda: origin)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that looks like a git repository; the origin of copylint is unknown."""
    known(monkeypatch, None)
    (tmp_path / "articles" / ".git").mkdir(parents=True)
    return tmp_path / "articles"


def init(folder: Path, *options: str, answers: str = "") -> tuple[int, str]:
    result = CliRunner().invoke(app, ["init", str(folder), *options], input=answers)
    return result.exit_code, result.output


def read(folder: Path, name: str) -> Any:
    return yaml.safe_load((folder / name).read_text("utf-8"))


def test_nothing_is_written_that_would_install_from_nowhere(folder: Path) -> None:
    code, out = init(folder, "--yes")
    assert code == 0
    assert "nothing records which repository this copylint came" in out
    assert "--source URL" in out
    assert (folder / "copylint.toml").is_file()
    assert not (folder / HOOKS).exists()
    assert not (folder / ".github").exists()


def test_a_recorded_repository_is_written_at_its_commit(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    known(monkeypatch, Origin(REPOSITORY, COMMIT))
    code, out = init(folder, "--yes")
    assert code == 0
    assert "nothing records" not in out
    (entry,) = read(folder, HOOKS)["repos"]
    assert (entry["repo"], entry["rev"]) == (REPOSITORY, COMMIT)
    steps = read(folder, WORKFLOW)["jobs"]["copylint"]["steps"]
    assert f'pip install "copylint @ git+{REPOSITORY}@{COMMIT}"' in [s.get("run") for s in steps]


def test_a_source_is_asked_for(folder: Path) -> None:
    code, out = init(folder, answers=f"{REPOSITORY}@v1.2\ny\n")
    assert code == 0
    assert "Git repository to install copylint from" in out
    (entry,) = read(folder, HOOKS)["repos"]
    assert (entry["repo"], entry["rev"]) == (REPOSITORY, "v1.2")


def test_no_answer_means_neither_hook_nor_job(folder: Path) -> None:
    code, _ = init(folder, answers="\ny\n")
    assert code == 0
    assert (folder / "copylint.toml").is_file()
    assert not (folder / HOOKS).exists()


def test_jobs_of_gitlab_are_shown(folder: Path) -> None:
    (folder / ".gitlab-ci.yml").write_text("test: {script: [true]}\n")
    code, out = init(folder, "--yes", "--source", f"{REPOSITORY}@v1.2")
    assert code == 0
    assert f'- pip install "copylint @ git+{REPOSITORY}@v1.2"' in out
    assert not (folder / ".github").exists()


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (f"{REPOSITORY}@v1.2", HookSource(REPOSITORY, "v1.2")),
        (f"git+{REPOSITORY}.git@{COMMIT}", HookSource(f"{REPOSITORY}.git", COMMIT)),
        ("ssh://git@host/desk/copylint@v1", HookSource("ssh://git@host/desk/copylint", "v1")),
        ("git@host:desk/copylint.git@v1", HookSource("ssh://git@host/desk/copylint.git", "v1")),
        ("file:///srv/copylint@main", HookSource("file:///srv/copylint", "main")),
    ],
)
def test_addresses(given: str, expected: HookSource) -> None:
    assert named(given) == expected


@pytest.mark.parametrize(
    "given",
    [
        "copylint",
        "https://git.example.org",
        "http://git.example.org/copylint@v1",
        "ext::sh -c true@v1",
        "--upload-pack=true@v1",
        'https://x.org/a"; curl evil@v1',
        "https://x.org/$(true)@v1",
        "https://desk:secret@x.org/copylint@v1",
        "https://token@x.org/copylint@v1",
    ],
)
def test_an_unusable_address_is_refused(given: str) -> None:
    with pytest.raises(UsageError):
        named(given)


@pytest.mark.parametrize(
    "origin",
    [
        None,
        Origin("file:///srv/copylint", folder=Path("/srv/copylint")),
        Origin("https://files.example.org/copylint.whl"),
        Origin("https://x.org/a b", COMMIT),
        Origin("http://x.org/a", COMMIT),
        Origin(REPOSITORY, "main; true"),
    ],
)
def test_an_origin_that_others_cannot_install_from_does_not_count(
    monkeypatch: pytest.MonkeyPatch, origin: Origin | None
) -> None:
    known(monkeypatch, origin)
    assert recorded() is None


def test_the_record_of_pip_is_read() -> None:
    info = {"vcs": "git", "commit_id": COMMIT, "requested_revision": "v1"}
    text = json.dumps({"url": REPOSITORY, "vcs_info": info})
    assert installed.read_origin(text) == Origin(REPOSITORY, COMMIT)


@needs_git
def test_a_repository_is_asked_for_the_tag_of_this_version(tmp_path: Path) -> None:
    def git(*words: str) -> str:
        identity = ["-c", "user.name=Desk", "-c", "user.email=desk@example.org"]
        command = ["git", *identity, *words]
        done = subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, text=True)
        return done.stdout.strip()

    git("init", "--quiet")
    address = tmp_path.as_uri()
    with pytest.raises(UsageError, match=r"names no revision; give one: .*@REVISION"):
        named(address)
    git("commit", "--quiet", "--allow-empty", "-m", "first")
    assert named(address) == HookSource(address, git("rev-parse", "HEAD"))
    git("tag", f"v{__version__}")
    assert named(address) == HookSource(address, f"v{__version__}")


@needs_git
def test_a_repository_that_does_not_answer_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"names no revision .*does not appear to be a git"):
        named((tmp_path / "gone").as_uri())
