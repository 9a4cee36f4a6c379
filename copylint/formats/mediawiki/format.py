"""Wikitext as MediaWiki reads it."""

from __future__ import annotations

from copylint.core.document import Document
from copylint.core.span import TextSpan
from copylint.formats.base import DocumentBuilder, Format
from copylint.formats.roundtrip_check import plain_or_verified


class MediaWiki(Format):
    """Pages of a wiki.

    Parsers of wikitext give no source positions, so it is read here, following
    https://www.mediawiki.org/wiki/Help:Formatting. No template is expanded.
    """

    name = "mediawiki"
    suffixes = (".mediawiki", ".wiki", ".wikitext")

    def escape(self, document: Document, span: TextSpan, text: str) -> str | None:
        """``text`` as it stands; None if it would be read as markup."""
        return plain_or_verified(self, document, span, text, text)

    def read(self, path: str, source: str) -> Document:
        """The document in ``source``."""
        from copylint.formats.draft import emit
        from copylint.formats.mediawiki.blocks import WikiBlockReader
        from copylint.formats.mediawiki.masking import masked
        from copylint.formats.writer import BlockWriter

        mask = masked(source)
        writer = BlockWriter(source, mask.text)
        writer.guesses_captions = False
        for start, end in mask.comments:
            writer.comment(start, end)
        WikiBlockReader(writer, mask).read()
        builder = DocumentBuilder(path, self.name, source)
        builder.comments = writer.comments
        builder.images = writer.images
        emit(builder, writer.drafts)
        return builder.build()
