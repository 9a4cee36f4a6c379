"""Results kept between runs, so that an unchanged article is not checked again."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import blake2b

from copylint.cache.store import Store
from copylint.config.schema import Config
from copylint.core.errors import InputError
from copylint.formats.lookup import suffix_of
from copylint.runner.cache_key import digest, installed, packs, settings
from copylint.runner.document_reader import Formats
from copylint.runner.result import ChunkResult, FileResult, Input
from copylint.runner.result_codec import decode, encode
from copylint.runner.rule_index import editions
from copylint.runner.rule_selection import PathIgnores

# Results looked up together: this many are held as bytes at a time.
_LOOK_UP = 1_000
# The most results that a run that is cut short may lose.
_WRITE = 500


class ResultCache:
    """The results in ``store`` that hold for ``config`` and for what is installed.

    ``others`` is what else findings depend on: editions of engines, rules of the house.
    """

    def __init__(self, store: Store, config: Config, others: bytes) -> None:
        self._store = store
        self._base = digest(b"results 4 " + installed() + settings(config) + others)
        self._ignored = PathIgnores(config)
        self._formats = Formats(config)
        self._unsaved: list[tuple[bytes, bytes]] = []

    def find(self, inputs: Sequence[Input]) -> list[FileResult | None]:
        """For every input, the stored result, or None."""
        if not self._store.exists():
            return [None] * len(inputs)
        found: list[FileResult | None] = []
        for at in range(0, len(inputs), _LOOK_UP):
            some = inputs[at : at + _LOOK_UP]
            keys = [self._key_of(each) for each in some]
            values = self._store.get([key for key in keys if key])
            found += (
                _decoded(each.path, values.get(key)) for each, key in zip(some, keys, strict=True)
            )
        return found

    def add(self, chunk: ChunkResult) -> None:
        """Take the results of a chunk, to be stored now or later."""
        for file, read in zip(chunk.files, chunk.digests, strict=True):
            if read:
                self._unsaved.append((self._key(file.path, read), encode(file)))
        if len(self._unsaved) >= _WRITE:
            self.save()

    def save(self) -> None:
        """Store now what has been added."""
        if self._unsaved:
            self._store.put(self._unsaved)
            self._unsaved = []

    def _key_of(self, each: Input) -> bytes:
        """The key of an input; empty if it cannot be read or is not bytes."""
        if each.text is not None:
            return b""
        try:
            return self._key(each.path, digest(self._formats.bytes_of(each)))
        except InputError:
            return b""

    def _form(self, path: str) -> tuple[object, ...]:
        """What decides how the file is read, besides its content."""
        said = self._formats.said(path)
        return (said.name if said else suffix_of(path), *self._formats.fields(path))

    def _key(self, path: str, read: bytes) -> bytes:
        what = repr((self._form(path), self._ignored.in_(path)))
        key = blake2b(self._base, digest_size=16)
        key.update(what.encode("utf-8", "surrogatepass"))
        key.update(read)
        return key.digest()


def result_cache(store: Store, config: Config) -> ResultCache | None:
    """The results in ``store`` for ``config``; None if they may not be kept."""
    edition, house = editions(config), packs(config)
    if edition is None or house is None:
        return None
    return ResultCache(store, config, house + edition.encode("utf-8", "surrogatepass"))


def _decoded(path: str, value: bytes | None) -> FileResult | None:
    try:
        return None if value is None else decode(path, value)
    except (ValueError, TypeError, KeyError, RecursionError):
        return None
