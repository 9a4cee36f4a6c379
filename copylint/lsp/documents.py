"""The documents that the editor has open."""

# ruff: noqa: PTH118

from __future__ import annotations

import asyncio
import os
from collections.abc import Iterator, Sequence
from functools import cached_property

from lsprotocol.types import (
    PositionEncodingKind,
    TextDocumentContentChangeEvent,
    TextDocumentContentChangePartial,
)
from pygls.uris import to_fs_path, urlparse

from copylint.config.schema import Config
from copylint.core.finding import Finding
from copylint.core.record import record
from copylint.lsp.language_ids import with_format
from copylint.lsp.positions import Places
from copylint.service.answer import Answer
from copylint.service.live_document import LiveDocument
from copylint.service.service import Service
from copylint.service.text_edit import TextEdit, edited

#: The name by which the service knows the one client of a language server.
OWNER = "editor"


@record
class Known:
    """The last answers about one text: ``rules`` from the rules alone, ``complete`` from all."""

    text: str
    rules: Answer | None = None
    complete: Answer | None = None

    @property
    def best(self) -> Answer | None:
        """The most complete answer."""
        return self.complete or self.rules


class OpenDocument:
    """A document that the editor has open; used only in the thread of the event loop.

    ``known`` holds the answers about the current text, ``before`` the last complete answer
    about an earlier one. ``findings`` are those that the editor shows. ``news`` is set, and
    replaced, whenever one of the three changes.
    """

    def __init__(
        self, uri: str, language_id: str, live: LiveDocument, version: int | None, encoding: str
    ) -> None:
        self.uri, self.language_id, self.live, self.version = uri, language_id, live, version
        self.known = Known(live.text)
        self.before: Known | None = None
        self.findings: tuple[Finding, ...] = ()
        self.news = asyncio.Event()
        self.task: asyncio.Task[None] | None = None
        self.is_closed = False
        self._encoding = encoding

    @property
    def text(self) -> str:
        """The current text."""
        return self.live.text

    @property
    def path(self) -> str:
        """The path that determines the format and the configuration."""
        return self.live.path

    @cached_property
    def places(self) -> Places:
        """The places of the current text."""
        return Places(self.text, self._encoding)

    def configure(self, config: Config, rules: bytes) -> bool:
        """Apply these settings; returns whether they differ from those before.

        ``rules`` is the state of the rule files that they name.
        """
        if not self.live.configure(with_format(config, self.path, self.language_id), rules):
            return False
        self.changed()
        self.before = None
        return True

    def changed(self) -> None:
        """Note that the text has changed, so that the answers about it no longer count."""
        if self.known.complete is not None:
            self.before = self.known
        self.known = Known(self.text)
        self.__dict__.pop("places", None)
        self.tell()

    def tell(self) -> None:
        """Wake whoever waits for news."""
        news, self.news = self.news, asyncio.Event()
        news.set()

    def apply(self, changes: Sequence[TextDocumentContentChangeEvent]) -> None:
        """Make an editor's changes, each in the text that results from the one before."""
        edits: list[TextEdit] = []
        text = self.text
        places = self.places
        for number, change in enumerate(changes):
            if isinstance(change, TextDocumentContentChangePartial):
                if number:
                    places = Places(text, self._encoding)
                edit = TextEdit(*places.span(change.range), change.text)
            else:
                edit = TextEdit(0, len(text), change.text)
            edits.append(edit)
            text = edited(text, (edit,))
        self.live.change(edits, self.live.version + 1)
        self.changed()


class OpenDocuments:
    """All open documents, by their URI."""

    def __init__(self, service: Service) -> None:
        self.encoding = PositionEncodingKind.Utf16.value
        self.root = ""
        self._service = service
        self._open: dict[str, OpenDocument] = {}

    def open(
        self, uri: str, language_id: str, text: str, version: int | None, config: Config
    ) -> OpenDocument:
        """Open a document; one that is open under the same URI is replaced."""
        self.close(uri)
        path = self.path_of(uri)
        live = self._service.open(
            OWNER, uri, text, path=path, config=with_format(config, path, language_id)
        )
        document = self._open[uri] = OpenDocument(uri, language_id, live, version, self.encoding)
        return document

    def get(self, uri: str) -> OpenDocument | None:
        """The document open under that URI, if any."""
        return self._open.get(uri)

    def close(self, uri: str) -> OpenDocument | None:
        """Close a document and return it; None if it is not open."""
        document = self._open.pop(uri, None)
        if document is not None:
            document.is_closed = True
            if document.task is not None:
                document.task.cancel()
            document.live.close()
            document.tell()
        return document

    def __iter__(self) -> Iterator[OpenDocument]:
        return iter(list(self._open.values()))

    def path_of(self, uri: str) -> str:
        """The path of a document; if it is not a file, a path in the first folder."""
        path = to_fs_path(uri)
        if path:
            return path
        name = os.path.basename(urlparse(uri)[2]) or "untitled"  # noqa: PTH119
        return os.path.join(self.root or os.getcwd(), name)  # noqa: PTH109
