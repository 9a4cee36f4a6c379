"""The texts that engines are sent, and how their findings are mapped back."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from copylint.analysis.article import Article
from copylint.core.blocks import Block, BlockKind
from copylint.core.span import TextSpan
from copylint.engines.batching import batches, neutral, pieces
from copylint.engines.languagetool.session import Utf16
from copylint.runner.document_reader import read_document

AWKWARD = st.text(
    st.sampled_from(list("ab .\n\r\t\x00é“’😀𝒜\u0301\u200d\ud800\udfff")) | st.characters(),
    max_size=80,
)


@given(st.lists(AWKWARD, max_size=6), st.integers(1, 60))
def test_every_code_point_maps_back(texts: list[str], most: int) -> None:
    articles = [Article(read_document("a.md", text)) for text in texts]
    every = [p for number, each in enumerate(articles) for p in pieces(number, each)]
    seen = []
    for batch in batches(every, most):
        batch.text.encode()  # no lone surrogate is left
        for piece, start in zip(batch.pieces, batch.starts, strict=True):
            seen.append(piece)
            text = articles[piece.article].text
            assert len(piece.text) == len(piece.block.span)
            for offset, character in enumerate(piece.text):
                place = batch.locate(start + offset, start + offset + 1)
                if place is None:
                    assert any(
                        opaque.start <= piece.block.span.start + offset < opaque.end
                        for opaque in piece.block.opaque
                    )
                    continue
                where, span = place
                assert where is piece
                assert text[span.start : span.end] in (character, "\n", "\r", "\0") or (
                    character == "\ufffd"
                )
    assert seen == every


def test_span_over_two_blocks_is_dropped() -> None:
    read = Article(read_document("a.txt", "One line of words.\n\nAnother line of words.\n"))
    (batch,) = batches(pieces(0, read), 1000)
    assert len(batch.pieces) == 2
    assert batch.locate(10, 25) is None
    assert batch.locate(4, 4) is None
    assert batch.locate(-5, 3) is None
    assert batch.locate(10**9, 10**9 + 1) is None


def test_code_becomes_a_word_of_its_length() -> None:
    block = Block(BlockKind.PARAGRAPH, TextSpan(2, 12), opaque=(TextSpan(5, 8),))
    assert neutral("..ab f()\ncd..", block) == "ab xxx cd."


@given(AWKWARD)
def test_utf16_offsets(text: str) -> None:
    text = text.encode("utf-8", "replace").decode()
    offsets = Utf16(text)
    for index in range(len(text) + 1):
        units = len(text[:index].encode("utf-16-le")) // 2
        assert offsets.code_point(units) == index
        if index < len(text) and ord(text[index]) > 0xFFFF:
            assert offsets.code_point(units + 1) == index
