from __future__ import annotations

import pytest
from reading import Reading

from copylint.core.blocks import BlockKind
from copylint.core.span import SourceSpan
from copylint.formats.plain import PlainText

K = BlockKind
READING = Reading(PlainText(), "a.txt")
read, blocks = READING.read, READING.blocks
COPY = "The council voted on Monday to repair the old bridge before the winter comes."


def test_a_paragraph_on_each_line() -> None:
    assert blocks(f"{COPY}\nIt rained.\n“It will hold,” she said.") == [
        (K.PARAGRAPH, COPY),
        (K.PARAGRAPH, "It rained."),
        (K.PARAGRAPH, "“It will hold,” she said."),
    ]


WRAPPED = """\
The council voted on Monday to repair the old bridge before the
winter comes, and to close it to lorries from the first day of
November. The work will cost more than was thought, the mayor
said, but less than a new bridge.

Traders in the lower town were not so sure. Nobody had asked
them, said the owner of the ironmonger's, and the detour takes
half an hour.
"""


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_wrapped_lines_are_one_paragraph(line_end: str) -> None:
    first, second = WRAPPED.strip().split("\n\n")
    found = blocks(WRAPPED.replace("\n", line_end))
    assert found == [(K.PARAGRAPH, first), (K.PARAGRAPH, second)]


def test_a_caption_among_wrapped_lines_is_a_block_of_its_own() -> None:
    caption = "The old bridge, which will close to lorries in November ©PA"
    found = blocks(f"{WRAPPED}\n{caption}\n{caption}\n\n{WRAPPED}")
    assert found[2:4] == [(K.CAPTION, caption), (K.CAPTION, caption)]
    assert len(found) == 6


def test_indented_lines_keep_their_places() -> None:
    source = "   The rain fell on the\n   town.\n"
    document = read(source)
    assert document.text.strip() == "The rain fell on the\ntown."
    where = document.to_source(document.blocks[0].span)
    assert where == SourceSpan(3, len(source) - 1)


def test_trailing_spaces_belong_to_the_paragraph() -> None:
    assert blocks("It rained. \xa0\n\nIt stopped.\n")[0] == (K.PARAGRAPH, "It rained. \xa0")


def test_only_three_line_ends_are_recognised() -> None:
    text = "One\x0ctwo\u2028three\x85four\0five."
    assert blocks(text) == [(K.PARAGRAPH, text)]


def test_article_furniture_is_recognised() -> None:
    source = f"""Council votes to repair old bridge

The work begins in the autumn, the mayor says

By Jane Roe in Eastport

3 March 2024

{COPY}

Traders unhappy

{COPY}

The old bridge at dawn Photo: Reuters

©Getty Images

- lorries
2. buses
* * *
{COPY}
"""
    assert [kind for kind, _ in blocks(source)] == [
        *(K.HEADLINE, K.STANDFIRST, K.BYLINE, K.DATELINE, K.PARAGRAPH, K.SUBHEAD, K.PARAGRAPH),
        *(K.CAPTION, K.CREDIT, K.LIST_ITEM, K.LIST_ITEM, K.PARAGRAPH),
    ]
    assert (K.LIST_ITEM, "lorries") in blocks(source)
    assert (K.LIST_ITEM, "buses") in blocks(source)


def test_headline_needs_copy_after_it() -> None:
    assert blocks("Council votes to repair bridge") == [
        (K.PARAGRAPH, "Council votes to repair bridge")
    ]
    assert blocks(f"It rained.\n\n{COPY}")[0][0] is K.PARAGRAPH


def test_labels_of_an_export() -> None:
    assert blocks(
        f"Headline: Bridge to close\nStandfirst: It is old\nByline: Jane Roe\n\n{COPY}"
    ) == [
        (K.HEADLINE, "Bridge to close"),
        (K.STANDFIRST, "It is old"),
        (K.BYLINE, "Jane Roe"),
        (K.PARAGRAPH, COPY),
    ]


def test_directives_are_not_prose() -> None:
    source = f"{COPY}\n<!-- copylint-disable-next-line spelling -- a name -->  \n{COPY}\n"
    document = read(source)
    assert [kind for kind, _ in blocks(source)] == [K.PARAGRAPH, K.PARAGRAPH]
    (comment,) = document.comments
    assert comment.text == "copylint-disable-next-line spelling -- a name"
    assert source[comment.span.start : comment.span.end].startswith("<!-- copylint")
    assert source[comment.span.start : comment.span.end].endswith("-->")


def test_other_comments_are_left_as_they_are() -> None:
    assert "<!-- sic -->" in read("It rained. <!-- sic -->").text


@pytest.mark.parametrize("source", ["", "\n", " \r\n\t\r\n", "\ufeff", "---\n", "* * *"])
def test_empty_files_have_no_blocks(source: str) -> None:
    assert [text.strip("\ufeff") for _, text in blocks(source)] in ([], [""])
