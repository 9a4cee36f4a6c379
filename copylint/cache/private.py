"""Whether what is kept in a folder or a file can have been put there by the user alone."""

# Links count: pathlib would follow them.
# ruff: noqa: PTH116

from __future__ import annotations

import os
import stat

_OTHERS_MAY_WRITE = stat.S_IWGRP | stat.S_IWOTH


def objection(path: str | os.PathLike[str], *, is_folder: bool) -> str:
    """Why what is at ``path`` is not to be trusted; empty if it is, or is not there.

    It must be the user's own and writable by no one else; a file must not be a link. Windows
    keeps each user's cache apart, and has no such modes.
    """
    if not hasattr(os, "geteuid"):
        return ""
    try:
        status = os.stat(path, follow_symlinks=is_folder)
    except OSError:
        return ""
    if not (stat.S_ISDIR(status.st_mode) if is_folder else stat.S_ISREG(status.st_mode)):
        return f"it is not a {'folder' if is_folder else 'file'}"
    if status.st_uid != os.geteuid():
        return "it belongs to another user"
    if status.st_mode & _OTHERS_MAY_WRITE:
        return "other users may write to it"
    return ""
