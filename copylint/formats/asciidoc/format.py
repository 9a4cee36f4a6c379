"""AsciiDoc, as Asciidoctor reads it, with the quotation marks of its predecessor."""

from __future__ import annotations

from copylint.core.document import Document
from copylint.formats.base import DocumentBuilder, Format


class AsciiDoc(Format):
    """AsciiDoc, the language of technical books and manuals.

    No AsciiDoc parser gives source positions, so the blocks and the inline markup are read here,
    following the grammar at https://docs.asciidoctor.org/asciidoc/latest/.
    """

    name = "asciidoc"
    suffixes = (".adoc", ".asciidoc", ".asc", ".ad")
    written = ("asciidoc",)

    def read(self, path: str, source: str) -> Document:
        """The document in ``source``."""
        from copylint.formats import front_matter
        from copylint.formats.asciidoc.blocks import AsciiDocBlockReader
        from copylint.formats.draft import emit
        from copylint.formats.writer import BlockWriter

        builder = DocumentBuilder(path, self.name, source)
        start, end, body = front_matter.body_start(source)
        writer = BlockWriter(source, source)
        writer.guesses_captions = False
        AsciiDocBlockReader(writer, body).read()
        builder.comments = writer.comments
        builder.images = writer.images
        emit(builder, front_matter.drafts(source, start, end) + writer.drafts)
        return builder.build()
