"""Catalogues of gettext: messages in the language of a program, and their translations."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from copylint.core.blocks import Comment
from copylint.core.document import Document
from copylint.core.span import SourceSpan, TextSpan
from copylint.formats import declared_encoding
from copylint.formats.base import DocumentBuilder, Format
from copylint.formats.catalogues.unsuited_rules import UNSUITED
from copylint.formats.roundtrip_check import verified_within

if TYPE_CHECKING:
    from copylint.formats.catalogues.po_entries import PoCatalogue

_ENGLISH = re.compile(r"en(?:g)?(?![A-Za-z])", re.IGNORECASE)
_OTHER_CHARSET = re.compile(r"charset=(?!utf-?8|us-ascii|ascii|CHARSET\b)", re.IGNORECASE)
_CHARSET = re.compile(rb"Content-Type:[^\"]{0,60}charset=([\w.:-]{2,40})", re.IGNORECASE)
_WRITTEN = {10: "\\n", 9: "\\t", 13: "\\r", ord('"'): '\\"', ord("\\"): "\\\\"}
_MESSAGES, _TRANSLATIONS = ("msgid", "msgid_plural"), ("msgstr",)
_EMPTY_LINES = ("\n\n", "\n\r\n", "\r\r")


class Po(Format):
    """Messages, and their translations if these are English.

    Translations are looked up by the message: a fix that changes a message is for a person to
    apply, together with the program that shows it.
    """

    name = "po"
    suffixes = (".po", ".pot")
    walked = False
    strict = True
    unsuited = UNSUITED

    def decode(self, path: str, data: bytes) -> str:
        """The catalogue in Unicode or in the encoding that its header names."""
        return declared_encoding.decode(path, data, _CHARSET)

    def encode(self, source: str, like: bytes) -> bytes:
        """The catalogue in the encoding of ``like``."""
        return declared_encoding.encode(source, like, _CHARSET)

    def escape(self, document: Document, span: TextSpan, text: str) -> str | None:
        """``text`` as it must be written in a string; None if it would be read as markup."""
        source = document.source
        if not text.isascii() and _OTHER_CHARSET.search(source, 0, 10_000):
            return None
        # An entry ends at an empty line, and is read in any language here.
        where = document.to_source(span)
        start = max(source.rfind(line, 0, where.start) + 1 for line in _EMPTY_LINES)
        ends = [at for line in _EMPTY_LINES if (at := source.find(line, where.end)) >= 0]
        entry = SourceSpan(start, min(ends, default=len(source)))
        written = text.translate(_WRITTEN)
        return verified_within(self._entry, document, span, text, written, entry)

    def _entry(self, source: str) -> Document:
        from copylint.formats.catalogues.po_entries import catalogue_in

        builder = DocumentBuilder("", self.name, source)
        _add(builder, catalogue_in("", source), source, (*_MESSAGES, *_TRANSLATIONS))
        return builder.build()

    def read(self, path: str, source: str) -> Document:
        """All messages of the file. Raises ``InputError`` if it is not a catalogue."""
        return self._documents(path, source, apart=False)[0]

    def read_all(self, path: str, source: str) -> tuple[Document, ...]:
        """The messages and, if they are English, the translations as an article of their own."""
        documents = self._documents(path, source, apart=True)
        return tuple(each.seen_in(documents[0].view) for each in documents)

    def _documents(self, path: str, source: str, *, apart: bool) -> list[Document]:
        from copylint.formats.catalogues.po_entries import catalogue_in

        catalogue = catalogue_in(path, source)
        language = catalogue.header("Language")
        builder = DocumentBuilder(path, self.name, source)
        builder.comments = [
            Comment(SourceSpan(start, end), text) for start, end, text in catalogue.comments
        ]
        if not _ENGLISH.match(language):
            if _has_translations(catalogue):
                why = f"they are in '{language}'" if language else "the header names no language"
                builder.notes.append(f"the translations are left out: {why}")
            _add(builder, catalogue, source, _MESSAGES)
            return [builder.build()]
        if not apart:
            _add(builder, catalogue, source, (*_MESSAGES, *_TRANSLATIONS))
            return [builder.build()]
        _add(builder, catalogue, source, _MESSAGES)
        translated = DocumentBuilder(path, self.name, source, language)
        _add(translated, catalogue, source, _TRANSLATIONS)
        return [builder.build(), translated.build()]


def _has_translations(catalogue: PoCatalogue) -> bool:
    return any(
        pieces
        for entry in catalogue.entries
        if not entry.is_header
        for name, pieces in entry.strings
        if name.startswith("msgstr")
    )


def _add(
    builder: DocumentBuilder, catalogue: PoCatalogue, source: str, keywords: Sequence[str]
) -> None:
    """Append the texts with these keywords. A translation marked as fuzzy is not used by anyone."""
    from copylint.formats.catalogues.message_text import add_message

    for entry in catalogue.entries:
        if entry.is_header:
            continue
        for name, pieces in entry.strings:
            keyword = name.partition("[")[0]
            if keyword in keywords and not (keyword == "msgstr" and entry.is_fuzzy):
                add_message(builder, pieces, source, is_key=keyword != "msgstr")
