"""Errors in configuration files, reported with file, line and a caret."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path

from copylint.config.toml_locations import KeyPath, TomlLocations, TomlSpan, locate
from copylint.core.errors import ConfigError
from copylint.core.line_index import LineIndex
from copylint.core.source_error import format_error, shown


class Problems:
    """The problems of one file, gathered so that all can be reported at once.

    ``prefix`` is the path of the table in the file that holds our settings.
    """

    def __init__(self, path: Path, text: str = "", prefix: KeyPath = ()) -> None:
        self.messages: list[str] = []
        self._path = path
        self._text = text
        self._prefix = prefix

    def at_key(self, key: KeyPath, message: str) -> None:
        """Note a problem with the key at ``key`` itself."""
        full = (*self._prefix, *key)
        spot = self._places.keys.get(full) or self._places.values.get(full)
        self._note(spot or self._nearest_above(full), message)

    def at_value(self, key: KeyPath, message: str) -> None:
        """Note a problem with what is set at ``key``."""
        full = (*self._prefix, *key)
        spot = self._places.values.get(full) or self._places.keys.get(full)
        self._note(spot or self._nearest_above(full), message)

    def at_line(self, line: int, column: int, message: str) -> None:
        """Note a problem at a 1-based line and column; a place past the end means the end."""
        index = self._lines
        line = min(line, index.count)
        start = min(index.line_start(line) + column - 1, index.line_end(line))
        self._note(TomlSpan(start, 1), message)

    def at_end(self, message: str) -> None:
        """Note a problem at the end of the file's last line that holds anything."""
        self._note(TomlSpan(len(self._text.rstrip()), 1), message)

    def about_file(self, message: str) -> None:
        """Note a problem with the whole file."""
        self.messages.append(f"{shown(self._path)}: {message}")

    def place(self, key: KeyPath) -> tuple[int, int] | None:
        """The 1-based line and column at which the file sets ``key``; None if it is not found."""
        full = (*self._prefix, *key)
        spot = self._places.keys.get(full) or self._places.values.get(full)
        if spot is None:
            return None
        at = self._lines.place(spot.start)
        return at.line, at.column

    @cached_property
    def _places(self) -> TomlLocations:
        return locate(self._text)

    @cached_property
    def _lines(self) -> LineIndex:
        return LineIndex(self._text)

    def _nearest_above(self, key: KeyPath) -> TomlSpan:
        while key:
            key = key[:-1]
            spot = self._places.values.get(key) or self._places.keys.get(key)
            if spot:
                return spot
        return TomlSpan(0, 1)

    def _note(self, spot: TomlSpan, message: str) -> None:
        self.messages.append(
            format_error(self._path, self._lines, self._text, spot.start, spot.length, message)
        )


def raise_all(messages: list[str]) -> None:
    """Raise one ``ConfigError`` with all ``messages``; do nothing if there are none."""
    if messages:
        raise ConfigError("\n".join(messages))
