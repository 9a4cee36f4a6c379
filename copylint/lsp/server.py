"""The language server: hands each message of the protocol to the part that answers it."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from lsprotocol import types
from pygls.exceptions import FeatureRequestError, JsonRpcInvalidParams
from pygls.lsp.server import LanguageServer
from pygls.uris import from_fs_path, to_fs_path

from copylint import __version__
from copylint.config.files import FILE_NAMES
from copylint.core.errors import CopylintError
from copylint.lsp import settings_help
from copylint.lsp.actions import ACCEPT, EXPLAIN, IGNORE, KINDS, Actions
from copylint.lsp.checking import Pace
from copylint.lsp.diagnostics import Shown, diagnostics
from copylint.lsp.documents import OpenDocument
from copylint.lsp.hovers import hover
from copylint.lsp.protocol import Protocol
from copylint.lsp.workspace import Workspace, is_configuration
from copylint.service.answer import Stage
from copylint.service.explanations import explanation
from copylint.service.settings import Settings

_WATCHED = f"**/{{{','.join(FILE_NAMES)}}}"
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
        workspace = self.client_capabilities.workspace
        watching = workspace.did_change_watched_files if workspace else None
        if watching is None or not watching.dynamic_registration:
            return
        options = types.DidChangeWatchedFilesRegistrationOptions(
            [types.FileSystemWatcher(_WATCHED)]
        )
        method = types.WORKSPACE_DID_CHANGE_WATCHED_FILES
        registration = types.Registration("copylint-settings", method, options)
        self.client_register_capability(types.RegistrationParams([registration]))

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


def create_server(settings: Settings) -> Server:
    """A server with all its features registered, not yet started."""
    server = Server(settings)
    _documents(server)
    _requests(server)
    _commands(server)
    return server


def _documents(server: Server) -> None:
    desk = server.desk

    @server.feature(types.INITIALIZE)
    def initialize(params: types.InitializeParams) -> None:
        server.meet(params)

    @server.feature(types.INITIALIZED)
    def initialized(params: types.InitializedParams) -> None:
        server.watch()

    @server.feature(types.SHUTDOWN)
    def shutdown(params: None) -> None:
        desk.close()

    @server.feature(types.TEXT_DOCUMENT_DID_OPEN)
    def opened(params: types.DidOpenTextDocumentParams) -> None:
        given = params.text_document
        desk.open(given.uri, given.language_id, given.text, given.version)
        document = server.document(types.TextDocumentIdentifier(given.uri))
        if document is not None:
            server.publish_configuration(document)

    @server.feature(types.TEXT_DOCUMENT_DID_CHANGE)
    def changed(params: types.DidChangeTextDocumentParams) -> None:
        uri = params.text_document.uri
        document = desk.documents.get(uri)
        if document is None:
            server.log(types.MessageType.Warning, f"copylint: {uri} is not open")
            return
        document.apply(params.content_changes)
        document.version = params.text_document.version
        desk.changed(document)

    @server.feature(types.TEXT_DOCUMENT_DID_SAVE)
    def saved(params: types.DidSaveTextDocumentParams) -> None:
        desk.reload()
        document = server.document(params.text_document)
        if document is not None:
            server.publish_configuration(document)

    @server.feature(types.TEXT_DOCUMENT_DID_CLOSE)
    def closed(params: types.DidCloseTextDocumentParams) -> None:
        if desk.documents.close(params.text_document.uri) is not None:
            server.clear(params.text_document.uri)

    @server.feature(types.WORKSPACE_DID_CHANGE_WATCHED_FILES)
    def files_changed(params: types.DidChangeWatchedFilesParams) -> None:
        desk.reload()

    @server.feature(types.WORKSPACE_DID_CHANGE_CONFIGURATION)
    def settings_changed(params: types.DidChangeConfigurationParams) -> None:
        server.set_pace(params.settings)
        desk.reload()

    @server.feature(types.WORKSPACE_DID_CHANGE_WORKSPACE_FOLDERS)
    def folders_changed(params: types.DidChangeWorkspaceFoldersParams) -> None:
        desk.reload()


def _requests(server: Server) -> None:
    desk = server.desk

    @server.feature(
        types.TEXT_DOCUMENT_DIAGNOSTIC,
        types.DiagnosticOptions(
            inter_file_dependencies=False, workspace_diagnostics=False, identifier="copylint"
        ),
    )
    async def pulled(
        params: types.DocumentDiagnosticParams,
    ) -> types.RelatedFullDocumentDiagnosticReport | types.RelatedUnchangedDocumentDiagnosticReport:
        document = server.document(params.text_document)
        if document is None:
            return types.RelatedFullDocumentDiagnosticReport([])
        if not is_configuration(document):
            await desk.checker.known(
                document, Stage.COMPLETE if server.waits_for_all else Stage.RULES
            )
        items = server.report(document)
        number = f"{hash(repr(items)) & 0xFFFFFFFFFFFF:x}"
        if params.previous_result_id == number:
            return types.RelatedUnchangedDocumentDiagnosticReport(number)
        return types.RelatedFullDocumentDiagnosticReport(items, result_id=number)

    @server.feature(
        types.TEXT_DOCUMENT_CODE_ACTION,
        types.CodeActionOptions(code_action_kinds=list(KINDS), resolve_provider=True),
    )
    async def offered(params: types.CodeActionParams) -> list[types.CodeAction]:
        document = server.document(params.text_document)
        if document is None or is_configuration(document):
            return []
        if not await desk.checker.known(document, Stage.RULES):
            return []
        start, end = document.places.span(params.range)
        return await server.actions.at(document, start, end, params.context.only)

    @server.feature(types.CODE_ACTION_RESOLVE)
    async def resolved(action: types.CodeAction) -> types.CodeAction:
        uri = action.data.get("uri") if isinstance(action.data, dict) else None
        document = desk.documents.get(uri) if isinstance(uri, str) else None
        if document is None:
            return action
        return await server.actions.resolve(action, document)

    @server.feature(types.TEXT_DOCUMENT_HOVER)
    def hovered(params: types.HoverParams) -> types.Hover | None:
        document = server.document(params.text_document)
        if document is None:
            return None
        offset = document.places.offset(params.position)
        if is_configuration(document):
            return settings_help.hover(document, offset)
        return hover(document, offset)

    @server.feature(
        types.TEXT_DOCUMENT_COMPLETION,
        types.CompletionOptions(trigger_characters=["[", '"', "=", ".", "'"]),
    )
    def completed(params: types.CompletionParams) -> list[types.CompletionItem]:
        document = server.document(params.text_document)
        if document is None or not is_configuration(document):
            return []
        return settings_help.completions(document, document.places.offset(params.position))


def _commands(server: Server) -> None:
    desk = server.desk

    @server.command(ACCEPT)
    def accept_word(uri: str, word: str) -> dict[str, str]:
        return {"file": _done(lambda: desk.accept_word(uri, word))}

    @server.command(IGNORE)
    def ignore_rule(uri: str, rule: str) -> dict[str, str]:
        return {"file": _done(lambda: desk.ignore_rule(uri, rule))}

    @server.command(EXPLAIN)
    async def explain(uri: str, rule: str) -> dict[str, str]:
        document = desk.documents.get(uri)
        found = explanation(rule, document.live.config if document else None)
        if found is None:
            raise JsonRpcInvalidParams(f"there is no rule '{rule}'")
        can_open = (window := server.client_capabilities.window) and window.show_document
        if found.url and can_open and can_open.support:
            await server.window_show_document_async(
                types.ShowDocumentParams(found.url, external=True)
            )
        else:
            message = types.ShowMessageParams(types.MessageType.Info, _in_words(found.markdown))
            server.window_show_message(message)
        return {"rule": found.rule, "markdown": found.markdown, "url": found.url}


def _done(act: Callable[[], str]) -> str:
    """The URI of the file that ``act`` wrote. Raises an error that the client shows."""
    try:
        return from_fs_path(act()) or ""
    except CopylintError as error:
        raise JsonRpcInvalidParams(str(error)) from None


def _in_words(markdown: str) -> str:
    """The text of ``markdown`` without markup, for a message."""
    return markdown.replace("**", "").replace("\\", "").replace("`", "")
