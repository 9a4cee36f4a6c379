"""The clients that give a server an article after each keystroke."""

from __future__ import annotations

import sys
from http.server import BaseHTTPRequestHandler, HTTPServer
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from threading import Thread
from types import ModuleType
from urllib.parse import parse_qs

import pytest

SPEED = Path(__file__).parents[2] / "benchmarks" / "speed"
GOOD, BAD = "The bridge was shut.\n", "The bridge was teh best.\n"


@pytest.fixture(scope="module")
def servers() -> ModuleType:
    spec = spec_from_file_location("typed_servers", SPEED / "typed_servers.py")
    assert spec
    assert spec.loader
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_a_language_server_answers_about_each_text(servers: ModuleType) -> None:
    pytest.importorskip("pygls", reason="the extra 'lsp' is not installed")
    command = [sys.executable, "-m", "copylint", "lsp"]
    with servers.LanguageServer("copylint", command, {"pause": 10**8}) as server:
        assert [server.ask(text) for text in (GOOD, BAD, GOOD)] == [0, 1, 0]
        assert server.processor_s() > 0


class ClosesTheFirst(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    asked: list[str]

    def do_POST(self) -> None:
        form = parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode())
        self.asked.append(form["text"][0])
        body = b'{"matches": [{}, {}]}'
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
        self.close_connection = len(self.asked) == 1

    def log_message(self, *_: object) -> None:
        pass


def test_a_closed_connection_is_opened_again(servers: ModuleType) -> None:
    ClosesTheFirst.asked = []
    with HTTPServer(("127.0.0.1", 0), ClosesTheFirst) as listener:
        thread = Thread(target=listener.serve_forever, args=(0.05,))
        thread.start()
        try:
            server = servers.Http("other", f"http://127.0.0.1:{listener.server_port}", 1)
            assert [server.ask(text) for text in (GOOD, BAD)] == [2, 2]
            server.close()
        finally:
            listener.shutdown()
            thread.join()
    assert ClosesTheFirst.asked == [GOOD, BAD]
