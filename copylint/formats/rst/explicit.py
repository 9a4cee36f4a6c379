"""Explicit markup, which begins with two dots: directives, footnotes, targets, comments."""

from __future__ import annotations

from dataclasses import replace
from typing import Protocol

from copylint.core.blocks import BlockKind, Comment
from copylint.core.span import SourceSpan
from copylint.formats.draft import PieceRole, TextPiece
from copylint.formats.front_matter import kind_of
from copylint.formats.joined_runs import SourceRun
from copylint.formats.prose_heuristics import is_running_text, looks_like_prose
from copylint.formats.rst import directive_content as d
from copylint.formats.rst import line_patterns as p
from copylint.formats.rst.body import Body
from copylint.formats.rst.line_patterns import RstLine
from copylint.formats.writer import BlockWriter, Container

_NOT_PROSE = frozenset(("date", "version", "revision", "status", "copyright", "organization"))


class Reader(Protocol):
    """The interface that explicit markup needs from the reader of blocks."""

    writer: BlockWriter
    #: Whether only titles, fields and comments have come so far.
    at_head: bool

    def body(self, body: Body, at: int) -> None:
        """Read the blocks of ``body`` from the line ``at`` on."""

    def to_blank(self, body: Body, at: int) -> int:
        """The end of the lines of the block from ``at`` on, up to the first without text."""

    def emit(self, runs: list[SourceRun], container: Container) -> None:
        """Write a block whose text is ``runs``."""


class ExplicitReader:
    """Reads explicit markup for ``blocks``, which reads its content."""

    def __init__(self, blocks: Reader) -> None:
        self._blocks = blocks

    def docinfo(self, name: str) -> BlockKind | None:
        """The kind of a field before the article; None for those that are not prose."""
        return None if name in _NOT_PROSE else kind_of(name)

    def read(self, body: Body, at: int) -> int:
        """Read the block whose first line is ``at``; return where the next one begins."""
        line = body.lines[at]
        marker = p.EXPLICIT.match(line.text)
        assert marker is not None
        skip, text = marker.end(), line.text[marker.end() :]
        end = body.indented_end(at + 1, line.indent + 1)
        if not text and (at + 1 >= end or not body.lines[at + 1].text):
            return at + 1  # two dots alone are an empty comment
        if note := p.FOOTNOTE.match(text):
            self._blocks.at_head = False
            self._content(body, at, end, skip + note.end(), Container(BlockKind.FOOTNOTE))
        elif p.TARGET.match(text):
            return min(end, self._blocks.to_blank(body, at))
        elif found := p.SUBSTITUTION.match(text) or p.DIRECTIVE.match(text):
            self._directive(body, at, end, found["directive"].lower(), skip + found.end())
        else:
            self._remark(body, at, end, skip)
        return end

    def _remark(self, body: Body, at: int, end: int, skip: int) -> None:
        last = end
        while last > at + 1 and not body.lines[last - 1].text:
            last -= 1
        start = body.lines[at].start + skip
        stop = body.lines[last - 1].end
        if start < stop:
            said = self._blocks.writer.source[start:stop].strip()
            self._blocks.writer.comments.append(Comment(SourceSpan(start, stop), said))

    def _content(self, body: Body, at: int, end: int, skip: int, container: Container) -> None:
        """Read the text from ``skip`` on in the line ``at``, and the lines indented under it."""
        line = body.lines[at]
        base = body.margin(at + 1, end, line.indent + skip)
        body.lines[at] = RstLine(line.start + skip, base, line.text[skip:])
        self._blocks.body(body.inside(end, base, container), at)

    def _directive(self, body: Body, at: int, end: int, name: str, skip: int) -> None:
        # A directive of a domain describes something: ``rst:role`` is not the directive ``role``.
        domain, _, name = name.rpartition(":")
        if domain and domain != "std":
            name = "describe"
        options, first = self._options(body, at + 1, end)
        if name in d.IMAGES:
            self._image(body, at, end, options, skip)
        elif name in d.HIDDEN and name not in d.TITLED:
            return
        elif name in d.TEXTS:
            self._hide(body, at + 1, first)
            kind = BlockKind.QUOTATION if name in d.QUOTING else body.container.kind
            if name == "replace":
                kind = BlockKind.FRONT_MATTER
            self._content(body, at, end, skip, Container(kind, body.container.depth))
        elif name in d.VERSIONS:
            self._hide(body, at + 1, first)
            version = len(body.lines[at].text[skip:].partition(" ")[0])
            after = body.lines[at].text[skip + version :]
            skip += version + len(after) - len(after.lstrip())
            self._content(body, at, end, skip, body.container)
        elif name in d.TITLED:
            title = self._argument(body, at, first, skip)
            self._blocks.emit(title, Container(d.TITLED[name]))
            if name != "csv-table":
                is_table = name == "list-table"
                self._inner(body, first, end, is_table=is_table)
        elif name in d.NAMED or self._is_prose(body, first, end):
            self._inner(body, first, end)

    def _is_prose(self, body: Body, at: int, end: int) -> bool:
        """Whether a paragraph on the margin of the lines from ``at`` to ``end`` is sentences."""
        margin = body.margin(at, end, body.base)
        paragraph: list[str] = []
        for line in (*body.lines[at:end], RstLine(0, margin, "")):
            if line.text and line.indent == margin:
                paragraph.append(line.text)
            elif not line.text:
                if looks_like_prose(text := "\n".join(paragraph)) or is_running_text(text):
                    return True
                paragraph = []
        return False

    def _inner(self, body: Body, at: int, end: int, *, is_table: bool = False) -> None:
        self._blocks.at_head = False
        inner = body.inside(end, body.margin(at, end, body.base))
        if is_table:
            inner = replace(inner, item=BlockKind.TABLE_CELL)
        self._blocks.body(inner, at)

    def _options(self, body: Body, at: int, end: int) -> tuple[dict[str, SourceRun], int]:
        """The options under a directive, and where its content begins."""
        options: dict[str, SourceRun] = {}
        while at < end and body.lines[at].text and not body.lines[at].text.startswith(":"):
            at += 1  # the argument continues
        if at == end or not body.lines[at].text:
            return options, at
        column = body.lines[at].indent
        while at < end and body.lines[at].text:
            line = body.lines[at]
            found = p.OPTION_FIELD.match(line.text) if line.indent <= column else None
            if found:
                text = line.text[found.end() :]
                options[found["name"].lower()] = SourceRun(line.start + found.end(), text)
            at += 1
        return options, at

    def _hide(self, body: Body, at: int, first: int) -> None:
        """Empty the option lines of content that may begin beside the directive."""
        is_option = False
        for index in range(at, first):
            line = body.lines[index]
            is_option = is_option or p.OPTION_FIELD.match(line.text) is not None
            if is_option:
                body.lines[index] = RstLine(line.start, line.indent, "")

    def _argument(self, body: Body, at: int, first: int, skip: int) -> list[SourceRun]:
        """The argument beside a directive, and the lines on which it continues."""
        line = body.lines[at]
        runs = [SourceRun(line.start + skip, line.text[skip:])] if line.text[skip:] else []
        for each in body.lines[at + 1 : first]:
            if not each.text or p.OPTION_FIELD.match(each.text):
                break
            runs.append(SourceRun(each.start, each.text))
        return runs

    def _image(
        self, body: Body, at: int, end: int, options: dict[str, SourceRun], skip: int
    ) -> None:
        self._blocks.at_head = False
        writer = self._blocks.writer
        alt = options.get("alt")
        pieces = (
            [TextPiece(PieceRole.TEXT, alt.text, alt.start, alt.start + len(alt.text))]
            if alt
            else []
        )
        writer.image(
            pieces if alt and alt.text else [], [], body.lines[at].start, body.lines[at].end
        )
        writer.flush()
        _, first = self._options(body, at + 1, end)
        while first < end and not body.lines[first].text:
            first += 1
        if first >= end:
            return
        base = body.margin(first, end, body.base)
        # The first paragraph under a figure is its caption; a comment there means it has none.
        runs = []
        if not p.EXPLICIT.match(body.lines[first].text):
            while first < end and body.lines[first].text:
                runs.append(SourceRun(body.lines[first].start, body.lines[first].text))
                first += 1
        self._blocks.emit(runs, Container(BlockKind.CAPTION))
        self._blocks.body(body.inside(end, base), first)
