"""The prose of an EPUB, page by page in reading order."""

from __future__ import annotations

import re

from copylint.core.document import Document
from copylint.formats.base import DocumentBuilder
from copylint.formats.draft import PieceRole, TextPiece
from copylint.formats.epub.spine import pages
from copylint.formats.nested import NestedText, nest
from copylint.formats.office.archive import Archive
from copylint.formats.office.package import PackageFormat, parts_of
from copylint.formats.web_page import WebPage

# The title in the head of a page is the book's, over and over.
_BODY = re.compile(r"<body[\s>]", re.IGNORECASE)


class Epub(PackageFormat):
    """One document for the whole book, so that a name is the same in all chapters.

    A page is read as HTML is. The cover, notes and lists are pages like others; the table of
    contents repeats the headings and is left out.
    """

    name = "epub"
    suffixes = (".epub",)
    signature = r"\APK\x03\x04.{26}mimetypeapplication/epub\+zip|\A\0[^\0]+\.x?html?\0"
    written = ("html",)

    def names(self, path: str, archive: Archive) -> list[str]:
        """The pages, in reading order."""
        return pages(path, archive)

    def read(self, path: str, source: str) -> Document:
        """The document in ``source``. Raises ``InputError`` if it was not made of pages."""
        parts = parts_of(path, source)
        builder = DocumentBuilder(path, self.name, source, parts=parts)
        page = WebPage()
        for part in parts:
            body = _BODY.search(source, part.start, part.end)
            start = body.start() if body else part.start
            view = NestedText(
                [TextPiece(PieceRole.TEXT, source[start : part.end], start, part.end)]
            )
            nest(builder, view, page.read(path, view.text), page.written, "plain")
        return builder.build()
