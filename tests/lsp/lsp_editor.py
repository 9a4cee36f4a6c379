"""An editor in a few lines: raw JSON-RPC to 'copylint lsp' in a process of its own."""

from __future__ import annotations

import contextlib
import json
import os
import queue
import subprocess
import sys
import threading
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

# How long a test waits for what it is certain will come.
PATIENCE_S = 300.0

FULL: dict[str, Any] = {
    "general": {"positionEncodings": ["utf-16"]},
    "textDocument": {
        "publishDiagnostics": {
            "relatedInformation": True,
            "versionSupport": True,
            "codeDescriptionSupport": True,
            "tagSupport": {"valueSet": [1, 2]},
        },
        "codeAction": {
            "codeActionLiteralSupport": {
                "codeActionKind": {"valueSet": ["quickfix", "source", "source.fixAll"]}
            },
            "isPreferredSupport": True,
        },
        "hover": {"contentFormat": ["markdown"]},
    },
    "workspace": {"workspaceEdit": {"documentChanges": True}},
}


class Editor:
    """A client; ``notes`` are the notifications that have come, ``asked`` the requests."""

    def __init__(self, folder: Path, *options: str) -> None:
        self.folder = folder
        self.process = subprocess.Popen(
            [sys.executable, "-m", "copylint", "lsp", *options],
            cwd=folder,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env={**os.environ, "COPYLINT_CACHE_DIR": str(folder / ".cache")},
        )
        self.notes: list[dict[str, Any]] = []
        self.asked: list[dict[str, Any]] = []
        self._answers: dict[object, dict[str, Any]] = {}
        self._incoming: queue.Queue[dict[str, Any] | None] = queue.Queue()
        self._number = 0
        self._versions: dict[str, int] = {}
        self._errors: list[bytes] = []
        threading.Thread(target=self._read, daemon=True).start()
        threading.Thread(target=self._read_errors, daemon=True).start()

    def _read(self) -> None:
        stream = self.process.stdout
        assert stream is not None
        while header := stream.readline():
            assert header.startswith(b"Content-Length: "), header  # nothing but the protocol
            while line := stream.readline().strip():
                assert line.startswith(b"Content-Type: ")
            body = stream.read(int(header.split()[1]))
            self._incoming.put(json.loads(body))
        self._incoming.put(None)

    def _read_errors(self) -> None:
        assert self.process.stderr is not None
        self._errors.extend(self.process.stderr)

    def send_bytes(self, body: bytes) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self.process.stdin.flush()

    def send(self, message: Mapping[str, object]) -> None:
        self.send_bytes(json.dumps({"jsonrpc": "2.0", **message}).encode())

    def notify(self, method: str, params: object) -> None:
        self.send({"method": method, "params": params})

    def request(self, method: str, params: object = None) -> Any:
        """The result of a request; an error of the server's is an AssertionError."""
        answer = self.answer(method, params)
        assert "error" not in answer, answer
        return answer["result"]

    def answer(self, method: str, params: object = None) -> dict[str, Any]:
        """The whole answer to a request, an error too."""
        self._number += 1
        number = self._number
        self.send({"id": number, "method": method, "params": params})
        self.take(lambda: number in self._answers)
        return self._answers.pop(number)

    def take(self, until: Callable[[], object]) -> None:
        """Take in what comes until ``until`` holds; what the server asks is answered."""
        while not until():
            try:
                message = self._incoming.get(timeout=PATIENCE_S)
            except queue.Empty:
                message = None
            assert message is not None, (self.notes[-3:], b"".join(self._errors).decode())
            if "method" not in message:
                self._answers[message["id"]] = message
            elif "id" in message:
                self.asked.append(message)
                self.send({"id": message["id"], "result": None})
            else:
                self.notes.append(message)

    def unnumbered(self) -> dict[str, Any]:
        """The next answer without a number, as one to what cannot be read."""
        self.take(lambda: None in self._answers)
        return self._answers.pop(None)

    def greet(self, capabilities: Mapping[str, object] = FULL, **options: object) -> dict[str, Any]:
        root = self.folder.as_uri()
        result: dict[str, Any] = self.request(
            "initialize",
            {
                "processId": None,
                "rootUri": root,
                "workspaceFolders": [{"uri": root, "name": "desk"}],
                "capabilities": capabilities,
                "initializationOptions": options,
            },
        )
        self.notify("initialized", {})
        return result

    def open(self, name: str, text: str, language: str = "markdown") -> str:
        uri = (self.folder / name).as_uri()
        self._versions[uri] = 1
        given = {"uri": uri, "languageId": language, "version": 1, "text": text}
        self.notify("textDocument/didOpen", {"textDocument": given})
        return uri

    def change(self, uri: str, *changes: Mapping[str, object]) -> int:
        version = self._versions[uri] = self._versions.get(uri, 0) + 1
        about = {"uri": uri, "version": version}
        self.notify(
            "textDocument/didChange", {"textDocument": about, "contentChanges": list(changes)}
        )
        return version

    def close(self, uri: str) -> None:
        self.notify("textDocument/didClose", {"textDocument": {"uri": uri}})

    def published(self, uri: str, version: int | None = None) -> list[dict[str, Any]] | None:
        """The diagnostics last pushed for that version of a document; None if none were."""
        for note in reversed(self.notes):
            params = note["params"]
            if (
                note["method"] == "textDocument/publishDiagnostics"
                and params["uri"] == uri
                and version in (None, params.get("version"))
            ):
                found: list[dict[str, Any]] = params["diagnostics"]
                return found
        return None

    def wait_for(self, uri: str, rules: Sequence[str], version: int | None = None) -> list[Any]:
        """The diagnostics of a document once they are of exactly these rules, in order."""

        def there() -> bool:
            found = self.published(uri, version)
            return found is not None and [each["code"] for each in found] == list(rules)

        self.take(there)
        return self.published(uri, version) or []

    def actions(self, uri: str, line: int, character: int, **context: object) -> list[Any]:
        place = {"line": line, "character": character}
        found: list[Any] = self.request(
            "textDocument/codeAction",
            {
                "textDocument": {"uri": uri},
                "range": {"start": place, "end": place},
                "context": {"diagnostics": [], **context},
            },
        )
        return found

    def stop(self) -> int:
        """End the session as an editor does; the server's exit code."""
        self.request("shutdown")
        self.notify("exit", None)
        return self.process.wait(PATIENCE_S)

    def kill(self) -> None:
        self.process.kill()
        self.process.wait()
        for stream in (self.process.stdin, self.process.stdout, self.process.stderr):
            if stream is not None and not stream.closed:
                with contextlib.suppress(OSError):
                    stream.close()
