"""HTML and XHTML: whole pages and fragments, as a content system exports them."""

from __future__ import annotations

import re

from copylint.core.document import Document
from copylint.formats import declared_encoding, front_matter, html
from copylint.formats.article_finder import kept
from copylint.formats.base import DocumentBuilder, Format
from copylint.formats.draft import emit
from copylint.formats.html_reader import HtmlReader
from copylint.formats.page_head import head_drafts
from copylint.formats.templates import mask
from copylint.formats.writer import BlockWriter

# The parts of a page around its article.
_APPARATUS = frozenset(("nav", "footer", "form", "button", "dialog", "menu", "noscript", "aside"))

_PARAGRAPH = re.compile(r"<(?:p|div|br)\b", re.IGNORECASE)


class WebPage(Format):
    """The prose of a page, or of a fragment of one.

    Text that readers never see is left out. The title and the description in the page's head are
    read: they appear in the browser's tab, in search results and on social media.
    """

    name = "html"
    suffixes = (".html", ".htm", ".xhtml")
    signature = r"(?i)\A\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*(?:<!doctype html|<html)\b"
    written = ("html",)

    def decode(self, path: str, data: bytes) -> str:
        """The page in Unicode or in the encoding that it declares."""
        return declared_encoding.decode(path, data)

    def encode(self, source: str, like: bytes) -> bytes:
        """The page in the encoding of ``like``."""
        return declared_encoding.encode(source, like)

    def read(self, path: str, source: str) -> Document:
        """The document in ``source``, which may begin with the front matter of a static site."""
        start, end, body = front_matter.body_start(source)
        builder = DocumentBuilder(path, self.name, source)
        masked = mask(source)
        writer = BlockWriter(source, masked)
        reader = HtmlReader(writer, _hides)
        reader.collapses = True
        reader.blank_lines_part = _PARAGRAPH.search(source) is None
        reader.block(kept(masked, body, _hides))
        writer.flush()
        builder.comments = writer.comments
        builder.images = writer.images
        fields = front_matter.drafts(source, start, end)
        emit(builder, [*fields, *head_drafts(source, masked, body), *writer.drafts])
        return builder.build()


def _hides(token: html.HtmlToken, text: str) -> bool:
    return token.name in _APPARATUS or html.hides(token, text)
