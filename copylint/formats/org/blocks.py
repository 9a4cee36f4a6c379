"""The blocks of an Org file: which lines are prose, and of what kind."""

from __future__ import annotations

import re

from copylint.core.blocks import BlockKind, Comment
from copylint.core.span import SourceSpan
from copylint.formats.joined_runs import SourceRun
from copylint.formats.marked_lines import MarkedLine, lines_of
from copylint.formats.org import lines as kinds
from copylint.formats.org.inline import OrgInlineReader
from copylint.formats.writer import BlockWriter, Container

_VERBATIM = frozenset(["src", "example", "export", "comment"])
_QUOTES = frozenset(("quote", "verse"))
_DRAWERS_LEFT_OUT = frozenset(("properties", "logbook"))
_STATES = frozenset(
    ("TODO", "DONE", "NEXT", "WAITING", "HOLD", "STARTED", "CANCELLED", "CANCELED", "SOMEDAY")
)
_DECLARED = re.compile(r"^[ \t]*#\+(?:seq_|typ_)?todo:(.*)", re.IGNORECASE | re.MULTILINE)
_STATE = re.compile(r"[^\s|(]+")
_FIRST_WORD = re.compile(r"(\S+)[ \t]*")
_PRIORITY = re.compile(r"\[#[A-Za-z0-9]{1,2}\][ \t]*")
_TAGS = re.compile(r"(?:(?<=[ \t])|\A):[\w@#%:]+:\Z")
_UNPRINTED = frozenset(("noexport", "archive"))
_COMMENTED = re.compile(r"COMMENT(?=[ \t]|\Z)")
_ALT = re.compile(r"(?<!\S):alt[ \t]+((?:(?![ \t]:[a-z]).)*)", re.IGNORECASE)
_TOP = re.compile(r"^\*[ \t]+\S", re.MULTILINE)
_TITLE = re.compile(r"^[ \t]*#\+title:[ \t]*\S", re.IGNORECASE | re.MULTILINE)
_FIELDS = {
    "title": Container(BlockKind.HEADLINE, 1),
    "subtitle": Container(BlockKind.STANDFIRST),
    "author": Container(BlockKind.BYLINE),
    "description": Container(BlockKind.FRONT_MATTER),
    "caption": Container(BlockKind.CAPTION),
}


class OrgBlockReader:
    """Reads the lines of a file and passes their blocks to ``writer``."""

    def __init__(self, writer: BlockWriter) -> None:
        self._writer = writer
        self._inline = OrgInlineReader(writer)
        source = writer.source
        self._lines = lines_of(source)
        self._closers = kinds.Closers(self._lines)
        self._states = _STATES.union(*map(_STATE.findall, _DECLARED.findall(source)))
        # The article's headline is its title, or else its only heading of the first level.
        self._has_title = bool(_TITLE.search(source))
        self._has_headline = not self._has_title and len(_TOP.findall(source)) == 1
        self._runs: list[SourceRun] = []
        self._kind = Container(BlockKind.PARAGRAPH)
        self._items: list[int] = []
        self._in_note = False
        self._quotes = 0
        self._blank_lines = 0
        # The level of the heading whose section is not printed; 0 if there is none.
        self._unprinted = 0

    def read(self) -> None:
        """Read all lines."""
        index = 0
        while index < len(self._lines):
            index = self._line(index)
        self._end()

    def _line(self, index: int) -> int:
        """Read the line at ``index``; return the index of the next to read."""
        line = self._lines[index]
        text = line.text.lstrip(" \t")
        if not text:
            self._end()
            self._blank_lines += 1
            if self._blank_lines == 2:
                self._leave()
            return index + 1
        self._blank_lines = 0
        heading = kinds.HEADING.match(line.text)
        if heading:
            self._heading(line, heading)
            return index + 1
        if self._unprinted:
            return index + 1
        start = line.end - len(text)
        after = self._special(index, start, text)
        if after:
            return after
        self._prose(line, start, text)
        return index + 1

    def _special(self, index: int, start: int, text: str) -> int:
        """Read lines that are no prose of themselves; 0 if the line is prose."""
        first = text[0]
        if first == "#":
            return self._hash(index, start, text)
        if first == ":":
            return self._colon(index, text)
        if first in "|+" and kinds.ROW.match(text):
            return self._table(index)
        closer: int | None = None
        if first == "\\" and (latex := kinds.LATEX.match(text)):
            closer = self._closers.after("\\" + latex[1], index)
        if closer is not None:
            self._end()
            return closer + 1
        if kinds.RULE.match(text) or kinds.PLANNING.match(text) or kinds.DIARY.match(text):
            self._end()
            return index + 1
        return 0

    def _hash(self, index: int, start: int, text: str) -> int:
        begin = kinds.BEGIN.match(text)
        if begin:
            name = begin[1].lower()
            end = self._closers.after("#" + name, index)
            self._end()
            if end is None:
                return index + 1
            if name in _VERBATIM:
                return end + 1
            self._quotes += name in _QUOTES
            return index + 1
        if kinds.DYNAMIC.match(text):
            end = self._closers.after("#", index)
            self._end()
            return (index if end is None else end) + 1
        ended = kinds.END.match(text)
        if ended:
            self._end()
            self._quotes -= self._quotes > 0 and ended[1].lower() in _QUOTES
            return index + 1
        keyword = kinds.KEYWORD.match(text)
        if keyword:
            self._keyword(keyword, start, text)
            return index + 1
        if kinds.COMMENT.match(text):
            self._end()
            said = text[1:].strip()
            self._writer.comments.append(Comment(SourceSpan(start, start + len(text)), said))
            return index + 1
        return 0

    def _keyword(self, keyword: re.Match[str], start: int, text: str) -> None:
        name = keyword[1].lower()
        value = text[keyword.end() :]
        kind = _FIELDS.get(name)
        if name == "caption" and self._runs and self._kind is kind:
            self._add(start + keyword.end(), value)
            return
        self._end()
        if kind is not None:
            self._add(start + keyword.end(), value)
            self._kind = kind
            if name != "caption":
                self._end()
        elif name == "attr_html" and (alt := _ALT.search(text, keyword.end())):
            self._block(Container(BlockKind.ALT_TEXT), start + alt.start(1), alt[1].rstrip(" \t"))

    def _colon(self, index: int, text: str) -> int:
        drawer = kinds.DRAWER.match(text)
        if drawer:
            self._end()
            end = self._closers.after(":", index)
            is_left_out = drawer[1].lower() in _DRAWERS_LEFT_OUT and end is not None
            return (end if is_left_out and end is not None else index) + 1
        if kinds.FIXED.match(text):
            self._end()
            return index + 1
        return 0

    def _heading(self, line: MarkedLine, heading: re.Match[str]) -> None:
        self._leave()
        level = len(heading[1])
        if self._unprinted and level > self._unprinted:
            return
        self._unprinted = 0
        text = line.text
        at = heading.end()
        word = _FIRST_WORD.match(text, at)
        if word and word[1] in self._states:
            at = word.end()
        priority = _PRIORITY.match(text, at)
        at = priority.end() if priority else at
        tags = _TAGS.search(text, at)
        end = tags.start() if tags else len(text)
        named = set(tags.group().lower().split(":")) if tags else set()
        if _COMMENTED.match(text, at) or not _UNPRINTED.isdisjoint(named):
            self._unprinted = level
            return
        is_headline = level == 1 and self._has_headline
        kind = BlockKind.HEADLINE if is_headline else BlockKind.SUBHEAD
        self._block(
            Container(kind, level + self._has_title), line.start + at, text[at:end].rstrip(" \t")
        )

    def _table(self, index: int) -> int:
        """Read a table; rows above its first rule are its heading if there are rows below."""
        self._end()
        last = index
        while last < len(self._lines) and kinds.ROW.match(self._lines[last].text):
            last += 1
        rows = self._lines[index:last]
        rules = [bool(kinds.TABLE_RULE.match(row.text)) for row in rows]
        first = rules.index(False) if False in rules else last
        head = rules.index(True, first) if True in rules[first:] else 0
        is_headed = False in rules[head:]
        for number, row in enumerate(rows):
            if not rules[number]:
                self._row(row, Container(BlockKind.TABLE_CELL, int(is_headed and number < head)))
        return last

    def _row(self, row: MarkedLine, kind: Container) -> None:
        at = row.text.index("|") + 1
        for cell in row.text[at:].split("|"):
            text = cell.strip(" \t")
            if text and not kinds.COOKIE.fullmatch(text):
                self._block(kind, row.start + at + len(cell) - len(cell.lstrip(" \t")), text)
            at += len(cell) + 1

    def _prose(self, line: MarkedLine, start: int, text: str) -> None:
        indent = len(line.text[: start - line.start].expandtabs(8))
        item = kinds.ITEM.match(line.text, start - line.start)
        if item:
            self._end()
            while self._items and self._items[-1] >= indent:
                self._items.pop()
            self._items.append(indent)
            self._item(line, item.end())
            return
        if self._items and indent <= self._items[-1]:
            self._end()
            while self._items and indent <= self._items[-1]:
                self._items.pop()
        note = kinds.NOTE.match(text) if start == line.start else None
        if note:
            self._leave()
            self._in_note = True
            self._add(start + note.end(), text[note.end() :])
            return
        self._add(start, text)

    def _item(self, line: MarkedLine, at: int) -> None:
        term = kinds.TERM.search(line.text, at)
        if term:
            self._block(self._base, line.start + at, line.text[at : term.start()])
            at = term.end()
        self._add(line.start + at, line.text[at:])

    @property
    def _base(self) -> Container:
        if self._items:
            return Container(BlockKind.LIST_ITEM, len(self._items))
        if self._in_note:
            return Container(BlockKind.FOOTNOTE)
        return Container(BlockKind.QUOTATION if self._quotes else BlockKind.PARAGRAPH)

    def _add(self, start: int, text: str) -> None:
        if text.strip():
            if not self._runs:
                self._kind = self._base
            self._runs.append(SourceRun(start, text))

    def _block(self, kind: Container, start: int, text: str) -> None:
        """A block of one line."""
        self._end()
        self._add(start, text)
        self._kind = kind
        self._end()

    def _leave(self) -> None:
        """End the block, the list and the note."""
        self._end()
        self._items.clear()
        self._in_note = False

    def _end(self) -> None:
        """End the block under construction; the notes inside it follow it."""
        runs, self._runs = self._runs, []
        if runs:
            self._inline.read(self._kind, runs)
