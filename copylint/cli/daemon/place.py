"""The daemon's socket, and who may talk to it."""

# Imported by every run: imports only what the interpreter has loaded anyway.
# ruff: noqa: PTH118

from __future__ import annotations

import os
import stat
import sys
from binascii import crc32

import copylint

# What an interpreter heeds when it starts, besides the variables that begin with PYTHON.
_LOCALE = ("LANG", "LC_ALL", "LC_CTYPE")
# The length of a Unix socket's address is limited, to 104 bytes in some systems.
_LONGEST = 100


def token() -> str:
    """Identifies the worker that a client can use: one started in the same environment."""
    heeded = sorted(
        f"{name}={value}"
        for name, value in os.environ.items()
        if name in _LOCALE or name.startswith("PYTHON")
    )
    return "\x1f".join(
        (copylint.__version__, copylint.__file__, sys.executable, str(sys.flags), *heeded)
    )


def folder() -> str:
    """The folder of sockets, which need not exist."""
    runtime = os.environ.get("XDG_RUNTIME_DIR", "")
    if runtime.startswith("/"):
        return os.path.join(runtime, "copylint")
    return os.path.join(os.environ.get("TMPDIR") or "/tmp", f"copylint-{os.geteuid()}")


def is_private(path: str) -> bool:
    """Whether ``path`` is a folder that belongs to the user and that no one else may enter."""
    try:
        status = os.lstat(path)
    except OSError:
        return False
    return (
        stat.S_ISDIR(status.st_mode)
        and status.st_uid == os.geteuid()
        and not stat.S_IMODE(status.st_mode) & 0o077
    )


def address(of: str) -> str:
    """The path of the socket for the token ``of``; empty if it would be too long."""
    path = os.path.join(folder(), f"{crc32(of.encode('utf-8', 'surrogateescape')):08x}.sock")
    return path if len(os.fsencode(path)) <= _LONGEST else ""
