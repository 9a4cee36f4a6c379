"""The table of quotations on the page: as printed, as said, and how they compare."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from copylint.report.page.plain_text import text
from copylint.report.quotation_row import QuotationDifference, QuotationRow

_HEADINGS = ("Line", "Printed", "Class", "Said", "Speaker", "Source")
#: The severity whose colour a class has on the page; none for what may be printed as it is.
_COLOURS = {
    "sense changed": "warning",
    "word changed": "suggestion",
    "not found": "suggestion",
}


def quotation_table(path: str, rows: Iterable[QuotationRow]) -> Iterator[str]:
    """A table with a row for each quotation of the article at ``path``."""
    yield f'<table class="quotations">\n<caption>Quotations in {text(path)}</caption>\n'
    yield "<thead><tr>"
    yield "".join(f'<th scope="col">{heading}</th>' for heading in _HEADINGS)
    yield "</tr></thead>\n<tbody>\n"
    yield from map(_line, rows)
    yield "</tbody>\n</table>\n"


def _line(row: QuotationRow) -> str:
    colour = _COLOURS.get(row.kind, "")
    speakers = row.speaker
    if row.said_by and row.said_by.casefold() != row.speaker.casefold():
        speakers = f"{row.speaker} ({row.said_by})" if row.speaker else row.said_by
    where = f"{row.source} {row.time or f'line {row.line}'}" if row.source else ""
    said = text(row.said)
    if row.differences:
        said += f"<ul>{''.join(map(_difference, row.differences))}</ul>"
    return (
        f"<tr><td>{row.start.line}</td><td>{text(row.text)}</td>"
        f'<td class="count {colour}">{text(row.kind)}</td>'
        f"<td>{said}</td><td>{text(speakers)}</td><td>{text(where)}</td></tr>\n"
    )


def _difference(each: QuotationDifference) -> str:
    printed = f"<ins>{text(each.printed)}</ins>" if each.printed else "left out"
    said = f"<del>{text(each.said)}</del>" if each.said else "added"
    changes = f" ({text(each.changes)})" if each.changes else ""
    return f"<li>{said} → {printed}{changes}</li>"
