"""Files that are rewritten whole or not at all."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from copylint.core.errors import InputError
from copylint.runner import temporary_files
from copylint.runner.safe_write import put, rewrite, roots_of
from copylint.runner.temporary_files import create_temporary, delete_leftovers

posix = pytest.mark.skipif(os.name == "nt", reason="modes, links and signals of POSIX")
OLD, NEW = b"\xef\xbb\xbfold\r\n", b"\xef\xbb\xbfnew\r\nand more"


def article(folder: Path, name: str = "a.txt") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_bytes(OLD)
    return path


def refusal(path: Path, *roots: Path, old: bytes = OLD) -> str:
    before = path.read_bytes()
    with pytest.raises(InputError) as error:
        rewrite(str(path), old, NEW, roots_of(map(str, roots or (path,))))
    assert path.read_bytes() == before
    assert leftovers(path.parent) == []
    return error.value.message


def leftovers(folder: Path) -> list[str]:
    return [each.name for each in folder.iterdir() if ".copylint-" in each.name]


def test_the_file_is_another_of_the_same_mode(tmp_path: Path) -> None:
    path = article(tmp_path)
    path.chmod(0o640)
    rewrite(str(path), OLD, NEW, roots_of([str(path)]))
    assert path.read_bytes() == NEW
    if os.name != "nt":
        assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert leftovers(tmp_path) == []


@posix
def test_modes_and_attributes_are_kept(tmp_path: Path) -> None:
    path = article(tmp_path)
    path.chmod(0o4755)
    try:
        os.setxattr(path, "user.desk", b"night")
    except OSError:
        pytest.skip("a file system without attributes")
    rewrite(str(path), OLD, NEW, roots_of([str(path)]))
    assert os.getxattr(path, "user.desk") == b"night"
    assert stat.S_IMODE(path.stat().st_mode) == 0o4755


def test_file_changed_meanwhile_is_not_overwritten(tmp_path: Path) -> None:
    path = article(tmp_path)
    assert "changed since" in refusal(path, old=b"older")


@posix
def test_read_only_files_are_left_alone(tmp_path: Path) -> None:
    path = article(tmp_path)
    path.chmod(0o444)
    assert refusal(path) == "read-only; left as it is"


@posix
def test_hard_links_are_left_alone(tmp_path: Path) -> None:
    path = article(tmp_path)
    os.link(path, tmp_path / "b.txt")
    assert "has 2 names" in refusal(path)


@posix
def test_a_link_is_followed_once_and_stays_a_link(tmp_path: Path) -> None:
    path = article(tmp_path / "desk" / "inner")
    link = tmp_path / "desk" / "link.txt"
    link.symlink_to("inner/a.txt")
    rewrite(str(link), OLD, NEW, roots_of([str(tmp_path / "desk")]))
    assert link.is_symlink()
    assert path.read_bytes() == NEW


@posix
def test_links_out_of_the_roots_are_not_followed(tmp_path: Path) -> None:
    out = article(tmp_path / "elsewhere")
    desk = article(tmp_path / "desk").parent
    link = desk / "link.txt"
    link.symlink_to("../elsewhere/a.txt")
    assert "leads elsewhere" in refusal(link, desk)
    assert "leads elsewhere" in refusal(link)  # named itself
    (desk / "sub").symlink_to("../elsewhere")
    link.unlink()
    link.symlink_to("sub/a.txt")  # by way of a folder
    assert "leads elsewhere" in refusal(link, desk)
    link.unlink()
    link.symlink_to("other.txt")
    (desk / "other.txt").symlink_to("a.txt")
    assert "a link to a link" in refusal(link, desk)
    assert out.read_bytes() == OLD


@posix
@pytest.mark.skipif(os.name != "nt" and os.geteuid() == 0, reason="root may write anywhere")
def test_read_only_folder_is_an_error(tmp_path: Path) -> None:
    path = article(tmp_path / "desk")
    path.parent.chmod(0o555)
    try:
        assert "permission denied" in refusal(path)
    finally:
        path.parent.chmod(0o755)


def test_missing_file_is_reported(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot write: No such file"):
        rewrite(str(tmp_path / "gone.txt"), OLD, NEW, roots_of([str(tmp_path)]))


def test_ctrl_c_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = article(tmp_path)

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        rewrite(str(path), OLD, NEW, roots_of([str(path)]))
    assert path.read_bytes() == OLD
    assert leftovers(tmp_path) == []


def test_full_disk_is_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = article(tmp_path)

    def full(*_: object) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "write", full)
    assert refusal(path) == "cannot write: No space left on device; left as it is"


def test_a_new_file_of_our_own(tmp_path: Path) -> None:
    path = tmp_path / "b.json"
    put(str(path), None, b"one")
    put(str(path), b"one", b"two")
    assert path.read_bytes() == b"two"
    with pytest.raises(InputError):
        put(str(path), None, b"three")
    assert path.read_bytes() == b"two"


def test_what_a_killed_run_left_is_deleted(tmp_path: Path) -> None:
    article = tmp_path / "a.md"
    article.write_text("sound")
    left, file = create_temporary(str(tmp_path), "a.md")
    other = tmp_path / ".b.md.copylint-0123abcd"
    other.write_text("half")
    near = tmp_path / ".b.md.copylint-notes"
    near.write_text("mine")
    (tmp_path / ".c.md.copylint-0123abcd").symlink_to("a.md")
    delete_leftovers([str(article)])
    assert Path(left).exists(), "a run that goes on keeps its file"
    os.close(file)
    delete_leftovers([str(article)])
    assert not Path(left).exists()
    assert not other.exists()
    assert near.read_text() == "mine"
    assert article.read_text() == "sound"


def test_a_temporary_file_that_was_taken_for_a_leftover(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between its making and its lock another run deletes it: there is a second one."""
    deleted = []

    def delete_first(file: int, *, wait: bool) -> bool:
        if not deleted:
            (path,) = tmp_path.iterdir()
            path.unlink()
            deleted.append(path)
        return wait

    monkeypatch.setattr(temporary_files, "_lock", delete_first)
    path, file = create_temporary(str(tmp_path), "a.md")
    os.close(file)
    assert Path(path).exists()
    assert path != str(deleted[0])
