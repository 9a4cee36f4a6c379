"""The web links of a document: addresses in its prose, and where its markup leads."""

from __future__ import annotations

import html
import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from urllib.parse import urldefrag

from copylint.core.document import Document
from copylint.core.kept_patterns import compiled
from copylint.core.record import record
from copylint.core.span import SourceSpan, TextSpan

_ADDRESS = r"https?://[^\s<>\"“”‘’`{}|\\^\[\]\x00-\x1f]{4,2000}"
_IN_PROSE = compiled(rf"(?<![\w/]){_ADDRESS}", re.IGNORECASE)
# The address that a link leads to, by the format's name; the first group is the address.
_MARKDOWN = compiled(
    rf"\]\(\s*<?({_ADDRESS})|^[ ]{{0,3}}\[[^\]\r\n]{{1,200}}\]:[ \t]*<?({_ADDRESS})",
    re.IGNORECASE | re.MULTILINE,
)
_TARGETS: Mapping[str, re.Pattern[str]] = {
    "markdown": _MARKDOWN,
    "html": re.compile(rf"<a\s[^<>]{{0,500}}?\bhref\s*=\s*[\"']?({_ADDRESS})", re.IGNORECASE),
    "asciidoc": re.compile(rf"(?:^|[\s(])(?:link:)?({_ADDRESS})(?=\[)", re.IGNORECASE),
    "rst": re.compile(
        rf"<({_ADDRESS})>`__?|^\.\. _[^\r\n:]{{1,200}}:[ ]({_ADDRESS})",
        re.IGNORECASE | re.MULTILINE,
    ),
    "latex": re.compile(rf"\\(?:href|url)\s*\{{({_ADDRESS})(?=\}})", re.IGNORECASE),
}
# A link stands in a block, or this many characters of markup beside one.
_BESIDE = 3
# After an address these mean that the rest of it is put in by a program, or left out.
_UNFINISHED = "{[^\\|…"
_PAIRS = {")": "(", "]": "["}


@record
class WebLink:
    """A link: the address that it leads to, without a fragment, and where that is written."""

    address: str
    place: TextSpan | SourceSpan


def web_links(document: Document) -> Iterator[WebLink]:
    """The links of a document, those in its prose first; code is not in the prose."""
    if "://" not in document.source and "://" not in document.text:
        return
    for block in document.blocks:
        for found in _IN_PROSE.finditer(document.text, block.span.start, block.span.end):
            start, address = found.start(), _whole(found.group())
            end = start + len(address)
            following = document.text[found.end() : found.end() + 1]
            if address and not (following and following in _UNFINISHED):
                yield WebLink(looked_up(address), TextSpan(start, end))
    targets = None if document.parts else _TARGETS.get(document.format)
    if targets is not None:
        yield from _targets(document, targets)


def looked_up(address: str) -> str:
    """The address as a server is asked for it: without fragment and entities."""
    return urldefrag(html.unescape(address)).url


def _targets(document: Document, targets: re.Pattern[str]) -> Iterator[WebLink]:
    prose = sorted(document.to_source(block.span) for block in document.blocks)
    starts = [each.start for each in prose]
    comments = [each.span for each in document.comments]
    for found in targets.finditer(document.source):
        group = found.lastindex or 1
        start, end = found.span(group)
        address = _whole(found[group])
        following = document.source[end : end + 1]
        if not address or (following and following in _UNFINISHED.replace("[", "")):
            continue
        if any(each.start <= start < each.end for each in comments):
            continue
        if targets is _MARKDOWN and group == 1:
            at = bisect_right(starts, found.start()) - 1
            if at < 0 or found.start() > prose[at].end + _BESIDE:
                continue  # code
        yield WebLink(looked_up(address), SourceSpan(start, start + len(address)))


def _whole(address: str) -> str:
    """``address`` without the marks that end a sentence or a bracket around it."""
    if "..." in address or "…" in address:
        return ""
    while address:
        last = address[-1]
        opening = _PAIRS.get(last)
        if last in ".,;:!?'*_~" or (
            opening is not None and address.count(last) > address.count(opening)
        ):
            address = address[:-1]
        else:
            break
    return address
