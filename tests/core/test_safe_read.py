"""Reading files that anybody may have put there: no more than may be, and nothing but files."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

from copylint.core import safe_read
from copylint.core.errors import InputError
from copylint.core.safe_read import Refused, bounds_of, project_of, read_file, read_start
from copylint.runner.result import Input, read_bytes


@pytest.mark.parametrize("size", [0, 1, 99, 100])
def test_a_file_is_read_whole(tmp_path: Path, size: int) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"x" * size)
    assert read_file(path, 100) == b"x" * size
    assert read_bytes(Input(str(path)), 100) == b"x" * size


def test_one_byte_too_many(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"x" * 101)
    for each in (Input(str(path)), Input("a.txt", b"x" * 101)):
        with pytest.raises(InputError, match=r"larger than 0\.0001 MB"):
            read_bytes(each, 100)
    with pytest.raises(Refused, match=r"larger than 0\.0001 MB"):
        read_file(path, 100)


@pytest.mark.parametrize("kind", ["pipe", "socket", "folder", "device"])
def test_only_files_are_opened(tmp_path: Path, kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # the path of a socket is short
    path = Path("it")
    if kind == "pipe":
        os.mkfifo(path)
    elif kind == "socket":
        server = socket.socket(socket.AF_UNIX)
        server.bind("it")
        server.close()
    elif kind == "folder":
        path.mkdir()
    else:
        path.symlink_to("/dev/zero")
    monkeypatch.setattr(os, "open", pytest.fail)
    with pytest.raises(Refused, match=kind):
        read_file(path, 100)


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="needs /proc")
@pytest.mark.parametrize("name", ["status", "environ", "mem"])
def test_no_file_of_the_kernel_is_read(tmp_path: Path, name: str) -> None:
    link = tmp_path / "a.txt"
    link.symlink_to(f"/proc/self/{name}")
    for path in (link, Path("/proc/self") / name):
        with pytest.raises(Refused, match="kernel"):
            read_file(path, 1_000_000)


def test_links_in_a_circle(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to("b")
    (tmp_path / "b").symlink_to("a")
    for within in ("", str(tmp_path)):
        with pytest.raises(OSError, match=r"(?i)links"):
            read_file(tmp_path / "a", 100, within)


def test_links_are_followed_inside_a_folder_alone(tmp_path: Path) -> None:
    inside = tmp_path / "project"
    (inside / "deep").mkdir(parents=True)
    (inside / "a.txt").write_text("ours")
    (tmp_path / "project-b").mkdir()
    (tmp_path / "project-b" / "b.txt").write_text("theirs")
    (inside / "deep" / "good").symlink_to("../a.txt")
    (inside / "bad").symlink_to("../project-b/b.txt")
    (inside / "linked").symlink_to("../project-b")
    within = str(inside.resolve())
    assert read_file(inside / "deep" / "good", 100, within) == b"ours"
    for name in ("bad", "linked/b.txt"):
        with pytest.raises(Refused, match="leads out of"):
            read_file(inside / name, 100, within)
        assert read_file(inside / name, 100) == b"theirs"


def test_what_git_keeps_is_outside(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "config").write_text("token")
    (tmp_path / "a.txt").symlink_to(".git/config")
    with pytest.raises(Refused, match="leads out of"):
        read_file(tmp_path / "a.txt", 100, str(tmp_path.resolve()))


def test_a_link_that_takes_the_place_of_a_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between the look at the file and its opening."""
    project = tmp_path / "project"
    project.mkdir()
    path = project / "a.txt"
    path.write_text("ours")
    secret = tmp_path / "secret"
    secret.write_text("theirs")
    real_open = os.open

    def exchanging(name: str, flags: int) -> int:
        path.unlink()
        path.symlink_to(secret)
        return real_open(name, flags)

    monkeypatch.setattr(os, "open", exchanging)
    with pytest.raises(OSError):
        read_file(path, 100, str(project.resolve()))


def test_a_folder_that_is_exchanged_for_a_link(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project, elsewhere = tmp_path / "project", tmp_path / "elsewhere"
    (project / "sub").mkdir(parents=True)
    elsewhere.mkdir()
    (project / "sub" / "a.txt").write_text("ours")
    (elsewhere / "a.txt").write_text("theirs")
    real_open = os.open

    def exchanging(name: str, flags: int) -> int:
        (project / "sub").rename(project / "old")
        (project / "sub").symlink_to(elsewhere)
        return real_open(name, flags)

    monkeypatch.setattr(os, "open", exchanging)
    with pytest.raises(Refused, match="leads out of"):
        read_file(project / "sub" / "a.txt", 100, str(project.resolve()))


@pytest.mark.parametrize("now", [b"", b"ab", b"x" * 5_000])
def test_a_file_that_changes_while_it_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, now: bytes
) -> None:
    """Its size is read first; then another process rewrites the file."""
    path = tmp_path / "a.txt"
    path.write_bytes(b"before")
    ask = os.fstat

    def asked(descriptor: int) -> os.stat_result:
        size = ask(descriptor)
        path.write_bytes(now)
        return size

    monkeypatch.setattr(safe_read.os, "fstat", asked)
    assert read_start(path, 10_000) == now
    path.write_bytes(b"before")
    if len(now) > 100:
        assert len(read_start(path, 100)) > 100


def test_the_project_of_a_folder(tmp_path: Path) -> None:
    (tmp_path / "repository" / "a" / "b").mkdir(parents=True)
    (tmp_path / "repository" / ".git").mkdir()
    (tmp_path / "link").symlink_to("repository/a")
    root = str((tmp_path / "repository").resolve())
    assert project_of(tmp_path / "repository" / "a" / "b") == root
    assert project_of(tmp_path / "link") == root


def test_a_name_in_a_configuration_is_bound_to_its_project(tmp_path: Path) -> None:
    project = tmp_path / "project"
    (project / "sub").mkdir(parents=True)
    (project / ".git").mkdir()
    (tmp_path / "spelt").symlink_to("project")
    root = str(project.resolve())
    for folder in (project / "sub", tmp_path / "spelt" / "sub"):
        assert bounds_of(folder, "words.txt") == root
        assert bounds_of(folder, "../words.txt") == root
        assert bounds_of(folder, folder / "words.txt") == root
        assert bounds_of(folder, "../../words.txt") == ""
        assert bounds_of(folder, "/usr/share/dict/words") == ""
