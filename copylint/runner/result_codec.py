"""Encodes results as bytes without their paths, and decodes them."""

from __future__ import annotations

import json
from typing import Any

from copylint.core.finding import Finding, Related
from copylint.core.fix import Edit, Fix, Safety
from copylint.core.line_index import Position
from copylint.core.rule import Severity
from copylint.core.span import SourceSpan
from copylint.runner.result import FileResult

_SAFETY = {each.value: each for each in Safety}
_SEVERITY = {each.value: each for each in Severity}


def encode(result: FileResult) -> bytes:
    """The words, findings and notes of a result as JSON."""
    rows = [_row(finding) for finding in result.findings]
    return json.dumps([result.words, rows, result.notes], separators=(",", ":")).encode("ascii")


def decode(path: str, data: bytes) -> FileResult:
    """The result that ``encode`` was given, for the file at ``path``.

    Raises ``ValueError``, ``TypeError``, ``KeyError`` or ``IndexError`` for anything else.
    """
    words, rows, notes = json.loads(data)
    findings = tuple(_finding(path, row) for row in rows)
    return FileResult(path, findings, words, notes=tuple(notes))


def _row(finding: Finding) -> list[Any]:
    return [
        _span(finding.span),
        _place(finding.start),
        _place(finding.end),
        finding.rule,
        finding.severity.value,
        finding.message,
        finding.text,
        finding.line_text,
        finding.line_cut,
        finding.replacements,
        [
            (fix.title, fix.safety.value, [_edit(edit) for edit in fix.edits])
            for fix in finding.fixes
        ],
        [
            (
                *(_span(each.span), _place(each.start), _place(each.end), each.text),
                *(each.message, each.part, each.part_start),
            )
            for each in finding.related
        ],
        finding.part,
        finding.part_start,
        finding.sentence,
    ]


def _finding(path: str, row: list[Any]) -> Finding:
    span, start, end, rule, severity, message, text, line, cut, words, fixes, *rest = row
    related, part, part_start, sentence = rest
    return Finding(
        path=path,
        span=SourceSpan(*span),
        rule=rule,
        severity=_SEVERITY[severity],
        message=message,
        start=Position(*start),
        end=Position(*end),
        text=text,
        line_text=line,
        replacements=tuple(words),
        fixes=tuple(
            Fix(
                tuple(Edit(SourceSpan(*at), *texts) for at, *texts in edits),
                _SAFETY[safety],
                title,
            )
            for title, safety, edits in fixes
        ),
        related=tuple(
            Related(SourceSpan(*at), Position(*first), Position(*last), *texts)
            for at, first, last, *texts in related
        ),
        part=part,
        part_start=part_start,
        line_cut=cut,
        sentence=sentence,
    )


def _edit(edit: Edit) -> tuple[object, ...]:
    if edit.part:
        return _span(edit.span), edit.text, edit.part, edit.part_start
    return _span(edit.span), edit.text


def _span(span: SourceSpan) -> tuple[int, int]:
    return span.start, span.end


def _place(place: Position) -> tuple[int, int]:
    return place.line, place.column
