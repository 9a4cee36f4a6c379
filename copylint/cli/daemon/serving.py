"""What a command run by the daemon does for its client; does nothing in other runs."""

# Streams that outlive the functions that open them.
# ruff: noqa: SIM115

from __future__ import annotations

import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

from copylint.core.record import record

if TYPE_CHECKING:
    import socket


@record(frozen=False)
class _Client:
    connection: socket.socket
    streams: list[int]
    unbuffered: bool
    accepted: bool = False


_client: _Client | None = None


class DeclinedError(SystemExit):
    """The client must run the command itself."""


def begin(connection: socket.socket, streams: list[int], *, unbuffered: bool) -> None:
    """Note which client the command is run for, and the files that are its streams."""
    global _client
    _client = _Client(connection, streams, unbuffered)


def accept(*, wanted: bool) -> bool:
    """Whether this process runs the command for a client.

    Call it before anything is read or written: only then do the client's streams become
    those of this process. From here on the client's Ctrl-C interrupts it, and the client's
    end ends it. Raises ``DeclinedError`` if the client does not want to be served, or
    has gone; it then runs the command itself, as after every fault before this call.
    """
    if _client is None:
        return False
    from copylint.cli.daemon.wire import ACCEPTED, GO

    if not wanted:
        raise DeclinedError(0)
    try:
        _client.connection.sendall(ACCEPTED)
        if _client.connection.recv(1) != GO:
            raise DeclinedError(0)
    except OSError:
        raise DeclinedError(0) from None
    _client.accepted = True
    _client.connection.settimeout(None)
    _adopt(_client)
    _watch(_client.connection)
    return True


def end() -> bool:
    """Flush the output; return whether a client is waiting for the exit code."""
    import signal

    if _client is None or not _client.accepted:
        return False
    signal.signal(signal.SIGIO, signal.SIG_IGN)
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):
            stream.flush()
    return True


def _adopt(client: _Client) -> None:
    """Make the client's streams those of this process, as an interpreter would open them."""
    import io

    from copylint.cli.terminal import prepare_streams

    for number, file in enumerate(client.streams):
        os.dup2(file, number)
        os.close(file)
    through = client.unbuffered
    sys.stdin = open(0, closefd=False)
    sys.stdout, sys.stderr = (
        io.TextIOWrapper(
            open(number, "wb", 0 if through else -1, closefd=False),
            line_buffering=number == 2 or os.isatty(number),
            write_through=through,
        )
        for number in (1, 2)
    )
    prepare_streams()


def _watch(connection: socket.socket) -> None:
    """Have the system send a signal when the client sends something, or ends."""
    import fcntl
    import signal
    from socket import MSG_DONTWAIT

    from copylint.cli.daemon.wire import INTERRUPT

    def heard(*_: object) -> None:
        try:
            said = connection.recv(1, MSG_DONTWAIT)
        except BlockingIOError:
            return
        except OSError:
            said = b""
        if said == INTERRUPT:
            raise KeyboardInterrupt
        if not said:  # killed, or interrupted twice
            os.kill(os.getpid(), signal.SIGTERM)

    signal.signal(signal.SIGIO, heard)
    fcntl.fcntl(connection, fcntl.F_SETOWN, os.getpid())
    flags = fcntl.fcntl(connection, fcntl.F_GETFL)
    fcntl.fcntl(connection, fcntl.F_SETFL, flags | os.O_ASYNC)
    heard()  # what came before
