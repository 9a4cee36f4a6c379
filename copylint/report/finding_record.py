"""Findings as plain data: the schema of every output format for programs.

The fields and what they mean are documented in ``docs/reference/output.md``. Fields may be added
within a version; one is never removed and never changes its meaning.
"""

from __future__ import annotations

import re
from typing import Any

from copylint.core.finding import Finding, Related
from copylint.core.fix import Fix
from copylint.report.base import Failure, Outcome
from copylint.report.quotation_row import quotation_record

#: Version of the schema.
SCHEMA_VERSION = 1

# What UTF-8 cannot carry; what ends lines, turns text round or is a control character for some
# reader; and the beginning of a command for a build server that shows the text in its log.
_ESCAPED = re.compile(
    "[\ud800-\udfff\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]"
    r"|#(?=#[A-Za-z]*\[)|_(?=(?:start|end):\d)"
)


def finding_record(finding: Finding) -> dict[str, Any]:
    """One finding; offsets are code points of the decoded source, or of its part."""
    return {
        "path": finding.path,
        "part": finding.part,
        "rule": finding.rule,
        "severity": finding.severity.label,
        "message": finding.message,
        "start": finding.span.start - finding.part_start,
        "end": finding.span.end - finding.part_start,
        "line": finding.start.line,
        "column": finding.start.column,
        "end_line": finding.end.line,
        "end_column": finding.end.column,
        "text": finding.text,
        "replacements": list(finding.replacements),
        "fix": finding.safety.value,
        "fixes": [_fix_record(fix) for fix in finding.fixes],
        "related": [_related_record(related) for related in finding.related],
    }


def outcome_record(outcome: Outcome) -> dict[str, Any]:
    """A whole run."""
    return {
        "version": SCHEMA_VERSION,
        "copylint": outcome.version,
        "findings": [finding_record(finding) for finding in outcome.findings],
        "errors": [_failure_record(failure) for failure in outcome.failures],
        "notes": list(outcome.notes),
        **_quotations(outcome),
        "summary": {
            "files": outcome.files,
            "words": outcome.words,
            "findings": len(outcome.findings),
            "severities": {
                severity.label: count for severity, count in outcome.by_severity.items()
            },
            "rules": dict(outcome.by_rule),
        },
    }


def _quotations(outcome: Outcome) -> dict[str, Any]:
    """The quotations beside what was said, if a transcript was given."""
    rows = [outcome.library.quotations(path) for path in outcome.paths]
    if all(each is None for each in rows):
        return {}
    return {"quotations": [quotation_record(row) for each in rows for row in each or ()]}


def to_json(value: object, *, indent: int | None = None) -> str:
    """``value`` as JSON, with what could be taken for anything but text escaped."""
    import json

    text = json.dumps(value, ensure_ascii=False, indent=indent)
    return _ESCAPED.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def _fix_record(fix: Fix) -> dict[str, Any]:
    return {
        "title": fix.title,
        "safety": fix.safety.value,
        "edits": [
            {
                **_part(edit.part),
                "start": edit.span.start - edit.part_start,
                "end": edit.span.end - edit.part_start,
                "text": edit.text,
            }
            for edit in fix.edits
        ],
    }


def _part(name: str) -> dict[str, str]:
    """The part of a package that offsets are counted in."""
    return {"part": name} if name else {}


def _related_record(related: Related) -> dict[str, Any]:
    return {
        **_part(related.part),
        "start": related.span.start - related.part_start,
        "end": related.span.end - related.part_start,
        "line": related.start.line,
        "column": related.start.column,
        "end_line": related.end.line,
        "end_column": related.end.column,
        "text": related.text,
        "message": related.message,
    }


def _failure_record(failure: Failure) -> dict[str, Any]:
    return {"kind": failure.kind, "subject": failure.subject, "message": failure.message}
