"""Counters of requests and findings, in the text format of Prometheus."""

from __future__ import annotations

import os
import threading
import time
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from copylint import __version__

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

#: The media type of the format.
MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8"
_BOUNDS_S = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0)
_OTHER = "other"


class Metrics:
    """Counts requests and findings; for use by several threads.

    ``routes`` are the paths counted by name. Texts are not kept.
    """

    def __init__(self, routes: frozenset[str] = frozenset()) -> None:
        self.routes = routes
        self._lock = threading.Lock()
        self._requests: Counter[tuple[str, int]] = Counter()
        self._buckets: Counter[tuple[str, float]] = Counter()
        self._seconds: Counter[str] = Counter()
        self._sums: dict[str, float] = {}
        self._running = 0
        self._characters = self._findings = 0

    def begin(self) -> None:
        """Count the start of a request."""
        with self._lock:
            self._running += 1

    def end(self, path: str, status: int, seconds: float) -> None:
        """Count the end of a request; ``status`` is 499 if its client went away."""
        route = path if path in self.routes else _OTHER
        with self._lock:
            self._running -= 1
            self._requests[route, status] += 1
            self._seconds[route] += 1
            self._sums[route] = self._sums.get(route, 0.0) + seconds
            for bound in _BOUNDS_S:
                if seconds <= bound:
                    self._buckets[route, bound] += 1

    def checked(self, characters: int, findings: int) -> None:
        """Count a text that was checked."""
        with self._lock:
            self._characters += characters
            self._findings += findings

    def text(self, waiting: int) -> str:
        """All counters as text; ``waiting`` is the number of checks that wait."""
        with self._lock:
            return "\n".join(self._lines(waiting)) + "\n"

    def _lines(self, waiting: int) -> Iterator[str]:
        yield from _head("copylint_info", "gauge", "The version that runs.")
        yield f'copylint_info{{version="{__version__}"}} 1'
        yield from _head("copylint_requests_total", "counter", "Requests by route and status.")
        for (route, status), count in sorted(self._requests.items()):
            yield f'copylint_requests_total{{route="{route}",status="{status}"}} {count}'
        yield from _head("copylint_request_seconds", "histogram", "How long requests took.")
        for route, count in sorted(self._seconds.items()):
            for bound in _BOUNDS_S:
                label = f'{{route="{route}",le="{bound:g}"}}'
                yield f"copylint_request_seconds_bucket{label} {self._buckets[route, bound]}"
            yield f'copylint_request_seconds_bucket{{route="{route}",le="+Inf"}} {count}'
            yield f'copylint_request_seconds_sum{{route="{route}"}} {self._sums[route]:.6f}'
            yield f'copylint_request_seconds_count{{route="{route}"}} {count}'
        single = (
            ("copylint_requests_running", "gauge", "Requests being answered.", self._running),
            ("copylint_checks_waiting", "gauge", "Checks that wait.", waiting),
            ("copylint_characters_total", "counter", "Characters checked.", self._characters),
            ("copylint_findings_total", "counter", "Findings reported.", self._findings),
        )
        for name, kind, meaning, value in single:
            yield from _head(name, kind, meaning)
            yield f"{name} {value}"
        memory = _memory_bytes()
        if memory is not None:
            name = "process_resident_memory_bytes"
            yield from _head(name, "gauge", "Memory that the server holds.")
            yield f"{name} {memory}"


class CountingMiddleware:
    """Middleware that counts requests, including refused ones."""

    def __init__(self, app: ASGIApp, metrics: Metrics) -> None:
        self._app, self._metrics = app, metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        status, begun = _CLIENT_GONE, time.monotonic()

        async def noting(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        self._metrics.begin()
        try:
            await self._app(scope, receive, noting)
        finally:
            self._metrics.end(scope["path"], status, time.monotonic() - begun)


#: The status counted for a client that went away; it is never sent.
_CLIENT_GONE = 499


def _head(name: str, kind: str, meaning: str) -> Iterator[str]:
    yield f"# HELP {name} {meaning}"
    yield f"# TYPE {name} {kind}"


def _memory_bytes() -> int | None:
    """The resident memory of this process; None if the system does not report it."""
    try:
        with open("/proc/self/statm", "rb") as file:  # noqa: PTH123
            pages = int(file.read().split()[1])
    except (OSError, ValueError, IndexError):
        return None
    return pages * os.sysconf("SC_PAGE_SIZE")
