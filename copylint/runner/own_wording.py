"""A correction in an editor's own words, written as the format of the article has it."""

from __future__ import annotations

from copylint.core.document import Document
from copylint.core.finding import Finding
from copylint.core.fix import Edit, Fix, Safety, title_for
from copylint.core.span import SourceSpan, TextSpan
from copylint.formats.lookup import named
from copylint.runner.document_reader import Formats
from copylint.runner.edit_building import smallest_change


def own_fix(formats: Formats, source: str, finding: Finding, text: str) -> Fix | None:
    """The fix that puts ``text`` in place of what ``finding`` found in ``source``.

    None if the format cannot write it there: markup begins or ends within.
    Raises ``InputError`` if ``source`` cannot be read.
    """
    documents = formats.documents(finding.path, source)
    for document in documents:
        span = text_span(document, finding.span)
        if span is not None:
            changed, put = smallest_change(document, span, text)
            edits = named(document.format).edits(document, changed, put)
            return None if edits is None else Fix(edits, Safety.UNSAFE, title_for(text))
    if any(document.parts for document in documents):
        return None
    return Fix((Edit(finding.span, text),), Safety.UNSAFE, title_for(text))


def text_span(document: Document, source: SourceSpan) -> TextSpan | None:
    """The prose that ``source`` holds; None if it does not begin and end in prose."""
    start = end = None
    for segment in document.segments:
        inside, at = segment.source, segment.text.start
        if start is None and inside.start <= source.start < inside.end:
            if segment.literal:
                start = at + source.start - inside.start
            elif inside.start == source.start:
                start = at
        if inside.start < source.end <= inside.end:
            if segment.literal:
                end = at + source.end - inside.start
            elif inside.end == source.end:
                end = segment.text.end
    if start is None or end is None or end < start:
        return None
    found = TextSpan(start, end)
    return found if document.to_source(found) == source else None
