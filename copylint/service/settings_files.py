"""Changes single settings in configuration files and leaves the rest as it is."""

# Paths: strings, links as they are written, as the rest of the configuration has them.
# ruff: noqa: PTH110, PTH118, PTH119, PTH120

from __future__ import annotations

import os
import tomllib
from pathlib import Path

from copylint.config.toml_locations import KeyPath, locate
from copylint.core.errors import ConfigError
from copylint.core.safe_read import SETTINGS, project_of, read_file
from copylint.core.source_error import shown
from copylint.report.finding_record import to_json
from copylint.runner.safe_write import put

CONFIG = "copylint.toml"
WORDS = "copylint-words.txt"
_SHARED = "pyproject.toml"
_PREFIX: KeyPath = ("tool", "copylint")
_NEW = "# copylint: settings for the copy in this folder and the folders in it.\n"


def new_configuration(folder: str) -> str:
    """Write an empty configuration for ``folder``; return its path.

    The file goes to the top of the git repository that contains the folder, or else into the
    folder itself.
    Raises ``InputError`` if it cannot be written.
    """
    path = os.path.join(project_of(folder), CONFIG)
    if not os.path.exists(path):
        put(path, None, _NEW.encode())
    return path


def with_ignored(path: str, rule: str) -> None:
    """Add ``rule`` to the rules that the configuration at ``path`` ignores.

    Raises ``ConfigError`` if the file cannot be changed safely, and ``InputError`` if it cannot
    be written.
    """
    _with_item(path, ("ignore",), rule)


def with_word_list(path: str) -> str:
    """Create a word list, name it in the configuration at ``path``, and return its path.

    Raises as ``with_ignored`` does.
    """
    words = os.path.join(os.path.dirname(path), WORDS)
    if not os.path.exists(words):
        put(words, None, b"")
    _with_item(path, ("vocabulary", "accept"), WORDS)
    return words


def _with_item(path: str, key: KeyPath, item: str) -> None:
    """Add ``item`` to the list of strings under ``key``; creates the list if necessary."""
    try:
        data = read_file(path, SETTINGS)
        text = data.decode("utf-8")
        before = tomllib.loads(text)
    except (OSError, ValueError) as error:
        raise ConfigError(f"{shown(Path(path))}: cannot be changed: {error}") from None
    prefix = _PREFIX if os.path.basename(path) == _SHARED else ()
    whole = (*prefix, *key)
    wanted = _with(before, whole, item)
    if wanted is None:
        name = ".".join(map(str, key))
        raise ConfigError(f"{shown(Path(path))}: '{name}' is not a list")
    changed = _edited(text, before, whole, item)
    try:
        is_right = tomllib.loads(changed) == wanted
    except tomllib.TOMLDecodeError:
        is_right = False
    if not is_right:
        line = f"{'.'.join(map(str, key))} = [{to_json(item)}]"
        raise ConfigError(f"{shown(Path(path))}: cannot be changed by a program; add {line}")
    put(path, data, changed.encode())


def _with(table: dict[str, object], key: KeyPath, item: str) -> dict[str, object] | None:
    """``table`` with ``item`` added under ``key``; None if a value on the way has another type."""
    first, rest = str(key[0]), key[1:]
    value = table.get(first)
    if not rest:
        if value is not None and not isinstance(value, list):
            return None
        return {**table, first: [*(value or ()), item]}
    if value is not None and not isinstance(value, dict):
        return None
    inner = _with(value or {}, rest, item)
    return None if inner is None else {**table, first: inner}


def _edited(text: str, table: dict[str, object], key: KeyPath, item: str) -> str:
    """``text`` with the item inserted; the caller verifies the result."""
    end = "\r\n" if "\r\n" in text else "\n"
    places, written = locate(text), to_json(item)
    listed = places.values.get(key)
    if listed is not None:
        close = listed.start + listed.length - 1
        inside = text[listed.start + 1 : close]
        if not inside.strip():
            return f"{text[: listed.start]}[{written}]{text[close + 1 :]}"
        last = max(
            (spot.start + spot.length for path, spot in places.values.items() if path[:-1] == key),
            default=close,
        )
        lead = inside[: len(inside) - len(inside.lstrip())]
        gap = lead if "\n" in lead else " "
        return f"{text[:last]},{gap}{written}{text[last:]}"
    line = f"{key[-1]} = [{written}]{end}"
    parent = places.keys.get(key[:-1]) if len(key) > 1 else None
    if parent is not None:  # below the header of its table
        at = text.find("\n", parent.start) + 1
        if at:
            return text[:at] + line + text[at:]
        return f"{text}{end}{line}"
    if len(key) == 1:  # above the first table
        first = next(
            (
                spot.start
                for path, spot in sorted(places.keys.items(), key=lambda e: e[1].start)
                if isinstance(table.get(str(path[0])), dict)
            ),
            len(text),
        )
        at = text.rfind("\n", 0, first) + 1 if first < len(text) else len(text)
        gap = "" if not text[:at] or text[:at].endswith("\n") else end
        return f"{text[:at]}{gap}{line}{text[at:]}"
    header = ".".join(map(str, key[:-1]))
    gap = "" if not text or text.endswith("\n") else end
    return f"{text}{gap}{end}[{header}]{end}{line}"
