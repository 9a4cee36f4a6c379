"""Limits the files that an assistant may read."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from copylint.core.errors import InputError
from copylint.core.safe_read import Refused, is_inside, read_file


class ReadableFolders:
    """The files below ``folders``, after links are followed; no others are opened.

    The files in which git keeps a repository are excluded.
    """

    def __init__(self, folders: Sequence[str]) -> None:
        self.folders = tuple(str(Path(each).resolve()) for each in folders)

    def read(self, path: str, most: int) -> tuple[str, bytes]:
        """The absolute path and the bytes of a file; a relative path is one in a folder.

        Raises ``InputError`` with the same message for every path outside the folders, so that
        the message does not reveal whether a file exists.
        """
        for folder in self.folders:
            asked = Path(folder) / path
            try:
                real = str(asked.resolve())
                if is_inside(real, folder):
                    return real, read_file(real, most, folder)
            except FileNotFoundError:
                continue
            except Refused as refused:
                raise InputError(path, f"not read: {refused.strerror}") from None
            except (OSError, ValueError, RuntimeError):
                continue
        raise InputError(path, "no such file below the folders that this server may read")
