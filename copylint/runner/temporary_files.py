"""The temporary file that new content is written to before it replaces the old file.

While it is written it is locked, and the lock ends with the process: a file that a killed
process has left is known by having no lock, so that the next run can delete it.
"""

# Works with descriptors and names, for which pathlib has no calls.
# ruff: noqa: PTH108, PTH118, PTH120

from __future__ import annotations

import os
import re
import secrets
import stat
from collections.abc import Iterable
from contextlib import suppress

# Hidden, so that no walk takes it for an article.
_NAME = re.compile(r"\..{1,40}\.copylint-[0-9a-f]{8}", re.DOTALL)
_NO_FOLLOW = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)


def create_temporary(folder: str, name: str) -> tuple[str, int]:
    """A new file in ``folder`` that will be renamed to ``name``: its path and descriptor.

    Only its owner may read it. Raises ``OSError``.
    """
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    while True:
        path = os.path.join(folder, f".{name[:40]}.copylint-{secrets.token_hex(4)}")
        file = os.open(path, flags, 0o600)
        # Another run may have taken it for a leftover before it was locked.
        if _lock(file, wait=True) and os.fstat(file).st_nlink:
            return path, file
        os.close(file)


def delete_leftovers(paths: Iterable[str]) -> None:
    """Delete the temporary files of killed runs in the folders of the files at ``paths``."""
    for folder in sorted({os.path.dirname(path) or "." for path in paths}):
        with suppress(OSError), os.scandir(folder) as entries:
            left = [entry.path for entry in entries if _NAME.fullmatch(entry.name)]
            for path in left:
                with suppress(OSError):
                    _delete(path)


def _delete(path: str) -> None:
    file = os.open(path, os.O_RDWR | _NO_FOLLOW)
    try:
        status = os.fstat(file)
        own = not hasattr(os, "geteuid") or status.st_uid == os.geteuid() or os.geteuid() == 0
        if own and stat.S_ISREG(status.st_mode) and _lock(file, wait=False):
            os.unlink(path)
    finally:
        os.close(file)


def _lock(file: int, *, wait: bool) -> bool:
    """Lock the file for this process; return whether it may use the file.

    On a file system without locks it may write it, but not delete it as a leftover.
    """
    try:
        import fcntl
    except ImportError:
        return wait
    try:
        fcntl.flock(file, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
    except OSError:
        return wait  # a file system without locks: nothing is ever deleted there
    return True
