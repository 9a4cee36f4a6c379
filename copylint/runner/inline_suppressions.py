"""Applies inline suppressions and reports unused ones."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from copylint.config.schema import Config, RuleSources
from copylint.core.document import Document
from copylint.core.finding import Finding
from copylint.core.span import SourceSpan
from copylint.runner.internal_rules import INTERNAL_ERROR
from copylint.runner.listed_rules import engine_names
from copylint.runner.match_placement import source_finding
from copylint.runner.rule_index import rule_names
from copylint.runner.rule_selection import RuleSelectors, Selection, chosen
from copylint.runner.rules import all_rules
from copylint.suppress.comment_suppressions import apply_inline, attempts

# The most suppressions that are listed one by one.
_MOST_TOLD = 5


def unsuppressed(
    document: Document,
    findings: Sequence[Finding],
    config: Config,
    selection: Selection,
    engines: Collection[str],
) -> tuple[list[Finding], tuple[str, ...]]:
    """The findings that nothing in ``document`` suppresses, and suppressions that are unused.

    ``engines`` are those that answered. A failed check cannot be suppressed. If the run does
    not trust suppressions, all findings are left, and the notes, which come second, list the
    suppressions and say what they would have done.
    """
    failures = [finding for finding in findings if finding.rule == INTERNAL_ERROR.id]
    runs_here = selection.in_document(document)
    asked = chosen(config)

    def runs(rule_id: str) -> bool:
        family = rule_id.partition(".")[0]
        if family in engine_names() and family not in engines:
            return False
        return runs_here(rule_id)

    def was_covered(selector: str) -> bool:
        return not failures and all(
            runs(rule) for rule in _stands_for(selector, config.rule_sources, asked)
        )

    others = [finding for finding in findings if finding.rule != INTERNAL_ERROR.id]
    names = rule_names(config.rule_sources, asked)
    kept, problems = apply_inline(document, others, names, was_covered)
    if not config.trust.inline:
        return [*failures, *others], _told(document, len(others) - len(kept))
    said = [
        source_finding(document, c.span, c.message, c.rule, config.severity, c.replacement)
        for c in problems
        if runs(c.rule.id)
    ]
    return [*failures, *kept, *said], ()


def _told(document: Document, hidden: int) -> tuple[str, ...]:
    """A note on the suppressions of a document, none of which counts."""
    found = attempts(document)
    if not found:
        return ()
    listed = [f"{each.what} in line {_line(document, each.start)}" for each in found[:_MOST_TOLD]]
    more = f" and {len(found) - _MOST_TOLD:,} more" if len(found) > _MOST_TOLD else ""
    findings = f"{hidden:,} finding{'' if hidden == 1 else 's'}"
    return (f"ignored: {', '.join(listed)}{more}, which would hide {findings}",)


def _line(document: Document, offset: int) -> int:
    view = document.view
    return view.lines.place(view.seen(SourceSpan(offset, offset))[0]).line


def _stands_for(selector: str, sources: RuleSources, asked: RuleSelectors) -> frozenset[str]:
    """The rules that must have run before a suppression of ``selector`` can be called unused.

    If there are several rules, only those that run by default count: otherwise a family with
    one that does not could never be judged.
    """
    names = rule_names(sources, asked)
    rules = names.selected(selector)
    if not rules:
        return frozenset((selector,))
    return frozenset(each for each in rules if _runs_by_default(each, sources, asked)) or rules


def _runs_by_default(rule_id: str, sources: RuleSources, asked: RuleSelectors) -> bool:
    rule = all_rules(sources, asked)[rule_id]
    return rule.default and (rule.family not in engine_names() or rule.family in Config().grammar)
