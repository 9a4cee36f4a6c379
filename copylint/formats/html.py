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

# The rest of a tag after its name. A quotation mark encloses a value only after an equals sign;
# anywhere else a browser ignores it.
_NAMED = re.compile(r"</?[A-Za-z][\w:-]*+")
_BARE = re.compile(r"[^<>=]*+")
_VALUE = re.compile(r"=\s*+([\"'])?")
# What ends a tag in which a quotation mark is never closed.
_BROKEN = re.compile(r"[^<>]{0,4000}+>")
_OTHER = re.compile(r"<[!?][^<>]{0,4000}+>")
_NAME = re.compile(r"</?([A-Za-z][\w:-]*)")
_ATTRIBUTE = re.compile(
    r"[\s/]*+(?P<name>[^\s/>=][^\s/>=]*+)"
    r"(?:\s*+=\s*+(?:\"(?P<double>[^\"]*+)\"|'(?P<single>[^']*+)'|(?P<bare>[^\s>]*+)))?"
)
# Whether one of the attributes that hide an element may be there.
_MAY_HIDE = re.compile(r"translate|hidden|lang", re.IGNORECASE)
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
    if text.startswith("<!--", start):
        end = text.find("-->", start + 2)
        return HtmlToken("comment", "", start, end + 3 if end >= 0 else len(text))
    if text.startswith(("<!", "<?"), start):
        other = _OTHER.match(text, start)
        return None if other is None else HtmlToken("open", "!", start, other.end())
    name = _NAMED.match(text, start)
    if name is None:
        return None
    end = _tag_end(text, name.end())
    return None if end < 0 else tag(text, start, end)


def _tag_end(text: str, after: int) -> int:
    """Where the tag whose name ends at ``after`` ends; -1 if that is not a tag."""
    at = _end_of(_BARE, text, after)
    while text.startswith("=", at):
        value = _VALUE.match(text, at)
        assert value is not None
        at = value.end()
        if value[1]:
            close = text.find(value[1], at)
            if close < 0:
                broken = _BROKEN.match(text, after)
                return broken.end() if broken else -1
            at = close + 1
        at = _end_of(_BARE, text, at)
    return at + 1 if text.startswith(">", at) else -1


def _end_of(pattern: re.Pattern[str], text: str, at: int) -> int:
    found = pattern.match(text, at)
    return at if found is None else found.end()


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
    if token.name in HIDDEN:
        return True
    if token.end - token.start <= len(token.name) + 6 or not _MAY_HIDE.search(
        text, token.start, token.end
    ):
        return False
    return any(_hiding(text, *each) for each in attributes(text, token.start, token.end))


def _hiding(text: str, name: str, start: int, end: int) -> bool:
    """Whether the attribute ``name`` with the value at ``start`` to ``end`` hides its element."""
    match name:
        case "hidden":
            return True
        case "translate":
            return text[start:end].strip().lower() == "no"
        case "lang" | "xml:lang":
            language = text[start:end].strip().lower()
            return language[:1].isalpha() and re.match(r"en\b", language) is None
    return False


def attributes(text: str, start: int, end: int) -> Iterator[tuple[str, int, int]]:
    """Name, in lower case, and place of the value of each attribute in the tag there."""
    at = _end_of(_NAMED, text, start)
    while (found := _ATTRIBUTE.match(text, at, end)) is not None:
        at = found.end()
        kind = found.lastgroup or "name"
        if kind == "name":
            yield found["name"].lower(), at, at
        else:
            yield found["name"].lower(), found.start(kind), found.end(kind)


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
