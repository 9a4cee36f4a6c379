from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copylint.analysis.quotations import Quotations, find_quotations
from copylint.core.blocks import BlockKind
from copylint.core.document import Document
from copylint.formats.base import DocumentBuilder
from copylint.formats.plain import PlainText


def document(*paragraphs: str, kind: BlockKind = BlockKind.PARAGRAPH) -> Document:
    builder = DocumentBuilder("x.txt", "plain", "\n\n".join(paragraphs))
    at = 0
    for paragraph in paragraphs:
        builder.literal(at, at + len(paragraph))
        builder.end_block(kind)
        at += len(paragraph) + 2
    return builder.build()


def quotations(*paragraphs: str) -> Quotations:
    return find_quotations(document(*paragraphs))


def quoted(*paragraphs: str) -> list[str]:
    text = "\n\n".join(paragraphs)
    return [text[q.start : q.end] for q in quotations(*paragraphs)]


def test_double_and_single_straight_and_curly() -> None:
    assert quoted('He said "yes" and “no”.') == ['"yes"', "“no”"]
    assert quoted("He said 'yes' and ‘no’.") == ["'yes'", "‘no’"]


def test_nested_quotations() -> None:
    assert quoted("\"She told me 'go' twice,\" he said.") == ["\"She told me 'go' twice,\"", "'go'"]
    assert quoted("‘She told me “go” twice,’ he said.") == ["‘She told me “go” twice,’", "“go”"]


def test_apostrophes_are_not_quotation_marks() -> None:
    for text in (
        "The players' union met in the '90s for rock 'n' roll.",
        "Don't tell 'em it's James's or the workers’ club.",
        "’Tis the sailors’ hymn, ’twas said.",
    ):
        assert quoted(text) == []


def test_possessive_inside_single_quotes() -> None:
    assert quoted("He said: 'The players' union agreed to it' and left.") == [
        "'The players' union agreed to it'"
    ]


def test_feet_and_inches() -> None:
    result = quotations('He is 6\' 2" tall and the plank 12" wide.')
    assert not result.found
    assert not result.unbalanced


def test_a_number_at_the_end_of_a_quotation() -> None:
    assert quoted('He said "not before 2040" and left.') == ['"not before 2040"']


def test_a_quotation_over_paragraphs_is_balanced() -> None:
    result = quotations('"One day.', '"Two days.', '"Three days," she said.', "Nobody spoke.")
    assert result.unbalanced == ()
    assert all(result.is_quoted(offset) for offset in (3, 14, 28))
    assert not result.is_quoted(len('"One day.\n\n"Two days.\n\n"Three days," s'))


def test_a_caption_between_paragraphs_does_not_end_a_quotation() -> None:
    source = '"One day.\n\nA picture\n\n"Two days," she said.'
    builder = DocumentBuilder("x.txt", "plain", source)
    builder.literal(0, 9)
    builder.end_block(BlockKind.PARAGRAPH)
    builder.literal(11, 20)
    builder.end_block(BlockKind.CAPTION)
    builder.literal(22, len(source))
    builder.end_block(BlockKind.PARAGRAPH)
    assert find_quotations(builder.build()).unbalanced == ()


def test_a_quotation_opened_once_and_closed_some_paragraphs_on() -> None:
    result = quotations('He wrote: "One day.', "Two days.", 'Three days." She read it.')
    assert result.unbalanced == ()
    assert result.is_quoted(len('He wrote: "One day.\n\nTwo'))


def test_missing_close_before_the_attribution() -> None:
    text = '"We will mend the pier, said the mayor.'
    (mark,) = quotations(text, "Work starts soon.").unbalanced
    assert (mark.offset, mark.opens, mark.missing, mark.partner) == (
        0,
        True,
        text.index(" said"),
        '"',
    )


def test_missing_close_before_an_attribution_although_another_quotation_follows() -> None:
    text = '"We will mend the pier, she said.'
    (mark,) = quotations(text, '"It is old," she added.').unbalanced
    assert mark.missing == text.index(" she said")


def test_missing_close_at_the_end() -> None:
    text = "“We will mend the pier."
    (mark,) = quotations(text, "Work starts soon.").unbalanced
    assert (mark.missing, mark.partner) == (len(text), "”")


def test_closing_mark_that_closes_nothing() -> None:
    (mark,) = quotations('We will mend it," he said.', "Work starts soon.").unbalanced
    assert (mark.opens, mark.missing) == (False, None)


def test_an_emoji_before_each_paragraph_changes_nothing() -> None:
    assert quotations('😀 "One day.', '😀 "Two days," she said.').unbalanced == ()


def test_work_on_unclosed_marks_is_linear(work: Callable[[Callable[[], object]], int]) -> None:
    small, large = (document(' "word' * count) for count in (2_000, 20_000))
    assert work(lambda: find_quotations(large)) < 15 * work(lambda: find_quotations(small))
    assert len(find_quotations(document(' "word' * 100_000)).unbalanced) >= 1


@given(st.lists(st.text(alphabet="\"'“”‘’ aS.,\n2é😀\u200b", min_size=1, max_size=40), max_size=8))
def test_any_marks_are_paired_or_reported(paragraphs: list[str]) -> None:
    built = document(*(paragraph.replace("\n\n", "\n") for paragraph in paragraphs))
    result = find_quotations(built)
    for quotation in result:
        assert 0 <= quotation.start < quotation.end <= len(built.text)
        assert result.is_quoted(quotation.start)
    for mark in result.unbalanced:
        assert built.text[mark.offset] in '"“”'
        if mark.missing is not None:
            assert mark.offset < mark.missing <= len(built.text)


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ('The mayor called it "a disaster for the town. Work starts in June.', "town"),
        ('The mayor said it was "a blow to the town, and left the hall.', "town"),
        ('Critics said the plan was "unworkable and unfair. It was dropped.', "unfair"),
        ('She spoke of "a roof that leaks, adding that the pier would shut.', "leaks"),
        ('Ministers called the figures "encouraging, but unions disagreed.', "encouraging"),
        ('The club described the ban as "harsh, while the league stood by it.', "harsh"),
        ('"We shall rebuild the pier, said the mayor. Work starts in June.', "pier,"),
        ('"The roof leaks, Ms Calder said on Monday. Rain is forecast.', "leaks,"),
        ('He said: "The pier was never safe. It closed in May.', "May."),
    ],
)
def test_a_lost_closing_mark_belongs_at_the_end_of_the_quoted_clause(text: str, after: str) -> None:
    (unbalanced,) = find_quotations(PlainText().read("a.txt", text)).unbalanced
    assert unbalanced.missing is not None
    assert text[: unbalanced.missing].endswith(after)
