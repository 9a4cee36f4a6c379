"""From matches in prose to findings in the source."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from copylint.model.document import Document
from copylint.model.finding import Finding, Match, Related, RelatedText
from copylint.model.fix import Edit, Fix, Safety
from copylint.model.rule import Rule, Severity
from copylint.model.span import SourceSpan, TextSpan

# Code points of a line kept on either side of where a finding starts: more than the widest
# terminal shows.
_LINE_BEFORE, _LINE_AFTER = 300, 600

_TRUST = {Safety.NONE: 0, Safety.UNSAFE: 1, Safety.SAFE: 2}


def to_finding(
    document: Document, match: Match, rule: Rule, severities: Mapping[str, Severity]
) -> Finding:
    """The finding that ``match`` is in the source of ``document``."""
    safety = min(match.safety or rule.safety, rule.safety, key=_TRUST.__getitem__)
    if match.severity is not None:
        rule = replace(rule, severity=match.severity)
    if match.source is not None:
        found = source_finding(document, match.source, match.message, rule, severities)
        fixes = _source_fixes(match.source, match, safety)
    else:
        span = document.to_source(match.span)
        found = source_finding(document, span, match.message, rule, severities)
        fixes = _fixes(document, match, safety)
    return replace(
        found,
        replacements=match.replacements,
        fixes=tuple(fixes),
        related=tuple(_related(document, related) for related in match.related),
    )


def source_finding(
    document: Document,
    span: SourceSpan,
    message: str,
    rule: Rule,
    severities: Mapping[str, Severity],
    replacement: str | None = None,
) -> Finding:
    """A finding about the source itself (a comment in it, say), prose or not.

    ``replacement`` is for the whole of ``span``.
    """
    lines = document.lines
    start, end = lines.place(span.start), lines.place(span.end)
    line_start = max(lines.line_start(start.line), span.start - _LINE_BEFORE)
    line_end = min(lines.line_end(start.line), span.start + _LINE_AFTER)
    fixes: tuple[Fix, ...] = ()
    if replacement is not None and rule.safety is not Safety.NONE:
        fixes = (Fix((Edit(span, replacement),), rule.safety, _title(replacement)),)
    return Finding(
        path=document.path,
        part=document.part,
        span=span,
        rule=rule.id,
        severity=severities.get(rule.id, severities.get(rule.family, rule.severity)),
        message=message,
        start=start,
        end=end,
        text=document.source[span.start : span.end],
        line_text=document.source[line_start:line_end].rstrip("\r\n"),
        line_cut=line_start - lines.line_start(start.line),
        replacements=() if replacement is None else (replacement,),
        fixes=fixes,
    )


def _title(replacement: str) -> str:
    return f"Replace with '{replacement}'" if replacement else "Delete"


def _source_fixes(span: SourceSpan, match: Match, safety: Safety) -> list[Fix]:
    if safety is Safety.NONE:
        return []
    return [Fix((Edit(span, each),), safety, _title(each)) for each in match.replacements]


def _fixes(document: Document, match: Match, safety: Safety) -> list[Fix]:
    if safety is Safety.NONE:
        return []
    fixes = []
    for replacement in match.replacements:
        edit = _smallest_edit(document, match.span, replacement)
        if edit is not None:
            fixes.append(Fix((edit,), safety, _title(replacement)))
    return fixes


def _smallest_edit(document: Document, span: TextSpan, replacement: str) -> Edit | None:
    """The edit that turns ``span`` into ``replacement`` and touches as little as it can.

    Only the characters that differ are edited, so that markup between those that do not
    (``ex**clu**se``) stays. None where the characters that differ have markup among them.
    """
    text = document.slice(span)
    room = min(len(text), len(replacement))
    head = 0
    while head < room and text[head] == replacement[head]:
        head += 1
    tail = 0
    while tail < room - head and text[-1 - tail] == replacement[-1 - tail]:
        tail += 1
    changed = TextSpan(span.start + head, span.end - tail)
    if not document.is_contiguous(changed):
        return None
    return Edit(document.to_source(changed), replacement[head : len(replacement) - tail])


def _related(document: Document, related: RelatedText) -> Related:
    span = document.to_source(related.span)
    return Related(
        span=span,
        start=document.lines.place(span.start),
        end=document.lines.place(span.end),
        text=document.source[span.start : span.end],
        message=related.message,
    )
