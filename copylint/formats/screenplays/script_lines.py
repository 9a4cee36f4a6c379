"""The lines of Fountain: which are action or dialogue, and which are directions."""

from __future__ import annotations

import re

from copylint.core.blocks import BlockKind, Comment
from copylint.core.span import SourceSpan
from copylint.formats.draft import PieceRole
from copylint.formats.joined_runs import JoinedRuns, SourceRun
from copylint.formats.marked_lines import MarkedLine, lines_of
from copylint.formats.templates import NOTHING
from copylint.formats.writer import BlockWriter, Container

_CLOSERS = {"/*": re.compile(r"\*/"), "[[": re.compile(r"\]\]")}
_OPENER = re.compile(r"/\*|\[\[")
_BLANK_LINE = re.compile(r"\n[ \t]*+\r?\n|\r[ \t]*+\r")
_NO_LINE_END = re.compile(r"[^\r\n]")
_KEY = re.compile(
    r"(?:title|credit|authors?|source|notes|draft date|date|contact(?: info)?|copyright|revision|"
    r"episode|format|font)[ \t]*:",
    re.IGNORECASE,
)
_FIELD = re.compile(r"([^\s:][^:]{0,60}):[ \t]*")
_FIELDS = {
    "title": Container(BlockKind.HEADLINE, 1),
    "author": Container(BlockKind.BYLINE),
    "authors": Container(BlockKind.BYLINE),
}
_SCENE = re.compile(r"(?:(?:INT|EXT|EST|I/E)\b|\.(?=[^.\s]))", re.IGNORECASE)
_TRANSITION = re.compile(r"[^a-z]*\bTO:\Z|FADE (?:IN|OUT)[.:]?\Z|CUT TO BLACK[.:]?\Z")
_UNPRINTED = re.compile(r"#|=(?:\s|==)")
_DIRECTION = re.compile(r"\(.*\)\Z")
_MARK = re.compile(r"\n|\\[*_\\]|\*{1,3}|_")

_ACTION = Container(BlockKind.PARAGRAPH)
_LYRICS = Container(BlockKind.QUOTATION)


def masked(source: str) -> tuple[str, list[Comment]]:
    """``source`` with what is in ``/* */`` and ``[[ ]]`` masked, and these as comments."""
    comments: list[Comment] = []
    parts: list[str] = []
    # Each is sought again only from where it was last found.
    nearest = dict.fromkeys((*_CLOSERS, ""), -1)

    def find(mark: str, pattern: re.Pattern[str], at: int) -> int:
        if nearest[mark] < at:
            found = pattern.search(source, at)
            nearest[mark] = found.start() if found else len(source)
        return nearest[mark]

    at = done = 0
    while (opener := _OPENER.search(source, at)) is not None:
        at, mark = opener.end(), opener.group()
        close = find(mark, _CLOSERS[mark], at)
        if close == len(source) or (mark == "[[" and find("", _BLANK_LINE, at) < close):
            continue
        start, end = opener.start(), close + 2
        comments.append(Comment(SourceSpan(start, end), source[at:close].strip()))
        parts += (source[done:start], _NO_LINE_END.sub(NOTHING, source[start:end]))
        at = done = end
    return "".join((*parts, source[done:])), comments


class ScriptReader:
    """Reads the lines of ``writer``'s mask and passes action and dialogue to it."""

    def __init__(self, writer: BlockWriter) -> None:
        self._writer = writer
        self._lines = [
            line
            for line in lines_of(writer.masked)
            # A line that only a comment is on is no empty line.
            if not line.text or line.text.strip(f" \t{NOTHING}")
        ]
        self._runs: list[SourceRun] = []
        self._kind = _ACTION
        self._speaks = False

    def read(self) -> None:
        """Read all lines."""
        begin = self._title_page()
        for index in range(begin, len(self._lines)):
            self._line(index)
        self._end()

    def _title_page(self) -> int:
        """Read the lines before the script; return the index of the first that follows them."""
        if not self._lines or not _KEY.match(self._lines[0].text):
            return 0
        kind: Container | None = None
        for index, line in enumerate(self._lines):
            if not line.text:
                self._end()
                return index
            field = _FIELD.match(line.text)
            at = len(line.text) - len(line.text.lstrip(" \t"))
            if field:
                self._end()
                kind = _FIELDS.get(field[1].strip().lower())
                at = field.end()
            if kind is not None:
                self._add(kind, line.start + at, line.text[at:])
        self._end()
        return len(self._lines)

    def _is_blank(self, index: int) -> bool:
        return not 0 <= index < len(self._lines) or not self._lines[index].text

    def _line(self, index: int) -> None:
        line = self._lines[index]
        text = line.text.lstrip(f" \t{NOTHING}")
        start = line.end - len(text)
        if not text:
            if not self._has_continuation(line):
                self._end()
                self._speaks = False
        elif self._speaks:
            self._speech(start, text)
        elif text[0] == "!":
            self._add(_ACTION, start + 1, text[1:])
        elif text[0] == "~":
            self._add(_LYRICS, start + 1, text[1:])
        elif text[0] == ">":
            self._end()
            if text.endswith("<"):
                self._add(_ACTION, start + 1, text[1:-1])
                self._end()
        elif text[0] == "@" and len(text) > 1:
            self._end()
            self._speaks = True
        elif _UNPRINTED.match(text) or self._is_direction(index, text):
            self._end()
        else:
            # With what is hidden at its beginning, which is then no part of the line end before.
            lead = len(line.text) - len(line.text.lstrip(" \t"))
            self._add(_ACTION, line.start + lead, line.text[lead:])

    def _has_continuation(self, line: MarkedLine) -> bool:
        """Whether an empty line of two spaces keeps a speech going."""
        return self._speaks and self._writer.source.startswith("  ", line.start)

    def _is_direction(self, index: int, text: str) -> bool:
        """Whether a line is a scene heading or a transition, or names who speaks next."""
        if not self._is_blank(index - 1):
            return False
        if _SCENE.match(text):
            return True
        if self._is_blank(index + 1):
            return _TRANSITION.match(text) is not None
        name, opening, _ = text.rstrip("^ \t").partition("(")
        self._speaks = name.isupper() and (not opening or text.rstrip("^ \t").endswith(")"))
        return self._speaks

    def _speech(self, start: int, text: str) -> None:
        if _DIRECTION.match(text):
            self._end()
        elif text[0] == "~":
            self._add(_LYRICS, start + 1, text[1:])
        else:
            self._add(_ACTION, start, text)

    def _add(self, kind: Container, start: int, text: str) -> None:
        if kind != self._kind:
            self._end()
        if text.strip():
            self._kind = kind
            self._runs.append(SourceRun(start, text))

    def _end(self) -> None:
        """End the block under construction."""
        runs, self._runs = self._runs, []
        if runs:
            self._writer.containers.append(self._kind)
            _inline(self._writer, JoinedRuns(runs))
            self._writer.flush()
            self._writer.containers.pop()


def _inline(writer: BlockWriter, joined: JoinedRuns) -> None:
    """The text of a block: marks of emphasis are gaps, a backslash makes one text."""
    text = joined.text
    marks = _emphasis(text)
    at = 0

    def literal(end: int) -> None:
        if at < end:
            start = joined.where(at)
            writer.text(text[at:end], start, start + end - at)

    for mark in _MARK.finditer(text):
        first, last = mark.span()
        written = mark.group()
        if written == "\n":
            literal(first)
            writer.add(PieceRole.BREAK, "\n", *joined.line_end(first))
        elif written[0] == "\\":
            literal(first)
            writer.add(PieceRole.GAP, "", joined.where(first), joined.where(first) + 1)
            last = first + 1
        elif first in marks:
            literal(first)
            writer.add(PieceRole.GAP, "", joined.where(first), joined.where(last - 1) + 1)
        else:
            continue
        at = last
    literal(len(text))


def _emphasis(text: str) -> set[int]:
    """The places of the marks that open or close emphasis, which ends with its line."""
    found: set[int] = set()
    waiting: dict[str, int] = {}
    for mark in _MARK.finditer(text):
        written, first, last = mark.group(), *mark.span()
        before, after = text[first - 1 : first], text[last : last + 1]
        if written == "\n":
            waiting.clear()
        elif written[0] == "\\":
            continue
        elif written in waiting and before.strip() and not (written == "_" and after.isalnum()):
            found.update((waiting.pop(written), first))
        elif after.strip() and not (written == "_" and before.isalnum()):
            waiting[written] = first
    return found
