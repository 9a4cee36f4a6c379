"""OpenDocument texts, as LibreOffice writes them (OASIS OpenDocument 1.3)."""

from __future__ import annotations

import re

from copylint.core.document import Document
from copylint.core.errors import InputError
from copylint.formats.base import DocumentBuilder
from copylint.formats.draft import Draft
from copylint.formats.office.archive import Archive
from copylint.formats.office.draft_blocks import emit
from copylint.formats.office.edits import OfficeTextRules
from copylint.formats.office.odt_reader import OdtReader
from copylint.formats.office.odt_styles import OdtStyles
from copylint.formats.office.package import PackageFormat, parts_of

_CHANGED = re.compile(r"<[\w.-]+:changed-region[\s>]")
_CONTENT, _STYLES, _MANIFEST = "content.xml", "styles.xml", "META-INF/manifest.xml"


class Odt(PackageFormat):
    """The copy of an OpenDocument text; tracked changes are read as accepted."""

    name = "odt"
    suffixes = (".odt", ".ott")
    signature = (
        r"\APK\x03\x04.{26}mimetypeapplication/vnd\.oasis\.opendocument\.text"
        r"|\A\0content\.xml\0"
    )
    # Text is in paragraphs, headings, spans and links, and also between their tags.
    rules = OfficeTextRules(
        re.compile(r"</?[\w.-]+:[\w.-]+(?=[\s/>])"),
        False,
        re.compile(r"<[\w.-]+:s(?:\s[^<>]*)?/>"),
    )

    def __init__(self, *, original: bool = False) -> None:
        self._original = original

    def with_changes_undone(self) -> Odt:
        """The format as it reads the document before its tracked changes; it must have none."""
        return Odt(original=True)

    def names(self, path: str, archive: Archive) -> list[str]:
        """The content, and the styles that classify it."""
        if _CONTENT not in archive:
            raise InputError(path, "a zip archive without an OpenDocument text in it")
        if _MANIFEST in archive and b"encryption-data" in archive.read(_MANIFEST):
            raise InputError(path, "is encrypted; save the file without a password")
        return [_CONTENT, *([_STYLES] if _STYLES in archive else [])]

    def read(self, path: str, source: str) -> Document:
        """The document in ``source``.

        Raises ``InputError`` if a part is not well-formed, or if the text before tracked
        changes is asked for: the deleted text is stored far from its place.
        """
        parts = parts_of(path, source)
        if self._original and _CHANGED.search(source):
            raise InputError(
                path,
                "copylint reads the original text behind tracked changes only in .docx; reject the "
                "changes in a copy, or save it as .docx",
            )
        styles = OdtStyles()
        drafts: list[Draft] = []
        builder = DocumentBuilder(path, self.name, source, parts=parts)
        for part in reversed(parts):  # the content needs the styles, but comes before their text
            reader = OdtReader(path, source, styles)
            reader.read(part)
            drafts[:0] = reader.collector.drafts
            builder.images[:0] = reader.collector.images
        emit(builder, drafts)
        return builder.build()
