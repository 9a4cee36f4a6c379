"""Findings as an editor shows them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from lsprotocol.types import (
    ClientCapabilities,
    CodeDescription,
    Diagnostic,
    DiagnosticRelatedInformation,
    DiagnosticSeverity,
    DiagnosticTag,
    Location,
    Position,
    Range,
)

from copylint.core.finding import Finding
from copylint.core.record import record
from copylint.core.rule import Severity
from copylint.lsp.documents import OpenDocument
from copylint.runner.rule_pages import documentation
from copylint.service.explanations import explanation

SOURCE = "copylint"
_SEVERITIES = {
    Severity.ERROR: DiagnosticSeverity.Error,
    Severity.WARNING: DiagnosticSeverity.Warning,
    Severity.SUGGESTION: DiagnosticSeverity.Information,
}


@record
class Shown:
    """The parts of a diagnostic that the editor can show."""

    related: bool = False
    links: bool = False
    tags: frozenset[DiagnosticTag] = frozenset()

    @staticmethod
    def by(client: ClientCapabilities) -> Shown:
        """What an editor with these capabilities can show, whether pushed or pulled."""
        text = client.text_document
        pushed = text.publish_diagnostics if text else None
        pulled = text.diagnostic if text else None
        each = [given for given in (pushed, pulled) if given is not None]
        tags = next((given.tag_support.value_set for given in each if given.tag_support), ())
        return Shown(
            any(given.related_information for given in each),
            any(given.code_description_support for given in each),
            frozenset(tags),
        )


def diagnostics(document: OpenDocument, can_show: Shown) -> list[Diagnostic]:
    """The findings that ``document`` shows now, or the reason why it cannot be checked."""
    answer = document.known.best
    if answer is not None and answer.error:
        start = Range(Position(0, 0), Position(0, 0))
        message = f"This text could not be checked: {answer.error}"
        return [Diagnostic(start, message, DiagnosticSeverity.Warning, source=SOURCE)]
    return [diagnostic(each, document, can_show) for each in document.findings]


def diagnostic(finding: Finding, document: OpenDocument, can_show: Shown) -> Diagnostic:
    """One finding as an editor shows it."""
    places = document.places
    page = page_of(finding.rule) if can_show.links else ""
    tags = [tag for tag in _tags(finding) if tag in can_show.tags]
    return Diagnostic(
        places.range(finding.span.start, finding.span.end),
        finding.message,
        _SEVERITIES[finding.severity],
        code=finding.rule,
        code_description=CodeDescription(page) if page else None,
        source=SOURCE,
        tags=tags or None,
        related_information=[
            DiagnosticRelatedInformation(
                Location(document.uri, places.range(each.span.start, each.span.end)),
                each.message,
            )
            for each in finding.related
        ]
        if can_show.related and finding.related
        else None,
    )


@cache
def page_of(rule: str) -> str:
    """The address of a rule's page; empty for a house rule, or if the project has no site."""
    if not documentation():
        return ""
    found = explanation(rule)
    return found.url if found else ""


def _tags(finding: Finding) -> Iterator[DiagnosticTag]:
    """Tags words that should simply be deleted as unnecessary, so that editors fade them."""
    if finding.text and finding.replacements[:1] == ("",):
        yield DiagnosticTag.Unnecessary
