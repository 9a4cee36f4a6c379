"""The text of Org's blocks: separates emphasis, links, notes and formulas from prose."""

from __future__ import annotations

import re
from html.entities import html5

from copylint.core.blocks import BlockKind
from copylint.formats.draft import OBJECT, PieceRole
from copylint.formats.joined_runs import JoinedRuns, SourceRun
from copylint.formats.writer import BlockWriter, Container

_TOKEN = re.compile(
    r"(?P<line>\n)"
    r"|\[\[(?P<target>[^\[\]\n]{1,2000})\](?:\[(?P<label>(?:[^\[\]]|\](?!\])|\[(?!\[))*+)\])?\]"
    r"|\[fn:(?:[^\]\[\s:]{1,200}(?P<mark>\])|[^\]\[\s:]{0,200}(?P<note>:))"
    r"|(?P<object>\[cite(?:/[^\]\[:\n]{0,50})?:[^\]\[]{0,2000}\]"
    r"|[<\[]\d{4}-\d\d-\d\d(?:[ \t][^\]\[<>\n]{0,60})?[>\]]"
    r"|<(?:https?|ftp|mailto|file|doi|id):[^<>\n]{1,2000}>"
    r"|\{\{\{[A-Za-z][\w-]{0,50}(?:\([^{}]{0,500}\))?\}\}\}"
    r"|(?<!\w)(?:src|call)_[\w-]{1,50}(?:\[[^\]\n]{0,200}\])?(?:\{[^{}\n]{0,500}\}|\([^()\n]{0,200}\))"
    r"|\\\((?:[^\\]|\\(?!\))){1,200}\\\)|\\\[(?:[^\\]|\\(?!\])){1,200}\\\]"
    r"|\$\$[^$]{1,200}\$\$"
    r"|(?<![\w$])\$(?:[^\s$.,;]|[^\s$.,;][^$\n]{0,300}[^\s$.,])\$(?![\w$])"
    r"|\\[A-Za-z]{1,30}(?:\{[^{}\n]{1,300}\})+)"
    r"|(?P<gap>\[\d{0,5}(?:/\d{0,5}|%)\]|(?<!<)<<[^<>\n]{1,200}>>(?!>)"
    r"|@@[\w-]{1,30}:[^@]{0,2000}@@|\\\\[ \t]*(?=\n|\Z))"
    r"|<<<(?P<radio>[^<>\n]{1,200})>>>"
    r"|[_^]\{(?P<script>[^{}\n]{1,200})\}"
    r"|\\(?P<entity>[A-Za-z]{2,30}\d{0,2})(?![A-Za-z])(?:\{\})?"
    r"|(?P<emphasis>[*/_+=~])"
)
_BRACKET = re.compile(r"[\[\]]")
# Emphasis may begin after these, or after the mark of other emphasis.
_BEFORE = frozenset(" \t\n-({'\"“‘—–*/_+")
_CLOSER = {
    mark: re.compile(rf"(?<![ \t\n]){re.escape(mark)}(?=[ \t\n\-.,;:!?'\")}}\[\]\\”’—–*/_+]|\Z)")
    for mark in "*/_+=~"
}
#: The most line ends between two marks of emphasis.
_MAX_LINES = 2
_NOTE = Container(BlockKind.FOOTNOTE)
_PICTURE = re.compile(r"(?!https?:)\S.*\.(?:png|jpe?g|gif|svg|webp|tiff?|bmp|avif)", re.I | re.S)
_OWN_ENTITIES = {"vert": "|", "dots": "…", "slash": "/", "under": "_", "plus": "+", "equal": "="}


class OrgInlineReader:
    """Reads the text of blocks into ``writer``."""

    def __init__(self, writer: BlockWriter) -> None:
        self._writer = writer
        self._joined = JoinedRuns([])
        self._brackets: dict[int, int] = {}
        self._start = 0
        self._closers: dict[str, int] = {}
        self._ends: set[int] = set()
        # The block and the notes inside it, each with its place in the joined text.
        self._parts: list[tuple[Container, int, int]] = []

    def read(self, kind: Container, runs: list[SourceRun]) -> None:
        """Read a block whose lines are ``runs``, and the notes inside it, and end them."""
        self._joined = JoinedRuns(runs)
        self._brackets = _pairs(self._joined.text)
        self._closers, self._ends = {}, set()
        self._parts = [(kind, 0, len(self._joined.text))]
        for each, start, end in self._parts:
            self._writer.containers.append(each)
            self._scan(start, end)
            self._writer.flush()
            self._writer.containers.pop()

    def _scan(self, start: int, end: int) -> None:
        text = self._joined.text
        self._start = at = start
        while (token := _TOKEN.search(text, at, end)) is not None:
            first, last = token.span()
            self._literal(at, first)
            at = self._token(token, first, last)
        self._literal(at, end)

    def _token(self, token: re.Match[str], first: int, last: int) -> int:
        """Read ``token``; return where the text goes on."""
        if token["line"]:
            self._writer.add(PieceRole.BREAK, "\n", *self._joined.line_end(first))
        elif token["emphasis"]:
            return self._emphasis(first, token.endpos)
        elif token["target"] is not None:
            self._link(token, first, last)
        elif token["mark"]:
            self._add(PieceRole.NOTE, "", first, last)
        elif token["note"]:
            return self._note(first, last)
        elif token["object"]:
            self._add(PieceRole.OPAQUE, OBJECT, first, last)
        elif token["gap"]:
            self._add(PieceRole.GAP, "", first, last)
        elif token["entity"]:
            name = token["entity"]
            meant = _OWN_ENTITIES.get(name) or html5.get(name + ";")
            if meant is None:
                self._literal(first, last)
            else:
                self._add(PieceRole.TEXT, meant, first, last)
        else:
            self._wrapped(first, token.span("radio" if token["radio"] else "script"), last)
        return last

    def _emphasis(self, first: int, end: int) -> int:
        """A mark that may open or close emphasis, or be itself."""
        text = self._joined.text
        mark, last = text[first], first + 1
        if first in self._ends:
            self._add(PieceRole.GAP, "", first, last)
            return last
        opens = first == self._start or text[first - 1] in _BEFORE
        close = self._closer(mark, first) if opens else -1
        line = self._joined.line
        if close < 0 or close >= end or line(close) - line(first) > _MAX_LINES:
            self._literal(first, last)
            return last
        if mark in "=~":
            self._add(PieceRole.OPAQUE, OBJECT, first, close + 1)
            return close + 1
        if mark == "+":
            self._add(PieceRole.NOTE, "", first, close + 1)
            return close + 1
        self._ends.add(close)
        self._add(PieceRole.GAP, "", first, last)
        return last

    def _closer(self, mark: str, first: int) -> int:
        """The place of the mark that closes what ``mark`` opens at ``first``; -1 if none does."""
        text = self._joined.text
        if text[first + 1 : first + 2] in ("", " ", "\t", "\n", mark):
            return -1
        known = self._closers.get(mark)
        if known is None or known < first + 2:
            found = _CLOSER[mark].search(text, first + 2)
            known = self._closers[mark] = found.start() if found else len(text)
        return known if known < len(text) else -1

    def _note(self, first: int, last: int) -> int:
        """A note in the midst of a sentence, which is read after its block."""
        end = self._brackets.get(first)
        if end is None:
            self._literal(first, last)
            return last
        self._parts.append((_NOTE, last, end - 1))
        self._add(PieceRole.NOTE, "", first, end)
        return end

    def _link(self, token: re.Match[str], first: int, last: int) -> None:
        if (token["label"] or "").strip():
            self._add(PieceRole.GAP, "", first, token.start("label"))
            # Inside a label there are no links, so this goes no deeper.
            self._scan(*token.span("label"))
            self._add(PieceRole.GAP, "", token.end("label"), last)
        elif _PICTURE.fullmatch(token["target"]):
            where = self._joined.where
            self._writer.image([], [], where(first), where(last - 1) + 1)
        else:
            self._add(PieceRole.OPAQUE, OBJECT, first, last)

    def _wrapped(self, first: int, inner: tuple[int, int], last: int) -> None:
        self._add(PieceRole.GAP, "", first, inner[0])
        self._literal(*inner)
        self._add(PieceRole.GAP, "", inner[1], last)

    def _add(self, role: PieceRole, text: str, first: int, last: int) -> None:
        if first < last:
            where = self._joined.where
            self._writer.add(role, text, where(first), where(last - 1) + 1)

    def _literal(self, first: int, last: int) -> None:
        if first < last:
            at = self._joined.where(first)
            self._writer.text(self._joined.text[first:last], at, at + last - first)


def _pairs(text: str) -> dict[int, int]:
    """The end of each bracket that is closed, by its place."""
    pairs: dict[int, int] = {}
    if "[fn:" in text:
        waiting: list[int] = []
        for bracket in _BRACKET.finditer(text):
            if bracket.group() == "[":
                waiting.append(bracket.start())
            elif waiting:
                pairs[waiting.pop()] = bracket.end()
    return pairs
