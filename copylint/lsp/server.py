"""The language server: what it knows of its client, and what it shows there."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from lsprotocol import types
from pygls.exceptions import FeatureRequestError
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path

from copylint import __version__
from copylint.lsp import settings_help
from copylint.lsp.actions import Actions
from copylint.lsp.checking import Pace
from copylint.lsp.diagnostics import Shown, diagnostics
from copylint.lsp.documents import OpenDocument
from copylint.lsp.protocol import Protocol
from copylint.lsp.watching import FileWatch
from copylint.lsp.workspace import Workspace, is_configuration
from copylint.service.settings import Settings

_UNREADABLE = (json.JSONDecodeError, UnicodeDecodeError, RecursionError)


class Server(LanguageServer):
    """The language server; ``workspace`` is set once a client has sent ``initialize``."""

    protocol: Protocol

    def __init__(self, settings: Settings) -> None:
        super().__init__(
            "copylint",
            __version__,
            types.TextDocumentSyncKind.Incremental,
            protocol_cls=Protocol,
        )
        self.desk = Workspace(settings, self._show, self.log, self._publish, self._progress)
        self.actions = Actions(types.ClientCapabilities())
        self._files = FileWatch(self)
        self._can_show = Shown()
        self._pulls = self._refreshes = self._reports = False
        self._reported = 0

    def meet(self, params: types.InitializeParams) -> None:
        """Note the capabilities and the options of the client."""
        client = params.capabilities
        self.actions = Actions(client)
        self._can_show = Shown.by(client)
        text, workspace, window = client.text_document, client.workspace, client.window
        self._pulls = bool(text and text.diagnostic)
        self._refreshes = bool(
            workspace and workspace.diagnostics and workspace.diagnostics.refresh_support
        )
        self._reports = bool(window and window.work_done_progress)
        agreed = types.PositionEncodingKind(self.protocol.workspace.position_encoding or "utf-16")
        self.desk.documents.encoding = agreed.value
        folders = [each.uri for each in params.workspace_folders or ()]
        root = params.root_uri or (folders[0] if folders else "")
        self.desk.documents.root = (to_fs_path(root) if root else "") or ""
        self.set_pace(params.initialization_options)

    def set_pace(self, options: Any) -> None:
        """Take ``delay`` and ``pause`` (milliseconds) from a client's options."""
        if not isinstance(options, dict):
            return
        options = options.get("copylint", options)
        pace = self.desk.checker.pace
        given = {
            name: value / 1000
            for name in ("delay", "pause")
            if isinstance(options, dict)
            and isinstance(value := options.get(name), (int, float))
            and not isinstance(value, bool)
            and 0 <= value <= 60_000
        }
        self.desk.checker.pace = Pace(
            given.get("delay", pace.delay), given.get("pause", pace.pause)
        )

    def watch(self) -> None:
        """Ask the client to report changes of settings files, if it can."""
        self._files.begin(self.client_capabilities)

    def follow_sources(self) -> None:
        """Ask it to report changes of the words and rules that open documents depend on, too."""
        self._files.follow(self.desk.sources())

    def document(self, identifier: types.TextDocumentIdentifier) -> OpenDocument | None:
        """The document that a request is about; None if it is not open."""
        return self.desk.documents.get(identifier.uri)

    def report(self, document: OpenDocument) -> list[types.Diagnostic]:
        """The diagnostics that the editor shows of a document."""
        if is_configuration(document):
            faults = self.desk.faults_of(document.path)
            return settings_help.faults(document, faults)
        return diagnostics(document, self._can_show)

    def publish_configuration(self, document: OpenDocument) -> None:
        """Show the errors in a settings file in the editor."""
        if not is_configuration(document):
            return
        if not self._pulls:
            self._push(document)
        elif self._refreshes:
            self.workspace_diagnostic_refresh(None)

    def clear(self, uri: str) -> None:
        """Remove the diagnostics of a closed document from the editor."""
        if not self._pulls:
            self.text_document_publish_diagnostics(types.PublishDiagnosticsParams(uri, []))

    def log(self, kind: types.MessageType, message: str) -> None:
        """Put a message into the editor's log."""
        self.window_log_message(types.LogMessageParams(kind, message))

    def report_server_error(self, error: Exception, source: Any) -> None:
        """Answer unreadable messages with an error; log other errors."""
        if source is FeatureRequestError:
            return  # pygls has answered the request with this error
        if isinstance(error, _UNREADABLE):
            self.protocol.answer_unreadable(error)
        else:
            self.log(types.MessageType.Warning, f"copylint: {error}")

    @property
    def waits_for_all(self) -> bool:
        """Whether a pull must wait for the complete check: the client cannot be told later."""
        return not self._refreshes

    def _show(self, kind: types.MessageType, message: str) -> None:
        self.window_show_message(types.ShowMessageParams(kind, message))

    def _publish(self, document: OpenDocument) -> None:
        if not self._pulls:
            self._push(document)
        elif self._refreshes and document.known.complete is not None:
            self.workspace_diagnostic_refresh(None)

    def _push(self, document: OpenDocument) -> None:
        self.text_document_publish_diagnostics(
            types.PublishDiagnosticsParams(document.uri, self.report(document), document.version)
        )

    def _progress(self, document: OpenDocument) -> Callable[[], None]:
        """Report progress on a long check; returns the function that ends the report."""
        if not self._reports:
            return lambda: None
        self._reported += 1
        token = f"copylint-{self._reported}"
        title = f"Checking {document.path.rpartition('/')[2]}"
        has_ended = False

        def begin(_: object) -> None:
            if not has_ended:
                self.work_done_progress.begin(token, types.WorkDoneProgressBegin(title))

        def end() -> None:
            nonlocal has_ended
            has_ended = True
            if token in self.work_done_progress.tokens:
                self.work_done_progress.end(token, types.WorkDoneProgressEnd())

        self.work_done_progress.create(token, begin)
        return end
