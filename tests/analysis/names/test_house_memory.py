"""The house memory: its text, its index, and the spellings that it finds unusual."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from copylint.analysis.names.memory_file import (
    Memory,
    MemoryFault,
    PrintedName,
    merged,
    read,
    written,
)
from copylint.analysis.names.memory_index import SUFFIX, house_memory, index_of, memory_of

HARTLEY = PrintedName("Alice Hartley", 37, "2016-01-05", "2025-12-10", ("a1", "a2"))
SMITH = PrintedName("John Smith", 12, "2016-01-05", "2025-12-10", ("a3",))


def text_of(*names: PrintedName) -> bytes:
    memory = Memory({each.name: each for each in names}, 40, "2016-01-01", "2025-12-31")
    return written(memory).encode()


def test_a_memory_is_read_as_it_was_written() -> None:
    text = text_of(SMITH, HARTLEY).decode()
    assert text.splitlines()[2:] == [HARTLEY.line(), SMITH.line()]
    memory = read(text)
    assert written(memory) == text
    assert (memory.articles, memory.first, memory.last) == (40, "2016-01-01", "2025-12-31")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "is not a memory"),
        ("Alice Hartley\t1\n", "is not a memory"),
        ("# copylint memory 1\nno total\n", "line 2"),
        ("# copylint memory 1\n#\t1\t\t\n<<<<<<< ours\n", "line 3"),
        ("# copylint memory 1\n#\t1\t\t\nA B\tmany\t\t\n", "line 3"),
        ("# copylint memory 1\n#\t1\t\t\nA B\t1\t2020-13-01\t\n", "line 3"),
        ("# copylint memory 1\n#\t1\t\t\nA B\t1\t\t\nA B\t1\t\t\n", "line 4"),
    ],
)
def test_a_broken_memory_is_refused_with_the_line(text: str, told: str) -> None:
    with pytest.raises(MemoryFault, match=told):
        read(text)


def test_counts_are_added_and_the_last_articles_kept() -> None:
    def memory(day: str, article: str) -> Memory:
        name = PrintedName("Alice Hartley", 1, day, day, (article,))
        return Memory({name.name: name}, 1, day, day)

    days = [("2020-03-02", "b"), ("2019-01-01", "a"), ("2021-05-05", "c")]
    both = merged(memory(*each) for each in days)
    assert both.names["Alice Hartley"] == PrintedName(
        "Alice Hartley", 3, "2019-01-01", "2021-05-05", ("b", "c")
    )
    assert (both.articles, both.first, both.last) == (3, "2019-01-01", "2021-05-05")


def test_articles_without_a_date_count_as_well() -> None:
    undated = Memory({"A B": PrintedName("A B", 1, articles=("x",))}, 1)
    dated = Memory({"A B": PrintedName("A B", 1, "2020-01-01", "2020-01-01", ("y",))}, 1)
    assert merged((undated, dated)).names["A B"] == PrintedName(
        "A B", 2, "2020-01-01", "2020-01-01", ("x", "y")
    )


def test_look_ups() -> None:
    memory = memory_of(text_of(HARTLEY, SMITH, PrintedName("Jane Smith", 2)))
    assert memory.printed("Alice Hartley") == HARTLEY
    assert memory.printed("Alice Hartlley") is None
    assert memory.settled_near("Alice Hartlley") == [HARTLEY]
    assert memory.settled_near("Alcie Hartley") == []
    assert memory.settled_near("Alice Hartley") == []
    assert memory.settled_near("Alicia Hartlley") == []
    assert memory.settled_near("Jane Smtih") == []  # too rare to be settled
    assert memory.givens_with("Smith") == 2 and memory.surnames_with("Jane") == 1
    assert memory.last == "2025-12-31"


def test_an_empty_memory_knows_nothing() -> None:
    memory = memory_of(text_of())
    assert memory.printed("Alice Hartley") is None and memory.settled_near("A B") == []


def test_the_index_beside_the_file_is_used_only_while_it_is_current(tmp_path: Path) -> None:
    path = tmp_path / "house.memory"
    path.write_bytes(text_of(HARTLEY))
    # An index of an empty text of the same size and time, to see that it is the one in use.
    false = bytearray(index_of(text_of(), path.stat().st_mtime_ns))
    false[16:24] = path.stat().st_size.to_bytes(8, "little")
    Path(f"{path}{SUFFIX}").write_bytes(false)
    assert house_memory(str(path)).printed("Alice Hartley") is None
    os.utime(path, ns=(1, 1))
    assert house_memory(str(path)).printed("Alice Hartley") == HARTLEY


@pytest.mark.parametrize("damaged", [b"", b"short", b"copylint-memory2" + b"\0" * 24])
def test_a_damaged_index_is_passed_over(tmp_path: Path, damaged: bytes) -> None:
    path = tmp_path / "house.memory"
    path.write_bytes(text_of(HARTLEY))
    Path(f"{path}{SUFFIX}").write_bytes(damaged)
    assert house_memory(str(path)).printed("Alice Hartley") == HARTLEY
