"""The folder of results: a part for each shard, and what sums them up."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from copylint.archive.shard_task import KEY
from copylint.archive.storage import (
    UNFINISHED,
    StorageError,
    delete,
    joined,
    make_folder,
    names_in,
    reading,
    write_whole,
)

SUMMARY, OVERVIEW = "_summary.json", "_overview.html"
_PART = re.compile(r"part-(\d{6,})\.parquet")


class Results:
    """The parts in a folder, local or an address. Every method raises ``StorageError``."""

    def __init__(self, folder: str) -> None:
        self.folder = folder

    def prepare(self) -> None:
        """Make the folder if it is not there, so that a run which cannot write ends at once."""
        make_folder(self.folder)

    def parts(self) -> dict[int, str]:
        """The paths of the parts that are there, by the index of their shard."""
        found = ((name, _PART.fullmatch(name)) for name in names_in(self.folder))
        return {int(match[1]): joined(self.folder, name) for name, match in found if match}

    def key_of(self, path: str) -> str:
        """The key of the shard that a part was made from; empty if it holds none."""
        try:
            with reading(path) as file:
                metadata = pq.read_schema(file).metadata or {}
        except (pa.ArrowException, StorageError):
            return ""  # damaged: it is made again
        key: bytes = metadata.get(KEY, b"")
        return key.decode()

    def write(self, index: int, data: bytes) -> None:
        """Write the part of a shard."""
        write_whole(self._path(index), data)

    def remove(self, index: int) -> None:
        """Delete the part of a shard, if there is one."""
        delete(self._path(index))

    def tidy(self, keep: int) -> None:
        """Delete what killed runs left, and parts of shards from ``keep`` on."""
        for name in names_in(self.folder):
            if name.endswith(UNFINISHED):
                delete(joined(self.folder, name))
        for index, path in self.parts().items():
            if index >= keep:
                delete(path)

    def write_text(self, name: str, text: str) -> None:
        """Write a file beside the parts."""
        write_whole(joined(self.folder, name), text.encode("utf-8"))

    def forget_summary(self) -> None:
        """Delete what sums up parts that are about to change."""
        for name in (SUMMARY, OVERVIEW):
            delete(joined(self.folder, name))

    def rows(self, columns: Iterable[str]) -> Iterator[dict[str, list[Any]]]:
        """Some columns of all parts, a part at a time, in order."""
        wanted = list(columns)
        for _, path in sorted(self.parts().items()):
            with reading(path) as file:
                yield pq.read_table(file, columns=wanted, use_threads=False).to_pydict()

    def _path(self, index: int) -> str:
        return joined(self.folder, f"part-{index:06}.parquet")
