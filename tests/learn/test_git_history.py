"""Corrections in the history of a real git repository."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from copylint.config.schema import Config
from copylint.learn.git_history import GitHistory, edited_passages
from copylint.learn.pairs import CorrectedPair, LearnError

pytestmark = pytest.mark.skipif(not shutil.which("git"), reason="needs git")


def git(folder: Path, *arguments: str) -> None:
    environment = {k: v for k, v in os.environ.items() if not k.startswith("GIT_")}
    command = ["git", "-c", "user.name=Desk", "-c", "user.email=desk@example.org", *arguments]
    subprocess.run(command, cwd=folder, check=True, capture_output=True, env=environment)


def commit(folder: Path, **articles: str) -> None:
    for name, text in articles.items():
        path = folder / name.replace("__", "/").replace("_md", ".md").replace("_docx", ".docx")
        path.parent.mkdir(exist_ok=True, parents=True)
        path.write_text(text, "utf-8")
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "-m", "edit")


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    git(tmp_path, "init", "--quiet", "-b", "main")
    commit(
        tmp_path,
        news__a_md="# Fish\n\nThey met at the *fish pier* again. It rained.\n\nThe end was near.\n",
        sport__b_md="The long-boat won.\n",
        news__c_docx="not a package",
    )
    return tmp_path


def history(folder: Path, commits: int = 100) -> GitHistory:
    return GitHistory(str(folder), Config(), commits)


def test_a_sentence_is_paired_with_what_became_of_it(desk: Path) -> None:
    commit(
        desk,
        news__a_md="# Fish\n\nA new paragraph.\n\nThey met at the *fish jetty* again. It rained.\n",
    )
    source = history(desk)
    assert list(source.pairs()) == [
        CorrectedPair(
            "They met at the fish pier again.", "They met at the fish jetty again.", "news/a.md"
        )
    ]


def test_what_was_left_is_the_newest_version(desk: Path) -> None:
    commit(desk, sport__b_md="The longboat won.\n")
    commit(desk, sport__b_md="The longboat won again.\n")
    source = history(desk)
    assert [pair.after for pair in source.pairs()] == [
        "The longboat won again.",
        "The longboat won.",
    ]
    assert list(source.left()) == ["The longboat won again."]


def test_only_the_folder_counts_and_files_may_move(desk: Path) -> None:
    git(desk, "mv", "sport/b.md", "news/b.md")
    commit(desk, news__b_md="The longboat won.\n", sport__d_md="New.\n")
    commit(desk, sport__d_md="Newer.\n", news__c_docx="other bytes")
    # A file of one line that is also edited is a new one to git.
    assert [pair.article for pair in history(desk / "news").pairs()] in ([], ["news/b.md"])
    assert list(history(desk / "sport").left()) == ["Newer."]


def test_so_many_commits_are_read(desk: Path) -> None:
    commit(desk, sport__b_md="The longboat won.\n")
    commit(desk, sport__b_md="The longboat won again.\n")
    assert len(list(history(desk, 1).pairs())) == 1


def test_a_folder_in_no_repository_is_refused(tmp_path: Path) -> None:
    with pytest.raises(LearnError, match="is not in a git repository"):
        history(tmp_path)


def test_a_repository_without_a_commit_has_no_corrections(tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet")
    assert list(history(tmp_path).pairs()) == []


def test_rewritten_blocks_are_not_paired() -> None:
    before = ["The cook sang a song to the old crew."]
    after = ["Forty rowers from Quill came home before dusk."]
    assert list(edited_passages(before, after)) == []
