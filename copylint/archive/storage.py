"""Files of archives and results, in local folders or wherever fsspec reaches (``s3://`` and so on).

Local files need no fsspec. Every fault of a file system is one ``StorageError``.
"""

# Paths: strings, since they may be addresses.
# ruff: noqa: PTH103, PTH105, PTH108, PTH110, PTH112, PTH113, PTH118, PTH120, PTH123, PTH207, PTH208

from __future__ import annotations

import glob
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import IO, Any

from copylint.archive.extras import needed_for
from copylint.core.errors import CopylintError, in_a_line

_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://")
#: What a file that is being written is called until it is whole.
UNFINISHED = ".unfinished"


class StorageError(CopylintError):
    """A file or folder that cannot be read or written."""


def is_address(path: str) -> bool:
    """Whether ``path`` is an address, such as ``s3://paper/2026``, and not a local path."""
    return _ADDRESS.match(path) is not None


def joined(folder: str, name: str) -> str:
    """The path of ``name`` in ``folder``."""
    return f"{folder.rstrip('/')}/{name}" if is_address(folder) else os.path.join(folder, name)


@contextmanager
def faults_named(path: str, doing: str) -> Iterator[None]:
    """Turn what a file system raises in the block into ``StorageError``.

    ``doing`` completes the message "cannot ...". Client libraries raise errors of their own.
    """
    try:
        yield
    except CopylintError:
        raise
    except OSError as error:
        raise StorageError(f"{path}: cannot {doing}: {_reason(error)}") from None
    except Exception as error:
        if not is_address(path):
            raise
        raise StorageError(f"{path}: cannot {doing}: {_reason(error)}") from None


def _reason(error: BaseException) -> str:
    reason = getattr(error, "strerror", None) or str(error) or type(error).__name__
    return in_a_line(reason.strip())


@contextmanager
def reading(path: str) -> Iterator[IO[bytes]]:
    """The file at ``path``, open for reading. Raises ``StorageError``."""
    with faults_named(path, "be read"), _opened(path) as file:
        yield file


def _opened(path: str) -> Any:
    if not is_address(path):
        return open(path, "rb")
    with needed_for(f"'{path}'"):
        import fsspec
    return fsspec.open(path, "rb")


def read_whole(path: str, most: int) -> bytes:
    """The bytes of the file, no more than one beyond ``most``. Raises ``StorageError``."""
    with reading(path) as file:
        return file.read(most + 1)


def kind_of(path: str) -> str:
    """``file`` or ``folder``, empty if nothing is at ``path``. Raises ``StorageError``."""
    if not is_address(path):
        return "folder" if os.path.isdir(path) else "file" if os.path.exists(path) else ""
    system, inner = _remote(path)
    with faults_named(path, "be read"):
        if system.isfile(inner):
            return "file"
        return "folder" if system.isdir(inner) else ""


def matching(pattern: str) -> list[str]:
    """The files that match a pattern of ``*``, ``?``, ``**``, sorted. Raises ``StorageError``."""
    if not is_address(pattern):
        return sorted(path for path in glob.glob(pattern, recursive=True) if os.path.isfile(path))
    system, inner = _remote(pattern)
    with faults_named(pattern, "be read"):
        return sorted(system.unstrip_protocol(each) for each in system.glob(inner))


def files_in(folder: str) -> list[str]:
    """All files in ``folder`` and below, sorted, hidden ones left out. Raises ``StorageError``."""
    if is_address(folder):
        system, inner = _remote(folder)
        with faults_named(folder, "be read"):
            found = [system.unstrip_protocol(each) for each in system.find(inner)]
    else:
        with faults_named(folder, "be read"):
            found = [
                os.path.join(where, name) for where, _, names in os.walk(folder) for name in names
            ]
    shown = len(folder.rstrip("/")) + 1
    return sorted(each for each in found if not re.search(r"(?:^|/)[._]", each[shown:]))


def names_in(folder: str) -> list[str]:
    """The names in ``folder``, none if it does not exist. Raises ``StorageError``."""
    with faults_named(folder, "be read"):
        if not is_address(folder):
            return sorted(os.listdir(folder)) if os.path.isdir(folder) else []
        system, inner = _remote(folder)
        system.invalidate_cache(inner)
        if not system.isdir(inner):
            return []
        return sorted(
            each.rstrip("/").rpartition("/")[2] for each in system.ls(inner, detail=False)
        )


def make_folder(path: str) -> None:
    """Make a local folder and those above it; an address needs none. Raises ``StorageError``."""
    if not is_address(path):
        with faults_named(path, "be made"):
            os.makedirs(path, exist_ok=True)


def write_whole(path: str, data: bytes) -> None:
    """Write a file so that it is there whole or not at all. Raises ``StorageError``."""
    with faults_named(path, "be written"):
        if is_address(path):
            system, inner = _remote(path)
            system.pipe_file(inner, data)  # an object appears when its last byte has arrived
            return
        os.makedirs(os.path.dirname(path) or ".", exist_ok=True)
        unfinished = path + UNFINISHED
        try:
            with open(unfinished, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            os.replace(unfinished, path)
        except BaseException:  # Ctrl-C too
            with suppress(OSError):
                os.unlink(unfinished)
            raise


def delete(path: str) -> None:
    """Delete a file if it is there. Raises ``StorageError``."""
    with faults_named(path, "be deleted"), suppress(FileNotFoundError):
        if is_address(path):
            system, inner = _remote(path)
            system.rm_file(inner)
        else:
            os.unlink(path)


def _remote(path: str) -> tuple[Any, str]:
    """The file system that an address names, and the path there. Raises ``StorageError``."""
    with needed_for(f"'{path}'"):
        from fsspec.core import url_to_fs
    try:
        system, inner = url_to_fs(path)
    except (ValueError, ImportError) as error:  # an unknown protocol, or one without its package
        raise StorageError(f"{path}: cannot be reached: {_reason(error)}") from None
    return system, inner
