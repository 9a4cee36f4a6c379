"""Archives that are folders: each file is an article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from copylint.archive.article_row import day_in_path
from copylint.archive.shard import ArticleColumns, Shard
from copylint.archive.storage import StorageError, files_in, is_address, read_whole
from copylint.config.schema import Config
from copylint.formats.lookup import claimed_suffixes, suffix_of

KIND = "files"


def found_in(source: str, config: Config) -> list[str]:
    """The articles in the folder ``source``, sorted. Raises ``StorageError``.

    In a local folder they are those that ``copylint check`` would find; elsewhere all files whose
    suffix a format claims.
    """
    if is_address(source):
        suffixes = claimed_suffixes()
        return [path for path in files_in(source) if suffix_of(path) in suffixes]
    from copylint.runner.discovery import discover

    found = discover([source], config)
    if found.errors:
        raise StorageError(str(found.errors[0]))
    return list(found.paths)


def shards(paths: Sequence[str], root: str, size: int) -> Iterator[Shard]:
    """Shards of up to ``size`` files; ids are relative to ``root``."""
    for first in range(0, len(paths), size):
        some = tuple(paths[first : first + size])
        yield Shard(first // size, KIND, some, len(some), root=root)


def rows(shard: Shard, columns: ArticleColumns, config: Config) -> Iterator[dict[str, Any]]:
    """The articles of a shard, one after the other."""
    for path in shard.paths:
        article: dict[str, Any] = {
            "id": _relative(path, shard.root),
            "path": path,
            "date": day_in_path(path),
            "format": columns.format,
        }
        try:
            # A byte too many makes the article too large, which is what is said of it.
            article["data"] = read_whole(path, config.max_bytes)
        except StorageError as error:
            article["error"] = str(error).removeprefix(f"{path}: ")
        yield article


def _relative(path: str, root: str) -> str:
    inside = root.rstrip("/") + "/"
    return path.removeprefix(inside).removeprefix("./") if root else path
