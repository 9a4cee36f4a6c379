"""The text of wikitext's blocks: separates marks, links and tags from prose."""

from __future__ import annotations

import re
from html import unescape

from copylint.formats.draft import OBJECT, PieceRole
from copylint.formats.joined_runs import JoinedRuns, SourceRun
from copylint.formats.writer import BlockWriter

_TOKEN = re.compile(
    r"(?P<line>\n)"
    r"|(?P<mark>'{2,})"
    r"|\[\[(?P<target>[^\[\]|\n]{0,500})(?:\|(?P<text>(?:[^\[\]]|\[(?!\[)|(?<!\])\](?!\]))*))?\]\]"
    r"|\[(?P<url>(?:https?:|ftp:|mailto:|irc:)?//?[^\s\[\]<>]+|mailto:[^\s\[\]<>]+)"
    r"(?:[ \t]+(?P<label>[^\[\]\n]*))?\]"
    r"|(?P<entity>&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)"
    r"|(?P<tag></?(?P<name>[A-Za-z][A-Za-z0-9]{0,30})(?=[\s/>])[^<>]*>)"
    r"|(?P<switch>__[A-Z]{3,30}__)|(?P<signature>~{3,5})"
)


class WikiInlineReader:
    """Reads the text of blocks into ``writer``."""

    def __init__(self, writer: BlockWriter) -> None:
        self._writer = writer
        self._joined = JoinedRuns([])

    def read(self, runs: list[SourceRun]) -> None:
        """Read a block whose lines are ``runs``, and end it."""
        self._joined = JoinedRuns(runs)
        self._scan(0, len(self._joined.text))
        self._writer.flush()

    def _scan(self, start: int, end: int) -> None:
        text = self._joined.text
        at = start
        for token in _TOKEN.finditer(text, start, end):
            first, last = token.span()
            self._literal(at, first)
            at = last
            if token["line"]:
                self._writer.add(PieceRole.BREAK, "\n", *self._joined.line_end(first))
            elif token["mark"]:
                self._mark(first, last)
            elif token["entity"]:
                self._add(PieceRole.TEXT, unescape(token.group()), first, last)
            elif token["tag"]:
                role = PieceRole.BREAK if token["name"].lower() == "br" else PieceRole.GAP
                self._add(role, "\n" if role is PieceRole.BREAK else "", first, last)
            elif token["target"] is not None:
                self._link(token)
            elif token["url"]:
                self._labelled(token, "label")
            elif token["switch"]:
                self._add(PieceRole.GAP, "", first, last)
            else:
                self._add(PieceRole.OPAQUE, OBJECT, first, last)
        self._literal(at, end)

    def _mark(self, first: int, last: int) -> None:
        """Two, three or five apostrophes are marks; one of four, and what exceeds five, is text."""
        count = last - first
        kept = 1 if count == 4 else max(0, count - 5)
        self._literal(first, first + kept)
        self._add(PieceRole.GAP, "", first + kept, last)

    def _link(self, token: re.Match[str]) -> None:
        """The words of a link; the name of a page in another part of the wiki is none."""
        first, last = token.span()
        target = token["target"]
        if token["text"] is not None:
            self._labelled(token, "text")
        elif not target.strip() or ":" in target or "#" in target or "/" in target:
            self._add(PieceRole.OPAQUE, OBJECT, first, last)
        else:
            self._wrapped(first, token.span("target"), last)

    def _labelled(self, token: re.Match[str], group: str) -> None:
        first, last = token.span()
        if (token[group] or "").strip():
            self._wrapped(first, token.span(group), last)
        else:
            self._add(PieceRole.OPAQUE, OBJECT, first, last)

    def _wrapped(self, first: int, inner: tuple[int, int], last: int) -> None:
        self._add(PieceRole.GAP, "", first, inner[0])
        self._scan(*inner)
        self._add(PieceRole.GAP, "", inner[1], last)

    def _add(self, role: PieceRole, text: str, first: int, last: int) -> None:
        if first < last:
            where = self._joined.where
            self._writer.add(role, text, where(first), where(last - 1) + 1)

    def _literal(self, first: int, last: int) -> None:
        if first < last:
            at = self._joined.where(first)
            self._writer.text(self._joined.text[first:last], at, at + last - first)
