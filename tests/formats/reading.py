"""Helpers for tests of formats: the blocks of a document, and the places of its text."""

from __future__ import annotations

from copylint.core.blocks import BlockKind
from copylint.core.document import Document
from copylint.core.fix import Edit
from copylint.core.span import TextSpan
from copylint.fix.apply import Patch
from copylint.formats.base import Format


def blocks_of(document: Document) -> list[tuple[BlockKind, str]]:
    """The blocks, each with its kind and its text."""
    return [(block.kind, document.slice(block.span)) for block in document.blocks]


def levels_of(document: Document) -> list[tuple[BlockKind, int, str]]:
    """The blocks, each with its kind, its depth and its text."""
    return [(block.kind, block.depth, document.slice(block.span)) for block in document.blocks]


def place_of(document: Document, wanted: str) -> TextSpan:
    """The first place of ``wanted`` in the text."""
    start = document.text.index(wanted)
    return TextSpan(start, start + len(wanted))


class Reading:
    """One format, as it reads files called ``path``."""

    def __init__(self, form: Format, path: str) -> None:
        self.form, self.path = form, path

    def read(self, source: str) -> Document:
        """The document in ``source``."""
        return self.form.read(self.path, source)

    def blocks(self, source: str) -> list[tuple[BlockKind, str]]:
        """The blocks of a source, each with its kind and its text."""
        return blocks_of(self.read(source))

    def levels(self, source: str) -> list[tuple[BlockKind, int, str]]:
        """The blocks of a source, each with its kind, its depth and its text."""
        return levels_of(self.read(source))

    def text(self, source: str) -> str:
        """The text of a source that is one block."""
        document = self.read(source)
        (block,) = document.blocks
        return document.slice(block.span)

    def origin(self, source: str, wanted: str) -> str:
        """The part of the source that ``wanted`` came from."""
        document = self.read(source)
        where = document.to_source(place_of(document, wanted))
        return source[where.start : where.end]

    def fixed(self, source: str, old: str, new: str) -> str | None:
        """The source with ``new`` written in place of ``old``; None if that is impossible."""
        document = self.read(source)
        span = place_of(document, old)
        if not document.is_replaceable(span):
            return None
        escaped = self.form.escape(document, span, new)
        if escaped is None:
            return None
        return Patch([Edit(document.to_source(span), escaped)]).apply(source)
