"""Locates each key and value in a TOML file, which ``tomllib`` does not.

Grammar: TOML 1.0.0 (https://toml.io/en/v1.0.0). The text must have been read by ``tomllib``
before: the scanner relies on its validity and checks nothing.
"""

from __future__ import annotations

import re
from contextlib import suppress

from copylint.core.kept_patterns import compiled
from copylint.core.record import field, record

#: The path to a value: table keys and array indices, from the file's root.
KeyPath = tuple[str | int, ...]

_SPACE = compiled(r"[ \t]*")
_WHITESPACE = compiled(r"(?:[ \t\r\n]+|\#[^\n]*)*")
_KEY = compiled(r"""[A-Za-z0-9_-]+|"(?:[^"\\\n]|\\.)*"|'[^'\n]*'""")
_STRING = compiled(
    r'''
      """(?:[^\\]|\\.)*?"""(?:"{0,2})
    | \'\'\'.*?\'\'\'(?:'{0,2})
    | "(?:[^"\\\n]|\\.)*"
    | '[^'\n]*'
    ''',
    re.VERBOSE | re.DOTALL,
)
_SCALAR = compiled(r"[^,\]}\#\r\n]*")


@record
class TomlSpan:
    """``length`` characters of the file from the 0-based code point ``start`` on."""

    start: int
    length: int


@record(frozen=False)
class TomlLocations:
    """The spots of keys and of values, by path."""

    keys: dict[KeyPath, TomlSpan] = field(default_factory=dict)
    values: dict[KeyPath, TomlSpan] = field(default_factory=dict)


def locate(text: str) -> TomlLocations:
    """The places in ``text``; what the scanner cannot follow is left out."""
    import tomllib

    scanner = _Scanner(text)
    # Places found before the scanner gets lost are right, and the caller copes with missing ones.
    with suppress(_Lost, RecursionError, tomllib.TOMLDecodeError):
        scanner.document()
    return scanner.places


class _Lost(Exception):
    """The text is not what the scanner expects."""


class _Scanner:
    def __init__(self, text: str) -> None:
        self.places = TomlLocations()
        self._text = text
        self._at = 0
        self._tables_in: dict[KeyPath, int] = {}  # arrays of tables and their last index

    def document(self) -> None:
        table: KeyPath = ()
        while True:
            self._match(_WHITESPACE)
            if self._at >= len(self._text):
                return
            if self._peek("["):
                table = self._header()
            else:
                self._pair(table)

    def _header(self) -> KeyPath:
        brackets = 2 if self._peek("[[") else 1
        self._at += brackets
        spots: list[tuple[str, TomlSpan]] = self._dotted()
        self._expect("]" * brackets)
        path: KeyPath = ()
        for position, (name, spot) in enumerate(spots, 1):
            path = (*path, name)
            self.places.keys.setdefault(path, spot)
            if brackets == 2 and position == len(spots):
                self._tables_in[path] = self._tables_in.get(path, -1) + 1
            if path in self._tables_in:
                path = (*path, self._tables_in[path])
        self.places.keys.setdefault(path, spots[-1][1])
        return path

    def _pair(self, table: KeyPath) -> None:
        path = table
        for name, spot in self._dotted():
            path = (*path, name)
            self.places.keys.setdefault(path, spot)
        self._expect("=")
        self._match(_SPACE)
        self._value(path)

    def _dotted(self) -> list[tuple[str, TomlSpan]]:
        import tomllib

        parts: list[tuple[str, TomlSpan]] = []
        while True:
            self._match(_SPACE)
            start = self._at
            raw = self._match(_KEY)
            if not raw:
                raise _Lost
            # Escapes are tomllib's business.
            name = tomllib.loads(f"key = {raw}")["key"] if raw[0] in "\"'" else raw
            parts.append((name, TomlSpan(start, len(raw))))
            self._match(_SPACE)
            if not self._peek("."):
                return parts
            self._at += 1

    def _value(self, path: KeyPath) -> None:
        start = self._at
        if self._peek("["):
            self._array(path)
        elif self._peek("{"):
            self._inline_table(path)
        elif self._peek('"') or self._peek("'"):
            if not self._match(_STRING):
                raise _Lost
        else:
            scalar = self._match(_SCALAR)
            self._at = start + len(scalar.rstrip())
        self.places.values[path] = TomlSpan(start, self._at - start)

    def _array(self, path: KeyPath) -> None:
        self._expect("[")
        index = 0
        while True:
            self._match(_WHITESPACE)
            if self._peek("]"):
                self._at += 1
                return
            self._value((*path, index))
            index += 1
            self._match(_WHITESPACE)
            if self._peek(","):
                self._at += 1
            elif not self._peek("]"):
                raise _Lost

    def _inline_table(self, path: KeyPath) -> None:
        self._expect("{")
        while True:
            self._match(_WHITESPACE)
            if self._peek("}"):
                self._at += 1
                return
            self._pair(path)
            self._match(_WHITESPACE)
            if self._peek(","):
                self._at += 1
            elif not self._peek("}"):
                raise _Lost

    def _peek(self, expected: str) -> bool:
        return self._text.startswith(expected, self._at)

    def _expect(self, expected: str) -> None:
        self._match(_SPACE)
        if not self._peek(expected):
            raise _Lost
        self._at += len(expected)

    def _match(self, pattern: re.Pattern[str]) -> str:
        match = pattern.match(self._text, self._at)
        if match is None:
            return ""
        self._at = match.end()
        return match.group()
