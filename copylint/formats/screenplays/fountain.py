"""Fountain, the plain text of screenplays."""

from __future__ import annotations

from copylint.core.document import Document
from copylint.core.span import TextSpan
from copylint.formats.base import DocumentBuilder, Format
from copylint.formats.roundtrip_check import plain_or_verified


class Fountain(Format):
    """Action and dialogue, as https://fountain.io/syntax tells them from the rest."""

    name = "fountain"
    suffixes = (".fountain", ".spmd")

    def escape(self, document: Document, span: TextSpan, text: str) -> str | None:
        """``text`` as it stands; None if it would be read as markup."""
        return plain_or_verified(self, document, span, text, text)

    def read(self, path: str, source: str) -> Document:
        """The document in ``source``."""
        from copylint.formats.draft import emit
        from copylint.formats.screenplays.script_lines import ScriptReader, masked
        from copylint.formats.writer import BlockWriter

        mask, comments = masked(source)
        writer = BlockWriter(source, mask)
        writer.guesses_captions = False
        ScriptReader(writer).read()
        builder = DocumentBuilder(path, self.name, source)
        builder.comments = comments
        emit(builder, writer.drafts)
        return builder.build()
