"""The prose in the head of a web page: its title and its description."""

from __future__ import annotations

import re
from collections.abc import Iterator

from copylint.core.blocks import BlockKind
from copylint.formats import html
from copylint.formats.draft import Draft
from copylint.formats.writer import BlockWriter, Container

# The most code points that are searched: heads are short, but a page may hold anything.
_MOST = 64_000
_HEAD = re.compile(r"<head(?=[\s>])", re.IGNORECASE)
_ROOT = re.compile(r"<html(?=\s)[^<>]*>", re.IGNORECASE)
_HEAD_END = re.compile(r"</head\s*>|<body(?=[\s>])", re.IGNORECASE)
_ATTRIBUTE = re.compile(
    r"\s(name|property|content)\s*=\s*(?:\"([^\"]*)\"|'([^']*)')", re.IGNORECASE
)
# Names whose ``content`` is prose; Open Graph and Twitter cards are shown on social media.
_PROSE = {
    "description": "description",
    "og:title": "og:title",
    "og:description": "og:description",
    "twitter:title": "twitter:title",
    "twitter:description": "twitter:description",
}


def head_drafts(source: str, masked: str, start: int) -> Iterator[Draft]:
    """The title and descriptions in the head of the page that begins at ``start``.

    ``masked`` is ``source`` with template tags masked (see ``templates``).

    The kind is front matter: a title may name the site as well, so it is not the headline. A
    text that is repeated for social media is read again: each copy must be corrected.
    """
    head = _HEAD.search(masked, start, start + _MOST)
    if head is None:
        return
    root = _ROOT.search(masked, start, head.start())
    if root is not None and html.hides(html.tag(masked, *root.span()), masked):
        return
    closing = _HEAD_END.search(masked, head.end(), head.end() + _MOST)
    text = masked[: closing.start() if closing else head.end() + _MOST]
    for field, first, last, way in _fields(text, head.start()):
        writer = BlockWriter(source, masked)
        writer.containers.append(Container(BlockKind.FRONT_MATTER))
        writer.written = (way,)
        for value, at, end in html.decoded(text, first, last):
            writer.text(value, at, end)
        writer.flush()
        for draft in writer.drafts:
            if "\n" not in draft.text and "\r" not in draft.text:
                draft.field = field
                yield draft


def _fields(text: str, start: int) -> Iterator[tuple[str, int, int, str]]:
    """The name, place and escaping of each text in the head that people read."""
    title_at = -1
    hidden = False
    for token in html.tokens(text, start):
        if token.name == "title":
            if token.kind == "open":
                title_at, hidden = token.end, html.hides(token, text)
            elif title_at >= 0:
                if not hidden:
                    yield "title", title_at, token.start, "html"
                title_at = -1
        elif token.name == "meta" and not html.hides(token, text):
            found = {
                match.group(1).lower(): match.span(2 if match.group(2) is not None else 3)
                for match in _ATTRIBUTE.finditer(text, token.start, token.end)
            }
            named = found.get("name") or found.get("property")
            if named and "content" in found:
                field = _PROSE.get(text[slice(*named)].strip().lower())
                if field:
                    yield field, *found["content"], "attribute"
