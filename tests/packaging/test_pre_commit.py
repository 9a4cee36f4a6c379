"""The pre-commit hook, run by the real pre-commit in a real repository."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from copylint.formats.lookup import entries

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
    passed = hook(repository, tmp_path, "copylint", "--all-files")
    assert passed.returncode == 0, passed.stdout + passed.stderr
    (repository / "bad.md").write_text(BAD, encoding="utf-8")
    (repository / "code.py").write_text("teh = 'the the'\n", encoding="utf-8")
    git("add", ".", cwd=repository)
    stopped = hook(repository, tmp_path, "copylint", "--all-files")
    assert stopped.returncode == 1
    assert "bad.md" in stopped.stdout
    assert "\n  3:18" in stopped.stdout
    assert "good.md" not in stopped.stdout
    assert "code.py" not in stopped.stdout


def test_fix_hook_corrects_and_stops_once(tmp_path: Path) -> None:
    repository = tmp_path / "articles"
    repository.mkdir()
    git("init", "--quiet", cwd=repository)
    (repository / "bad.md").write_text(BAD, encoding="utf-8")
    (repository / "remains.md").write_text("The reel danced qiuckly.\n", encoding="utf-8")
    (repository / "bad.adoc").write_text(BAD, encoding="utf-8")
    (repository / "requirements.txt").write_text("the the\n", encoding="utf-8")
    (repository / "not-staged.md").write_text(BAD, encoding="utf-8")
    git("add", "bad.md", "remains.md", "bad.adoc", "requirements.txt", cwd=repository)
    stopped = hook(repository, tmp_path, "copylint-fix")
    assert stopped.returncode == 1, stopped.stdout + stopped.stderr
    assert "files were modified by this hook" in stopped.stdout
    assert "fixed 2 findings in 2 files" in stopped.stdout
    assert "qiuckly" not in stopped.stdout, "what remains is for the other hook"
    assert (repository / "bad.md").read_text("utf-8") == GOOD
    assert (repository / "bad.adoc").read_text("utf-8") == GOOD
    assert (repository / "requirements.txt").read_text("utf-8") == "the the\n"
    assert (repository / "not-staged.md").read_text("utf-8") == BAD
    git("add", "bad.md", "bad.adoc", cwd=repository)
    passed = hook(repository, tmp_path, "copylint-fix")
    assert passed.returncode == 0, passed.stdout + passed.stderr


def test_a_real_commit_is_stopped_by_what_it_brings_in(tmp_path: Path) -> None:
    """The hook with ``--staged``, as git runs it: with an index of its own in ``commit -a``."""
    git("init", "--quiet", cwd=tmp_path)
    for setting in (("user.name", "Desk"), ("user.email", "desk@example.org")):
        git("config", *setting, cwd=tmp_path)
    (tmp_path / "old.md").write_text(BAD, encoding="utf-8")
    git("add", ".", cwd=tmp_path)
    git("commit", "--quiet", "-m", "before there was a hook", cwd=tmp_path)
    command = f"{sys.executable} -m copylint check --isolated --quiet --staged"
    (tmp_path / ".pre-commit-config.yaml").write_text(
        "repos:\n- repo: local\n  hooks:\n  - id: copylint\n    name: copylint\n"
        f"    language: system\n    types_or: [markdown]\n    entry: {command}\n"
    )
    git("add", ".", cwd=tmp_path)
    subprocess.run(
        [sys.executable, "-m", "pre_commit", "install"],
        cwd=tmp_path,
        env=environment(tmp_path),
        check=True,
        capture_output=True,
    )
    (tmp_path / "old.md").write_text(BAD + "\nThe gulls are are loud.\n", encoding="utf-8")
    stopped = commit(tmp_path)
    assert stopped.returncode == 1
    assert "old.md:5:11" in stopped.stderr + stopped.stdout
    assert "old.md:3" not in stopped.stderr + stopped.stdout
    (tmp_path / "old.md").write_text(BAD + "\nThe gulls are loud.\n", encoding="utf-8")
    passed = commit(tmp_path)
    assert passed.returncode == 0, passed.stderr + passed.stdout


def commit(repository: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["git", "commit", "--quiet", "-a", "-m", "gulls"],
        cwd=repository,
        env=environment(repository),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def environment(home: Path) -> dict[str, str]:
    return {
        **{name: value for name, value in os.environ.items() if not name.startswith("GIT_")},
        "PRE_COMMIT_HOME": str(home / ".cache" / "pre-commit"),
    }


def hook(
    repository: Path, home: Path, name: str = "copylint", *arguments: str
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "pre_commit", "try-repo", str(ROOT), name, *arguments],
        cwd=repository,
        env=environment(home),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_every_format_is_taken() -> None:
    suffixes = {suffix for each in entries() if each.walked for suffix in each.suffixes}
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    assert {each["id"] for each in hooks} == {"copylint", "copylint-fix"}
    for each in hooks:
        assert {
            suffix for suffix in suffixes if not re.search(each["files"], f"a{suffix}")
        } == set()
        assert not re.search(each["files"], "a.py")
        assert each["args"] == ["--"]


def test_a_file_whose_name_reads_like_an_option_is_a_file(tmp_path: Path) -> None:
    """Hooks are given names as they are: ``--config=evil.md`` is the name of an article."""
    repository = tmp_path / "articles"
    repository.mkdir()
    git("init", "--quiet", cwd=repository)
    (repository / "evil.md").write_text('ignore = ["all"]\n', encoding="utf-8")
    (repository / "--config=evil.md").write_text(GOOD, encoding="utf-8")
    (repository / "--output=json=pwned.md").write_text(GOOD, encoding="utf-8")
    (repository / "bad.md").write_text(BAD, encoding="utf-8")
    git("add", ".", cwd=repository)
    stopped = hook(repository, tmp_path, "copylint", "--all-files")
    assert stopped.returncode == 1, stopped.stdout + stopped.stderr
    assert "bad.md" in stopped.stdout
    assert "\n  3:18" in stopped.stdout
    assert not (repository / "pwned.md").exists()


def test_word_files_are_taken(tmp_path: Path) -> None:
    from docx import Document

    repository = tmp_path / "articles"
    repository.mkdir()
    git("init", "--quiet", cwd=repository)
    made = Document()
    made.add_paragraph("The ferry leaves at at noon and is back by dusk.")
    made.save(str(repository / "bad.docx"))
    git("add", ".", cwd=repository)
    stopped = hook(repository, tmp_path, "copylint", "--all-files")
    assert stopped.returncode == 1, stopped.stdout + stopped.stderr
    assert "bad.docx\n  1:18" in stopped.stdout
