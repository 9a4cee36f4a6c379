"""The quotations of an article and, where it names them, who is quoted."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from copylint.analysis.annotated_text import AnnotatedText, Sentence
from copylint.analysis.attribution import speaker_of
from copylint.analysis.ledger.entries import QuotationEntry
from copylint.core.span import TextSpan


def quotations(article: AnnotatedText) -> Iterator[QuotationEntry]:
    """The quotations that stand in no other, in order. Each paragraph of a longer one counts."""
    sentences: list[Sentence] | None = None
    end = -1
    for each in article.quotations:
        if each.start < end:
            continue
        end = each.end
        block = article.document.block_at(each.start)
        if block is None:
            continue
        sentences = sentences or list(article.sentences)
        index = bisect_right(sentences, each.start, key=lambda sentence: sentence.start) - 1
        around = sentences[max(index, 0)]
        speaker = speaker_of(article, each)
        yield QuotationEntry(
            span=TextSpan(each.start, each.end),
            block=block,
            sentence=TextSpan(around.start, around.end),
            quoted=True,
            hedged=False,
            text=article.text[each.start : each.end].strip("“”\"'‘’«»„ "),
            speaker=speaker.name if speaker else "",
        )
