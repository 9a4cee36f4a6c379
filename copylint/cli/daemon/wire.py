"""The protocol between client and daemon.

A request is its length, sent with the client's standard streams and current folder as open
files, and then its fields. An answer is one byte, for some followed by more.
"""

from __future__ import annotations

import os

TYPE_CHECKING = False  # see copylint/__init__.py
if TYPE_CHECKING:
    import _socket
    import socket
    from collections.abc import Sequence

#: The kinds of request.
CHECK, STATUS, STOP = "check", "status", "stop"

#: The worker can and will; it waits for ``GO``, and from there on there may be output.
ACCEPTED = b"A"
#: The client's reply to that, if it has not given up.
GO = b"G"
#: Done; a byte with the exit code follows.
DONE = b"X"
#: What the client sends on Ctrl-C.
INTERRUPT = b"I"

_LENGTH = 8
_MOST = 50_000_000
_STREAMS = 4


def send(connection: _socket.socket, fields: Sequence[str], files: Sequence[int]) -> None:
    """Send a request: ``files`` are standard input, output and error and the folder."""
    from _socket import SCM_RIGHTS, SOL_SOCKET
    from array import array

    payload = "\0".join(fields).encode("utf-8", "surrogateescape")
    head = len(payload).to_bytes(_LENGTH, "big")
    connection.sendmsg([head], [(SOL_SOCKET, SCM_RIGHTS, array("i", files))])
    connection.sendall(payload)


def receive(connection: socket.socket) -> tuple[list[str], list[int]]:
    """The fields and files of a request. Raises ``OSError`` or ``ValueError``."""
    import socket

    head, files, _, _ = socket.recv_fds(connection, _LENGTH, _STREAMS)
    try:
        left = int.from_bytes(head, "big")
        if len(head) != _LENGTH or left > _MOST or len(files) != _STREAMS:
            raise ValueError("not a request")
        parts = []
        while left:
            part = connection.recv(min(left, 1 << 20))
            if not part:
                raise ValueError("a request without its end")
            parts.append(part)
            left -= len(part)
    except BaseException:
        for each in files:
            os.close(each)
        raise
    return b"".join(parts).decode("utf-8", "surrogateescape").split("\0"), files
