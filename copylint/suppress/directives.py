"""Reads copylint's directives in comments, with exact places."""

from __future__ import annotations

import re
from enum import StrEnum

from copylint.core.document import Document
from copylint.core.kept_patterns import compiled
from copylint.core.record import record
from copylint.core.selector import nearest
from copylint.core.span import SourceSpan
from copylint.language.lazy_pattern import LazyPattern


class Verb(StrEnum):
    """What a comment asks for."""

    NEXT_LINE = "disable-next-line"
    LINE = "disable-line"
    DISABLE = "disable"
    ENABLE = "enable"
    FILE = "disable-file"


@record
class RuleSelector:
    """A selector as written, and its place."""

    text: str
    span: SourceSpan


@record
class Directive:
    """One comment: ``span`` covers all of it. No ``selectors`` means every rule."""

    verb: Verb
    span: SourceSpan
    selectors: tuple[RuleSelector, ...]


@record
class MalformedDirective:
    """A comment that addresses copylint in words it does not know.

    ``meant`` is the likeliest correction of the text at ``span``, empty if there is none.
    """

    span: SourceSpan
    text: str
    meant: str


# What opens and closes comments of the formats: <!-- -->, /* */, {# #}, //, #, %.
_OPENING = compiled(r"[\s<!\-/*{#%;]*")
_CLOSING = compiled(r"\s*(?:--!?>|\*/\}?|#\}|%\})?\s*\Z")
# "copylint is useful" is a remark; "copylint-", "copylint:" and "copylint disable" are not.
_ADDRESS = LazyPattern(
    r"copylint(?P<joint>\s*[-:_]\s*|\s+(?=(?:dis|en)able))(?P<verb>(?:\w+(?:-\w+)*)?)",
    re.IGNORECASE,
)
# A reason follows two hyphens, or the dash that editors make of them.
_REASON = compiled(r"(?:^|\s)(?:--|[–—])")
_SELECTOR = compiled(r"[^,\s]+(?:[ \t]+[^,\s]+)*")


def directives(document: Document) -> list[Directive | MalformedDirective]:
    """What the document's comments ask of copylint, in the source's order."""
    found = []
    for comment in sorted(document.comments, key=lambda comment: comment.span):
        read = _read(document.source, comment.span)
        if read is not None:
            found.append(read)
    return found


def _read(source: str, span: SourceSpan) -> Directive | MalformedDirective | None:
    opening = _OPENING.match(source, span.start, span.end)
    address = _ADDRESS.match(source, opening.end() if opening else span.start, span.end)
    if address is None:
        return None
    word = SourceSpan(*address.span())
    written = address.group().lower()
    verb = next((verb for verb in Verb if written == f"copylint-{verb}"), None)
    if verb is None:
        meant = nearest(address["verb"].replace("_", "-"), Verb)
        return MalformedDirective(word, address.group(), f"copylint-{meant}" if meant else "")
    end = span.end
    closing = _CLOSING.search(source, max(address.end(), span.end - 20), span.end)
    if closing is not None:
        end = closing.start()
    reason = _REASON.search(source, address.end(), end)
    if reason is not None:
        end = reason.start()
    selectors = tuple(
        RuleSelector(each.group(), SourceSpan(*each.span()))
        for each in _SELECTOR.finditer(source, address.end(), end)
    )
    return Directive(verb, span, selectors)
