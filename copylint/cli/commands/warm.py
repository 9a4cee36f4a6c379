"""``copylint warm``: the worker that keeps running between commands."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from copylint.cli.exits import CLEAN, FAILED, complain
from copylint.cli.option_table import CommandOptions

_PATIENCE_S = 5.0


def status(options: CommandOptions) -> int:
    """List the running workers; exit code 2 if there are none."""
    from copylint.cli.daemon.wire import STATUS

    found = False
    for path in _sockets():
        answer = _ask(path, STATUS)
        if answer is None:
            continue
        found = True
        pid, up, requests = answer.split()
        sys.stdout.write(f"worker {pid}: up {int(up):,} s, {int(requests):,} requests, {path}\n")
    if not found:
        complain("no worker is running")
    return CLEAN if found else FAILED


def stop(options: CommandOptions) -> int:
    """Stop all workers."""
    from copylint.cli.daemon.wire import STOP

    for path in _sockets():
        pid = _ask(path, STOP)
        if pid is None:
            continue
        _await_end(path)
        sys.stdout.write(f"worker {pid}: ended\n")
    return CLEAN


def _sockets() -> Iterator[str]:
    from copylint.cli.daemon.place import folder, is_private

    where = folder()
    if is_private(where):
        yield from sorted(map(str, Path(where).glob("*.sock")))


def _ask(path: str, what: str) -> str | None:
    """The worker's answer, or None if no worker is listening at ``path``."""
    import socket

    from copylint.cli.daemon.wire import send

    with socket.socket(socket.AF_UNIX) as connection:
        connection.settimeout(_PATIENCE_S)
        nowhere = os.open(os.devnull, os.O_RDWR)
        try:
            connection.connect(path)
            send(connection, [what, ""], [nowhere] * 4)
            return connection.recv(200).decode() or None
        except OSError:
            return None
        finally:
            os.close(nowhere)


def _await_end(path: str) -> None:
    """Wait until the worker has removed its socket."""
    until = time.monotonic() + _PATIENCE_S
    while os.path.lexists(path) and time.monotonic() < until:
        time.sleep(0.01)
