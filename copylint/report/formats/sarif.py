"""SARIF 2.1.0, which code-scanning services and editors read.

Fields as in the OASIS standard "Static Analysis Results Interchange Format (SARIF) Version
2.1.0"; section numbers in comments are its own.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePath
from typing import Any, TextIO
from urllib.parse import quote

from copylint.core.finding import Finding, Related
from copylint.core.finding_fingerprint import fingerprints
from copylint.core.fix import Fix
from copylint.core.line_index import Position
from copylint.core.rule import Rule, Severity
from copylint.core.span import SourceSpan
from copylint.report.base import Failure, Library, Outcome, Presentation, Reporter
from copylint.report.finding_record import to_json
from copylint.report.markdown_text import text
from copylint.report.positions import FindingPositions

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.SUGGESTION: "note"}
_FINGERPRINT = "copylint/v1"


class SarifReporter(Reporter):
    """One run, with the rules that have findings, fixes and related places."""

    def write(self, outcome: Outcome, out: TextIO, presentation: Presentation) -> None:
        """Write the log, indented."""
        log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [_run(outcome)]}
        out.write(to_json(log, indent=2) + "\n")


def _run(outcome: Outcome) -> dict[str, Any]:
    ids = sorted({finding.rule for finding in outcome.findings})
    numbers = {rule: number for number, rule in enumerate(ids)}
    positions = FindingPositions(outcome.library)
    marks = fingerprints(outcome.findings)
    failures = [_notification(failure) for failure in outcome.failures]
    home = outcome.library.home()
    return {
        "tool": {
            "driver": {
                "name": "copylint",
                "version": outcome.version,
                **({"informationUri": home} if home else {}),
                "rules": [_rule(each, outcome.library) for each in ids],
            }
        },
        "columnKind": "unicodeCodePoints",
        "invocations": [
            {
                "executionSuccessful": all(each.kind == "engine" for each in outcome.failures),
                "toolExecutionNotifications": [
                    *failures,
                    *({"level": "note", "message": {"text": each}} for each in outcome.notes),
                ],
            }
        ],
        "results": [
            _result(finding, numbers[finding.rule], mark, positions)
            for finding, mark in zip(outcome.findings, marks, strict=True)
        ],
    }


def _rule(rule_id: str, library: Library) -> dict[str, Any]:
    rule = library.rule(rule_id)
    if rule is None:
        return {"id": rule_id}
    record: dict[str, Any] = {
        "id": rule_id,
        "shortDescription": {"text": rule.summary},
        "defaultConfiguration": {"level": _LEVELS[rule.severity], "enabled": rule.default},
        "properties": {"tags": [rule.family]},
    }
    if rule.why:
        record["fullDescription"] = {"text": rule.why}
        record["help"] = {"text": rule.why, "markdown": _help(rule)}
    if address := library.page(rule_id) or rule.link:
        record["helpUri"] = address
    return record


def _help(rule: Rule) -> str:
    """The rule's purpose, as Markdown, with its first bad and good examples."""
    parts = [text(rule.why)]
    if rule.bad:
        bad = rule.bad[0]
        parts += ["Reported:", _quoted(bad.text)]
        if bad.fixed is not None:
            parts += ["Corrected:", _quoted(bad.fixed)]
    if rule.good:
        parts += ["Left alone:", _quoted(rule.good[0].text)]
    return "\n\n".join(parts)


def _quoted(example: str) -> str:
    return "\n".join(f"> {text(line)}" for line in example.splitlines())


def _result(
    finding: Finding, number: int, mark: str, positions: FindingPositions
) -> dict[str, Any]:
    place = _location(finding.path, finding.part, _region(finding))
    record: dict[str, Any] = {
        "ruleId": finding.rule,
        "ruleIndex": number,
        "level": _LEVELS[finding.severity],
        "message": {"text": finding.message},
        "locations": [place],
        "partialFingerprints": {_FINGERPRINT: mark},
    }
    if finding.related:
        record["relatedLocations"] = [
            _related(finding, related, number) for number, related in enumerate(finding.related)
        ]
    fixes = [each for each in (_fix(finding, fix, positions) for fix in finding.fixes) if each]
    if fixes:
        record["fixes"] = fixes
    return record


def _region(found: Finding | Related) -> dict[str, Any]:
    return {
        **_range(found.start, found.end),
        **_characters(found.span, found.part_start),
        "snippet": {"text": found.text},
    }


def _characters(span: SourceSpan, part_start: int) -> dict[str, int]:
    """Offset and length in the file; empty for a place in a package's part."""
    return {} if part_start else {"charOffset": span.start, "charLength": len(span)}


def _range(start: Position, end: Position) -> dict[str, int]:
    return {
        "startLine": start.line,
        "startColumn": start.column,
        "endLine": end.line,
        "endColumn": end.column,
    }


def _location(path: str, part: str, region: dict[str, Any]) -> dict[str, Any]:
    location: dict[str, Any] = {
        "physicalLocation": {"artifactLocation": {"uri": uri_of(path)}, "region": region}
    }
    if part:
        location["logicalLocations"] = [{"name": part}]
    return location


def _related(finding: Finding, related: Related, number: int) -> dict[str, Any]:
    location = _location(finding.path, related.part or finding.part, _region(related))
    message = {"message": {"text": related.message}} if related.message else {}
    return {"id": number, **location, **message}


def _fix(finding: Finding, fix: Fix, positions: FindingPositions) -> dict[str, Any] | None:
    """A fix (3.55); None if the lines of an edit are unknown, or are in a package."""
    if any(edit.part_start for edit in fix.edits):
        return None
    replacements = []
    for edit in fix.edits:
        region = _edited(finding, edit.span, positions)
        if region is None:
            return None
        replacements.append({"deletedRegion": region, "insertedContent": {"text": edit.text}})
    change = {"artifactLocation": {"uri": uri_of(finding.path)}, "replacements": replacements}
    return {
        "description": {"text": fix.title},
        "artifactChanges": [change],
        "properties": {"safety": fix.safety.value},
    }


def _edited(
    finding: Finding, span: SourceSpan, positions: FindingPositions
) -> dict[str, Any] | None:
    places = positions.places(finding, span)
    if places is None:
        return None
    return {**_range(*places), **_characters(span, finding.part_start)}


def _notification(failure: Failure) -> dict[str, Any]:
    record: dict[str, Any] = {"level": "error", "message": {"text": str(failure)}}
    if failure.kind == "input":
        location = {"physicalLocation": {"artifactLocation": {"uri": uri_of(failure.subject)}}}
        record["locations"] = [location]
    return record


def uri_of(path: str) -> str:
    """The URI reference of ``path`` (3.4.3): relative as it is given, absolute as ``file:``."""
    pure = PurePath(path)
    if pure.is_absolute():
        return "file://" + quote(pure.as_posix().encode("utf-8", "surrogateescape"))
    return _relative(pure.parts).lstrip("/") if pure.parts else "."


def _relative(parts: Iterable[str]) -> str:
    return "/".join(quote(part.encode("utf-8", "surrogatepass"), safe="") for part in parts)
