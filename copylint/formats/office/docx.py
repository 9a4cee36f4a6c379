"""Word documents (Office Open XML, ECMA-376)."""

from __future__ import annotations

import re

from copylint.core.blocks import PackagePart
from copylint.core.document import Document
from copylint.core.errors import InputError
from copylint.formats.base import DocumentBuilder
from copylint.formats.office.archive import Archive
from copylint.formats.office.draft_blocks import emit
from copylint.formats.office.edits import OfficeTextRules
from copylint.formats.office.package import PackageFormat, parts_of
from copylint.formats.office.relations import relations
from copylint.formats.office.word_reader import WordReader
from copylint.formats.office.word_styles import WordStyles, styles_in

# The parts that hold prose, by their relationship to the main part, in reading order.
_PROSE = ("footnotes", "endnotes", "header", "footer")
_STYLES = "styles"


class Docx(PackageFormat):
    """The copy of a Word document; tracked changes are read as accepted."""

    name = "docx"
    suffixes = (".docx", ".docm")
    signature = r"\APK\x03\x04.*\[Content_Types\]\.xml|\A\0word/"
    rules = OfficeTextRules(re.compile(r"<(?:[\w.-]+:)?t(?=[\s>])"), True, re.compile(r"(?!)"))

    def __init__(self, *, original: bool = False) -> None:
        self._original = original

    def with_changes_undone(self) -> Docx:
        """The format as it reads the document before its tracked changes."""
        return Docx(original=True)

    def names(self, path: str, archive: Archive) -> list[str]:
        """The main part, notes, headers and footers, and the styles that classify them."""
        main = next((r.target for r in relations(path, archive) if r.kind == "officeDocument"), "")
        if not main:
            raise InputError(path, "a zip archive without a Word document in it")
        found = relations(path, archive, main)
        names = [main]
        for kind in (*_PROSE, _STYLES):
            names += sorted({each.target for each in found if each.kind == kind} - set(names))
        return names

    def read(self, path: str, source: str) -> Document:
        """The document in ``source``. Raises ``InputError`` if a part is not well-formed."""
        parts = parts_of(path, source)
        last = parts[-1]
        styles = WordStyles()
        if len(parts) > 1 and _is_styles(source, last):
            styles = styles_in(path, source[last.start : last.end], last.name)
            prose = parts[:-1]
        else:
            prose = parts
        reader = WordReader(path, source, styles, original=self._original)
        for part in prose:
            reader.read(part)
        builder = DocumentBuilder(path, self.name, source, parts=parts)
        builder.images = reader.collector.images
        emit(builder, reader.collector.drafts)
        return builder.build()


def _is_styles(source: str, part: PackagePart) -> bool:
    return source.find(":styles", part.start, part.start + 2000) >= 0
