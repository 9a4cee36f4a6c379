"""The blocks of a reStructuredText file: which lines are prose, and of what kind."""

from __future__ import annotations

import re
from dataclasses import replace

from copylint.core.blocks import BlockKind
from copylint.formats.joined_runs import SourceRun
from copylint.formats.prose_heuristics import is_running_text, looks_like_prose
from copylint.formats.rst import line_patterns as p
from copylint.formats.rst import tables
from copylint.formats.rst.body import Body
from copylint.formats.rst.explicit import ExplicitReader
from copylint.formats.rst.inline import RstInlineReader
from copylint.formats.rst.line_patterns import RstLine
from copylint.formats.writer import BlockWriter, Container
from copylint.language.picture_credits import ends_sentence

#: The deepest nesting of lists and quotations; anything deeper is read as paragraphs.
_DEEPEST = 40
_CLASSIFIER = re.compile(r" +: +")
#: Fields with technical details of a manual's entry (types, ids, versions) and no prose.
_TYPES = re.compile(r"(?:r?type|vartype|(?:[\w-]*[-_])?(?:class|id|url|version|date))\b(?!-)")


class RstBlockReader:
    """Reads the lines of a file and passes their blocks to ``writer``."""

    def __init__(self, writer: BlockWriter, start: int) -> None:
        self.writer = writer
        self._inline = RstInlineReader(writer)
        self._explicit = ExplicitReader(self)
        self._lines = p.lines_of(writer.source, start)
        # The styles of titles by level: their mark, and whether there is a line above.
        self._styles: list[tuple[str, bool]] = []
        self._has_headline = False
        #: Whether only titles, fields and comments have come so far.
        self.at_head = True

    def read(self) -> None:
        """Read all lines."""
        self.body(Body(self._lines, len(self._lines), 0, top=True), 0)

    def body(self, body: Body, at: int) -> None:
        """Read the blocks of ``body`` from the line ``at`` on."""
        while at < body.stop:
            at = self._block(body, at) if body.lines[at].text else at + 1

    def _block(self, body: Body, at: int) -> int:
        line = body.lines[at]
        if body.depth > _DEEPEST:
            return self._paragraph(body, at)
        if line.indent > body.base:
            return self._quotation(body, at)
        text = line.text
        if text[0] == ":" and (field := p.FIELD.match(text)):
            return self._field(body, at, field)
        if p.EXPLICIT.match(text):
            return self._explicit.read(body, at)
        if body.top and not (self._is_title(body, at) or self._is_title(body, at + 1)):
            self.at_head = False
        bullet = p.BULLET.match(text)
        if bullet is None and (enumerator := p.ENUMERATOR.match(text)):
            bullet = enumerator if self._is_enumerated(body, at, enumerator) else None
        if bullet:
            return self._item(body, at, bullet.end())
        if text[0] in "-/+" and (option := p.OPTION.match(text)):
            return self._described(body, at, option.end(), body.inside(0, 0))
        if p.DOCTEST.match(text):
            return self.to_blank(body, at)
        if p.LINE_BLOCK.match(text):
            return self._line_block(body, at)
        if p.GRID_TOP.match(text) or p.SIMPLE_TOP.match(text):
            return self._table(body, at)
        if p.ANONYMOUS.match(text):
            return min(self.to_blank(body, at), body.indented_end(at + 1, line.indent + 1))
        if p.is_adornment(text):
            return self._adorned(body, at)
        return self._text(body, at)

    def _quotation(self, body: Body, at: int) -> int:
        end = body.indented_end(at, body.base + 1)
        base = body.margin(at, end, body.base)
        # "-- Who said it" is the last paragraph.
        last = end
        while last > at and not body.lines[last - 1].text:
            last -= 1
        first = last
        while first > at and body.lines[first - 1].text:
            first -= 1
        is_attributed = first > at and p.ATTRIBUTION.match(body.lines[first].text)
        kind = Container(BlockKind.QUOTATION)
        self.body(body.inside(first if is_attributed else end, base, kind), at)
        return end

    def _item(self, body: Body, at: int, marker: int) -> int:
        line = body.lines[at]
        lists = body.lists + 1
        column = line.indent + marker
        if marker >= len(line.text):
            follows = body.lines[at + 1] if at + 1 < body.stop else RstLine(0, 0, "")
            if not follows.text or follows.indent <= line.indent:
                return at + 1
            column = follows.indent
        body.lines[at] = RstLine(line.start + marker, column, line.text[marker:])
        end = body.indented_end(at + 1, column)
        inner = replace(body.inside(end, column, Container(body.item, lists)), lists=lists)
        self.body(inner, at)
        return end

    def _is_enumerated(self, body: Body, at: int, found: re.Match[str]) -> bool:
        """Whether the next line confirms it: "A. Quill was" is not an item if its text goes on."""
        if found["open"] and found["close"] != ")":
            return False
        if at + 1 >= body.stop:
            return True
        following = body.lines[at + 1]
        if not following.text or following.indent > body.lines[at].indent:
            return True
        after = p.ENUMERATOR.match(following.text)
        return after is not None and after["close"] == found["close"]

    def _field(self, body: Body, at: int, field: re.Match[str]) -> int:
        name = field["name"].strip().lower()
        if body.top and self.at_head:
            kind = self._explicit.docinfo(name)
            if kind is None and self._is_running_text(body, at, field.end()):
                kind = BlockKind.FRONT_MATTER
            hidden = kind is None
        else:
            kind, hidden = None, _TYPES.match(name) is not None
        if hidden:
            return body.indented_end(at + 1, body.lines[at].indent + 1)
        inner = body.inside(0, 0, Container(kind or self._kind_of_field(body, at)))
        return self._described(body, at, field.end(), inner)

    def _is_running_text(self, body: Body, at: int, marker: int) -> bool:
        """Whether the field ``at`` holds a sentence, or the greater part of one."""
        end = body.indented_end(at + 1, body.lines[at].indent + 1)
        lines = [body.lines[at].text[marker:], *(line.text for line in body.lines[at + 1 : end])]
        text = "\n".join(lines)
        return looks_like_prose(text) or is_running_text(text)

    def _kind_of_field(self, body: Body, at: int) -> BlockKind:
        """What a field holds: sentences, or a value, as docutils sets it in a table.

        Fields are no list: its items would have to look alike.
        """
        last = body.indented_end(at + 1, body.lines[at].indent + 1) - 1
        while last > at and not body.lines[last].text:
            last -= 1
        ends = ends_sentence(body.lines[last].text)
        return BlockKind.PARAGRAPH if ends else BlockKind.TABLE_CELL

    def _described(self, body: Body, at: int, marker: int, inner: Body) -> int:
        """Read the text beside and under the marker of a field, an option or the like."""
        line = body.lines[at]
        end = body.indented_end(at + 1, line.indent + 1)
        base = body.margin(at + 1, end, line.indent + marker)
        body.lines[at] = RstLine(line.start + marker, base, line.text[marker:])
        self.body(replace(inner, stop=end, base=base), at)
        return end

    def to_blank(self, body: Body, at: int) -> int:
        """The end of the lines of the block from ``at`` on, up to the first without text."""
        while at < body.stop and body.lines[at].text:
            at += 1
        return at

    def _line_block(self, body: Body, at: int) -> int:
        runs = []
        while at < body.stop and body.lines[at].text:
            line = body.lines[at]
            mark = p.LINE_BLOCK.match(line.text)
            if mark is None and line.indent <= body.base:
                break
            skip = mark.end() if mark else 0
            if len(line.text) > skip:
                runs.append(SourceRun(line.start + skip, line.text[skip:]))
            elif runs:
                self.emit(runs, body.container)
                runs = []
            at += 1
        self.emit(runs, body.container)
        return at

    def _table(self, body: Body, at: int) -> int:
        line = body.lines[at]
        if line.text[0] == "+":
            end = at
            while end < body.stop and body.lines[end].text[:1] in ("+", "|"):
                end += 1
            found = tables.grid_cells(body.lines[at:end])
        else:
            end = tables.simple_end(body.lines, at, body.stop, body.base)
            found = tables.simple_cells(body.lines[at:end])
        if any("\t" in each.text for each in body.lines[at:end]):
            return end  # the columns cannot be determined
        self._inline.in_cell += 1
        for cell in found:
            base = min((each.indent for each in cell.lines if each.text), default=0)
            kind = BlockKind.TABLE_CELL
            inner = body.inside(len(cell.lines), base, Container(kind, int(cell.is_head)))
            self.body(replace(inner, lines=cell.lines, item=kind), 0)
        self._inline.in_cell -= 1
        return end

    def _is_title(self, body: Body, at: int) -> bool:
        """Whether the line ``at`` is the text of an underlined title."""
        if not body.top or at + 1 >= body.stop:
            return False
        text, under = body.lines[at].text, body.lines[at + 1].text
        return (
            bool(text)
            and p.is_adornment(under)
            and body.lines[at + 1].indent == body.base
            and not p.is_adornment(text)
            and (len(under) >= len(text) or len(under) >= 4)
        )

    def _adorned(self, body: Body, at: int) -> int:
        """Read a title with a line above it, or a rule."""
        text = body.lines[at].text
        if self._is_title(body, at + 1) and body.lines[at + 2].text[0] == text[0]:
            self._title(body.lines[at + 1], (text[0], True))
            return at + 3
        alone = at + 1 >= body.stop or not body.lines[at + 1].text
        if alone and len(text) >= 4:
            return at + 1
        return self._text(body, at)

    def _text(self, body: Body, at: int) -> int:
        line = body.lines[at]
        if self._is_title(body, at):
            self._title(line, (body.lines[at + 1].text[0], False))
            return at + 2
        following = body.lines[at + 1] if at + 1 < body.stop else RstLine(0, 0, "")
        if following.text and following.indent > line.indent:
            if line.text.endswith("::"):
                return body.indented_end(at + 1, line.indent + 1)
            return self._definition(body, at)
        return self._paragraph(body, at)

    def _definition(self, body: Body, at: int) -> int:
        line = body.lines[at]
        container = Container(body.item, body.lists + 1)
        classifier = _CLASSIFIER.search(line.text)
        term = line.text[: classifier.start()] if classifier else line.text
        self.emit([SourceRun(line.start, term)], container)
        end = body.indented_end(at + 1, line.indent + 1)
        base = body.margin(at + 1, end, line.indent + 1)
        self.body(replace(body.inside(end, base, container), lists=body.lists + 1), at + 1)
        return end

    def _paragraph(self, body: Body, at: int) -> int:
        first = body.lines[at]
        runs = []
        while at < body.stop and body.lines[at].text and body.lines[at].indent == first.indent:
            runs.append(SourceRun(body.lines[at].start, body.lines[at].text))
            at += 1
        is_literal = runs[-1].text.endswith("::")
        if is_literal:
            start, text = runs.pop()
            cut = text[:-2].rstrip()
            # "so ::" is "so", "so::" is "so:".
            cut = text[:-1] if cut == text[:-2] and cut else cut
            if cut:
                runs.append(SourceRun(start, cut))
        self.emit(runs, body.container)
        return self._literal_block(body, at) if is_literal else at

    def _literal_block(self, body: Body, at: int) -> int:
        """Skip the literal block that follows: indented, or quoted line by line."""
        while at < body.stop and not body.lines[at].text:
            at += 1
        if at < body.stop and body.lines[at].indent > body.base:
            return body.indented_end(at, body.base + 1)
        if at < body.stop and p.is_adornment(body.lines[at].text[0]):
            mark = body.lines[at].text[0]
            while at < body.stop and body.lines[at].text[:1] == mark:
                at += 1
        return at

    def _title(self, line: RstLine, style: tuple[str, bool]) -> None:
        if style not in self._styles:
            self._styles.append(style)
        level = self._styles.index(style) + 1
        is_headline = level == 1 and not self._has_headline
        self._has_headline = self._has_headline or is_headline
        kind = BlockKind.HEADLINE if is_headline else BlockKind.SUBHEAD
        self.emit([SourceRun(line.start, line.text)], Container(kind, level))

    def emit(self, runs: list[SourceRun], container: Container) -> None:
        """Pass the text of ``runs`` to the writer as a block."""
        if runs:
            self.writer.containers.append(container)
            self._inline.read(runs)
            self.writer.flush()
            self.writer.containers.pop()
