from __future__ import annotations

import inspect
import os
import random
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from copylint.config.schema import Config
from copylint.config.trust import FOLLOWED, REFUSED, Trust
from copylint.core.errors import InputError
from copylint.formats.lookup import claimed_suffixes
from copylint.runner.discovery import discover, walk

SUFFIXES = (".txt", ".md")


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "desk"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


def make(*paths: str) -> None:
    for path in paths:
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        Path(path).write_text("Copy.", encoding="utf-8")


def found(*paths: str, exclude: tuple[str, ...] = ()) -> list[str]:
    result = discover(paths or (".",), Config(exclude=exclude), SUFFIXES)
    assert not result.errors
    return list(result.paths)


def errors(*paths: str) -> list[str]:
    return [str(error) for error in discover(paths, Config(), SUFFIXES).errors]


def test_folders_are_walked_in_order_for_claimed_suffixes() -> None:
    make("b.txt", "a/z.md", "a/b.MD", "c.txt", "a/x.py", "a.txt", "a/noend")
    assert found() == ["a/b.MD", "a/z.md", "a.txt", "b.txt", "c.txt"]


def test_formats_say_which_suffixes_are_theirs() -> None:
    assert ".txt" in claimed_suffixes()
    make("a.txt", "b.unclaimed")
    assert discover(["."], Config()).paths == ("a.txt",)


def test_paths_are_as_the_user_would_write_them(here: Path) -> None:
    make("a/b/x.txt")
    assert found("a") == found("a/") == found("./a") == found("a//") == ["a/b/x.txt"]
    assert found(str(here)) == [f"{here.as_posix()}/a/b/x.txt"]
    assert found("../desk/a") == ["../desk/a/b/x.txt"]
    assert found("./a/b/x.txt") == ["a/b/x.txt"]


def test_a_named_file_is_always_taken() -> None:
    make("copy.weird", ".hidden/x.txt", "old.txt", ".gitignore")
    Path(".copylintignore").write_text("old.txt")
    named = ("copy.weird", ".hidden/x.txt", "old.txt")
    assert found(*named, exclude=("*",)) == list(named)


def test_each_file_is_given_once() -> None:
    make("a/x.txt", "b.txt")
    assert found("b.txt", ".", "a", "a/x.txt", "./b.txt") == ["b.txt", "a/x.txt"]


def test_hidden_and_foreign_folders_are_left_out() -> None:
    folders = (".git", ".hg", ".venv", "node_modules", "__pycache__", ".any")
    make("x.txt", "._x.txt", "~$x.txt", *(f"{name}/x.txt" for name in folders))
    assert found() == ["x.txt"]
    assert found("node_modules") == ["node_modules/x.txt"]


def test_exclude_globs_leave_files_out() -> None:
    make("a/x.txt", "a/old/y.txt", "old/z.txt", "n.md", "a/n.md", "keep.md")
    assert found(exclude=("old/",)) == ["a/n.md", "a/x.txt", "keep.md", "n.md"]
    assert found(exclude=("/old",)) == ["a/n.md", "a/old/y.txt", "a/x.txt", "keep.md", "n.md"]
    assert found(exclude=("*.md", "!keep.md", "*.txt")) == ["keep.md"]
    assert found(exclude=("a/**/y.txt", "*.md")) == ["a/x.txt", "old/z.txt"]


def test_exclude_is_relative_to_its_base(here: Path) -> None:
    make("a/b/x.txt", "b/x.txt")
    config = Config(exclude=("/b",), exclude_base=str(here / "a"))
    assert discover(["."], config, SUFFIXES).paths == ("b/x.txt",)


def test_copylintignore_overrides_gitignore() -> None:
    make("a.txt", "b.txt", "c/a.txt", "c/d.txt")
    Path(".gitignore").write_text("a.txt\n")
    Path(".copylintignore").write_text("!a.txt\nd.txt\n")
    assert found() == ["a.txt", "b.txt", "c/a.txt"]
    Path("c/.gitignore").write_text("!d.txt\n*a*\n")
    assert found() == ["a.txt", "b.txt", "c/d.txt"]


def test_ignore_files_above_a_named_folder_hold_in_it() -> None:
    make("a/b/x.txt", "a/b/y.txt", "a/b/z.txt")
    Path(".copylintignore").write_text("x.txt\n/a/b/y.txt")
    Path(".gitignore").write_text("z.txt")
    assert found("a/b") == ["a/b/z.txt"]  # outside a repository .gitignore is not git's
    Path(".git").mkdir()
    assert found("a/b") == []
    Path("a/.git").mkdir()  # another repository begins here
    assert found("a/b") == ["a/b/x.txt", "a/b/y.txt", "a/b/z.txt"]


def test_a_named_folder_is_walked_though_it_is_ignored() -> None:
    make("drafts/x.txt", "drafts/deep/y.txt", "z.txt")
    Path(".git").mkdir()
    Path(".gitignore").write_text("drafts/\n")
    assert found() == ["z.txt"]
    assert found("drafts") == ["drafts/deep/y.txt", "drafts/x.txt"]
    assert found("drafts/deep") == ["drafts/deep/y.txt"]


def test_info_exclude() -> None:
    make("x.txt", "y.txt", ".git/info/exclude")
    Path(".git/info/exclude").write_text("x.txt\n")
    assert found() == ["y.txt"]


def test_malformed_lines_of_ignore_files_are_passed_over() -> None:
    make("x.txt", "y.txt")
    Path(".gitignore").write_bytes(b"\xef\xbb\xbfx.txt\r\n!\r\n\\\r\n[\r\n\xff\xfe\r\n# y.txt\r\n")
    assert found() == ["y.txt"]


@pytest.mark.skipif(not shutil.which("git"), reason="git is the judge")
def test_gitignore_as_git_reads_it(here: Path) -> None:
    chance = random.Random(7)
    names = ["a", "b", "ab", "a.txt", "b.txt", "c.md", "x y.txt"]
    lines = [
        *(
            "a",
            "b/",
            "*.txt",
            "!a.txt",
            "/a",
            "a/b",
            "a/**",
            "**/b",
            "!*/",
            "a*",
            "?.txt",
            "[ab].txt",
        ),
        *("!/b/", "# a", "x\\ y.txt", "**/a/*.md", "!b", "ab/*", "!ab/c.md", "\\!a", "*", "!*.md"),
    ]
    env = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    for turn in range(40):
        root = here / f"r{turn}"
        for _ in range(25):
            folders = [chance.choice(names[:3]) for _ in range(chance.randrange(4))]
            path = root.joinpath(*folders, chance.choice(names[3:]))
            path.parent.mkdir(parents=True, exist_ok=True)
            path.touch()
        inner = [each for each in root.rglob("*") if each.is_dir()]
        for folder in (root, *chance.sample(inner, min(2, len(inner)))):
            chosen = chance.sample(lines, chance.randrange(1, 5))
            (folder / ".gitignore").write_text("\n".join(chosen) + "\n")
        subprocess.run(["git", "init", "-q"], cwd=root, check=True, env=env)
        listed = subprocess.run(
            ["git", "ls-files", "-z", "--others", "--exclude-standard"],
            cwd=root,
            check=True,
            env=env,
            capture_output=True,
            text=True,
        ).stdout.split("\0")
        expected = {f"r{turn}/{p}" for p in listed if p and not p.endswith(".gitignore")}
        assert set(found(f"r{turn}")) == expected, [p.read_text() for p in root.rglob(".gitignore")]


def test_links_are_followed_within_the_project(here: Path) -> None:
    make("real/x.txt", "../outside/y.txt")
    Path("link.txt").symlink_to("real/x.txt")
    Path("again.txt").symlink_to("real/x.txt")
    Path("out.txt").symlink_to("../outside/y.txt")
    Path("gone.txt").symlink_to("nothing")
    Path("loop.txt").symlink_to("loop.txt")
    Path("real/up").symlink_to("..")
    Path("linked").symlink_to("real")
    (refused,) = errors(".")
    assert refused.startswith("out.txt: this is a link that leads out of ")
    followed = Config(trust=Trust(links=FOLLOWED))
    assert discover(["."], followed, SUFFIXES).paths == ("again.txt", "out.txt")
    Path("out.txt").unlink()
    assert found() == ["again.txt"]
    unfollowed = discover([".", "link.txt", "linked"], Config(trust=Trust(links=REFUSED)), SUFFIXES)
    assert unfollowed.paths == ("real/x.txt",)
    assert [str(error) for error in unfollowed.errors] == [
        "link.txt: this is a link, which is not followed",
        "linked: this is a link, which is not followed",
    ]
    assert found("real", "linked") == ["real/x.txt"]
    assert found("linked") == ["linked/x.txt"]
    assert errors("gone.txt") == ["gone.txt: there is no such file or folder"]
    (error,) = errors("loop.txt")
    assert error.startswith("loop.txt: cannot read: ")


def test_unreadable_paths_are_reported_and_the_rest_is_checked() -> None:
    make("x.txt")
    os.mkfifo("pipe.txt")
    server = socket.socket(socket.AF_UNIX)
    server.bind("socket.txt")
    paths = ["gone.txt", "pipe.txt", "socket.txt", "/dev/null", "a\0b", "", "x.txt/y", "x.txt"]
    result = discover(paths, Config(), SUFFIXES)
    server.close()
    assert result.paths == ("x.txt",)
    assert [str(error) for error in result.errors] == [
        "gone.txt: there is no such file or folder",
        "pipe.txt: this is a named pipe, not a file; use '-' for standard input",
        "socket.txt: this is a socket, not a file; use '-' for standard input",
        "/dev/null: this is a device, not a file; use '-' for standard input",
        "a\\x00b: not a path: it holds characters that a path cannot have",
        ": there is no such file or folder",
        "x.txt/y: cannot read: Not a directory",
    ]
    assert found(".") == ["x.txt"]  # in a folder they are passed over


def test_a_folder_that_may_not_be_read(monkeypatch: pytest.MonkeyPatch) -> None:
    make("a/x.txt", "b/y.txt", "c.txt")
    scandir = os.scandir

    def refusing(path: str) -> object:
        if path.endswith("/a"):
            raise PermissionError(13, "Permission denied")
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refusing)
    result = discover(["."], Config(), SUFFIXES)
    assert result.paths == ("b/y.txt", "c.txt")
    assert [str(error) for error in result.errors] == ["a: cannot read: permission denied"]


def test_the_walk_is_lazy(monkeypatch: pytest.MonkeyPatch) -> None:
    make("a/x.txt", "b/y.txt")
    opened = []
    scandir = os.scandir

    def noting(path: str) -> object:
        opened.append(os.path.basename(path))  # noqa: PTH119
        return scandir(path)

    monkeypatch.setattr(os, "scandir", noting)
    steps = walk(["."], Config(), SUFFIXES)
    assert next(steps) == "a/x.txt"
    assert opened == ["desk", "a"]


def test_deep_folders_do_not_recurse(here: Path) -> None:
    deep = here
    for _ in range(300):  # pytest must be able to remove them
        deep = deep / "d"
        deep.mkdir()
    (deep / "x.txt").touch()
    frames = len(inspect.stack())
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(frames + 100)
    try:
        assert len(found()) == 1
    finally:
        sys.setrecursionlimit(limit)


def test_names_that_are_not_unicode() -> None:
    name = os.fsdecode(b"caf\xe9.txt")
    try:
        make(name)
    except OSError:
        pytest.skip("this file system takes Unicode only")
    Path(".gitignore").write_bytes(b"caf\xea.txt\n")
    assert found() == [name]


def test_errors_are_input_errors() -> None:
    (error,) = discover(["gone"], Config(), SUFFIXES).errors
    assert isinstance(error, InputError)
    assert (error.path, error.message) == ("gone", "there is no such file or folder")
