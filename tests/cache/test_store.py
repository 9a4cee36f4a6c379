"""A cache may be lost, never wrong and never an error."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copylint.cache.folder import cache_folder
from copylint.cache.store import Store

ENTRIES = [(f"key{number}".encode(), f"value {number} ".encode() * 40) for number in range(200)]

WRITER = """
import sys
from pathlib import Path
from copylint.cache.store import Store
store = Store(Path(sys.argv[1]), most_bytes=400_000)
mark = sys.argv[2].encode()
for turn in range(int(sys.argv[3])):
    store.put([(b"%s %d %d" % (mark, turn, n), b"%d " % n * 300) for n in range(40)])
"""


def entries(store: Store) -> dict[bytes, bytes]:
    return store.get([key for key, _ in ENTRIES])


@pytest.fixture
def store(tmp_path: Path) -> Store:
    store = Store(tmp_path / "deep" / "cache")
    store.put(ENTRIES)
    return store


def test_stored_value_is_returned(store: Store) -> None:
    assert entries(store) == dict(ENTRIES)
    assert store.get([b"another"]) == {}
    assert store.info().entries == len(ENTRIES)
    assert store.info().size > 10_000


def test_later_value_replaces_earlier(store: Store) -> None:
    store.put([(b"key1", b"new")])
    assert store.get([b"key1", b"key2"]) == {b"key1": b"new", b"key2": ENTRIES[2][1]}


def test_store_without_values_creates_no_file(tmp_path: Path) -> None:
    store = Store(tmp_path / "cache")
    assert store.get([b"key1"]) == {}
    assert store.info().entries == 0
    assert not (tmp_path / "cache").exists()


def test_clear_removes_everything(store: Store) -> None:
    store.clear()
    assert entries(store) == {}
    assert not store.exists()
    store.clear()


def test_evicts_least_recent(tmp_path: Path) -> None:
    store = Store(tmp_path, most_bytes=200_000)
    for turn in range(40):
        store.put([(f"{turn} {n}".encode(), os.urandom(500)) for n in range(20)])
        assert store.path.stat().st_size < 260_000
    assert store.get([b"0 0", b"39 19"]).keys() == {b"39 19"}
    assert store.info().entries > 100


def test_a_value_larger_than_the_bound_leaves_an_empty_store(tmp_path: Path) -> None:
    store = Store(tmp_path, most_bytes=50_000)
    store.put([(b"large", bytes(1_000_000))])
    assert store.get([b"large"]) == {}
    store.put([(b"small", b"1")])
    assert store.get([b"small"]) == {b"small": b"1"}


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_a_broken_file_is_discarded(
    data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    store = Store(tmp_path_factory.mktemp("cache"))
    store.put(ENTRIES)
    content = bytearray(store.path.read_bytes())
    if data.draw(st.booleans(), "cut short"):
        del content[data.draw(st.integers(0, len(content) - 1)) :]
    for _ in range(data.draw(st.integers(0, 30))):
        if content:
            at = data.draw(st.integers(0, len(content) - 1))
            content[at : at + 4] = data.draw(st.binary(min_size=4, max_size=4))
    store.path.write_bytes(content)
    assert entries(store).items() <= dict(ENTRIES).items()
    store.put([(b"new", b"value")])
    store.put([(b"new", b"value")])  # the first may only have found the file broken
    assert store.get([b"new"]) in ({b"new": b"value"}, {})


@pytest.mark.parametrize("content", [b"", b"no database", bytes(100_000)])
def test_file_swapped_while_open_is_tolerated(store: Store, content: bytes) -> None:
    store.path.write_bytes(content)
    assert entries(store) == {}
    store.put(ENTRIES)
    store.put(ENTRIES)
    assert entries(store) == dict(ENTRIES)


def test_value_under_another_key_is_rejected(store: Store) -> None:
    connection = sqlite3.connect(store.path)
    connection.execute("DELETE FROM entry WHERE key = ?", (b"key2",))
    connection.execute("UPDATE entry SET key = ? WHERE key = ?", (b"key2", b"key1"))
    connection.commit()
    connection.close()
    assert store.get([b"key2"]) == {}
    assert not store.exists()


def test_uncreatable_folder_disables_the_store(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    store = Store(tmp_path / "file" / "cache")
    store.put(ENTRIES)
    assert entries(store) == {}
    assert store.info().entries == 0


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write anywhere")
def test_read_only_folder_disables_the_store(store: Store) -> None:
    folder = store.path.parent
    store.path.chmod(0o400)
    folder.chmod(0o500)
    try:
        store.put([(b"new", b"1")])
        assert entries(store) == dict(ENTRIES)
        assert store.get([b"new"]) == {}
    finally:
        folder.chmod(0o700)


def test_a_locked_file_is_a_miss(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("copylint.cache.store._PATIENCE_S", 0.05)
    other = sqlite3.connect(store.path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    assert entries(store) == {}
    store.put([(b"new", b"1")])
    other.execute("ROLLBACK")
    other.close()
    assert entries(store) == dict(ENTRIES)
    assert store.get([b"new"]) == {}


def writer(folder: Path, mark: str, turns: int) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-c", WRITER, folder, mark, str(turns)])


def test_concurrent_runs_share_the_store(tmp_path: Path) -> None:
    writers = [writer(tmp_path, mark, 20) for mark in "ab"]
    assert [each.wait(60) for each in writers] == [0, 0]
    store = Store(tmp_path)
    found = store.get([f"{mark} 19 {n}".encode() for mark in "ab" for n in range(40)])
    assert found
    assert all(value == b"%d " % int(key.split()[2]) * 300 for key, value in found.items())


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
def test_killed_writers_leave_a_usable_store(tmp_path: Path) -> None:
    for turn in range(4):
        process = writer(tmp_path, str(turn), 10_000)
        time.sleep(0.2 + turn * 0.05)
        process.send_signal(signal.SIGKILL)
        process.wait()
    store = Store(tmp_path, most_bytes=400_000)
    for turn in range(4):
        found = store.get([f"{turn} {n} 7".encode() for n in range(100)])
        assert set(found.values()) <= {b"7 " * 300}
    store.put([(b"new", b"1")])
    store.put([(b"new", b"1")])
    assert store.get([b"new"]) == {b"new": b"1"}


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="other customs there")
def test_cache_folder_follows_the_platform(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", "/somewhere")
    assert cache_folder() == Path("/somewhere/copylint")
    monkeypatch.setenv("XDG_CACHE_HOME", "relative")
    monkeypatch.setenv("HOME", "/home/quist")
    assert cache_folder() == Path("/home/quist/.cache/copylint")
