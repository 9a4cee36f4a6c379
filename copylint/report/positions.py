"""Lines, columns and bytes of places that a finding gives only as offsets."""

from __future__ import annotations

from copylint.core.document import Document
from copylint.core.finding import Finding
from copylint.core.line_index import LineIndex, Position
from copylint.core.record import record
from copylint.core.span import SourceSpan
from copylint.report.base import Library


@record(frozen=False)
class FindingPositions:
    """Places in the articles of a run.

    Most follow from the finding's own text. For the rest the article is read again, once for
    consecutive findings in it; an article that has gone gives None.
    """

    library: Library
    _path: str = ""
    _document: Document | None = None

    def places(self, finding: Finding, span: SourceSpan) -> tuple[Position, Position] | None:
        """Line and column (code points, from 1) of both ends of ``span``."""
        if (
            not finding.part_start
            and finding.span.start <= span.start
            and span.end <= finding.span.end
        ):
            index = LineIndex(finding.text)
            ends = (index.place(offset - finding.span.start) for offset in (span.start, span.end))
            start, end = (_after(finding.start, place) for place in ends)
            return start, end
        document = self._read(finding.path)
        if document is None or span.end > len(document.source):
            return None
        return document.view.places(span)

    def byte_column(self, finding: Finding, place: Position) -> int | None:
        """The column of ``place`` in UTF-8 bytes, from 1."""
        if place.line == finding.start.line and not finding.line_cut:
            before: str | None = finding.line_text[: place.column - 1]
            if len(before or "") == place.column - 1:
                return _bytes(before or "") + 1
        document = self._read(finding.path)
        if document is None or place.line > document.view.lines.count:
            return None
        start = document.view.lines.line_start(place.line)
        return _bytes(document.view.text[start : start + place.column - 1]) + 1

    def _read(self, path: str) -> Document | None:
        if path != self._path or self._document is None:
            self._path, self._document = path, self.library.document(path)
        return self._document


def _after(start: Position, place: Position) -> Position:
    """A place in a text that begins at ``start``."""
    if place.line == 1:
        return Position(start.line, start.column + place.column - 1)
    return Position(start.line + place.line - 1, place.column)


def _bytes(text: str) -> int:
    return len(text.encode("utf-8", "surrogatepass"))
