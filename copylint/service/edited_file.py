"""The file of which a client edits the prose, as it is with the client's changes."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import cached_property

from copylint.core.block_view import Placing
from copylint.core.blocks import Block
from copylint.core.document import Document
from copylint.core.finding import Finding, Related
from copylint.core.fix import Edit, Fix, title_for
from copylint.core.record import replace
from copylint.core.span import SourceSpan, TextSpan
from copylint.runner.prose_document import paragraphs, prose_document


class EditedFile:
    """A file with the changes that its format can hold, beside the prose that has all of them.

    ``documents`` are the file's articles, ``document`` is the whole of it; ``lost`` is the number
    of changes that it has no place for. Findings in the file get places in ``prose``, except
    those in paragraphs that the file cannot hold as they are: these have findings of their own,
    from a check of ``rest``.
    """

    def __init__(
        self, prose: str, documents: tuple[Document, ...], document: Document, lost: int
    ) -> None:
        self.prose, self.documents, self.document = prose, documents, document
        self.lost = lost
        text = document.text.rstrip("\n")
        self._placing = Placing(document.segments)
        self._here = paragraphs(prose)
        if text == prose.rstrip("\n"):
            self._there, self._pairs = self._here, {n: n for n in range(len(self._here))}
        else:
            self._there = paragraphs(text)
            self._pairs = _pairs(text, self._there, prose, self._here)
        self._starts = [each.start for each in self._there]
        kept = {*self._pairs.values()}
        self._own = [each for n, each in enumerate(self._here) if n not in kept]

    @cached_property
    def rest(self) -> Document | None:
        """All the prose, to be checked for the paragraphs that the file cannot hold, if any."""
        if not self._own and len(self._pairs) == len(self._there):
            return None
        return prose_document(self.document, self.prose)

    def as_text(self) -> Document:
        """All the prose as a document whose lines are those of the prose."""
        return replace(prose_document(self.document, self.prose), parts=())

    def placed(self, finding: Finding) -> Finding | None:
        """A finding in the file, with its places in the prose; None if these words have changed."""
        span = self._source_span(finding.span)
        if span is None:
            return None
        trusted = {each.title: each.safety for each in reversed(finding.fixes)}
        fixes = [
            Fix((Edit(span, text),), trusted[title_for(text)], title_for(text))
            for text in finding.replacements
            if title_for(text) in trusted
        ]
        return replace(
            finding,
            span=span,
            part="",
            part_start=0,
            fixes=tuple(fixes),
            related=tuple(filter(None, map(self._related, finding.related))),
        )

    def is_own(self, finding: Finding) -> bool:
        """Whether a finding in ``rest`` is in a paragraph that the file cannot hold."""
        start = finding.span.start
        index = bisect_right(self._own, start, key=lambda span: span.start) - 1
        return index >= 0 and start <= self._own[index].end

    def blocks(self) -> list[Block]:
        """The blocks of the prose, in order."""
        if self.rest is not None:
            return [*self.rest.blocks]
        found = []
        for each in self.document.blocks:
            span = self._span(each.span)
            if span is not None:
                found.append(replace(each, span=span, opaque=()))
        return found

    def span_here(self, start: int, end: int) -> TextSpan | None:
        """The place in the prose of a place in the document's text; None if it has changed."""
        return self._span(TextSpan(start, end))

    def _related(self, related: Related) -> Related | None:
        span = self._source_span(related.span)
        return None if span is None else replace(related, span=span, part="", part_start=0)

    def _source_span(self, source: SourceSpan) -> SourceSpan | None:
        found = self._placing.text_span(source) or self._placing.next_to(source)
        span = self._span(found)
        return None if span is None else SourceSpan(span.start, span.end)

    def _span(self, span: TextSpan) -> TextSpan | None:
        start, end = self._offset(span.start), self._offset(span.end)
        return None if start is None or end is None else TextSpan(start, max(start, end))

    def _offset(self, offset: int) -> int | None:
        index = bisect_right(self._starts, offset) - 1
        if index < 0:
            return 0
        if index not in self._pairs:
            return None
        there, here = self._there[index], self._here[self._pairs[index]]
        return here.start + min(offset - there.start, len(here))


def _pairs(
    there: str, there_spans: Sequence[TextSpan], here: str, here_spans: Sequence[TextSpan]
) -> dict[int, int]:
    """The numbers of the paragraphs there that are the same here, with their numbers here."""
    one, other = (
        [text[each.start : each.end] for each in spans]
        for text, spans in ((there, there_spans), (here, here_spans))
    )
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return {a + n: b + n for a, b, size in matcher.get_matching_blocks() for n in range(size)}
