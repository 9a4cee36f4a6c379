"""The map from prose to source, and the refusal of a map that is wrong."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copylint.core.blocks import Block, BlockKind, Segment
from copylint.core.document import Document
from copylint.core.line_index import LineIndex, Position
from copylint.core.span import SourceSpan, TextSpan
from copylint.formats.base import DocumentBuilder


def sample() -> Document:
    """``ab&c`` with ``&`` written ``&amp;`` and ``**`` before ``c``, then ``d`` further up."""
    builder = DocumentBuilder("a", "test", "d ab&amp;**c")
    builder.literal(2, 4)
    builder.replaced("&", 4, 9)
    builder.literal(11, 12)
    builder.end_block(BlockKind.PARAGRAPH)
    builder.literal(0, 1)
    builder.end_block(BlockKind.ALT_TEXT)
    return builder.build()


def test_spans_come_from_where_they_were_written() -> None:
    document = sample()
    assert document.text == "ab&c\n\nd\n\n"
    assert document.to_source(TextSpan(0, 2)) == SourceSpan(2, 4)
    assert document.to_source(TextSpan(1, 3)) == SourceSpan(3, 9)
    assert document.to_source(TextSpan(2, 4)) == SourceSpan(4, 12)
    assert document.to_source(TextSpan(3, 4)) == SourceSpan(11, 12)
    assert document.to_source(TextSpan(6, 7)) == SourceSpan(0, 1)


def test_empty_spans_are_points() -> None:
    document = sample()
    assert document.to_source(TextSpan(0, 0)) == SourceSpan(2, 2)
    assert document.to_source(TextSpan(3, 3)) == SourceSpan(9, 9)
    assert document.to_source(TextSpan(4, 4)) == SourceSpan(12, 12)


def test_only_an_unbroken_run_is_contiguous() -> None:
    document = sample()
    assert document.is_contiguous(TextSpan(0, 2))
    assert not document.is_contiguous(TextSpan(1, 3))
    assert not document.is_contiguous(TextSpan(2, 4))


def test_a_line_end_is_one_letter_however_written() -> None:
    for line_end in ("\n", "\r\n", "\r"):
        source = f"the{line_end}the"
        builder = DocumentBuilder("a", "test", source)
        builder.literal(0, 3)
        builder.replaced("\n", 3, 3 + len(line_end))
        builder.literal(3 + len(line_end), len(source))
        builder.end_block(BlockKind.PARAGRAPH)
        assert builder.build().is_contiguous(TextSpan(0, 7))


def test_block_at_finds_the_block_of_an_offset() -> None:
    document = sample()
    first, second = document.blocks
    assert document.block_at(0) == document.block_at(4) == first
    assert document.block_at(6) == second
    assert [block.kind for block in document.blocks_of(BlockKind.ALT_TEXT)] == [BlockKind.ALT_TEXT]


def build(*segments: Segment, blocks: tuple[Block, ...] = ()) -> Document:
    return Document("a", "test", "abc", "abc", segments, blocks)


def segment(text: tuple[int, int], source: tuple[int, int], *, literal: bool = True) -> Segment:
    return Segment(TextSpan(*text), SourceSpan(*source), literal)


@pytest.mark.parametrize(
    "segments",
    [
        (segment((0, 2), (1, 3)),),
        (segment((0, 2), (0, 3)),),
        (segment((0, 2), (0, 2)), segment((1, 3), (1, 3))),
        (segment((0, 4), (0, 3), literal=False),),
        (segment((0, 1), (0, 2), literal=False), segment((1, 2), (1, 2))),
        (segment((0, 1), (0, 4), literal=False),),
    ],
)
def test_a_wrong_map_is_refused(segments: tuple[Segment, ...]) -> None:
    with pytest.raises(ValueError, match="segment"):
        build(*segments)


def test_blocks_that_overlap_are_refused() -> None:
    def block(start: int, end: int) -> Block:
        return Block(BlockKind.PARAGRAPH, TextSpan(start, end))

    with pytest.raises(ValueError, match="blocks"):
        build(blocks=(block(0, 2), block(1, 3)))
    with pytest.raises(ValueError, match="blocks"):
        build(blocks=(block(0, 4),))


@pytest.mark.parametrize("span", [TextSpan, SourceSpan])
@pytest.mark.parametrize("bad", [(-1, 0), (2, 1)])
def test_invalid_spans_raise(span: type[TextSpan], bad: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match="not a span"):
        span(*bad)


@given(st.text(st.sampled_from("ab\r\n\x0c\u2028\x85😀"), max_size=60))
def test_lines_and_columns(text: str) -> None:
    index = LineIndex(text)
    line, column = 1, 1
    for at, character in enumerate(text):
        assert index.place(at) == Position(line, column)
        assert index.line_start(line) <= at < index.line_end(line)
        ends = character == "\n" or (character == "\r" and text[at + 1 : at + 2] != "\n")
        line, column = (line + 1, 1) if ends else (line, column + 1)
    assert index.place(len(text)) == Position(line, column)
    assert index.count == line


@pytest.mark.parametrize(
    ("text", "source", "contiguous", "replaceable"),
    [
        ("é", "\\u00e9", True, True),
        ("😀", "\\ud83d\\ude00", True, True),
        ('"', '\\"', True, True),
        ('"', '""', True, True),
        ("é", "=C3=A9", True, True),
        ("é", "&eacute;", False, True),
        ("*", "\\*", False, True),
        ("\n", "\\n", False, True),
        ("\n", "\\\\", False, False),  # a line end of LaTeX's
        ("”", "''", False, False),
        (" ", "\n   ", False, False),
    ],
)
def test_escape_maps_to_one_letter(
    text: str, source: str, contiguous: bool, replaceable: bool
) -> None:
    builder = DocumentBuilder("a", "plain", f"a{source}b")
    builder.literal(0, 1)
    builder.replaced(text, 1, 1 + len(source))
    builder.literal(1 + len(source), 2 + len(source))
    builder.end_block(BlockKind.PARAGRAPH)
    document = builder.build()
    for span in (TextSpan(0, 3), TextSpan(1, 2)):
        assert document.is_contiguous(span) is contiguous
        assert document.is_replaceable(span) is replaceable
    assert document.is_replaceable(TextSpan(1, 1))


def test_segment_of_other_length_is_replaced_whole() -> None:
    builder = DocumentBuilder("a", "plain", "a&fj;b")
    builder.literal(0, 1)
    builder.replaced("fj", 1, 5)
    builder.end_block(BlockKind.PARAGRAPH)
    document = builder.build()
    assert document.is_replaceable(TextSpan(0, 3))
    assert not document.is_replaceable(TextSpan(0, 2))
    assert not document.is_replaceable(TextSpan(2, 2))
