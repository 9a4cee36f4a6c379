"""Reads a file's bytes as a document: by configuration, suffix or content."""

# Paths: strings, not pathlib: a run may read a million files.
# ruff: noqa: PTH100

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from copylint.config.enums import TrackedChanges
from copylint.config.schema import Config
from copylint.core.document import Document
from copylint.core.errors import InputError
from copylint.formats.base import Format
from copylint.formats.lookup import HEAD, entry, entry_for, reader
from copylint.inventory.entries import FormatEntry
from copylint.runner.globs import Globs
from copylint.runner.result import Input, read_bytes

if TYPE_CHECKING:
    from copylint.core.field_paths import Field


class Formats:
    """The formats of a run's files: what the configuration says, else suffix and content."""

    def __init__(self, config: Config | None = None) -> None:
        config = config or Config()
        self._most = config.max_bytes
        self._undone = config.tracked_changes == TrackedChanges.ORIGINAL
        self._given = [
            (Globs((each.glob,), each.base), entry(each.format)) for each in config.format_of
        ]
        self._fields = [(Globs(each.globs, each.base), each.field) for each in config.fields]

    def said(self, path: str) -> FormatEntry | None:
        """What the configuration says of ``path``; None if it says nothing."""
        if not (self._given or self._fields) or not path:
            return None
        absolute = os.path.abspath(path)
        for globs, said in self._given:
            if globs.verdict(absolute):
                return said
        return entry_for(path) if self.fields(path) else None

    def fields(self, path: str) -> tuple[Field, ...]:
        """The fields of the file at ``path`` that are prose, if the configuration names any."""
        if not self._fields or not path:
            return ()
        absolute = os.path.abspath(path)
        return tuple(field for globs, field in self._fields if globs.verdict(absolute))

    def of(self, path: str, data: bytes, said: str = "", told: tuple[Field, ...] = ()) -> Format:
        """The format of the file at ``path`` whose content, or its beginning, is ``data``.

        ``said`` is the format's name and ``told`` are the fields, if they are known. Raises
        ``InputError`` if there are fields and the format has none.
        """
        form = reader(entry(said) if said else self.said(path) or entry_for(path, data[:HEAD]))
        fields = told or self.fields(path)
        if not fields:
            return form.with_changes_undone() if self._undone else form
        if not form.has_fields:
            raise InputError(
                path,
                f"[[fields]] matches this file, but the format {form.name} has no fields; declare "
                "it as json, yaml or csv with --format-of or [format-of]",
            )
        return form.with_fields(fields)

    def bytes_of(self, each: Input) -> bytes:
        """What an input holds. Raises ``InputError``."""
        return read_bytes(each, self._most)

    def source(self, path: str, data: bytes) -> str:
        """The source in the bytes of a file. Raises ``InputError`` if they hold none."""
        return self.of(path, data).decode(path, data)

    def seen(self, path: str, data: bytes) -> str:
        """What a person sees of a file (``Document.view``). Raises ``InputError``."""
        form = self.of(path, data)
        source = form.decode(path, data)
        return form.read(path, source).view.text if form.packaged else source

    def document(self, path: str, source: str) -> Document:
        """The document in ``source``. Raises ``InputError`` if its format cannot read it."""
        head = source[:HEAD].encode("utf-8", "surrogatepass")
        return self.of(path, head).read(path, source)

    def documents(self, path: str, source: str) -> tuple[Document, ...]:
        """Each article in ``source``. Raises ``InputError`` if there is none."""
        head = source[:HEAD].encode("utf-8", "surrogatepass")
        return self.of(path, head).read_all(path, source)

    def documents_in(
        self, path: str, data: bytes, said: str = "", told: tuple[Field, ...] = ()
    ) -> tuple[Document, ...]:
        """Each article in the bytes of a file. Raises ``InputError`` if there is none.

        ``said`` and ``told`` are as those of ``of``.
        """
        form = self.of(path, data, said, told)
        return form.read_all(path, form.decode(path, data))

    def document_in(self, path: str, data: bytes) -> Document:
        """The document in the bytes of a file. Raises ``InputError`` if there is none."""
        form = self.of(path, data)
        return form.read(path, form.decode(path, data))

    def read(self, each: Input) -> Document:
        """The document that an input holds. Raises ``InputError`` if it cannot be read."""
        if each.documents:
            return each.documents[0]
        if each.text is not None:
            return self.document(each.path, each.text)
        return self.document_in(each.path, self.bytes_of(each))

    def read_all(self, each: Input) -> tuple[Document, ...]:
        """Each article that an input holds. Raises ``InputError`` if there is none."""
        if each.documents:
            return each.documents
        if each.text is not None:
            return self.documents(each.path, each.text)
        return self.documents_in(each.path, self.bytes_of(each))


def read_document(path: str, source: str) -> Document:
    """``source`` as a document, its format recognised by ``path`` and content.

    Raises ``InputError`` if that format cannot read it.
    """
    return Formats().document(path, source)


def read_input(each: Input) -> Document:
    """The document that an input holds, its format recognised by its path and content.

    Raises ``InputError`` if it cannot be read.
    """
    return Formats().read(each)
