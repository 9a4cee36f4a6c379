"""Packages: zip archives of XML parts, some of which hold the prose.

The source of such a document is its relevant parts, decoded, one after another, each with its
name before it between two NULs (which XML cannot hold). So each place of the prose is one
offset of one text, as in every other format, and an exact place in a part's XML.
"""

from __future__ import annotations

import re
from abc import abstractmethod
from collections.abc import Iterable
from typing import ClassVar

from copylint.core.blocks import PackagePart
from copylint.core.document import Document
from copylint.core.errors import InputError
from copylint.core.fix import Edit
from copylint.core.span import TextSpan
from copylint.formats.base import Format
from copylint.formats.office.archive import Archive
from copylint.formats.office.edits import OfficeTextRules, edits
from copylint.formats.office.rewrite import replaced
from copylint.formats.xml import xml_decode as xml

MARK = "\0"
_HEADED = re.compile("\0([^\0]*)\0([^\0]*)")


def joined(parts: Iterable[tuple[str, str]]) -> str:
    """The source made by joining parts, each given by its name and its text."""
    return "".join(f"{MARK}{name}{MARK}{text}" for name, text in parts)


def parts_of(path: str, source: str) -> tuple[PackagePart, ...]:
    """The parts in ``source``. Raises ``InputError`` if ``joined`` did not make it."""
    parts: list[PackagePart] = []
    at = 0
    while at < len(source):
        found = _HEADED.match(source, at)
        if found is None:
            break
        parts.append(PackagePart(found[1], *found.span(2)))
        at = found.end()
    if not parts or at < len(source):
        raise InputError(path, "not a zip archive; check the file itself, not text copied from it")
    return tuple(parts)


class PackageFormat(Format):
    """A format whose files are packages."""

    strict = True
    packaged = True
    written = ("xml",)

    #: How its parts hold text.
    rules: ClassVar[OfficeTextRules]

    def edits(self, document: Document, span: TextSpan, text: str) -> tuple[Edit, ...] | None:
        """The edits of the parts, one for each run of text that ``span`` is made of."""
        block = document.block_at(span.start)
        if block is None or span.end > block.span.end:
            return None
        if block.written:
            return super().edits(document, span, text)
        if "\n" in text or "\r" in text:
            return None  # in XML text a line end is a space
        return edits(document, block, span, text, self.rules)

    @abstractmethod
    def names(self, path: str, archive: Archive) -> list[str]:
        """The parts that make up the source, in order. Raises ``InputError``."""

    def decode(self, path: str, data: bytes) -> str:
        """The source in the bytes of a file. Raises ``InputError`` if it is not such a file."""
        archive = Archive(path, data)
        names = self.names(path, archive)
        return joined((name, xml.decode(path, archive.read(name), name)) for name in names)

    def encode(self, source: str, like: bytes) -> bytes:
        """``like`` with the parts replaced that differ in ``source``.

        All other bytes are unchanged. Raises ``InputError`` if ``like`` is not a package.
        """
        archive = Archive("", like)
        new: dict[str, bytes] = {}
        for part in parts_of("", source):
            old = archive.read(part.name)
            text = source[part.start : part.end]
            if text != xml.decode("", old, part.name):
                new[part.name] = xml.encode(text, old)
        return replaced(archive, new)
