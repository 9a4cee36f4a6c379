"""Replaces a file's content whole or not at all.

The content goes to a new file in the same folder, is flushed to the disk, and takes the
old one's name in one step of the file system. A reader finds either the old file or the new
one, whatever process dies.
"""

# Works with descriptors and links, for which pathlib has no calls.
# ruff: noqa: PTH100, PTH105, PTH108, PTH112, PTH114, PTH115, PTH118, PTH120

from __future__ import annotations

import os
import stat
from collections.abc import Iterable
from contextlib import suppress

from copylint.core.errors import InputError
from copylint.core.safe_read import read_start
from copylint.runner.temporary_files import create_temporary

_CHANGED = "changed since it was read; left as it is"


def roots_of(paths: Iterable[str]) -> tuple[str, ...]:
    """The folders in which files named by ``paths`` (files and folders) may be written."""
    return tuple(
        os.path.realpath(path if os.path.isdir(path) else os.path.dirname(path) or ".")
        for path in paths
    )


def rewrite(path: str, old: bytes, new: bytes, roots: Iterable[str]) -> None:
    """Put ``new`` in the place of ``old``, which is what the file at ``path`` held.

    A link is followed once, to a file in one of ``roots`` (real paths); the file keeps its
    mode, its owner and its extended attributes. Raises ``InputError``, and leaves the file as
    it was, if it must not or cannot be written.
    """
    target = _target(path, roots)
    try:
        status = os.lstat(target)
        _refuse(path, status)
        if _content(target, len(old)) != old:
            raise InputError(path, _CHANGED)
        _replace(path, target, status, old, new)
    except OSError as error:
        reason = "permission denied" if isinstance(error, PermissionError) else error.strerror
        raise InputError(path, f"cannot write: {reason or error}; left as it is") from None


def put(path: str, old: bytes | None, new: bytes) -> None:
    """Write a file of our own: ``old`` is what it held, None if there was none.

    As ``rewrite`` does, and with a link followed to wherever it leads. Raises ``InputError``.
    """
    target = os.path.realpath(path)
    try:
        if old is not None:
            rewrite(target, old, new, (os.path.dirname(target),))
            return
        os.close(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666))
        _replace(path, target, os.lstat(target), b"", new)
    except OSError as error:
        raise InputError(path, f"cannot write: {error.strerror}") from None


def _target(path: str, roots: Iterable[str]) -> str:
    """The file itself, with a link followed."""
    target = os.path.abspath(path)
    if os.path.islink(target):
        target = os.path.join(os.path.dirname(target), os.readlink(target))
        if os.path.islink(target):
            raise InputError(path, "is a link to a link; name the file itself to fix it")
        # Links among the folders of the path count as well.
        real = os.path.realpath(target)
        if not any(real.startswith(os.path.join(root, "")) for root in roots):
            raise InputError(path, "is a link that leads elsewhere; name the file itself to fix it")
    return target


def _refuse(path: str, status: os.stat_result) -> None:
    if not stat.S_ISREG(status.st_mode):
        raise InputError(path, "no longer a file; left as it is")
    if not status.st_mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH):
        raise InputError(path, "read-only; left as it is")
    if status.st_nlink > 1:
        raise InputError(
            path,
            f"has {status.st_nlink} names (hard links), which a fix would separate; left as it is",
        )


def _content(target: str, most: int) -> bytes:
    """The content of the file; if it holds more than ``most`` bytes, just over ``most``."""
    return read_start(target, most)


def _replace(path: str, target: str, status: os.stat_result, old: bytes, new: bytes) -> None:
    if not os.access(target, os.W_OK):
        raise InputError(path, "read-only; left as it is")
    folder, name = os.path.split(target)
    temporary, file = create_temporary(folder, name)
    try:
        try:
            _write(file, new)
            _copy_attributes(target, file, status)
            os.fsync(file)
            if os.name == "nt":  # Windows lets no open file take another's place
                file = _closed(file)
            now = os.lstat(target)
            if (now.st_ino, now.st_dev) != (status.st_ino, status.st_dev) or (
                _content(target, len(old)) != old
            ):
                raise InputError(path, _CHANGED)
            os.replace(temporary, target)
        finally:
            _closed(file)
    except BaseException:  # Ctrl-C too
        with suppress(OSError):
            os.unlink(temporary)
        raise
    _flush_folder(folder)


def _closed(file: int) -> int:
    """Close an open descriptor; return the value that marks it as closed."""
    if file >= 0:
        os.close(file)
    return -1


def _write(file: int, data: bytes) -> None:
    view = memoryview(data)
    while view:
        view = view[os.write(file, view) :]


def _copy_attributes(target: str, file: int, status: os.stat_result) -> None:
    if hasattr(os, "fchown"):
        own = os.fstat(file)
        if (own.st_uid, own.st_gid) != (status.st_uid, status.st_gid):
            with suppress(OSError):  # only root may give a file away
                os.fchown(file, status.st_uid, status.st_gid)
    if hasattr(os, "fchmod"):
        os.fchmod(file, stat.S_IMODE(status.st_mode))
    if hasattr(os, "listxattr"):
        with suppress(OSError):  # not every file system has them
            for name in os.listxattr(target):
                os.setxattr(file, name, os.getxattr(target, name))


def _flush_folder(folder: str) -> None:
    """Flush the new name to the disk too, if the system can."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    with suppress(OSError):
        opened = os.open(folder or ".", os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)
