"""Runs the server until it is told to end."""

from __future__ import annotations

import socket
from collections.abc import Callable
from contextlib import suppress
from math import ceil

import uvicorn

from copylint.core.errors import CopylintError
from copylint.serve.app import create_app
from copylint.serve.connection import bounded
from copylint.serve.settings import ServeSettings

# How long checks that run may take to end when the server is told to.
_GRACE_S = 5
_BACKLOG = 256
_HEADER_BYTES = 32_768


class ServeError(CopylintError):
    """The server cannot start."""


def serve(settings: ServeSettings, announce: Callable[[str], None]) -> None:
    """Answer requests until the process gets SIGINT or SIGTERM.

    ``announce`` is called once with the server's address, when it accepts connections.
    Raises ``ServeError`` if the port cannot be had, and ``ConfigError`` if the configuration of
    the first folder has a fault.
    """
    listener = _listener(settings.host, settings.port)
    with listener:
        app = create_app(settings)
        app.state.copylint.folders.for_path(app.state.copylint.home)
        config = uvicorn.Config(
            app,
            http=bounded(settings.bounds.header_s),
            ws="none",
            lifespan="on",
            log_config=None,
            log_level="warning",
            access_log=False,
            proxy_headers=False,
            server_header=False,
            limit_concurrency=settings.bounds.connections,
            timeout_keep_alive=ceil(settings.bounds.idle_s),
            timeout_graceful_shutdown=_GRACE_S,
            h11_max_incomplete_event_size=_HEADER_BYTES,
        )
        announce(_address(listener))
        with suppress(KeyboardInterrupt):  # uvicorn raises the signal again when it has ended
            uvicorn.Server(config).run(sockets=[listener])


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
