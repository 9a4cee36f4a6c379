"""The files that an assistant may have read."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from copylint.core.errors import InputError
from copylint.core.safe_read import Refused, is_inside, read_file


class ReadableFolders:
    """Files below ``folders``, links followed; nothing else is looked at.

    What git keeps about a repository is not among them.
    """

    def __init__(self, folders: Sequence[str]) -> None:
        self.folders = tuple(str(Path(each).resolve()) for each in folders)

    def read(self, path: str, most: int) -> tuple[str, bytes]:
        """The absolute path and the bytes of a file; a relative path is one in a folder.

        Raises ``InputError`` with the same message for every file that is not below one of the
        folders, whether there is one or not.
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
