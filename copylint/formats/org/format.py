"""Org as Emacs exports it."""

from __future__ import annotations

from copylint.core.document import Document
from copylint.core.span import TextSpan
from copylint.formats.base import DocumentBuilder, Format
from copylint.formats.roundtrip_check import plain_or_verified


class Org(Format):
    """Outlines with text.

    Parsers of Org give no source positions, so it is read here, following
    https://orgmode.org/worg/org-syntax.html. No code is run and no file included.
    """

    name = "org"
    suffixes = (".org",)

    def escape(self, document: Document, span: TextSpan, text: str) -> str | None:
        """``text`` as it stands; None if it would be read as markup."""
        return plain_or_verified(self, document, span, text, text)

    def read(self, path: str, source: str) -> Document:
        """The document in ``source``."""
        from copylint.formats.draft import emit
        from copylint.formats.org.blocks import OrgBlockReader
        from copylint.formats.writer import BlockWriter

        writer = BlockWriter(source, source)
        writer.guesses_captions = False
        OrgBlockReader(writer).read()
        builder = DocumentBuilder(path, self.name, source)
        builder.comments = writer.comments
        builder.images = writer.images
        emit(builder, writer.drafts)
        return builder.build()
