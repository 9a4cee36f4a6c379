"""Counts the words of a document that no check has read, so that hidden text shows up."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from copylint.core.document import Document
from copylint.core.kept_patterns import compiled
from copylint.core.span import SourceSpan

#: A word that is counted: two letters or more.
WORD = compiled(r"[^\W\d_](?:['’]?[^\W\d_])+")
# The placeholder in a line for code, a formula or a picture.
_PLACE = "\ufffc"
# Markup, and text written for programs: no reader sees it.
_ELSEWHERE = "code, data, text marked as hidden, not to be translated or in another language"
_MARKUP = compiled(
    r"<(script|style)\b.*?(?:</\1\s*>|\Z)|<[^<>]*>|\\[A-Za-z@]+|&#?\w{1,32};|[a-z]{2,12}://\S+|\S{41,}",
    re.IGNORECASE | re.DOTALL,
)


def unread_words(document: Document) -> tuple[str, ...]:
    """Notes on the words of the source that the checks do not see; none if they see all.

    Comments and markup are left out; a word has two letters or more.
    """
    notes = []
    foreign: Counter[str] = Counter()
    for block, language in document.foreign:
        foreign[language] += _words(document.slice(block.span))
    notes += [
        f"not checked: {_counted(count)} in {language}"
        for language, count in sorted(foreign.items())
        if count
    ]
    gaps = (document.source[start:end] for start, end in _gaps(document))
    outside = sum(_words(_MARKUP.sub(" ", gap)) for gap in gaps)
    if outside:
        notes.append(f"not checked: {_counted(outside)} outside the prose ({_ELSEWHERE})")
    return tuple(notes)


def _counted(count: int) -> str:
    return f"{count:,} word{'' if count == 1 else 's'}"


def _words(text: str) -> int:
    return sum(1 for _ in WORD.finditer(text))


def _gaps(document: Document) -> Iterator[tuple[int, int]]:
    """The stretches of the source that did not become text, comments left out."""
    taken = [
        segment.source
        for segment in document.segments
        if segment.literal or _PLACE not in document.slice(segment.text)
    ]
    taken += (comment.span for comment in document.comments)
    at = 0
    for span in sorted(taken, key=_start):
        if span.start > at:
            yield at, span.start
        at = max(at, span.end)
    if at < len(document.source):
        yield at, len(document.source)


def _start(span: SourceSpan) -> int:
    return span.start
