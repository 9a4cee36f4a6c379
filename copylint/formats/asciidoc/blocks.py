"""The blocks of an AsciiDoc file: which lines are prose, and of what kind."""

from __future__ import annotations

from copylint.core.blocks import BlockKind, Comment
from copylint.core.span import SourceSpan
from copylint.formats.asciidoc.inline import AsciiDocInlineReader
from copylint.formats.asciidoc.line_kinds import (
    ADMONITION,
    ATTRIBUTE_ENTRY,
    ATTRIBUTES,
    ATTRIBUTION,
    AUTHOR,
    BREAK,
    BULLET,
    CHECKBOX,
    COMMENT,
    HEADING,
    HIDDEN_STYLES,
    MACRO,
    PROSE_ATTRIBUTES,
    QUOTING_STYLES,
    REVISION,
    TABLE,
    TERM,
    TITLE,
    UNDERLINE,
    UNDERLINES,
    VERBATIM,
    delimiter,
    style_of,
)
from copylint.formats.asciidoc.tables import cells
from copylint.formats.joined_runs import SourceRun
from copylint.formats.marked_lines import MarkedLine, lines_of
from copylint.formats.writer import BlockWriter, Container

_PARAGRAPH = Container(BlockKind.PARAGRAPH)
_QUOTATION = Container(BlockKind.QUOTATION)


class AsciiDocBlockReader:
    """Reads the lines from ``start`` on and passes their blocks to ``writer``."""

    def __init__(self, writer: BlockWriter, start: int) -> None:
        self._writer = writer
        self._inline = AsciiDocInlineReader(writer)
        self._lines = lines_of(writer.source, start)
        self._at = 0
        # The delimited blocks that are open here, outermost first: their delimiters,
        # and the kind of their text.
        self._open: list[tuple[str, Container]] = []
        self._open_names: set[str] = set()
        self._style = ""
        self._has_headline = False
        # The markers of the lists that are open here, outermost first.
        self._markers: list[str] = []

    def read(self) -> None:
        """Read all lines."""
        self._header()
        while self._at < len(self._lines):
            if self._lines[self._at].text:
                self._block(self._lines[self._at])
            else:
                self._at += 1

    def _header(self) -> None:
        """Read the title and the author and revision lines under it."""
        while self._at < len(self._lines):
            line = self._lines[self._at]
            if line.text and not self._aside(line):
                break
            self._at += not line.text
        if self._at == len(self._lines) or not self._heading(self._lines[self._at]):
            return
        if self._at < len(self._lines) and AUTHOR.match(self._lines[self._at].text):
            author = self._lines[self._at]
            names = author.text.partition("<")[0] if ";" not in author.text else author.text
            self._emit([SourceRun(author.start, names.rstrip())], Container(BlockKind.BYLINE))
            self._at += 1
            if self._at < len(self._lines) and REVISION.match(self._lines[self._at].text):
                self._at += 1

    def _block(self, line: MarkedLine) -> None:
        text = line.text
        mark = delimiter(text)
        if mark and not self._is_underlined(line):
            self._delimited(mark)
            return
        if self._aside(line):
            return
        if ATTRIBUTES.match(text):
            self._style = style_of(text) or self._style
            self._at += 1
            return
        if title := TITLE.match(text):
            self._emit(
                [SourceRun(line.start + 1, text[title.end() :])], Container(BlockKind.CAPTION)
            )
            self._at += 1
            return
        style, self._style = self._style, ""
        if TABLE.match(text):
            self._table(text, hidden=style in HIDDEN_STYLES)
        elif style in HIDDEN_STYLES:
            self._skip_paragraph()
        elif BREAK.match(text) or text == "+":
            self._at += 1
        elif self._macro(line) or self._heading(line) or self._list_item(line):
            pass
        elif text[0] in " \t":
            self._skip_paragraph()
        else:
            self._paragraph(quotes=style in QUOTING_STYLES)

    def _aside(self, line: MarkedLine) -> bool:
        """Take a comment or a document attribute entry; return whether the line was one."""
        if COMMENT.match(line.text):
            inner = line.text[2:].strip()
            self._writer.comments.append(Comment(SourceSpan(line.start, line.end), inner))
            self._at += 1
            return True
        entry = ATTRIBUTE_ENTRY.match(line.text)
        if entry is None:
            return False
        runs = [SourceRun(line.start + entry.end(), line.text[entry.end() :])]
        self._at += 1
        while runs[-1].text.endswith("\\") and self._at < len(self._lines):
            runs[-1] = SourceRun(runs[-1].start, runs[-1].text[:-1].rstrip(" \t+\\"))
            following = self._lines[self._at]
            indent = len(following.text) - len(following.text.lstrip(" \t"))
            runs.append(SourceRun(following.start + indent, following.text[indent:]))
            self._at += 1
        kind = PROSE_ATTRIBUTES.get(entry.group(1).lower())
        if kind is not None:
            self._emit([run for run in runs if run.text], Container(kind))
        return True

    def _delimited(self, mark: str) -> None:
        style, self._style = self._style, ""
        self._markers.clear()
        if mark in self._open_names:
            while True:
                closed, _ = self._open.pop()
                self._open_names.discard(closed)
                if closed == mark:
                    break
            self._at += 1
        elif (mark[0] in VERBATIM and mark != "--") or style in HIDDEN_STYLES:
            self._at += 1
            while self._at < len(self._lines) and self._lines[self._at].text != mark:
                self._at += 1
            self._at += 1
        else:
            inside = self._open[-1][1] if self._open else _PARAGRAPH
            is_quotation = mark[0] == "_" or style in QUOTING_STYLES
            self._open.append((mark, _QUOTATION if is_quotation else inside))
            self._open_names.add(mark)
            self._at += 1

    def _is_underlined(self, line: MarkedLine) -> bool:
        """Whether the next line makes this one a title, which cannot be inside a block."""
        if self._open or self._at + 1 >= len(self._lines):
            return False
        under = self._lines[self._at + 1].text
        return (
            UNDERLINE.match(under) is not None
            and abs(len(under) - len(line.text)) <= 1
            and any(letter.isalnum() for letter in line.text)
        )

    def _heading(self, line: MarkedLine) -> bool:
        text = line.text
        found = HEADING.match(text)
        if found:
            level = len(found.group(1))
            inner = text[found.end() :]
            closing = " " + found.group(1)
            if inner.endswith(closing):
                inner = inner[: -len(closing)].rstrip()
            run = SourceRun(line.start + found.end(), inner)
            self._at += 1
        elif text[:1] not in ("", " ", "\t") and self._is_underlined(line):
            level = 1 + UNDERLINES.index(self._lines[self._at + 1].text[0])
            run = SourceRun(line.start, text)
            self._at += 2
        else:
            return False
        self._markers.clear()
        is_headline = level == 1 and not self._has_headline
        self._has_headline = self._has_headline or is_headline
        self._emit(
            [run], Container(BlockKind.HEADLINE if is_headline else BlockKind.SUBHEAD, level)
        )
        return True

    def _macro(self, line: MarkedLine) -> bool:
        found = MACRO.match(line.text)
        if found is None:
            return False
        if found.group(1) == "image":
            self._inline.image(line.start + found.start(3), found.group(3), line.start, line.end)
            self._writer.flush()
        self._at += 1
        return True

    def _list_item(self, line: MarkedLine) -> bool:
        text = line.text
        bullet = BULLET.match(text)
        if bullet:
            at = bullet.end()
            box = CHECKBOX.match(text, at)
            at = box.end() if box else at
            container = Container(BlockKind.LIST_ITEM, self._depth(_marker(bullet.group(1))))
            self._text([SourceRun(line.start + at, text[at:])], container, in_list=True)
            return True
        term = TERM.match(text)
        if term is None:
            return False
        container = Container(BlockKind.LIST_ITEM, self._depth(term["mark"]))
        self._emit([SourceRun(line.start + term.start("term"), term["term"])], container)
        rest = (
            [SourceRun(line.start + term.end(), text[term.end() :])]
            if term.end() < len(text)
            else []
        )
        self._text(rest, container, in_list=True)
        return True

    def _depth(self, marker: str) -> int:
        if marker in self._markers:
            del self._markers[self._markers.index(marker) + 1 :]
        elif len(self._markers) < 40:
            self._markers.append(marker)
        return len(self._markers)

    def _paragraph(self, *, quotes: bool) -> None:
        line = self._lines[self._at]
        admonition = ADMONITION.match(line.text)
        at = admonition.end() if admonition else 0
        container = _QUOTATION if quotes else self._open[-1][1] if self._open else _PARAGRAPH
        if line.text[0] == ">" and line.text[1:2] in ("", " "):
            container, at = _QUOTATION, 2
        if self._at == 0 or not self._lines[self._at - 1].text:
            self._markers.clear()
        self._text([SourceRun(line.start + at, line.text[at:])], container, in_list=False)

    def _text(self, runs: list[SourceRun], container: Container, *, in_list: bool) -> None:
        """Read the block that begins on the current line, whose prose is ``runs``."""
        self._at += 1
        starts_quoted = bool(runs) and runs[0].text[:1] in ('"', "“")
        while self._at < len(self._lines):
            line = self._lines[self._at]
            if not line.text or self._ends_text(line, in_list):
                break
            if COMMENT.match(line.text) and self._aside(line):
                continue
            self._at += 1
            if starts_quoted and not in_list and ATTRIBUTION.match(line.text):
                container = _QUOTATION
                continue
            indent = len(line.text) - len(line.text.lstrip(" \t"))
            if container is _QUOTATION and line.text.startswith("> "):
                indent = 2
            runs.append(SourceRun(line.start + indent, line.text[indent:]))
        self._emit(runs, container)

    def _ends_text(self, line: MarkedLine, in_list: bool) -> bool:
        text = line.text
        if text[0] in "-=.*_+/`|,:![" and (
            delimiter(text) or TABLE.match(text) or ATTRIBUTES.match(text) or text == "+"
        ):
            return True
        if text.endswith("]") and "::" in text and MACRO.match(text):
            return True
        return in_list and (BULLET.match(text) or TERM.match(text)) is not None

    def _skip_paragraph(self) -> None:
        """Skip the lines up to an empty one or to the start of another block."""
        self._at += 1
        while self._at < len(self._lines):
            text = self._lines[self._at].text
            if not text or text == "+" or delimiter(text):
                break
            self._at += 1

    def _table(self, mark: str, *, hidden: bool) -> None:
        self._at += 1
        inside: list[MarkedLine] = []
        while self._at < len(self._lines) and self._lines[self._at].text != mark:
            if not COMMENT.match(self._lines[self._at].text):
                inside.append(self._lines[self._at])
            self._at += 1
        self._at += 1
        if not hidden:
            for runs in cells(inside, mark[0]):
                self._emit(runs, Container(BlockKind.TABLE_CELL))

    def _emit(self, runs: list[SourceRun], container: Container) -> None:
        if runs:
            self._writer.containers.append(container)
            self._inline.read(runs)
            self._writer.containers.pop()


def _marker(written: str) -> str:
    """The marker of a list that ``written`` belongs to: ``7.`` continues ``1.``."""
    if written[0].isdigit():
        return "1."
    if written[0].isalpha():
        return "i)" if written.endswith(")") else "a."
    return "<1>" if written[0] == "<" else written
