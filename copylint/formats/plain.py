"""Plain text: paragraphs, one per line or apart by blank lines."""

from __future__ import annotations

import re

from copylint.formats.base import DocumentBuilder, Format
from copylint.model.document import BlockKind, Document

_LINE = re.compile(r"[^\r\n]+")


class PlainText(Format):
    """Plain text as newsrooms paste it."""

    name = "plain"
    suffixes = (".txt", ".text")

    def read(self, path: str, source: str) -> Document:
        """The document in ``source``."""
        builder = DocumentBuilder(path, self.name, source)
        for line in _LINE.finditer(source):
            if not line.group().isspace():
                builder.literal(line.start(), line.end())
                builder.end_block(BlockKind.PARAGRAPH)
        return builder.build()
