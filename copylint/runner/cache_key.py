"""The key of a cached result: bytes, settings, and everything installed.

Whatever may change a finding is in the fingerprint, so that a result kept under it is what
a new check would give. copylint's code and data, and those of plug-ins, are identified by
path, size and time of last change of every file: version numbers do not change while someone
works on the code. For other packages, only which are installed counts, and since when.
"""

# Paths: strings, not pathlib: every run pays for this.
# ruff: noqa: PTH120

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import suppress
from enum import StrEnum
from functools import cache
from hashlib import blake2b

import copylint
from copylint.config.schema import Config
from copylint.core.record import is_record, values_of
from copylint.core.safe_read import SMALL, read_file
from copylint.inventory.index import inventory
from copylint.inventory.places import shipped
from copylint.inventory.plugins import installed as distributions

# Settings that decide which files are checked or what becomes of findings, not which findings
# there are.
_NO_MATTER = frozenset(
    {
        "baseline",
        "cache",
        "deep",
        "exclude",
        "exclude_base",
        "fail_on",
        "max_file_size",
        "mirror",
        "project",
        "strict_engines",
        "timeout",
        "warm",
    }
)
# They count by the files that they apply to: see ``KeptResults``.
_PER_FILE = frozenset({"fields", "format_of", "per_file_ignores"})
_DIGEST = 16


def digest(data: bytes) -> bytes:
    """The 16-byte digest of ``data``."""
    return blake2b(data, digest_size=_DIGEST).digest()


@cache
def installed() -> bytes:
    """The fingerprint of copylint, its plug-ins, all installed packages, and the interpreter."""
    known = inventory()
    found = [sys.version, *distributions()]
    folders = {os.path.dirname(copylint.__file__), str(shipped())}
    folders |= {_folder(each.module) for each in known.entries() if each.origin}
    folders |= {_folder(name) for each in known.engines.values() for name in each.data_packages}
    for folder in sorted(filter(None, folders)):
        found += sorted(_files(folder))
    return digest("\n".join(found).encode("utf-8", "surrogateescape"))


def _files(folder: str) -> Iterator[str]:
    """A line for every file in ``folder``, compiled ones left out."""
    try:
        entries = list(os.scandir(folder))
    except OSError:
        return
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            if entry.name != "__pycache__":
                yield from _files(entry.path)
        else:
            with suppress(OSError):  # a link that leads nowhere, or in a circle
                yield _line(entry.path, entry.stat())


def lines_of(path: str) -> list[str]:
    """A line for the file at ``path``, or for every file in the folder; none if it is gone."""
    if os.path.isdir(path):  # noqa: PTH112
        return [*_files(path)]
    try:
        return [_line(path, os.stat(path))]  # noqa: PTH116
    except OSError:
        return []


def _folder(module: str) -> str:
    """The folder of a module's top package, empty if there is none."""
    from importlib.util import find_spec

    try:
        spec = find_spec(module.partition(".")[0])
    except ValueError:
        return ""
    return os.path.dirname(spec.origin) if spec and spec.origin else ""


def _line(path: str, stat: os.stat_result) -> str:
    return f"{path} {stat.st_size} {stat.st_mtime_ns}"


def settings(config: Config) -> bytes:
    """The fingerprint of all settings that may change a finding in any file."""
    left_out = _NO_MATTER | _PER_FILE
    told = [(name, _told(value)) for name, value in values_of(config) if name not in left_out]
    return digest(repr(told).encode("utf-8", "surrogatepass"))


def packs(config: Config) -> bytes | None:
    """The fingerprint of the house's rules, memory and index; None if rules may depend on others.

    Spelling rules name dictionaries and word lists that may be anywhere. Vale's styles are
    spread over folders, and a .vale.ini affects every path.
    """
    if config.vale or (config.mirror and config.packs):
        return None  # the copy of a revision is another folder each time
    lines = [line for path in (config.memory, config.against) if path for line in lines_of(path)]
    for folder in config.packs:
        for line in sorted(_files(folder)):
            path = line.rsplit(" ", 2)[0]
            if path.lower().endswith((".yml", ".yaml")) and _speaks_of(path, b"spelling"):
                return None
            lines.append(line)
    return digest("\n".join(lines).encode("utf-8", "surrogateescape"))


def _speaks_of(path: str, word: bytes) -> bool:
    """Whether the file holds the word, or cannot be read."""
    try:
        return word in read_file(path, SMALL)
    except OSError:
        return True


def _told(value: object) -> object:
    """``value`` as something whose ``repr`` is the same in every process."""
    if is_record(value):
        return [(name, _told(each)) for name, each in values_of(value)]
    if isinstance(value, Mapping):
        return sorted((repr(_told(key)), _told(each)) for key, each in value.items())
    if isinstance(value, set | frozenset):
        return sorted(repr(_told(each)) for each in value)
    if isinstance(value, list | tuple):
        return [_told(each) for each in value]
    if isinstance(value, StrEnum):
        return value.value
    return value
