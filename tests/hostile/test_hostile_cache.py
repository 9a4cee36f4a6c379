"""A cache that somebody else may have written, and values that no run has written."""

from __future__ import annotations

import json
import os
import sqlite3
from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path

import pytest
from attack import Run, article, assert_harmless, copylint

from copylint.runner.result import FileResult
from copylint.runner.result_codec import decode, encode

if not hasattr(os, "geteuid"):
    pytest.skip("no modes and owners there", allow_module_level=True)


#: The result of an article without findings.
POISON = encode(FileResult("story.md", words=5))


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[Path]:
    """A file of results, after a run over one article."""
    article(tmp_path)
    run = check(tmp_path)
    assert run.code == 1
    (path,) = (tmp_path / "cache" / "copylint").glob("results-*.db")
    yield path


def check(folder: Path) -> Run:
    env = {"XDG_CACHE_HOME": str(folder / "cache")}
    return copylint("check", "-q", "-j", "1", "story.md", cwd=folder, env=env)


def write(path: Path, value: bytes) -> None:
    """Put ``value`` in the place of every value, with the checksum that it has to have."""
    connection = sqlite3.connect(path)
    for (key,) in connection.execute("SELECT key FROM entry").fetchall():
        checksum = blake2b(value, digest_size=8, key=key[:64]).digest()
        connection.execute("UPDATE entry SET value = ? WHERE key = ?", (checksum + value, key))
    connection.commit()
    connection.close()


def test_the_user_alone_decides_what_is_kept(tmp_path: Path, kept: Path) -> None:
    """The harness can poison a cache; the file modes must keep others from doing so."""
    write(kept, POISON)
    assert check(tmp_path).code == 0


@pytest.mark.parametrize("what", ["folder", "file", "journal"])
@pytest.mark.parametrize("mode", [0o777, 0o770, 0o666])
def test_others_may_write(tmp_path: Path, kept: Path, what: str, mode: int) -> None:
    write(kept, POISON)
    if what == "folder":
        kept.parent.chmod(mode | 0o100)
    elif what == "file":
        kept.chmod(mode)
    else:
        journal = kept.with_name(kept.name + "-journal")
        journal.write_bytes(b"")
        journal.chmod(mode)
    run = check(tmp_path)
    assert run.code == 1
    assert len([line for line in run.err.splitlines() if "the cache is not used" in line]) == 1


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give a file away")
@pytest.mark.parametrize("what", ["folder", "file"])
def test_another_user(tmp_path: Path, kept: Path, what: str) -> None:
    write(kept, POISON)
    os.chown(kept.parent if what == "folder" else kept, 65534, 65534)
    run = check(tmp_path)
    assert run.code == 1
    assert "belongs to another user" in run.err


def test_a_link_in_its_place(tmp_path: Path, kept: Path) -> None:
    write(kept, POISON)
    kept.rename(tmp_path / "elsewhere.db")
    kept.symlink_to(tmp_path / "elsewhere.db")
    assert check(tmp_path).code == 1


FINDING = [
    *([0, 4], [1, 1], [1, 5], "a.b", 2, "message", "text", "line", 0, ["word"]),
    *([["title", "safe", [[[0, 4], "word"]]]], [], "", 0, "sentence"),
]
WHOLE = [5, [FINDING], ["note"], "German", "Headline", [[["a.b", 0, 4]], 1]]
SHAPES: list[object] = [
    *(
        None,
        5,
        "x",
        {},
        [],
        [[]],
        [5],
        WHOLE[:-1],
        [*WHOLE, 0],
        [-1, *WHOLE[1:]],
        [True, *WHOLE[1:]],
    ),
    *([*WHOLE[:at], wrong, *WHOLE[at + 1 :]] for at in range(6) for wrong in (1.5, {}, [1])),
    *([5, findings, *WHOLE[2:]] for findings in ([[]], {}, "xyz", ["x" * 15])),
    *(
        [5, [[*FINDING[:at], wrong, *FINDING[at + 1 :]]], *WHOLE[2:]]
        for at in range(15)
        for wrong in (None, {})
    ),
]


def test_values_of_the_wrong_shape() -> None:
    assert decode("a", json.dumps(WHOLE).encode()).forecast is not None
    for shape in SHAPES:
        with pytest.raises((ValueError, TypeError, KeyError)):
            decode("a", json.dumps(shape).encode())
    with pytest.raises((ValueError, RecursionError)):
        decode("a", b"[" * 100_000)


@pytest.mark.parametrize(
    "value", [b'["x",[],[],"","",null]', b'[5,[],[1],"","",null]', b"{}", b"\xff", b"[" * 99_999]
)
def test_a_value_of_the_wrong_shape_is_discarded(tmp_path: Path, kept: Path, value: bytes) -> None:
    write(kept, value)
    run = check(tmp_path)
    assert_harmless(run)
    assert run.code == 1
    assert run.err == ""
