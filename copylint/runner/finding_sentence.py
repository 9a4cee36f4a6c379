"""The sentence around a match, by which a baseline recognises a finding."""

from __future__ import annotations

from bisect import bisect_right

from copylint.analysis.article import Article
from copylint.core.finding_fingerprint import normalised
from copylint.core.span import TextSpan


def sentence_of(article: Article, span: TextSpan) -> str:
    """The sentences of the block that ``span`` begins in and that it meets, normalised.

    For spaces after a sentence it is that sentence; for a span over several blocks it is all
    the text of the span. Empty if there is no prose.
    """
    blocks = article.document.blocks
    index = bisect_right(blocks, span.start, key=lambda block: block.span.start) - 1
    if index < 0:
        return ""
    block = blocks[index]
    sentences = article.passages[index].sentences
    if not sentences:
        return normalised(article.document.slice(block.span))
    first = max(bisect_right(sentences, span.start, key=lambda each: each.start) - 1, 0)
    last = max(bisect_right(sentences, max(span.end - 1, span.start), key=lambda s: s.start) - 1, 0)
    end = max(sentences[last].end, span.end if span.end > block.span.end else 0)
    return normalised(article.text[sentences[first].start : end])
