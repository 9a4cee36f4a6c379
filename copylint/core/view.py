"""The text of a document as a person sees it, and the position of source places in it."""

from __future__ import annotations

from functools import cached_property

from copylint.core.line_index import LineIndex, Position
from copylint.core.span import SourceSpan


class DocumentView:
    """``text`` is what a person sees; lines and columns refer to it.

    In this class it is the source itself, as for every file that people read and write as is.
    """

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def lines(self) -> LineIndex:
        """Line index of ``text``."""
        return LineIndex(self.text)

    def seen(self, span: SourceSpan) -> tuple[int, int]:
        """Where in ``text`` (code points, end exclusive) the content of ``span`` is seen."""
        return span.start, span.end

    def places(self, span: SourceSpan) -> tuple[Position, Position]:
        """Line and column of both ends of ``span``."""
        start, end = self.seen(span)
        return self.lines.place(start), self.lines.place(end)
