"""The quotations of an article beside what was said, as reports show them."""

from __future__ import annotations

from typing import Any

from copylint.core.line_index import Position
from copylint.core.record import record
from copylint.core.transcript import clock


@record
class QuotationDifference:
    """Words that were printed and those said in their place; either may be empty.

    ``changes`` is ``negation``, ``number`` or ``name`` if the difference changes the sense.
    """

    grade: str
    printed: str
    said: str
    changes: str = ""


@record
class QuotationRow:
    """One quotation: its place in the article, its class, and the transcript's words for it.

    ``speaker`` is the person whom the article names beside it, ``said_by`` the transcript's name
    for who says it. ``line`` is that of the transcript ``source``; ``milliseconds`` is None if
    it has no times. All of these are empty for a quotation that was not found.
    """

    path: str
    start: Position
    end: Position
    text: str
    kind: str
    speaker: str = ""
    said: str = ""
    said_by: str = ""
    source: str = ""
    line: int = 0
    milliseconds: int | None = None
    differences: tuple[QuotationDifference, ...] = ()

    @property
    def time(self) -> str:
        """The time code at which it is said, to the second; empty if there is none."""
        return "" if self.milliseconds is None else clock(self.milliseconds)


def quotation_record(row: QuotationRow) -> dict[str, Any]:
    """One quotation as plain data; see ``docs/reference/output.md``."""
    return {
        "path": row.path,
        "line": row.start.line,
        "column": row.start.column,
        "end_line": row.end.line,
        "end_column": row.end.column,
        "text": row.text,
        "class": row.kind,
        "speaker": row.speaker,
        "said": row.said,
        "said_by": row.said_by,
        "source": row.source,
        "source_line": row.line,
        "time": row.time,
        "differences": [
            {
                "grade": each.grade,
                "printed": each.printed,
                "said": each.said,
                "changes": each.changes,
            }
            for each in row.differences
        ],
    }
