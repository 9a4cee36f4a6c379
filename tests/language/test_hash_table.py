from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from zlib import crc32

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copylint.language.hash_table import HashTable, encoded, write


@given(st.dictionaries(st.text(max_size=12), st.integers(-127, 127), max_size=60))
def test_written_values_are_read(rows: dict[str, int]) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "table.bin"
        lost = write(path, rows.items(), 10)
        table = HashTable(path)
        wrong = sum(table.get(key) != value for key, value in rows.items())
        # Two keys may share a slot's hash, which costs one of them its own number.
        assert wrong <= lost + 1


def test_unknown_keys_are_nearly_always_rejected(tmp_path: Path) -> None:
    path = tmp_path / "table.bin"
    write(path, ((f"key {n}", 5) for n in range(40_000)), 16)
    table = HashTable(path)
    taken = sum(table.get(f"stranger {n}") != 0 for n in range(20_000))
    assert taken < 200


@pytest.mark.parametrize("data", [b"copylint", b"x" * 100, b"copylint-hash-3\n\x05" + b"0" * 95])
def test_a_damaged_file_is_refused(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "table.bin"
    path.write_bytes(data)
    with pytest.raises(ValueError, match=r"table\.bin is damaged"):
        HashTable(path)


@given(st.lists(st.text(max_size=6), max_size=40), st.lists(st.text(max_size=6), max_size=40))
def test_batch_lookup_equals_single_lookups(stored: list[str], asked: list[str]) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "table.bin"
        write(path, ((key, number % 127 + 1) for number, key in enumerate(stored)), 8)
        table = HashTable(path)
        keys = stored + asked
        one_by_one = [table.get(key) for key in keys]
        assert table.values([crc32(encoded(key)) for key in keys]) == one_by_one
        lines = [key for key in keys if "\n" not in key]
        assert not lines or table.total(lines) == sum(map(table.get, lines))
