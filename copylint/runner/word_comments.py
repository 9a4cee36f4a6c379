"""Writes findings as comments into a Word file, an OpenDocument text, a web page or a PDF."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from copylint.config.schema import Config
from copylint.core.document import Document
from copylint.core.errors import InputError
from copylint.core.finding import Finding, Related
from copylint.core.span import SourceSpan
from copylint.office.annotate import Annotation, annotated
from copylint.office.odt_annotate import annotated_odt
from copylint.office.pdf_annotate import annotated_pdf
from copylint.office.places import PartSpan
from copylint.runner.document_reader import Formats
from copylint.runner.page_comments import annotated_page
from copylint.runner.result import Input

_SUGGESTIONS = 5


def with_comments(
    each: Input, findings: Iterable[Finding], config: Config, when: datetime
) -> tuple[bytes, int]:
    """The file of an input with a comment for each of its findings, and how many are new.

    ``when`` is the date of the comments, in local time. All else in the file stays as it was.
    Raises ``InputError`` if that is not possible: if the file has changed since it was
    checked, for instance.
    """
    formats = Formats(config)
    data = formats.bytes_of(each)
    document = formats.document_in(each.path, data)
    findings = list(findings)
    if not all(_is_there(document, finding) for finding in findings):
        raise InputError(each.path, "changed since it was checked; run the check again")
    said, count = map(annotation, findings), len(findings)
    form = formats.of(each.path, data)
    if form.name == "html":
        source, count = annotated_page(document, said)
        new = form.encode(source, data)
    elif form.name == "pdf":
        new, count = annotated_pdf(document, data, said, when)
    elif form.name == "odt":
        new, count = annotated_odt(each.path, data, said, when)
    else:
        new = annotated(each.path, data, said, when)
    if formats.document_in(each.path, new).text != document.text:
        raise InputError(
            each.path, "cannot be annotated without changing its text; please report this"
        )
    return new, count


def annotation(finding: Finding) -> Annotation:
    """What a comment says of a finding."""
    paragraphs = [finding.message]
    if finding.replacements:
        known = [_told(each) for each in finding.replacements]
        many = "s" if len(known) > 1 else ""
        paragraphs.append(f"Suggestion{many}: {', '.join(known[:_SUGGESTIONS])}")
    paragraphs.append(f"{finding.rule} ({finding.severity.name.lower()})")
    beside = tuple((_called(related), _place(related)) for related in finding.related)
    return Annotation(_place(finding), tuple(paragraphs), beside)


def _told(replacement: str) -> str:
    if not replacement:
        return "delete it"
    return "one space" if replacement == " " else f"“{replacement}”"


def _called(related: Related) -> str:
    return related.message[:1].upper() + related.message[1:] or "See also"


def _place(what: Finding | Related) -> PartSpan:
    start = what.part_start
    return PartSpan(what.part, what.span.start - start, what.span.end - start)


def _is_there(document: Document, finding: Finding) -> bool:
    """Whether the document still has the finding's text at its place."""
    part = document.part_at(finding.span.start)
    if (part.start if part else 0, part.name if part else "") != (
        finding.part_start,
        finding.part,
    ):
        return False
    if finding.span.end > len(document.source):
        return False
    first, last = document.view.seen(SourceSpan(finding.span.start, finding.span.end))
    return document.view.text[first:last] == finding.text
