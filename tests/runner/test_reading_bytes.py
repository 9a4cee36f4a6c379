"""Reading files: no more than may be, whatever the file does meanwhile."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from copylint.core.errors import InputError
from copylint.runner import result
from copylint.runner.result import Input, read_bytes


@pytest.mark.parametrize("size", [0, 1, 99, 100])
def test_a_file_is_read_whole(tmp_path: Path, size: int) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"x" * size)
    assert read_bytes(Input(str(path)), 100) == b"x" * size


def test_one_byte_too_many(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"x" * 101)
    for each in (Input(str(path)), Input("a.txt", b"x" * 101)):
        with pytest.raises(InputError, match=r"larger than 0\.0001 MB"):
            read_bytes(each, 100)


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="needs /proc")
def test_a_file_whose_size_the_system_does_not_know() -> None:
    assert b"Name:" in read_bytes(Input("/proc/self/status"), 1_000_000)


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="needs /dev/zero")
def test_of_a_file_without_end_little_is_read() -> None:
    with pytest.raises(InputError, match="larger than"):
        read_bytes(Input("/dev/zero"), 5_000_000)


@pytest.mark.parametrize("now", [b"", b"ab", b"x" * 5_000])
def test_a_file_that_changes_while_it_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, now: bytes
) -> None:
    """Its size is asked for first; then somebody writes it anew."""
    path = tmp_path / "a.txt"
    path.write_bytes(b"before")
    ask = os.fstat

    def asked(descriptor: int) -> os.stat_result:
        size = ask(descriptor)
        path.write_bytes(now)
        return size

    monkeypatch.setattr(result, "fstat", asked)
    assert read_bytes(Input(str(path)), 10_000) == now
    path.write_bytes(b"before")
    if len(now) > 100:
        with pytest.raises(InputError, match="larger than"):
            read_bytes(Input(str(path)), 100)
