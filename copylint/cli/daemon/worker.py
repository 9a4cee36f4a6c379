"""The daemon process: listens, and forks for every request.

``launch.start`` starts it in a session of its own, by way of ``copylint.cli.worker_main``.
It ends when no request has come for a while, when it is asked to, and when copylint's code
or data has changed since it was loaded.
"""

# Works with descriptors and sockets, for which pathlib has no calls.
# ruff: noqa: PTH102, PTH108, PTH116

from __future__ import annotations

import fcntl
import os
import select
import signal
import socket
import struct
import sys
import time
from collections.abc import Callable
from contextlib import suppress

from copylint.cli.daemon import serving
from copylint.cli.daemon.place import address, folder, is_private, token
from copylint.cli.daemon.wire import CHECK, DONE, STATUS, STOP, receive
from copylint.core.record import record

#: How long a worker waits for the next request, in seconds.
IDLE_S = 600.0

# The exit code by which a fork tells the worker to end.
_END = 77
_REQUEST_S = 5.0
_BACKLOG = 16


def listen(path: str, warm_up: Callable[[], None], run: Callable[[], object]) -> None:
    """Listen at ``path`` until there is a reason to end.

    ``warm_up`` loads what requests need; ``run`` runs the command line of ``sys.argv`` and
    returns its exit code.
    """
    if path != address(token()):
        return  # not the interpreter that the client was
    with suppress(FileExistsError):
        os.mkdir(folder(), 0o700)
    if not is_private(folder()):
        return
    lock = os.open(f"{path}.lock", os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return  # there is one already
    from copylint.runner.cache_key import installed

    installed()  # the state before anything is loaded; every request compares with it
    warm_up()
    os.umask(0o077)
    with suppress(FileNotFoundError):
        os.unlink(path)  # left behind by a worker that was killed
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(path)
        try:
            listener.listen(_BACKLOG)
            _Worker(listener, path, lock, run).serve()
        finally:
            with suppress(FileNotFoundError):
                os.unlink(path)


@record(frozen=False)
class _Worker:
    """The process that listens. ``listener`` is bound to ``path``; ``lock`` keeps others out."""

    listener: socket.socket
    path: str
    lock: int
    run: Callable[[], object]
    requests: int = 0
    started: float = 0.0

    def serve(self) -> None:
        """Answer requests until it is time to end; those being served are not waited for."""
        woken, wake = os.pipe()
        os.set_blocking(wake, False)
        os.set_blocking(woken, False)
        signal.set_wakeup_fd(wake, warn_on_full_buffer=False)
        signal.signal(signal.SIGCHLD, lambda *_: None)
        self.listener.setblocking(False)
        ours = os.stat(self.path).st_ino
        self.started = last = time.monotonic()
        busy = 0
        while busy or time.monotonic() - last < IDLE_S:
            listening = self.listener.fileno()
            ready, _, _ = select.select([listening, woken], [], [], IDLE_S)
            if woken in ready:
                with suppress(BlockingIOError):
                    os.read(woken, 4096)
            codes = list(_ended())
            busy -= len(codes)
            if codes:
                last = time.monotonic()
            if _END in codes or not _is_still(self.path, ours):
                return
            if listening in ready:
                with suppress(OSError):
                    connection, _ = self.listener.accept()
                    self.requests += 1
                    busy += self._fork(connection)

    def _fork(self, connection: socket.socket) -> bool:
        """Serve the connection in a process of its own; whether one could be started."""
        with connection:
            try:
                if os.fork():
                    return True
            except OSError:
                return False
            code = 1
            try:
                signal.set_wakeup_fd(-1)
                signal.signal(signal.SIGCHLD, signal.SIG_DFL)
                self.listener.close()
                os.close(self.lock)  # or it would be held until the last request is done
                code = self._serve(connection)
            except BaseException:  # noqa: BLE001 - the client sees its connection end
                pass
            finally:
                os._exit(code)

    def _serve(self, connection: socket.socket) -> int:
        """Serve one request, in the fork; return the exit code for the worker, not the client."""
        if not _is_ours(connection):
            return 0
        connection.settimeout(_REQUEST_S)
        fields, files = receive(connection)
        kind, theirs, *rest = fields
        if kind == STOP:
            connection.sendall(str(os.getppid()).encode())
            return _END
        if kind == STATUS:
            up = int(time.monotonic() - self.started)
            connection.sendall(f"{os.getppid()} {up} {self.requests - 1}".encode())
            return 0
        if kind != CHECK or theirs != token():
            return 0
        if _has_changed():
            return _END
        umask, unbuffered, count = map(int, rest[:3])
        arguments, variables = rest[3 : 3 + count], rest[3 + count :]
        *streams, here = files
        os.fchdir(here)
        os.close(here)
        os.umask(umask)
        os.environ.clear()
        for variable in variables:
            name, _, value = variable.partition("=")
            os.environ[name] = value
        signal.signal(signal.SIGINT, signal.default_int_handler)
        serving.begin(connection, streams, unbuffered=bool(unbuffered))
        sys.argv = ["copylint", *arguments]
        code = self.run()
        if serving.end():
            connection.sendall(DONE + bytes([code if isinstance(code, int) else 1]))
        return 0


def _ended() -> list[int]:
    """The exit codes of forks that have ended."""
    codes: list[int] = []
    while True:
        try:
            pid, status = os.waitpid(-1, os.WNOHANG)
        except ChildProcessError:
            return codes
        if not pid:
            return codes
        codes.append(os.waitstatus_to_exitcode(status))


def _is_still(path: str, inode: int) -> bool:
    try:
        return os.stat(path).st_ino == inode
    except OSError:
        return False


def _is_ours(connection: socket.socket) -> bool:
    """Whether the client is the same user.

    If the system cannot say, the folder vouches for it: no one else may enter.
    """
    if not hasattr(socket, "SO_PEERCRED"):
        return True
    layout = "3i"
    told = connection.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, struct.calcsize(layout))
    return bool(struct.unpack(layout, told)[1] == os.geteuid())


def _has_changed() -> bool:
    """Whether copylint or what it relies on has changed since it was loaded."""
    from copylint.runner import cache_key as fingerprint

    return fingerprint.installed() != fingerprint.installed.__wrapped__()
