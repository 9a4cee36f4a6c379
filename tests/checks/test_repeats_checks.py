"""Doubled words, and repeated captions, paragraphs and sentences, beyond the rules' examples."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from copylint.analysis.article import Article
from copylint.checks.captions import DuplicateCaptions
from copylint.checks.duplicates import Duplicates
from copylint.checks.repeats import DoubledWord
from copylint.contract.check import Check, Options
from copylint.core.blocks import BlockKind
from copylint.core.document import Document
from copylint.core.finding import Match
from copylint.core.fix import Safety
from copylint.formats.base import DocumentBuilder
from copylint.formats.plain import PlainText


def blocks(*parts: tuple[BlockKind, str]) -> Document:
    builder = DocumentBuilder("x.txt", "plain", "\n".join(text for _, text in parts))
    at = 0
    for kind, text in parts:
        builder.literal(at, at + len(text))
        builder.end_block(kind)
        at += len(text) + 1
    return builder.build()


def captions(*texts: str) -> Document:
    return blocks(*((BlockKind.CAPTION, text) for text in texts))


def paragraphs(*texts: str) -> Document:
    return blocks(*((BlockKind.PARAGRAPH, text) for text in texts))


def found(check: Check, document: Document) -> list[Match]:
    return list(check.check(Article(document), Options()))


def texts(check: Check, document: Document) -> list[str]:
    return [document.slice(match.span) for match in found(check, document)]


FULL = "The keeper waves from the gallery of the old lighthouse ©Shore Press"


@pytest.mark.parametrize(
    "copy",
    [
        FULL,
        FULL.replace("waves from", "waves  from"),
        FULL.upper(),
        FULL.replace("©Shore Press", "Photo: Tide Pictures"),
        FULL.replace("keeper waves", "keeper, waves"),
        FULL.replace("waves", "waved"),
        FULL.replace("the gallery", "a gallery"),
        "😀 " + FULL,
        "The keeper waves from the gallery of the",
    ],
)
def test_repeated_captions(copy: str) -> None:
    assert texts(DuplicateCaptions(), captions(FULL, copy)) == [copy.removeprefix("😀 ")]


def test_truncated_caption_is_the_finding_in_either_order() -> None:
    document = captions("The keeper waves from the gallery of", FULL)
    (match,) = found(DuplicateCaptions(), document)
    assert match.span.start == 0
    assert document.slice(match.related[0].span) == FULL


@pytest.mark.parametrize(
    "other",
    [
        "The keeper waits on the jetty of the old lighthouse ©Shore Press",
        "The widow waves from the gallery of the old lighthouse ©Shore Press",
        "Hilda Brook",
    ],
)
def test_different_captions_are_not_repeats(other: str) -> None:
    assert texts(DuplicateCaptions(), captions(FULL, other)) == []


def test_two_days_are_not_a_typo() -> None:
    first = "The keeper waves from the gallery on Tuesday ©Shore Press"
    document = captions(first, first.replace("Tuesday", "Thursday"))
    assert texts(DuplicateCaptions(), document) == []


def test_portraits_may_share_a_name() -> None:
    assert texts(DuplicateCaptions(), captions("Hilda Brook", "Hilda Brook")) == []


def test_work_on_like_captions_is_linear(work: Callable[[Callable[[], object]], int]) -> None:
    def found(count: int) -> int:
        article = Article(captions(*[FULL] * count))
        return sum(1 for _ in DuplicateCaptions().check(article, Options()))

    assert found(50_000) == 49_999
    assert work(lambda: found(5_000)) < 15 * work(lambda: found(500))


LONG = (
    "The council will vote on the repair of the harbour wall in the first week of May, "
    "and the work could begin before the end of the summer if the money is found."
)


def test_a_repeated_paragraph_is_one_finding_and_not_its_sentences() -> None:
    text = LONG + " The wall was last repaired in the year after the great flood."
    document = paragraphs(text, "Nobody objected.", text)
    assert texts(Duplicates(), document) == [text]


def test_a_paragraph_that_nearly_repeats() -> None:
    near = LONG.replace("could begin", "could start").replace("could start", "could beginn")
    assert texts(Duplicates(), paragraphs(LONG, "Nobody objected.", near)) == [near]


def test_refrains_and_lead_ins_may_repeat() -> None:
    notice = "Send your letters to the desk before noon on the Friday of that week."
    for document in (
        paragraphs(notice, "One.", notice, "Two.", notice),
        paragraphs(
            "Here is what the nine members told us about it:",
            "Yes.",
            "Here is what the nine members told us about it:",
        ),
        paragraphs(LONG, LONG.replace("May", "June").replace("harbour", "market")),
        blocks((BlockKind.HEADLINE, LONG), (BlockKind.PARAGRAPH, LONG)),
        blocks((BlockKind.LIST_ITEM, LONG), (BlockKind.LIST_ITEM, LONG)),
    ):
        assert texts(Duplicates(), document) == []


def test_sentence_repeated_at_once_is_reported() -> None:
    document = paragraphs(
        "It was dark. The boat came in at six. The boat came in at six. All slept."
    )
    assert texts(Duplicates(), document) == ["The boat came in at six."]


def test_doubled_function_words_are_safe_to_fix() -> None:
    text = "We stood at the the gate. They act as as whole. I read the The Tide of Law."
    sure, other, title = found(DoubledWord(), paragraphs(text))
    assert sure.safety is None
    assert other.safety is Safety.UNSAFE
    assert title.safety is Safety.UNSAFE


def test_doubled_content_words_are_never_safe() -> None:
    (match,) = found(DoubledWord(), paragraphs("They rebuilt the market market in a year."))
    assert match.safety is Safety.UNSAFE


@pytest.mark.parametrize(
    "text",
    [
        "They sailed to Pago Pago and to Walla Walla.",
        "It has one one-hundredth of a share and a sit-in in the hall.",
        "He won the set 6 6 and the code is x x.",
        "Ha ha, said the keeper. Hear hear!",
        "She walked and walked and walked, again and again and again.",
        "New York, New York is its name.",
        "He called a spade a spade.",
    ],
)
def test_legitimate_doubled_words_are_silent(text: str) -> None:
    assert texts(DoubledWord(), paragraphs(text)) == []


def test_a_doubled_surname_that_is_alone_elsewhere() -> None:
    document = paragraphs("Hilda Brook left early.", "The desk wrote to Brook Brook that day.")
    assert texts(DoubledWord(), document) == ["Brook Brook"]


def test_a_doubled_word_over_a_line_end_in_plain_text() -> None:
    source = "The old pier was shut by\nby the council in the spring.\n"
    document = PlainText().read("x.txt", source)
    (match,) = found(DoubledWord(), document)
    assert match.replacements[0] == "by"
