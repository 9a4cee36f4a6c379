"""A web site on this computer, for tests."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


class Site:
    """What the site answers, and what it was asked for."""

    def __init__(self) -> None:
        self.answers: dict[str, int] = {}
        self.get_answers: dict[str, int] = {}
        self.moved: dict[str, str] = {}
        self.asked: Counter[tuple[str, str]] = Counter()
        self.agents = set[str]()
        self.base = ""
        self.together = self.most_together = 0
        self.gate: threading.Barrier | None = None
        self.released = threading.Event()
        self.lock = threading.Lock()


@contextmanager
def serving() -> Iterator[Site]:
    """The site while it runs: ``/silent`` never answers, ``/drip`` never ends."""
    site = Site()

    class Handler(BaseHTTPRequestHandler):
        def do_HEAD(self) -> None:
            self.answered()

        def do_GET(self) -> None:
            self.answered()

        def answered(self) -> None:
            with site.lock:
                site.asked[self.command, self.path] += 1
                site.agents.add(self.headers["User-Agent"])
                site.together += 1
                site.most_together = max(site.together, site.most_together)
            try:
                if site.gate is not None:
                    site.gate.wait(10)
                self.respond()
            finally:
                with site.lock:
                    site.together -= 1

        def respond(self) -> None:
            if self.path == "/silent":
                site.released.wait(10)
                return
            if self.path == "/drip":
                while not site.released.wait(0.05):
                    try:
                        self.wfile.write(b"H")
                        self.wfile.flush()
                    except OSError:
                        return
                return
            status = site.answers.get(self.path, 200)
            if self.command == "GET":
                status = site.get_answers.get(self.path, status)
            self.send_response(301 if self.path in site.moved else status)
            if self.path in site.moved:
                self.send_header("Location", site.moved[self.path])
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *_: Any) -> None:
            """Nothing is printed."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    site.base = f"http://127.0.0.1:{server.server_address[1]}"
    try:
        yield site
    finally:
        site.released.set()
        server.shutdown()
        server.server_close()
        thread.join()
