"""Reports files that a configuration must not name, and removes them from its values."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from copylint.config.files import ConfigFile
from copylint.config.sources import placed
from copylint.config.toml_locations import KeyPath
from copylint.config.trust import Bounds

# Settings whose values are paths: a single path, or a list of paths.
_PATHS: tuple[KeyPath, ...] = (
    ("packs",),
    ("vale",),
    ("memory",),
    ("against",),
    ("baseline",),
    ("vocabulary", "accept"),
    ("vocabulary", "reject"),
)


def enforce(file: ConfigFile, bounds: Bounds) -> None:
    """Note each path in ``file`` that ``bounds`` refuse as a problem, and take it out."""
    for holder, key, at, name in list(_named(file.table)):
        reason = bounds.refusal(placed(file, name)) if "\0" not in name else ""
        if reason:
            file.problems.at_value(at, f"cannot use '{name}': {reason}")
            if isinstance(holder, list):
                holder.remove(name)
            else:
                del holder[key]


def _named(table: dict[str, object]) -> Iterator[tuple[Any, Any, KeyPath, str]]:
    """For each path: its container, its key there, its place in the file, and the path itself."""
    for setting in _PATHS:
        holder: Any = table
        for part in setting[:-1]:
            holder = holder.get(part) if isinstance(holder, dict) else None
        value = holder.get(setting[-1]) if isinstance(holder, dict) else None
        if isinstance(value, str) and value:
            yield holder, setting[-1], setting, value
        elif isinstance(value, list):
            for index, name in enumerate(value):
                if isinstance(name, str) and name:
                    yield value, index, (*setting, index), name
