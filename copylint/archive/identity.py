"""Digests that say whether a result still holds: of an article's content, of a configuration."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Mapping
from enum import StrEnum

from copylint.analysis.names.memory_file import MOST_BYTES
from copylint.config.schema import Config
from copylint.core.record import is_record, values_of
from copylint.core.safe_read import SMALL, read_file
from copylint.runner.rule_index import editions

# Settings that no finding depends on, or that say where files are: what is in them counts.
_NO_MATTER = frozenset(
    {
        "accept_file",
        "against",
        "base",
        "baseline",
        "cache",
        "deep",
        "exclude",
        "exclude_base",
        "fail_on",
        "max_file_size",
        "memory",
        "mirror",
        "packs",
        "project",
        "strict_engines",
        "timeout",
        "vale",
        "warm",
    }
)


def content_sha(data: bytes) -> str:
    """The SHA-256 of an article's bytes, in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def config_sha(config: Config, how_read: object = ()) -> str:
    """The SHA-256 of all that findings depend on besides the article and copylint's version.

    The same settings have the same digest in any folder and on any machine. ``how_read`` is
    whatever else decides how an article is read.
    """
    told = [repr(_told(config)), repr(_told(how_read)), repr(editions(config))]
    if config.memory:
        told.append(f"memory {content_sha(read_file(config.memory, MOST_BYTES))}")
    if config.against:
        with open(config.against, "rb") as file:  # noqa: PTH123 - a string, as configured
            told.append(f"against {hashlib.file_digest(file, 'sha256').hexdigest()}")
    for root in (*config.packs, *filter(None, (config.vale,))):
        told += _contents(root)
    return hashlib.sha256("\n".join(told).encode("utf-8", "surrogatepass")).hexdigest()


def _told(value: object) -> object:
    """``value`` as something whose ``repr`` is the same in every process."""
    if is_record(value):
        return [(name, _told(each)) for name, each in values_of(value) if name not in _NO_MATTER]
    if isinstance(value, Mapping):
        return sorted((repr(_told(key)), repr(_told(each))) for key, each in value.items())
    if isinstance(value, set | frozenset):
        return sorted(repr(_told(each)) for each in value)
    if isinstance(value, list | tuple):
        return [_told(each) for each in value]
    if isinstance(value, StrEnum):
        return value.value
    return value if value is None or isinstance(value, str | int | float | bool) else repr(value)


def _contents(root: str) -> Iterator[str]:
    """A line for each file of rules at ``root``: its place there and its digest."""
    files = [root]
    if os.path.isdir(root):  # noqa: PTH112
        walk = ((folder, name) for folder, _, names in os.walk(root) for name in names)
        files = sorted(os.path.join(folder, name) for folder, name in walk)  # noqa: PTH118
    for path in files:
        try:
            digest = content_sha(read_file(path, SMALL))
        except OSError as error:
            digest = error.strerror or type(error).__name__
        yield f"{os.path.relpath(path, root)} {digest}"
