"""From a file's bytes to its document: which format, and by whose say."""

# Paths: strings, not pathlib: a run may read a million files.
# ruff: noqa: PTH100

from __future__ import annotations

import os

from copylint.config.schema import Config
from copylint.formats.base import Format
from copylint.formats.catalogue import HEAD, Entry, entry, entry_for, reader
from copylint.model.document import Document
from copylint.run.globs import Globs
from copylint.run.result import Input, read_bytes


class Formats:
    """The formats of a run's files: what the configuration says, else suffix and content."""

    def __init__(self, config: Config | None = None) -> None:
        config = config or Config()
        self._most = config.max_bytes
        self._given = [
            (Globs((each.glob,), each.base), entry(each.format)) for each in config.format_of
        ]

    def said(self, path: str) -> Entry | None:
        """What the configuration says of ``path``; None where it says nothing."""
        if not self._given or not path:
            return None
        absolute = os.path.abspath(path)
        return next((said for globs, said in self._given if globs.verdict(absolute)), None)

    def of(self, path: str, data: bytes) -> Format:
        """The format of the file at ``path`` whose content, or its beginning, is ``data``."""
        return reader(self.said(path) or entry_for(path, data[:HEAD]))

    def bytes_of(self, each: Input) -> bytes:
        """What an input holds. Raises ``InputError``."""
        return read_bytes(each, self._most)

    def source(self, path: str, data: bytes) -> str:
        """The source in the bytes of a file. Raises ``InputError`` where they are none."""
        return self.of(path, data).decode(path, data)

    def document(self, path: str, source: str) -> Document:
        """The document in ``source``. Raises ``InputError`` where its format cannot read it."""
        head = source[:HEAD].encode("utf-8", "surrogatepass")
        return self.of(path, head).read(path, source)

    def document_in(self, path: str, data: bytes) -> Document:
        """The document in the bytes of a file. Raises ``InputError`` where there is none."""
        form = self.of(path, data)
        return form.read(path, form.decode(path, data))

    def read(self, each: Input) -> Document:
        """The document that an input holds. Raises ``InputError`` where it cannot be read."""
        if each.text is not None:
            return self.document(each.path, each.text)
        return self.document_in(each.path, self.bytes_of(each))


def read_document(path: str, source: str) -> Document:
    """``source`` as a document, its format told by ``path`` and by what it is.

    Raises ``InputError`` where that format cannot read it.
    """
    return Formats().document(path, source)


def read_input(each: Input) -> Document:
    """The document that an input holds, its format told by its path and by what it is.

    Raises ``InputError`` where it cannot be read.
    """
    return Formats().read(each)
