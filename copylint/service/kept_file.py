"""The original of a document: the file of which a client sees and edits only the prose."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from copylint.config.schema import Config
from copylint.core.document import Document
from copylint.core.errors import InputError
from copylint.formats.base import Format
from copylint.runner.carried_changes import carried_source
from copylint.runner.document_reader import Formats
from copylint.runner.result import Input
from copylint.runner.time_limit import OutOfTime, time_limit, too_slow
from copylint.service.edited_file import EditedFile


class KeptFile:
    """The content of a file, read once; for use by several threads.

    Raises ``InputError`` if the file cannot be read.
    """

    def __init__(self, path: str, data: bytes, config: Config) -> None:
        self.path, self.data = path, data
        self._lock = threading.Lock()
        with _in_time(path, config):
            self._read = _Read(path, data, config)
        self._last: tuple[_Read, EditedFile] | None = None

    @property
    def size(self) -> int:
        """The bytes of the file and the characters of its source."""
        return len(self.data) + len(self._read.document.source)

    def edited(self, prose: str, config: Config) -> EditedFile:
        """The file with ``prose`` in the place of its own, as far as its format allows.

        Raises ``InputError`` if it cannot be read with the settings, or the changes cannot be
        written together.
        """
        with self._lock, _in_time(self.path, config):
            read = self._read
            if read.config is not config and read.config != config:
                read = self._read = _Read(self.path, self.data, config)
            last = self._last
            if last is not None and last[0] is read and last[1].prose == prose:
                return last[1]
            found = read.edited(prose)
            self._last = read, found
            return found


class _Read:
    """The file as it is read with the settings ``config``."""

    def __init__(self, path: str, data: bytes, config: Config) -> None:
        self.config = config
        self._path = path
        formats = Formats(config)
        formats.bytes_of(Input(path, data=data))  # raises an error if there are too many
        self._form = formats.of(path, data)
        source = self._form.decode(path, data)
        self.documents, self.document = _documents(self._form, path, source)

    def edited(self, prose: str) -> EditedFile:
        carried = carried_source(self.document, prose)
        documents, document = self.documents, self.document
        if carried.edits:
            documents, document = _documents(self._form, self._path, carried.source)
        return EditedFile(prose, documents, document, len(carried.lost))


@contextmanager
def _in_time(path: str, config: Config) -> Iterator[None]:
    try:
        with time_limit(config.timeout, fatal=False):
            yield
    except OutOfTime:
        raise InputError(path, too_slow(config.timeout)) from None


def _documents(form: Format, path: str, source: str) -> tuple[tuple[Document, ...], Document]:
    """The articles in a source, and the document that it is as a whole."""
    found = form.read_all(path, source)
    return found, found[0] if len(found) == 1 else form.read(path, source)
