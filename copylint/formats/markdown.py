"""Markdown: CommonMark with tables, footnotes, strikethrough, task lists and front matter.

Parsed by pyromark (pulldown-cmark), whose events carry exact byte ranges. Smart
punctuation is off: checks would see characters that are not in the file.
"""

from __future__ import annotations

import re
from typing import ClassVar

from copylint.core.document import Document
from copylint.formats import front_matter
from copylint.formats.assemble import Assembler
from copylint.formats.base import DocumentBuilder, Format
from copylint.formats.draft import emit
from copylint.formats.offsets import CodePoints
from copylint.formats.templates import mask
from copylint.formats.writer import BlockWriter

_SURROGATE = re.compile("[\ud800-\udfff]")


class Markdown(Format):
    """Markdown as static sites and editors write it."""

    name = "markdown"
    suffixes: ClassVar[tuple[str, ...]] = (".md", ".markdown", ".mdown", ".mkd")
    written = ("markdown",)

    def masked(self, source: str) -> str:
        """``source`` with what is not Markdown masked, at the same length (see ``templates``)."""
        return mask(source)

    def read(self, path: str, source: str) -> Document:
        """The document in ``source``."""
        import pyromark
        from pyromark import Options

        # A lone surrogate cannot be encoded; another character of the same length replaces it.
        clean = source if source.isascii() else _SURROGATE.sub("\ufffd", source)
        start, end, body = front_matter.body_start(clean)
        masked = self.masked(clean)
        article = masked[body:] if body else masked
        builder = DocumentBuilder(path, self.name, source)
        writer = BlockWriter(source, masked)
        assembler = Assembler(writer, CodePoints(article.encode()), body)
        events = pyromark.events_with_range(
            article,
            options=Options.ENABLE_TABLES
            | Options.ENABLE_FOOTNOTES
            | Options.ENABLE_STRIKETHROUGH
            | Options.ENABLE_TASKLISTS
            | Options.ENABLE_HEADING_ATTRIBUTES
            | Options.ENABLE_MATH
            | Options.ENABLE_GFM,
        )
        for event, where in events:
            assembler.take(event, where["start"], where["end"])
        assembler.finish()
        builder.comments = writer.comments
        builder.images = writer.images
        emit(builder, front_matter.drafts(clean, start, end) + writer.drafts)
        return builder.build()
