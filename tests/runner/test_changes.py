"""The findings that a change brought in, in real git repositories."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(not shutil.which("git"), reason="needs git")

FERRY = "The ferry left the the harbour at noon.\n"
CLEAN = "The bakery by the bridge was shut on Monday.\n"
TIDE = "They waited for the the tide until dusk.\n"


class Desk:
    """A repository with articles, and copylint run in it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir()
        self.git("init", "--quiet", "-b", "main")
        self.git("config", "user.name", "Desk")
        self.git("config", "user.email", "desk@example.org")
        self.git("config", "commit.gpgsign", "false")

    def git(self, *arguments: str) -> str:
        environment = {k: v for k, v in os.environ.items() if not k.startswith("GIT_")}
        done = subprocess.run(
            ["git", *arguments],
            cwd=self.folder,
            check=True,
            capture_output=True,
            encoding="utf-8",
            env=environment,
        )
        return done.stdout.strip()

    def write(self, name: str, *paragraphs: str) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("\n".join(paragraphs), encoding="utf-8")

    def commit(self, message: str = "edit") -> str:
        self.git("add", "--all")
        self.git("commit", "--quiet", "-m", message)
        return self.git("rev-parse", "HEAD")

    def check(self, *arguments: str, cwd: str = ".") -> tuple[list[str], str, int]:
        environment = {k: v for k, v in os.environ.items() if not k.startswith("GIT_")}
        done = subprocess.run(
            [sys.executable, "-m", "copylint", "check", "--isolated", "--quiet", *arguments],
            cwd=self.folder / cwd,
            capture_output=True,
            encoding="utf-8",
            env=environment,
            check=False,
        )
        places = [line.split(" ", 1)[0] for line in done.stdout.splitlines()]
        return places, done.stderr, done.returncode


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    desk = Desk(tmp_path / "desk")
    desk.write("a.txt", FERRY, CLEAN)
    desk.write("b.txt", CLEAN)
    desk.commit("first")
    return desk


def test_only_what_is_new_since_a_commit(desk: Desk) -> None:
    desk.write("a.txt", FERRY, CLEAN, TIDE)
    assert desk.check("--since", "HEAD") == (["a.txt:5:17"], "", 1)
    desk.write("c.txt", FERRY)  # not even added
    assert desk.check("--since", "HEAD")[0] == ["a.txt:5:17", "c.txt:1:16"]
    desk.commit()
    assert desk.check("--since", "HEAD") == ([], "", 0)
    assert desk.check("--since", "HEAD~1")[0] == ["a.txt:5:17", "c.txt:1:16"]
    assert desk.check("a.txt", "--since", "HEAD~1")[0] == ["a.txt:5:17"]


def test_an_edit_beside_an_old_finding_does_not_bring_it_in(desk: Desk) -> None:
    desk.write("a.txt", FERRY.replace("noon", "nine in the morning"), CLEAN)
    assert desk.check("--since", "HEAD") == ([], "", 0)
    desk.write("a.txt", "Rain fell.\n", FERRY.replace("at noon", "early"), CLEAN)
    assert desk.check("--since", "HEAD") == ([], "", 0)


def test_copied_paragraph_is_new_and_moved_one_is_not(desk: Desk) -> None:
    desk.write("a.txt", CLEAN, FERRY)
    assert desk.check("--since", "HEAD") == ([], "", 0)
    desk.write("a.txt", CLEAN)
    desk.write("b.txt", CLEAN, FERRY)  # to another file
    assert desk.check("--since", "HEAD") == ([], "", 0)
    desk.write("a.txt", FERRY, CLEAN)
    assert desk.check("--since", "HEAD")[0] == ["b.txt:3:16"]
    desk.write("b.txt", CLEAN)
    desk.write("a.txt", FERRY, CLEAN, FERRY.replace("noon", "noon,"))
    assert desk.check("--since", "HEAD", "--select", "duplicates.word")[0] == ["a.txt:5:16"]


def test_a_paragraph_goes_with_its_file(desk: Desk) -> None:
    (desk.folder / "a.txt").unlink()
    desk.write("b.txt", CLEAN, FERRY)
    assert desk.check("--since", "HEAD") == ([], "", 0)


def test_renamed_files_are_followed(desk: Desk) -> None:
    desk.git("mv", "a.txt", "new.txt")
    assert desk.check("--since", "HEAD") == ([], "", 0)
    assert desk.check("--staged") == ([], "", 0)
    desk.write("new.txt", FERRY, CLEAN, TIDE)
    assert desk.check("--since", "HEAD")[0] == ["new.txt:5:17"]
    assert desk.check("--staged") == ([], "", 0)


def test_a_name_that_a_new_line_makes_inconsistent_counts(desk: Desk) -> None:
    old = "The bakery of Ms Quistmann was open. The queue was long.\n"
    twice = "Orla Quistman said so. Ms Quistman baked it. Ms Quistman sold it.\n"
    desk.write("n.txt", old)
    desk.commit()
    desk.write("n.txt", old, twice)
    places, _, code = desk.check("--since", "HEAD", "--select", "names")
    assert code == 1
    assert places == ["n.txt:1:18"], "the flagged place is the old line"


def test_staged_is_the_index_and_not_the_work_tree(desk: Desk) -> None:
    desk.write("b.txt", CLEAN, TIDE)
    assert desk.check("--staged") == ([], "", 0)
    desk.git("add", "b.txt")
    desk.write("b.txt", CLEAN)
    assert desk.check("--staged") == (["b.txt:3:17"], "", 1)
    (desk.folder / "b.txt").unlink()
    assert desk.check("--staged") == (["b.txt:3:17"], "", 1)
    assert desk.check("b.txt", "--staged") == (["b.txt:3:17"], "", 1)
    assert desk.check("a.txt", "--staged") == ([], "", 0)


def test_staged_before_the_first_commit(tmp_path: Path) -> None:
    desk = Desk(tmp_path / "new")
    desk.write("a.txt", FERRY)
    assert desk.check("--staged") == ([], "", 0)
    desk.git("add", "a.txt")
    assert desk.check("--staged") == (["a.txt:1:16"], "", 1)
    assert desk.check("--since", "HEAD")[1:] == (
        "copylint: git knows no commit 'HEAD' here\n",
        2,
    )


def test_since_counts_from_where_the_branch_began(desk: Desk) -> None:
    desk.git("checkout", "--quiet", "-b", "story")
    desk.write("c.txt", TIDE)
    desk.commit()
    desk.git("checkout", "--quiet", "main")
    desk.write("a.txt", CLEAN)  # main corrects an error that the branch still has
    desk.commit()
    desk.git("checkout", "--quiet", "story")
    assert desk.check("--since", "main")[0] == ["c.txt:1:17"]
    assert desk.check("--since-exact", "main")[0] == ["a.txt:1:16", "c.txt:1:17"]


def test_subfolders_and_paths_with_spaces(desk: Desk) -> None:
    desk.write("sport/é ü.txt", TIDE)
    assert desk.check("--since", "HEAD", cwd="sport")[0] == ["é"]  # cut at its space
    desk.git("add", ".")
    assert desk.check("--staged", "sport")[2] == 1
    assert desk.check("--staged", cwd="sport")[2] == 1
    assert desk.check("--staged", "b.txt")[2] == 0


def test_shallow_clones(desk: Desk, tmp_path: Path) -> None:
    desk.git("checkout", "--quiet", "-b", "story")
    desk.write("b.txt", CLEAN, TIDE)
    first = desk.commit()
    desk.write("d.txt", CLEAN)
    desk.commit()
    clone = Desk.__new__(Desk)
    clone.folder = tmp_path / "clone"
    desk.git(
        "clone",
        "--quiet",
        "--depth=1",
        "--no-single-branch",
        f"file://{desk.folder}",
        str(clone.folder),
    )
    _, err, code = clone.check("--since", first)
    assert code == 2
    assert "git knows no commit" in err
    assert "shallow" in err
    _, err, code = clone.check("--since", "origin/main")
    assert code == 2
    assert "no commit in common" in err
    assert "--since-exact origin/main" in err
    assert clone.check("--since-exact", "origin/main") == (["b.txt:3:17"], "", 1)
    clone.git("fetch", "--quiet", "--unshallow")
    assert clone.check("--since", "origin/main") == (["b.txt:3:17"], "", 1)


def test_outside_git_is_an_error(tmp_path: Path, desk: Desk) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "a.txt").write_text(FERRY)
    desk.folder = outside
    _, err, code = desk.check("--since", "HEAD")
    assert code == 2
    assert "is not in a git repository" in err
    assert err.count("\n") == 1
    _, err, code = desk.check("--staged")
    assert code == 2


def test_a_revision_that_looks_like_an_option(desk: Desk) -> None:
    _, err, code = desk.check("--since=--all")
    assert code == 2
    assert "git knows no commit '--all'" in err


def test_conflicts_and_links_are_skipped(desk: Desk) -> None:
    (desk.folder / "link.txt").symlink_to("a.txt")
    desk.git("add", "link.txt")
    desk.git("checkout", "--quiet", "-b", "other")
    desk.write("b.txt", TIDE)
    desk.commit()
    desk.git("checkout", "--quiet", "main")
    desk.write("b.txt", FERRY)
    desk.commit()
    with pytest.raises(subprocess.CalledProcessError):
        desk.git("merge", "other")
    assert desk.check("--staged")[2] in (0, 1)
    assert desk.check("--since", "HEAD")[2] in (0, 1)
