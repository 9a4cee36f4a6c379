"""The pre-commit hook, run by the real pre-commit in a real repository."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
GIT = shutil.which("git")

pytestmark = pytest.mark.skipif(
    GIT is None or not (ROOT / ".git").exists(), reason="needs git and a git checkout of copylint"
)

GOOD = "# Ferry\n\nThe ferry leaves at noon and is back by dusk.\n"
BAD = "# Ferry\n\nThe ferry leaves at at noon and is back by dusk.\n"


def git(*arguments: str, cwd: Path) -> None:
    subprocess.run(["git", *arguments], cwd=cwd, check=True, capture_output=True)


def test_hook_passes_good_copy_and_stops_bad(tmp_path: Path) -> None:
    repository = tmp_path / "articles"
    repository.mkdir()
    git("init", "--quiet", cwd=repository)
    (repository / "good.md").write_text(GOOD, encoding="utf-8")
    git("add", ".", cwd=repository)
    passed = hook(repository, tmp_path)
    assert passed.returncode == 0, passed.stdout + passed.stderr
    (repository / "bad.md").write_text(BAD, encoding="utf-8")
    (repository / "code.py").write_text("teh = 'the the'\n", encoding="utf-8")
    git("add", ".", cwd=repository)
    stopped = hook(repository, tmp_path)
    assert stopped.returncode == 1
    assert "bad.md:3:18" in stopped.stdout
    assert "good.md" not in stopped.stdout
    assert "code.py" not in stopped.stdout


def hook(repository: Path, home: Path) -> subprocess.CompletedProcess[str]:
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith("GIT_")},
        "PRE_COMMIT_HOME": str(home / "pre-commit"),
    }
    return subprocess.run(
        [sys.executable, "-m", "pre_commit", "try-repo", str(ROOT), "copylint", "--all-files"],
        cwd=repository,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
