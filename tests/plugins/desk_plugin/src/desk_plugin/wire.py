"""A format: copy as an agency sends it, with a slug line that starts with ``^``."""

from __future__ import annotations

from copylint.core.blocks import BlockKind
from copylint.core.document import Document
from copylint.formats.base import DocumentBuilder, Format


class Wire(Format):
    """Each line is a paragraph; a line that starts with ``^`` is not prose."""

    name = "wire"
    suffixes = (".wire",)
    written = ("plain",)

    def read(self, path: str, source: str) -> Document:
        """The document in ``source``; reads any text."""
        builder = DocumentBuilder(path, self.name, source)
        at = 0
        for line in source.splitlines(keepends=True):
            if not line.startswith("^"):
                builder.literal(at, at + len(line.rstrip()))
                builder.end_block(BlockKind.PARAGRAPH)
            at += len(line)
        return builder.build()
