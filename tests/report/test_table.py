"""Tables that fit the width."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copylint.report.paint import ColourPainter, Painter
from copylint.report.table import Table
from copylint.report.wrapping import cell_width

RULES = Table(
    ("rule", "fix", "finds"),
    [
        ("spelling.unknown", "safe", "Flags a word that no dictionary has."),
        ("names.variant", "none", "Flags a name in two spellings."),
    ],
)
STATS = Table(
    ("words", "fog", "file"),
    [("1,977", "9.7", "desk/harbour.txt"), ("12", "10.2", "total")],
    of_files=True,
    numbers=True,
)


def lines(table: Table, width: int | None) -> list[str]:
    return list(table.lines(width, Painter()))


def test_prose_wraps_beside_the_other_columns() -> None:
    assert lines(RULES, 52) == [
        "rule              fix   finds",
        "spelling.unknown  safe  Flags a word that no",
        "                        dictionary has.",
        "names.variant     none  Flags a name in two",
        "                        spellings.",
    ]


def test_prose_goes_below_if_there_is_little_room() -> None:
    assert lines(RULES, 40) == [
        "rule              fix",
        "spelling.unknown  safe",
        "    Flags a word that no dictionary has.",
        "names.variant     none",
        "    Flags a name in two spellings.",
    ]


def test_a_row_is_stacked_if_the_columns_do_not_fit() -> None:
    assert lines(RULES, 20) == [
        "spelling.unknown",
        "    fix safe",
        "    Flags a word",
        "    that no",
        "    dictionary has.",
        "names.variant",
        "    fix none",
        "    Flags a name in",
        "    two spellings.",
    ]


def test_figures_are_flush_right_and_paths_whole() -> None:
    assert lines(STATS, 40) == [
        "words   fog  file",
        "1,977   9.7  desk/harbour.txt",
        "   12  10.2  total",
    ]
    assert lines(STATS, 26) == [
        "words   fog",
        "desk/harbour.txt",
        "1,977   9.7",
        "total",
        "   12  10.2",
    ]
    wide = Table(("number of words", "fog index", "file"), STATS.rows, of_files=True, numbers=True)
    assert lines(wide, 25)[:3] == [
        "desk/harbour.txt",
        "    number of words",
        "    1,977, fog index 9.7",
    ]


def test_without_a_width_a_row_is_a_line() -> None:
    assert len(lines(RULES, None)) == len(lines(STATS, None)) == 3


@pytest.mark.parametrize("width", [None, 20, 40, 52])
def test_colour_changes_nothing_else(width: int | None) -> None:
    for table in (RULES, STATS):
        coloured = list(table.lines(width, ColourPainter()))
        assert any("\x1b[" in line for line in coloured)
        assert [re.sub(r"\x1b\[[\d;]*m", "", line) for line in coloured] == lines(table, width)


CELL = st.text("abc.é日", min_size=1, max_size=9)


@given(
    st.lists(st.tuples(CELL, CELL, st.lists(CELL, max_size=12).map(" ".join)), max_size=4),
    st.integers(24, 90),
)
def test_every_line_fits_and_no_name_is_cut(rows: list[tuple[str, str, str]], width: int) -> None:
    shown = lines(Table(("rule", "severity", "finds"), rows), width)
    assert all(cell_width(line) <= width for line in shown)
    for name, *_ in rows:
        assert any(line.split() and line.split()[0] == name for line in shown)
