"""reStructuredText, as docutils and Sphinx read it."""

from __future__ import annotations

import re

from copylint.core.blocks import BlockKind
from copylint.core.document import Document
from copylint.core.span import TextSpan
from copylint.formats.base import DocumentBuilder, Format
from copylint.formats.roundtrip_check import verified

# Letters among letters have no special meaning.
_PLAIN = re.compile(r"(?:[^\W_]|[ ,!?'’‘“”–—])*")
_BESIDE = re.compile(r"[^\W_]|[ ,.!?’”]")
_MARK = re.compile(r"[\\*`|]|_(?!\w)")


class ReStructuredText(Format):
    """reStructuredText, the language of Python's manuals.

    docutils gives at best the line of a node, so blocks and inline markup are read here; the
    tests compare the result with docutils.
    """

    name = "rst"
    suffixes = (".rst", ".rest")

    def escape(self, document: Document, span: TextSpan, text: str) -> str | None:
        """``text`` as it must be written in place of ``span``; None if it cannot be.

        A title must not outgrow the line under it, nor a cell its column.
        """
        where = document.to_source(span)
        source = document.source
        block = document.block_at(span.start)
        is_title = block is not None and block.kind in (BlockKind.HEADLINE, BlockKind.SUBHEAD)
        if (
            is_title
            and len(text) > len(where)
            and not self._has_room(document, where.end, len(text) - len(where))
        ):
            return None
        is_cell = block is not None and block.kind is BlockKind.TABLE_CELL
        before = source[max(0, where.start - 1) : where.start]
        after = source[where.end : where.end + 1]
        if (
            text
            and not is_cell
            and _PLAIN.fullmatch(text)
            and _BESIDE.match(before)
            and (not after or after in "\r\n" or _BESIDE.match(after))
            and source[max(0, where.start - 2) : where.start].strip()
        ):
            return text
        escaped = _MARK.sub(lambda mark: "\\" + mark.group(), text)
        return verified(self, document, span, text, escaped)

    def _has_room(self, document: Document, at: int, more: int) -> bool:
        """Whether the line under the title at ``at`` is at least ``more`` longer than it."""
        lines, source = document.lines, document.source
        line = lines.place(at).line
        if line >= lines.count:
            return False
        title = source[lines.line_start(line) : lines.line_end(line)].strip()
        under = source[lines.line_start(line + 1) : lines.line_end(line + 1)].strip()
        return len(under) >= len(title) + more

    def read(self, path: str, source: str) -> Document:
        """The document in ``source``."""
        from copylint.formats import front_matter
        from copylint.formats.draft import emit
        from copylint.formats.rst.blocks import RstBlockReader
        from copylint.formats.writer import BlockWriter

        builder = DocumentBuilder(path, self.name, source)
        start, end, body = front_matter.body_start(source)
        writer = BlockWriter(source, source)
        writer.guesses_captions = False
        RstBlockReader(writer, body).read()
        builder.comments = writer.comments
        builder.images = writer.images
        emit(builder, front_matter.drafts(source, start, end) + writer.drafts)
        return builder.build()
