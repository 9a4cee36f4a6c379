"""The quotations of an article for reports that show them beside what was said."""

from __future__ import annotations

from copylint.analysis.article import Article
from copylint.analysis.transcripts.article_quotations import (
    ComparedQuotation,
    compared_quotations,
)
from copylint.core.document import Document
from copylint.core.span import TextSpan
from copylint.core.transcript import Transcript
from copylint.report.quotation_row import QuotationDifference, QuotationRow


def quotation_rows(
    document: Document, transcripts: tuple[Transcript, ...]
) -> tuple[QuotationRow, ...]:
    """A row for every quotation of ``document``, in order."""
    compared = compared_quotations(Article(document), transcripts)
    return tuple(_row(document, each) for each in compared)


def _row(document: Document, each: ComparedQuotation) -> QuotationRow:
    span = TextSpan(each.start, each.end)
    start, end = document.view.places(document.to_source(span))
    comparison = each.comparison
    place = comparison.place
    return QuotationRow(
        document.path,
        start,
        end,
        document.slice(span),
        comparison.kind.value,
        each.speaker.name if each.speaker else "",
        comparison.said,
        place.speaker if place else "",
        place.transcript if place else "",
        place.line if place else 0,
        place.milliseconds if place else None,
        tuple(
            QuotationDifference(one.grade.name.lower(), one.printed, one.said, one.what)
            for one in comparison.differences
        ),
    )
