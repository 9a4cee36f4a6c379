"""The protocol as this server speaks it: faulty messages get an error, not a crash."""

from __future__ import annotations

from collections.abc import Generator, Mapping
from typing import Any

from lsprotocol import types
from pygls.exceptions import JsonRpcException
from pygls.protocol import LanguageServerProtocol, lsp_method

_PARSE_ERROR, _INVALID_REQUEST, _NOT_INITIALIZED = -32700, -32600, -32002


class _Refused:
    """A message that has been answered with an error and must not be handled further."""

    jsonrpc = ""


class Protocol(LanguageServerProtocol):
    """pygls's protocol, except that the server keeps its own documents and answers everything.

    The documents of pygls are not used: they break lines at characters where editors do not
    (U+2028, for instance), and a change to a document that is not open raises an error.
    """

    @property
    def has_shut_down(self) -> bool:
        """Whether the client asked the server to shut down before it exited."""
        return self._shutdown

    def structure_message(self, data: dict[str, Any]) -> Any:
        """The message in a JSON object; a malformed request gets an error."""
        try:
            return super().structure_message(data)
        except JsonRpcException as error:
            if "id" not in data or "method" not in data:
                raise
            self._send_response(data["id"], None, error.to_response_error())
            return _Refused()

    def handle_message(self, message: Any) -> None:
        """Handle a message; an invalid or premature one gets an error."""
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
        """Answer input that is not JSON with an error."""
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
