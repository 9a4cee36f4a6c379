"""Servers that are given an article again after each keystroke.

``Http`` speaks LanguageTool's API, ``LanguageServer`` the Language Server Protocol over
standard input and output. ``ask`` returns when the findings in a text have come.
"""

from __future__ import annotations

import json
import os
import subprocess
import threading
from abc import ABC, abstractmethod
from collections.abc import Sequence
from http.client import HTTPConnection
from pathlib import Path
from typing import Any
from urllib.parse import urlencode, urlsplit

# Seconds after which an answer is not waited for any more.
_PATIENCE_S = 120
_URI = "file:///tmp/article.txt"


class TypedServer(ABC):
    """A running server; ``pid`` is that of its process."""

    def __init__(self, name: str, pid: int) -> None:
        self.name, self.pid = name, pid

    @abstractmethod
    def ask(self, text: str) -> int:
        """The number of findings in a text."""

    def processor_s(self) -> float:
        """Seconds of processor time that the process has taken."""
        fields = Path(f"/proc/{self.pid}/stat").read_text("utf-8").rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


class Http(TypedServer):
    """A server with LanguageTool's API; it gets the whole text over one connection."""

    def __init__(self, name: str, address: str, pid: int) -> None:
        super().__init__(name, pid)
        where = urlsplit(address)
        self._connection = HTTPConnection(where.hostname or "", where.port, timeout=_PATIENCE_S)

    def ask(self, text: str) -> int:
        form = urlencode({"text": text, "language": "en-US"})
        try:
            return self._asked(form)
        except ConnectionError:  # closed because another server took long
            self._connection.close()
            return self._asked(form)

    def close(self) -> None:
        """Close the connection."""
        self._connection.close()

    def _asked(self, form: str) -> int:
        kind = {"Content-Type": "application/x-www-form-urlencoded"}
        self._connection.request("POST", "/v2/check", form, kind)
        answer = self._connection.getresponse()
        body = answer.read()
        assert answer.status == 200, f"{self.name}: {answer.status} {body[:100]!r}"
        return len(json.loads(body)["matches"])


class LanguageServer(TypedServer):
    """A language server; it gets the whole text as a change and publishes diagnostics.

    ``options`` are its initialization options. Use it as a context manager.
    """

    def __init__(self, name: str, command: Sequence[str], options: object = None) -> None:
        pipe = subprocess.PIPE
        self._process = subprocess.Popen(
            command, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL
        )
        super().__init__(name, self._process.pid)
        self._options = options
        self._version = 0

    def __enter__(self) -> LanguageServer:
        publishing = {"publishDiagnostics": {"versionSupport": True}}
        capabilities = {"workspace": {"configuration": True}, "textDocument": publishing}
        initialize = {
            "processId": os.getpid(),
            "rootUri": None,
            "capabilities": capabilities,
            "initializationOptions": self._options,
        }
        self._send({"id": 0, "method": "initialize", "params": initialize})
        self._wait(lambda message: message.get("id") == 0 and "method" not in message)
        self._send({"method": "initialized", "params": {}})
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._process.communicate()

    def ask(self, text: str) -> int:
        self._version += 1
        document: dict[str, object] = {"uri": _URI, "version": self._version}
        if self._version == 1:
            document |= {"languageId": "plaintext", "text": text}
            self._send({"method": "textDocument/didOpen", "params": {"textDocument": document}})
        else:
            change = {"textDocument": document, "contentChanges": [{"text": text}]}
            self._send({"method": "textDocument/didChange", "params": change})
        return len(self._wait(self._is_answer)["params"]["diagnostics"])

    def _is_answer(self, message: dict[str, Any]) -> bool:
        return message.get("method") == "textDocument/publishDiagnostics" and message["params"].get(
            "version"
        ) in (None, self._version)

    def _wait(self, is_wanted: Any) -> dict[str, Any]:
        """The next message that is wanted; the server's own requests are answered on the way."""
        limit = threading.Timer(_PATIENCE_S, self._process.kill)
        limit.start()
        try:
            while True:
                message = self._read()
                if is_wanted(message):
                    return message
                if "method" in message and "id" in message:
                    self._send({"id": message["id"], "result": self._reply(message)})
        finally:
            limit.cancel()

    def _reply(self, message: dict[str, Any]) -> object:
        if message["method"] != "workspace/configuration":
            return None
        return [{"harper-ls": {}} for _ in message["params"]["items"]]

    def _read(self) -> dict[str, Any]:
        stream = self._process.stdout
        assert stream is not None
        length = 0
        while (line := stream.readline()) not in (b"\r\n", b""):
            name, _, value = line.partition(b":")
            if name.lower() == b"content-length":
                length = int(value)
        if not line:
            raise EOFError(f"{self.name} has ended")
        message: dict[str, Any] = json.loads(stream.read(length))
        return message

    def _send(self, message: dict[str, object]) -> None:
        stream = self._process.stdin
        assert stream is not None
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        stream.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        stream.flush()
