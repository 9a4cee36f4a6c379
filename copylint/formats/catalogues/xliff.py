"""XLIFF 1.2 and 2: texts under translation, each with its source and its target."""

from __future__ import annotations

import re

from copylint.core.document import Document
from copylint.core.span import TextSpan
from copylint.formats import declared_encoding
from copylint.formats.base import DocumentBuilder, Format
from copylint.formats.catalogues.unsuited_rules import UNSUITED
from copylint.formats.roundtrip_check import plain_or_verified

_ENGLISH = re.compile(r"en(?:g)?(?![A-Za-z])", re.IGNORECASE)


class Xliff(Format):
    """Sources and targets, if they are English.

    Translations are made from the source: a fix that changes it is for a person to apply.
    """

    name = "xliff"
    suffixes = (".xlf", ".xliff")
    walked = False
    strict = True
    unsuited = UNSUITED
    written = ("xml",)

    def decode(self, path: str, data: bytes) -> str:
        """The document in Unicode or in the encoding that it declares."""
        return declared_encoding.decode(path, data)

    def encode(self, source: str, like: bytes) -> bytes:
        """The document in the encoding of ``like``."""
        return declared_encoding.encode(source, like)

    def escape(self, document: Document, span: TextSpan, text: str) -> str | None:
        """``text`` as it must be written in a text; None if it would be read as markup."""
        written = super().escape(document, span, text)
        if written is None:
            return None
        return plain_or_verified(self, document, span, text, written)

    def read(self, path: str, source: str) -> Document:
        """All English texts of the file. Raises ``InputError`` if it is not XLIFF."""
        from copylint.formats.catalogues.xliff_units import XliffReader

        reader = XliffReader(path, source)
        builder = DocumentBuilder(path, self.name, source)
        reader.read(builder, builder, _is_english)
        return builder.build()

    def read_all(self, path: str, source: str) -> tuple[Document, ...]:
        """The sources and the targets, if these are English, as two articles."""
        from copylint.formats.catalogues.xliff_units import XliffReader

        reader = XliffReader(path, source)
        sources = DocumentBuilder(path, self.name, source)
        targets = DocumentBuilder(path, self.name, source, "target")
        reader.read(sources, targets, _is_english)
        first, second = sources.build(), targets.build()
        return (first, second.seen_in(first.view)) if second.text else (first,)


def _is_english(language: str) -> bool:
    """Whether ``language`` is English, or none is named."""
    return not language or _ENGLISH.match(language) is not None
