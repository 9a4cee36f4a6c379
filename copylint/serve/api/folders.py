"""Gives access to the files below the folders of the server, and to no others."""

# Paths: strings, as the walk over folders gives them.
# ruff: noqa: PTH116, PTH118, PTH119

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from itertools import islice
from typing import Any

from copylint.config.schema import Config
from copylint.core.errors import CopylintError
from copylint.core.safe_read import Refused, is_inside, read_file
from copylint.runner.discovery import walk
from copylint.serve.replies import Refusal

#: The most files that a list contains.
MOST_FILES = 2000


class Folders:
    """Lists and reads files.

    Clients name a file by the number of a folder and the path below it (``0/news/ferry.md``), so
    that no name can lead elsewhere. Links that leave the folder are refused.
    """

    def __init__(self, folders: Sequence[str]) -> None:
        self._folders = tuple(os.path.realpath(each) for each in folders)

    @property
    def names(self) -> tuple[str, ...]:
        """The last part of each folder's path."""
        return tuple(os.path.basename(each) or each for each in self._folders)

    def listed(self, config: Config) -> tuple[list[dict[str, Any]], bool]:
        """The files that copylint reads, in order, and whether there are more."""
        found = list(islice(self._files(config), MOST_FILES + 1))
        return found[:MOST_FILES], len(found) > MOST_FILES

    def path(self, name: str) -> str:
        """The path of the file called ``name``. Raises ``Refusal`` if it is outside the folders."""
        number, _, inner = name.partition("/")
        parts = inner.split("/")
        if not number.isascii() or not number.isdigit() or len(number) > 4:
            raise _unknown()
        if int(number) >= len(self._folders) or any(
            each in ("", ".", "..") or "\0" in each or os.sep in each or "\\" in each
            for each in parts
        ):
            raise _unknown()
        folder = self._folders[int(number)]
        path = os.path.join(folder, *parts)
        if any(each.startswith(".") for each in parts) or not is_inside(
            os.path.realpath(path), folder
        ):
            raise _unknown()
        return path

    def read(self, name: str, most: int) -> tuple[str, bytes]:
        """The path and the bytes of a file, at most ``most``. Raises ``Refusal``."""
        path = self.path(name)
        try:
            return path, read_file(path, most, self._folders[int(name.partition("/")[0])])
        except Refused as refused:
            raise Refusal(403, f"this file is not read: {refused.strerror}") from None
        except OSError:
            raise _unknown() from None

    def _files(self, config: Config) -> Iterator[dict[str, Any]]:
        for number, folder in enumerate(self._folders):
            for path in walk([folder], config):
                if isinstance(path, CopylintError):
                    continue
                inner = os.path.relpath(path, folder).replace(os.sep, "/")
                try:
                    self.path(f"{number}/{inner}")
                    state = os.stat(path)
                except (Refusal, OSError):
                    continue
                changed = datetime.fromtimestamp(state.st_mtime, UTC)
                yield {
                    "name": f"{number}/{inner}",
                    "folder": self.names[number],
                    "path": inner,
                    "bytes": state.st_size,
                    "changed": changed.isoformat(timespec="seconds"),
                }


def _unknown() -> Refusal:
    return Refusal(404, "there is no such file below the folders of this server")
