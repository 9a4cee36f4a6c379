"""Sentence boundaries, by sentencex (a rule-based segmenter with abbreviation lists)."""

from __future__ import annotations

import re

_BLANK = re.compile(r"\s*")
# sentencex is Rust and takes no lone surrogates; any other character keeps the length.
_SURROGATE = re.compile("[\ud800-\udfff]")


def sentence_spans(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The sentences of ``text[start:end]`` as spans without the blanks around them.

    Spans are code points of ``text``; they cover every non-blank character.
    """
    from sentencex import segment

    passage = text[start:end]
    try:
        sentences = segment("en", passage)
    except UnicodeEncodeError:
        sentences = segment("en", _SURROGATE.sub("\ufffd", passage))
    spans: list[tuple[int, int]] = []
    at = start
    for sentence in sentences:
        stripped = len(sentence.rstrip())
        lead = _BLANK.match(sentence)
        first = at + (lead.end() if lead else 0)
        if stripped and first < at + stripped:
            spans.append((first, at + stripped))
        at += len(sentence)
    return spans
