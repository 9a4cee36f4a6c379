"""HTML: tags, comments, and the prose between them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple

from copylint.core.blocks import BlockKind

#: Elements within a line of text; all others end a block.
INLINE = frozenset(
    name
    for line in (
        "a abbr acronym b bdi bdo big cite data del dfn em font i ins label mark nobr q s small",
        "span strike strong sub sup time tt u wbr code kbd samp var img svg math picture source",
    )
    for name in line.split()
)
#: Elements whose content is not prose.
HIDDEN = frozenset(
    name
    for line in (
        "script style pre code kbd samp var svg math textarea template iframe object head select",
        "canvas del s strike",
    )
    for name in line.split()
)
#: Elements that have neither content nor an end tag.
EMPTY = frozenset(
    name
    for line in (
        "area base br col embed hr img input link meta",
        "param source track wbr",
    )
    for name in line.split()
)
_RAW = frozenset(("script", "style"))
_RAW_END = re.compile(r"</(?:script|style)", re.IGNORECASE)
KINDS = {
    "figcaption": BlockKind.CAPTION,
    "caption": BlockKind.CAPTION,
    "h1": BlockKind.HEADLINE,
    **{f"h{level}": BlockKind.SUBHEAD for level in range(2, 7)},
    "li": BlockKind.LIST_ITEM,
    "td": BlockKind.TABLE_CELL,
    "th": BlockKind.TABLE_CELL,
    "blockquote": BlockKind.QUOTATION,
}

_TOKEN = re.compile(
    # Possessive and bounded: an unclosed "<" costs only one short scan.
    r"(?P<comment><!--)"
    r"|(?P<tag></?[A-Za-z][\w:-]*+(?:[^<>\"']|\"[^\"]{0,4000}+\"|'[^']{0,4000}+')*+>)"
    r"|(?P<other><[!?][^<>]{0,4000}+>)"
)
_NAME = re.compile(r"</?([A-Za-z][\w:-]*)")
_ATTRIBUTE = re.compile(r"\s(alt|title)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')", re.IGNORECASE)
_FOREIGN = re.compile(
    r"\s(?:translate\s*=\s*[\"']?no\b|hidden(?=[\s/>=])"
    r"|(?:xml:)?lang\s*=\s*[\"']?(?!en\b)[A-Za-z])",
    re.IGNORECASE,
)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")


class HtmlToken(NamedTuple):
    """A run of HTML: ``kind`` is ``text``, ``open``, ``close`` or ``comment``."""

    kind: str
    name: str
    start: int
    end: int


def tokens(text: str, at: int = 0) -> Iterator[HtmlToken]:
    """The tags, comments and texts in ``text`` from ``at`` on, in order.

    The content of a script or style is left out, as is a doctype.
    """
    while (start := text.find("<", at)) >= 0:
        found = _token_at(text, start)
        if found is None:
            # A stray "<" is text, and so is everything up to the next one.
            following = text.find("<", start + 1)
            end = len(text) if following < 0 else following
            yield HtmlToken("text", "", at, end)
            at = end
            continue
        if at < start:
            yield HtmlToken("text", "", at, start)
        yield found
        at = found.end
        if found.kind == "open" and found.name in _RAW:
            close = _RAW_END.search(text, at)
            at = close.start() if close else len(text)
    if at < len(text):
        yield HtmlToken("text", "", at, len(text))


def _token_at(text: str, start: int) -> HtmlToken | None:
    match = _TOKEN.match(text, start)
    if match is None:
        return None
    if match.lastgroup == "comment":
        end = text.find("-->", start + 2)
        return HtmlToken("comment", "", start, end + 3 if end >= 0 else len(text))
    if match.lastgroup == "other":
        return HtmlToken("open", "!", start, match.end())
    return tag(text, start, match.end())


def tag(text: str, start: int, end: int) -> HtmlToken:
    """The tag that is ``text[start:end]``."""
    name = _NAME.match(text, start)
    kind = "close" if text.startswith("</", start) else "open"
    return HtmlToken(kind, name.group(1).lower() if name else "!", start, end)


def hides(token: HtmlToken, text: str) -> bool:
    """Whether the content of the element that opens there is not English prose.

    Code and programs are not, nor is text that its author marks as hidden, as not to be
    translated or as being in another language.
    """
    return token.name in HIDDEN or (
        token.end - token.start > len(token.name) + 6
        and _FOREIGN.search(text, token.start, token.end) is not None
    )


def attributes(text: str, start: int, end: int) -> Iterator[tuple[str, int, int]]:
    """Name and place of the value of each ``alt`` and ``title`` in the tag there."""
    for match in _ATTRIBUTE.finditer(text, start, end):
        group = 2 if match.group(2) is not None else 3
        yield match.group(1).lower(), match.start(group), match.end(group)


def decoded(text: str, start: int, end: int) -> Iterator[tuple[str, int, int]]:
    """``text[start:end]`` in pieces, character references decoded."""
    at = start
    for entity in _ENTITY.finditer(text, start, end):
        character = unescape(entity.group())
        if character != entity.group():
            if at < entity.start():
                yield text[at : entity.start()], at, entity.start()
            yield character, entity.start(), entity.end()
            at = entity.end()
    if at < end:
        yield text[at:end], at, end
