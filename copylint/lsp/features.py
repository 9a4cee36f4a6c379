"""The features of the language server: what it does on each message of the protocol."""

from __future__ import annotations

from collections.abc import Callable

from lsprotocol import types
from pygls.exceptions import JsonRpcInvalidParams
from pygls.uris import from_fs_path

from copylint.core.errors import CopylintError
from copylint.lsp import settings_help
from copylint.lsp.actions import ACCEPT, EXPLAIN, IGNORE, KINDS
from copylint.lsp.hovers import hover
from copylint.lsp.server import Server
from copylint.lsp.workspace import is_configuration
from copylint.service.answer import Stage
from copylint.service.explanations import explanation
from copylint.service.settings import Settings


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
        server.follow_sources()
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
        server.follow_sources()
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
        server.follow_sources()

    @server.feature(types.WORKSPACE_DID_CHANGE_CONFIGURATION)
    def settings_changed(params: types.DidChangeConfigurationParams) -> None:
        server.set_pace(params.settings)
        desk.reload()
        server.follow_sources()

    @server.feature(types.WORKSPACE_DID_CHANGE_WORKSPACE_FOLDERS)
    def folders_changed(params: types.DidChangeWorkspaceFoldersParams) -> None:
        desk.reload()
        server.follow_sources()


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
