"""The file of a house memory, and the index beside it."""

from __future__ import annotations

import os

from copylint.analysis.names.memory_file import MOST_BYTES, Memory, MemoryFault, read, written
from copylint.analysis.names.memory_index import SUFFIX, index_of
from copylint.archive.storage import write_whole
from copylint.core.errors import CopylintError
from copylint.core.safe_read import read_file


def load(path: str) -> Memory:
    """The memory in a file. Raises ``CopylintError``."""
    try:
        return read(read_file(path, MOST_BYTES).decode("utf-8"))
    except UnicodeDecodeError as error:
        raise CopylintError(f"{path}: is not UTF-8 text at byte {error.start}") from None
    except MemoryFault as error:
        raise CopylintError(f"{path}: {error}") from None
    except OSError as error:
        raise CopylintError(f"{path}: cannot be read: {error.strerror}") from None


def save(path: str, memory: Memory) -> None:
    """Write a memory and its index. Raises ``CopylintError``."""
    write_whole(path, written(memory).encode("utf-8"))
    write_index(path)


def write_index(path: str) -> None:
    """Write the index of the memory in a file. Raises ``CopylintError``."""
    try:
        changed = os.stat(path).st_mtime_ns  # noqa: PTH116
        data = index_of(read_file(path, MOST_BYTES), changed)
    except MemoryFault as error:
        raise CopylintError(f"{path}: {error}") from None
    except OSError as error:
        raise CopylintError(f"{path}: cannot be read: {error.strerror}") from None
    write_whole(path + SUFFIX, data)
