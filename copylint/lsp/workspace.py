"""The state and the work of the server, independent of the protocol."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import PurePath

from lsprotocol.types import MessageType

from copylint.config.files import FILE_NAMES
from copylint.config.schema import Config
from copylint.core.errors import ConfigError, CopylintError
from copylint.lsp.checking import Checker
from copylint.lsp.documents import OpenDocument, OpenDocuments
from copylint.service.limits import Limits
from copylint.service.service import Service
from copylint.service.settings import Settings

# One editor with one user: the limits are high, so that no open document is dropped.
_LIMITS = Limits(documents=10_000, total_bytes=512_000_000)

#: Shows a message to the user, or writes it to the log.
Say = Callable[[MessageType, str], None]


class Workspace:
    """The open documents with their settings and checks.

    ``show`` displays a message to the user, ``log`` writes it to the editor's log. A message is
    not repeated while its cause lasts. ``publish`` is as for ``Checker``.
    """

    def __init__(
        self,
        settings: Settings,
        show: Say,
        log: Say,
        publish: Callable[[OpenDocument], None],
        progress: Callable[[OpenDocument], Callable[[], None]],
    ) -> None:
        self.settings = settings
        self.service = Service(_LIMITS)
        self.documents = OpenDocuments(self.service)
        self.checker = Checker(self._published, self._settle, progress)
        self._show, self._log, self._publish = show, log, publish
        self._said: set[str] = set()

    def open(self, uri: str, language_id: str, text: str, version: int | None) -> None:
        """Open a document and check it."""
        config = self._config(self.documents.path_of(uri))
        document = self.documents.open(uri, language_id, text, version, config or Config())
        if config is not None:
            document.configure(config, self.settings.rules_state(document.path))
        if not is_configuration(document):
            self.checker.check(document, is_new=True)

    def changed(self, document: OpenDocument) -> None:
        """Check a document whose text has changed."""
        if not is_configuration(document):
            self.checker.check(document)

    def reload(self) -> None:
        """Read the configuration again; check the documents whose settings have changed."""
        self.settings.refresh()
        self._said.clear()
        for document in self.documents:
            if not is_configuration(document):
                self._settle(document)

    def sources(self) -> frozenset[str]:
        """The files and folders of words and rules that the open documents depend on."""
        return frozenset(
            each for document in self.documents for each in self.settings.sources(document.path)
        )

    def accept_word(self, uri: str, word: str) -> str:
        """Add a word to the vocabulary of the document's folder; return the file's path.

        Raises ``CopylintError`` if that cannot be done.
        """
        file = self.settings.accept_word(self.documents.path_of(uri), word)
        self.reload()
        return file

    def ignore_rule(self, uri: str, rule: str) -> str:
        """Switch a rule off in the configuration of the document; return the file's path.

        Raises ``CopylintError`` if that cannot be done.
        """
        file = self.settings.ignore_rule(self.documents.path_of(uri), rule)
        self.reload()
        return file

    def faults_of(self, path: str) -> str:
        """The errors in the configuration that applies to the folder of ``path``."""
        try:
            self.settings.for_path(path)
        except CopylintError as error:
            return str(error)
        return ""

    def close(self) -> None:
        """Forget everything."""
        for document in self.documents:
            self.documents.close(document.uri)
        self.service.close()

    def _settle(self, document: OpenDocument) -> bool:
        """Give a document the current settings; returns whether they differ from those before."""
        config = self._config(document.path)
        if config is None:
            return False
        if not document.configure(config, self.settings.rules_state(document.path)):
            return False
        self.checker.check(document)
        return True

    def _config(self, path: str) -> Config | None:
        try:
            return self.settings.for_path(path)
        except ConfigError as error:
            self._say_once(self._show, f"copylint: the configuration cannot be used: {error}")
            return None

    def _published(self, document: OpenDocument) -> None:
        answer = document.known.best
        for note in answer.notes if answer else ():
            self._say_once(self._log, f"{document.path}: {note}")
        self._publish(document)

    def _say_once(self, say: Say, message: str) -> None:
        if message not in self._said:
            self._said.add(message)
            say(MessageType.Warning, message)


def is_configuration(document: OpenDocument) -> bool:
    """Whether the document is a settings file rather than an article."""
    return PurePath(document.path).name in FILE_NAMES
