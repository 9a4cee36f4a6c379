"""Places matches in the source: the only step that makes findings."""

from __future__ import annotations

from collections.abc import Mapping

from copylint.analysis.article import Article
from copylint.core.document import Document
from copylint.core.finding import AnyMatch, Finding, Related, RelatedText, SourceMatch
from copylint.core.finding_fingerprint import normalised
from copylint.core.fix import Edit, Fix, Safety, title_for
from copylint.core.record import replace
from copylint.core.rule import Rule, Severity
from copylint.core.rule_groups import group_of
from copylint.core.span import SourceSpan
from copylint.runner.edit_building import fixes
from copylint.runner.finding_sentence import sentence_of

# Code points of a line kept on either side of where a finding starts: more than the widest
# terminal shows.
_LINE_BEFORE, _LINE_AFTER = 300, 600

_TRUST = {Safety.NONE: 0, Safety.UNSAFE: 1, Safety.SAFE: 2}


def to_finding(
    article: Article, match: AnyMatch, rule: Rule, severities: Mapping[str, Severity]
) -> Finding:
    """The finding that ``match`` becomes in the source of the article's document."""
    document = article.document
    safety = min(match.safety or rule.safety, rule.safety, key=_TRUST.__getitem__)
    if match.severity is not None:
        rule = replace(rule, severity=match.severity)
    if isinstance(match, SourceMatch):
        found = source_finding(document, match.source, match.message, rule, severities)
        return replace(
            found,
            replacements=match.replacements,
            fixes=() if document.parts else tuple(_source_fixes(match, safety)),
            related=tuple(_related(document, related) for related in match.related),
        )
    span = document.to_source(match.span)
    found = source_finding(document, span, match.message, rule, severities)
    return replace(
        found,
        replacements=match.replacements,
        fixes=fixes(article, match, safety),
        related=tuple(_related(document, related) for related in match.related),
        sentence=sentence_of(article, match.span),
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
    view = document.view
    lines = view.lines
    first, last = view.seen(span)
    start, end = lines.place(first), lines.place(last)
    line_start = max(lines.line_start(start.line), first - _LINE_BEFORE)
    line_end = min(lines.line_end(start.line), first + _LINE_AFTER)
    part = document.part_at(span.start)
    fixes: tuple[Fix, ...] = ()
    if replacement is not None and rule.safety is not Safety.NONE:
        fixes = (Fix((Edit(span, replacement),), rule.safety, title_for(replacement)),)
    line_text = view.text[line_start:line_end].rstrip("\r\n")
    return Finding(
        path=document.path,
        part=part.name if part else document.part,
        part_start=part.start if part else 0,
        span=span,
        rule=rule.id,
        severity=_severity(rule, severities),
        message=message,
        start=start,
        end=end,
        text=view.text[first:last],
        line_text=line_text,
        line_cut=line_start - lines.line_start(start.line),
        replacements=() if replacement is None else (replacement,),
        fixes=fixes,
        sentence=normalised(line_text),
    )


def _severity(rule: Rule, severities: Mapping[str, Severity]) -> Severity:
    """The severity configured for the rule, its group or its family; else the rule's own."""
    for name in (rule.id, group_of(rule.id), rule.family):
        if name in severities:
            return severities[name]
    return rule.severity


def _source_fixes(match: SourceMatch, safety: Safety) -> list[Fix]:
    if safety is Safety.NONE:
        return []
    return [
        Fix((Edit(match.source, each),), safety, title_for(each)) for each in match.replacements
    ]


def _related(document: Document, related: RelatedText) -> Related:
    span = document.to_source(related.span)
    view = document.view
    first, last = view.seen(span)
    part = document.part_at(span.start)
    return Related(
        span=span,
        start=view.lines.place(first),
        end=view.lines.place(last),
        text=view.text[first:last],
        message=related.message,
        part=part.name if part else "",
        part_start=part.start if part else 0,
    )
