"""Asks a running daemon; imported by every ``check``."""

# Nothing heavier than sockets, and those only where a worker may be listening.
# ruff: noqa: PTH110

from __future__ import annotations

import os
import sys

from copylint.cli.daemon.place import address, folder, is_private, token

TYPE_CHECKING = False  # see copylint/__init__.py
if TYPE_CHECKING:
    import _socket

_FAILED = 2
# Articles from strangers are checked in a process of their own.
_ALONE = ("--untrusted", "--config-from")
# A running worker answers at once; reading a large configuration takes a moment.
_PATIENCE_S = 5.0


def ask(arguments: list[str]) -> int | None:
    """The exit code of ``copylint`` with ``arguments`` as a worker ran it.

    None if no worker can or will: then nothing has been read or written, and the caller
    runs the command as if there were no workers. Raises ``KeyboardInterrupt``.
    """
    if arguments[:1] != ["check"] or "--no-warm" in arguments or not hasattr(os, "fork"):
        return None
    if any(each.startswith(_ALONE) for each in arguments):
        return None
    mine = token()
    path = address(mine)
    if not path or not os.path.exists(path) or not is_private(folder()):
        return None
    if None in (sys.stdin, sys.stdout, sys.stderr):  # closed, which is too rare to support
        return None
    # The module beneath socket, which takes 20 ms to import.
    from _socket import AF_UNIX, socket

    from copylint.cli.daemon.wire import CHECK, send

    connection = socket(AF_UNIX)
    try:
        connection.settimeout(_PATIENCE_S)
        connection.connect(path)
        here = os.open(".", os.O_RDONLY)
        umask = os.umask(0o077)
        os.umask(umask)
        variables = [f"{name}={value}" for name, value in os.environ.items()]
        unbuffered = getattr(sys.stdout, "write_through", False)
        fields = [CHECK, mine, str(umask), str(int(unbuffered)), str(len(arguments))]
        fields += [*arguments, *variables]
        send(connection, fields, [0, 1, 2, here])
        os.close(here)
        return _answer(connection)
    except OSError:
        return None
    finally:
        connection.close()


def _answer(connection: _socket.socket) -> int | None:
    """The outcome of the request. Raises ``KeyboardInterrupt`` at a second Ctrl-C before it."""
    from copylint.cli.daemon.wire import ACCEPTED, DONE, GO, INTERRUPT

    try:
        if connection.recv(1) != ACCEPTED:
            return None
        connection.settimeout(None)
        connection.sendall(GO)
    except OSError:
        return None
    interrupted = False
    while True:
        try:
            if connection.recv(1) == DONE:
                return connection.recv(1)[0]
            break
        except KeyboardInterrupt:
            if interrupted:  # the second time: the user will not wait any longer
                raise
            interrupted = True
            connection.sendall(INTERRUPT)
        except (OSError, IndexError):
            break
    sys.stderr.write("copylint: the worker ended unexpectedly; try again with --no-warm\n")
    return _FAILED
