"""A note in the margin: one finding, its possible replacements, and where to read more."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from copylint.core.finding import Finding
from copylint.core.fix import Safety, title_for
from copylint.report.page.plain_text import proposal, text

_MAX_SUGGESTIONS = 5
_MAX_RELATED = 5


def note(
    number: int, finding: Finding, *, linked: bool, explained: Collection[str]
) -> Iterator[str]:
    """The note on a finding; ``linked`` says that it has a place in the text.

    ``explained`` are the rules that the page explains.
    """
    severity, family = finding.severity.label, finding.rule.partition(".")[0]
    safe = " data-safe" if finding.safety is Safety.SAFE else ""
    yield (
        f'<li class="note {severity}" id="note-{number}" tabindex="-1" '
        f'data-severity="{severity}" data-family="{text(family)}"{safe}>'
    )
    yield f'<p><span class="unseen">{severity}:</span> {text(finding.message)}</p>'
    yield from _proposals(finding)
    if finding.related:
        shown = finding.related[:_MAX_RELATED]
        places = ", ".join(f"{each.start.line}:{each.start.column}" for each in shown)
        more = len(finding.related) - len(shown)
        yield f'<p class="related">see {places}{f" and {more:,} more" if more else ""}</p>'
    where = f"{finding.start.line}:{finding.start.column}"
    place = f'<a href="#place-{number}">{where}</a>' if linked else where
    yield f'<p class="rule">{place} · {_rule(finding.rule, explained)}</p></li>\n'


def _rule(rule: str, explained: Collection[str]) -> str:
    name = f"<code>{text(rule)}</code>"
    if rule not in explained:
        return name
    return f'<button type="button" class="why" data-rule="{text(rule)}">{name}</button>'


def _proposals(finding: Finding) -> Iterator[str]:
    """A button for each fix that a program can apply, and the other suggestions to read."""
    titles = {title_for(each): each for each in finding.replacements}
    shown: list[str] = []
    applied: set[str] = set()
    for number, fix in enumerate(finding.fixes[:_MAX_SUGGESTIONS]):
        replacement = titles.get(fix.title)
        label = text(fix.title) if replacement is None else proposal(replacement)
        if replacement in applied:
            label += f" ({len(fix.edits)} places)"
        elif replacement is not None:
            applied.add(replacement)
        shown.append(
            f'<button type="button" class="fix" data-fix="{number}">'
            f'<span class="unseen">Accept: </span><ins>{label}</ins></button>'
        )
    shown += (
        f"<ins>{proposal(each)}</ins>"
        for each in finding.replacements[:_MAX_SUGGESTIONS]
        if each not in applied
    )
    if shown:
        yield f'<p class="meant">{" ".join(shown)}</p>'
