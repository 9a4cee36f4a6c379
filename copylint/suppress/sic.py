"""``[sic]`` right after a word: the error is the source's own."""

from __future__ import annotations

import re
from bisect import bisect_left

from copylint.core.document import Document
from copylint.core.finding import Finding
from copylint.core.kept_patterns import compiled
from copylint.core.span import TextSpan
from copylint.language.lazy_pattern import LazyPattern

_SIC = compiled(r"\[sic\]|\(sic\)", re.IGNORECASE)
# The word that the mark follows; a closing quotation mark and the like may come in between.
_WORD_BEFORE = LazyPattern(r"(\w(?:[\w'’-]*\w)?)['’\"”»,.!?;:)\]]{0,3}(?:[^\S\n]{0,2}|\n)\Z")
# A longer string is not a word.
_LONGEST = 60


class SicMarks:
    """The words of a document that are marked ``[sic]`` (or ``(sic)``)."""

    def __init__(self, document: Document) -> None:
        spans = []
        text = document.text
        for mark in _SIC.finditer(text):
            word = _WORD_BEFORE.search(text, max(0, mark.start() - _LONGEST), mark.start())
            if word is not None:
                source = document.to_source(TextSpan(*word.span(1)))
                limit = document.to_source(TextSpan(*mark.span())).start
                spans.append((source.start, source.end, limit))
        spans.sort()
        self._spans = spans
        self._starts = [start for start, _, _ in spans]

    @property
    def places(self) -> list[int]:
        """The offsets in the source at which marks begin."""
        return [limit for _, _, limit in self._spans]

    def accept(self, finding: Finding) -> bool:
        """Whether the finding is about a marked word, or ends with one.

        One that goes on past the mark (a paragraph that repeats an earlier one) is about
        something else.
        """
        index = bisect_left(self._starts, finding.span.end) - 1
        if index < 0:
            return False
        _, end, limit = self._spans[index]
        return finding.span.start < end and finding.span.end <= limit
