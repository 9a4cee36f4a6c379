"""Places in an editor's units are places in code points, and back."""

from __future__ import annotations

import pytest

pytest.importorskip("pygls", reason="the extra 'lsp' is not installed")

from hypothesis import given
from hypothesis import strategies as st
from lsprotocol.types import Position, PositionEncodingKind, Range

from copylint.lsp.positions import Places

ENCODINGS = {
    PositionEncodingKind.Utf8: lambda text: len(text.encode("utf-8")),
    PositionEncodingKind.Utf16: lambda text: len(text.encode("utf-16-le")) // 2,
    PositionEncodingKind.Utf32: len,
}
LETTERS = st.sampled_from(["a", "é", "“", "🚢", "👩‍🚀", "\r\n", "\n", "\r", "\u2028", " "])
TEXTS = st.lists(LETTERS, max_size=40).map("".join)


def editor_lines(text: str) -> list[str]:
    """The lines of ``text`` with their ends, read in the plainest way."""
    lines = [""]
    index = 0
    while index < len(text):
        end = text[index : index + 2] if text.startswith("\r\n", index) else text[index]
        lines[-1] += end
        index += len(end)
        if end in ("\r\n", "\n", "\r"):
            lines.append("")
    return lines


@given(TEXTS, st.sampled_from(list(ENCODINGS)))
def test_each_offset_has_the_place_that_counting_gives(
    text: str, encoding: PositionEncodingKind
) -> None:
    places, at = Places(text, encoding), 0
    for number, line in enumerate(editor_lines(text)):
        content = line.rstrip("\r\n")
        for column in range(len(content) + 1):
            units = ENCODINGS[encoding](content[:column])
            assert places.position(at + column) == Position(number, units)
            assert places.offset(Position(number, units)) == at + column
        at += len(line)


@given(
    TEXTS,
    st.integers(0, 60),
    st.integers(0, 60),
    st.sampled_from(list(ENCODINGS)),
)
def test_any_place_means_some_offset_of_the_text(
    text: str, line: int, character: int, encoding: PositionEncodingKind
) -> None:
    places = Places(text, encoding)
    offset = places.offset(Position(line, character))
    assert 0 <= offset <= len(text)
    lines = editor_lines(text)
    if line < len(lines):
        start = sum(map(len, lines[:line]))
        assert start <= offset <= start + len(lines[line].rstrip("\r\n"))


def test_half_a_surrogate_pair_means_its_beginning() -> None:
    assert Places("a🚢b").offset(Position(0, 2)) == 1
    assert Places("a🚢b").offset(Position(0, 3)) == 2


def test_a_range_written_backwards_is_turned_round() -> None:
    assert Places("ferry").span(Range(Position(0, 4), Position(0, 1))) == (1, 4)
