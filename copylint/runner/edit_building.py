"""Turns a match's replacements into edits of the source, and says how safe those are."""

from __future__ import annotations

from collections.abc import Iterable

from copylint.analysis.article import Article
from copylint.analysis.protected_text import is_reserved
from copylint.core.document import Document
from copylint.core.finding import Match
from copylint.core.fix import Fix, Safety, title_for
from copylint.core.span import TextSpan
from copylint.formats.lookup import named


def fixes(article: Article, match: Match, safety: Safety) -> tuple[Fix, ...]:
    """A fix for every replacement that a program may apply, the best first.

    Its edits are written in the syntax of the format, its title in prose. A fix that edits
    reserved text (quotations and names), or text that other files look something up by, is not
    safe. If a match has more places, a safe fix of
    those that are not reserved comes before the fix of all.
    """
    if safety is Safety.NONE:
        return ()
    found: list[Fix] = []
    for replacement in match.replacements:
        fix = _fix(article, match.span, replacement, safety)
        if fix is not None:
            found.append(fix)
    if match.elsewhere and found:
        found[:1] = _with_more(article, match, found[0])
    return tuple(found)


def _fix(article: Article, span: TextSpan, replacement: str, safety: Safety) -> Fix | None:
    document = article.document
    changed, text = smallest_change(document, span, replacement)
    edits = named(document.format).edits(document, changed, text)
    if edits is None:
        return None
    if safety is Safety.SAFE:
        block = document.block_at(changed.start)
        is_key = block is not None and block.is_key
        if is_key or is_reserved(article, changed.start, changed.end):
            safety = Safety.UNSAFE
    return Fix(edits, safety, title_for(replacement))


def _with_more(article: Article, match: Match, first: Fix) -> Iterable[Fix]:
    """``first`` with the edits of the match's other places."""
    others = [
        fix
        for span in match.elsewhere
        if (fix := _fix(article, span, match.replacements[0], first.safety)) is not None
    ]
    safe = [fix for fix in others if fix.safety is Safety.SAFE]
    if first.safety is Safety.SAFE and len(safe) < len(others):
        yield _joined([first, *safe], Safety.SAFE)
        yield _joined([first, *others], Safety.UNSAFE)
    else:
        yield _joined([first, *others], first.safety)


def _joined(several: Iterable[Fix], safety: Safety) -> Fix:
    several = list(several)
    edits = {edit.span: edit for fix in several for edit in fix.edits}
    return Fix(tuple(edits[span] for span in sorted(edits)), safety, several[0].title)


def smallest_change(document: Document, span: TextSpan, replacement: str) -> tuple[TextSpan, str]:
    """The part of ``span`` that differs from ``replacement``, and what goes there.

    This way, markup between characters that stay the same (``ex**clu**se``) stays too.
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
    return changed, replacement[head : len(replacement) - tail]
