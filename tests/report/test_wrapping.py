"""Wrapping by words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copylint.report.visible import safe
from copylint.report.wrapping import cell_width, cut, wrapped


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("", 10, [""]),
        ("one two three", 20, ["one two three"]),
        ("one two three", 7, ["one two", "three"]),
        ("one two three", 8, ["one two", "three"]),
        ("say 'a  b' now", 10, ["say 'a  b'", "now"]),  # spaces in a line stay
        ("日本語 日本", 6, ["日本語", "日本"]),  # two cells each
        ("cafe\u0301s cafés", 5, ["cafe\u0301s", "cafés"]),  # a mark takes none
        ("abcdefghij kl", 4, ["abcd", "efgh", "ij", "kl"]),  # wider than a line
        ("ab cdefghij", 4, ["ab", "cdef", "ghij"]),
    ],
)
def test_lines_break_at_spaces(text: str, width: int, lines: list[str]) -> None:
    assert wrapped(text, width) == lines


@given(st.text(max_size=60).map(safe), st.integers(2, 30))
def test_lines_fit_and_no_letter_is_lost(text: str, width: int) -> None:
    lines = wrapped(text, width)
    assert lines
    assert all(cell_width(line) <= width for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


@given(st.lists(st.text("abc", min_size=1, max_size=9), max_size=20), st.integers(9, 30))
def test_no_word_is_broken_that_fits_a_line(words: list[str], width: int) -> None:
    assert " ".join(wrapped(" ".join(words), width)).split() == words


def test_a_cut_text_ends_after_a_word() -> None:
    assert cut("the whole of it", 20) == "the whole of it"
    assert cut("the whole of it", 12) == "the whole…"
    assert cut("thewholeofitandmoreofit", 12) == "thewholeofi…"
