"""A fake LanguageTool on the loopback, for failures that a real server has not on demand."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs

Answer = tuple[int, bytes]
Form = dict[str, str]


def units(text: str) -> int:
    """Length in UTF-16 code units, as Java has it."""
    return len(text.encode("utf-16-le")) // 2


def reply(text: str, word: str, rule: str = "FAKE", category: str = "GRAMMAR") -> dict[str, object]:
    """A finding at the first ``word`` of ``text``, in UTF-16 units."""
    at = text.index(word)
    return {
        "message": f"Mind  {word}.",
        "offset": units(text[:at]),
        "length": units(word),
        "replacements": [{"value": f"{word}{number}"} for number in range(9)],
        "rule": {"id": rule, "category": {"id": category}},
    }


def found(*replies: dict[str, object]) -> Answer:
    return 200, json.dumps({"matches": replies}).encode()


def silent(form: Form) -> Answer:
    return found()


@contextmanager
def fake_server(check: Callable[[Form], Answer] = silent) -> Iterator[tuple[str, list[Form]]]:
    """Its address and the forms of the checks asked of it, as they come."""
    asked: list[Form] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            if self.path == "/v2/languages":
                self._send(200, b'[{"name": "English", "code": "en", "longCode": "en-GB"}]')
            else:
                self._send(404, b"Error: not found")

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            form = {key: values[0] for key, values in parse_qs(body).items()}
            asked.append(form)
            self._send(*check(form))

        def _send(self, code: int, body: bytes) -> None:
            try:
                self.send_response(code)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)
            except OSError:
                pass  # the client has given up waiting

        def log_message(self, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", asked
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
