"""Runs the server until a signal ends it."""

from __future__ import annotations

import signal
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from math import ceil
from typing import TYPE_CHECKING

import uvicorn

from copylint.core.errors import CopylintError
from copylint.runner.garbage import collect_while_staying, settle
from copylint.serve.app import create_app
from copylint.serve.connection import bounded
from copylint.serve.languagetool.selection import rules_for
from copylint.serve.settings import ServeSettings

if TYPE_CHECKING:
    from concurrent.futures import Future

    from copylint.config.schema import Config
    from copylint.serve.state import State
    from copylint.service.answer import Answer

# How long running checks may take to finish when the server ends.
_GRACE_S = 5
_BACKLOG = 256
_HEADER_BYTES = 32_768
_ANY_TEXT = "The mayor opened the bridge on Monday."


class ServeError(CopylintError):
    """The server cannot start."""


def serve(settings: ServeSettings, announce: Callable[[str], None]) -> None:
    """Answer requests until the process gets SIGINT or SIGTERM.

    ``announce`` is called once with the server's address, when it accepts connections.
    Raises ``ServeError`` if the port is not available, and ``ConfigError`` if the configuration
    of the first folder is wrong.
    """
    collect_while_staying()
    listener = _listener(settings.host, settings.port)
    with listener:
        app = create_app(settings)
        state = app.state.copylint
        house = state.folders.for_path(state.home)
        config = uvicorn.Config(
            app,
            http=bounded(settings.bounds.header_s),
            ws="none",
            lifespan="on",
            log_config=None,
            log_level="error",
            access_log=False,
            proxy_headers=False,
            server_header=False,
            limit_concurrency=settings.bounds.connections,
            timeout_keep_alive=ceil(settings.bounds.idle_s),
            timeout_graceful_shutdown=_GRACE_S,
            h11_max_incomplete_event_size=_HEADER_BYTES,
        )

        def started() -> Future[Answer]:
            announce(_address(listener))
            return _warm(state, house)

        _Server(config, started).run(sockets=[listener])


def _warm(state: State, config: Config) -> Future[Answer]:
    """Start a check that loads everything the first request would wait for."""
    threading.Thread(target=rules_for, args=[config], daemon=True).start()
    loaded = state.service.check(_ANY_TEXT, path="", config=config)
    loaded.add_done_callback(lambda future: None if future.cancelled() else settle())
    return loaded


class _Server(uvicorn.Server):
    """uvicorn's server, except that it exits normally after a signal.

    ``on_start`` is called when the server accepts connections and handles signals; the future
    that it returns is cancelled when the server ends.
    """

    def __init__(self, config: uvicorn.Config, on_start: Callable[[], Future[Answer]]) -> None:
        super().__init__(config)
        self._on_start = on_start
        self._begun: Future[Answer] | None = None

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start, and call ``on_start``."""
        await super().startup(sockets)
        if self.started:
            self._begun = self._on_start()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """End, without waiting for the future of ``on_start``."""
        if self._begun is not None:
            self._begun.cancel()
        await super().shutdown(sockets)

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """End on a signal, without raising it again afterwards."""
        ends = (signal.SIGINT, signal.SIGTERM)
        before = [signal.signal(each, self.handle_exit) for each in ends]
        try:
            yield
        finally:
            for each, handler in zip(ends, before, strict=True):
                signal.signal(each, handler)


def _listener(host: str, port: int) -> socket.socket:
    """A socket that listens. Raises ``ServeError``."""
    try:
        family, kind, protocol, _, where = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
    except OSError as error:
        raise ServeError(f"no such address: {host} ({error.strerror})") from None
    listener = socket.socket(family, kind, protocol)
    try:
        if hasattr(socket, "SO_EXCLUSIVEADDRUSE"):
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        else:
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(where)
        listener.listen(_BACKLOG)
    except OSError as error:
        listener.close()
        raise ServeError(_reason(host, port, error)) from None
    return listener


def _reason(host: str, port: int, error: OSError) -> str:
    import errno

    if error.errno == errno.EADDRINUSE:
        return f"port {port} is in use; stop the other server or choose another with --port"
    if error.errno == errno.EACCES:
        return f"port {port} may not be used; choose one above 1023 with --port"
    return f"cannot listen on {host} port {port}: {error.strerror or error}"


def _address(listener: socket.socket) -> str:
    host, port = listener.getsockname()[:2]
    shown = f"[{host}]" if ":" in host else host
    return f"http://{shown}:{port}"
