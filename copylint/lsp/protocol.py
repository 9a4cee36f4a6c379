"""The protocol as this server speaks it: what a faulty client sends is answered."""

from __future__ import annotations

from collections.abc import Generator, Mapping
from typing import Any

from lsprotocol import types
from pygls.exceptions import JsonRpcException
from pygls.protocol import LanguageServerProtocol, lsp_method

_PARSE_ERROR, _INVALID_REQUEST, _NOT_INITIALIZED = -32700, -32600, -32002


class _Refused:
    """A message that has been answered already: it is not handled further."""

    jsonrpc = ""


class Protocol(LanguageServerProtocol):
    """pygls's protocol with documents of the server's own, and an answer to everything.

    pygls keeps documents too; it ends lines where editors do not (at U+2028, say) and fails
    for changes of documents that are not open.
    """

    @property
    def has_shut_down(self) -> bool:
        """Whether the client has asked for the end before it came."""
        return self._shutdown

    def structure_message(self, data: dict[str, Any]) -> Any:
        """The message in a JSON object; a request that makes no sense gets an error."""
        try:
            return super().structure_message(data)
        except JsonRpcException as error:
            if "id" not in data or "method" not in data:
                raise
            self._send_response(data["id"], None, error.to_response_error())
            return _Refused()

    def handle_message(self, message: Any) -> None:
        """Act on a message; one that is none, or comes too early, gets an error."""
        if isinstance(message, _Refused):
            return
        if isinstance(message, (Mapping, list, str, int, float)) or message is None:
            self._refuse(None, _INVALID_REQUEST, "not a JSON-RPC 2.0 message")
            return
        method, number = getattr(message, "method", ""), getattr(message, "id", None)
        is_early = self._workspace is None and method not in (types.INITIALIZE, types.EXIT, "")
        if is_early:
            if number is not None:
                self._refuse(number, _NOT_INITIALIZED, "initialize comes first")
            return
        if self._shutdown and number is not None and method:
            self._refuse(number, _INVALID_REQUEST, "the server is shutting down")
            return
        super().handle_message(message)

    def answer_unreadable(self, error: Exception) -> None:
        """Answer what is not JSON."""
        self._refuse(None, _PARSE_ERROR, f"not JSON: {error}")

    def _refuse(self, number: str | int | None, code: int, message: str) -> None:
        error = {"code": code, "message": message}
        self._send_data({"jsonrpc": self.VERSION, "id": number, "error": error})

    @lsp_method(types.TEXT_DOCUMENT_DID_OPEN)
    def lsp_text_document__did_open(
        self, params: types.DidOpenTextDocumentParams
    ) -> Generator[Any, Any, None]:
        """Leave the document to the server."""
        yield self.fm.features[types.TEXT_DOCUMENT_DID_OPEN], (params,), None

    @lsp_method(types.TEXT_DOCUMENT_DID_CHANGE)
    def lsp_text_document__did_change(
        self, params: types.DidChangeTextDocumentParams
    ) -> Generator[Any, Any, None]:
        """Leave the document to the server."""
        yield self.fm.features[types.TEXT_DOCUMENT_DID_CHANGE], (params,), None

    @lsp_method(types.TEXT_DOCUMENT_DID_CLOSE)
    def lsp_text_document__did_close(
        self, params: types.DidCloseTextDocumentParams
    ) -> Generator[Any, Any, None]:
        """Leave the document to the server."""
        yield self.fm.features[types.TEXT_DOCUMENT_DID_CLOSE], (params,), None
