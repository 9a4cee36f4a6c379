"""Locates the cursor in a settings file, even while the TOML is not yet valid."""

from __future__ import annotations

import re

from copylint.core.record import record

_SHARED = "pyproject.toml"
_PREFIX = "tool.copylint"
_HEADER = re.compile(r"^\s*\[{1,2}\s*(?P<name>[^\[\]#]+?)\s*\]{1,2}\s*(?:#.*)?$")
_KEY = re.compile(r"""^\s*(?P<key>[\w-]+|"[^"\n]*"|'[^'\n]*')\s*=(?P<value>.*)$""")
_WORD = re.compile(r"[^\s\"'=,\[\]{}#]*")
_STRING = re.compile(r"\"[^\"\n]*\"?|'[^'\n]*'?")


@record
class Place:
    """A place in a settings file.

    ``table`` is the dotted name of the enclosing table. In a value (``is_value``), ``key`` is
    the key that the value belongs to. ``word`` is the word from ``start`` to ``end`` without
    its quotation marks; ``is_quoted`` says whether it has any. ``is_header`` means that the
    place is in a table header.
    """

    table: str
    key: str
    word: str
    start: int
    end: int
    is_value: bool = False
    is_header: bool = False
    is_quoted: bool = False


def place_at(text: str, offset: int, file_name: str) -> Place | None:
    """The place at a code point; None in a comment, or outside copylint's own tables."""
    line_start = text.rfind("\n", 0, offset) + 1
    line_end = text.find("\n", offset)
    line = text[line_start : line_end if line_end >= 0 else len(text)].rstrip("\r")
    column = offset - line_start
    before = line[:column]
    if _is_comment(before):
        return None
    start, end, is_quoted = _word_at(line, column)
    word = line[start:end]
    is_header = before.lstrip().startswith("[") and not _open_array(text, line_start)
    table = _table_above(text, line_start)
    if is_header:
        start = len(line) - len(line.lstrip("[ \t"))
        end = max(start, len(line.rstrip("] \t")))
        return _own("", "", line[start:end], line_start, start, end, file_name, header=True)
    key = _key_of(text, line_start, before)
    where = _own(table, key, word, line_start, start, end, file_name)
    if where is None:
        return None
    return Place(where.table, key, word, where.start, where.end, bool(key), is_quoted=is_quoted)


def _own(
    table: str,
    key: str,
    word: str,
    line_start: int,
    start: int,
    end: int,
    file_name: str,
    *,
    header: bool = False,
) -> Place | None:
    """The place without the prefix that a shared file adds; None in another tool's table."""
    if file_name == _SHARED:
        name = word if header else table
        if header and not (name.startswith(_PREFIX) or _PREFIX.startswith(name)):
            return None
        if not header and name != _PREFIX and not name.startswith(f"{_PREFIX}."):
            return None
        rest = name.removeprefix(_PREFIX).removeprefix(".")
        if header and name.startswith(_PREFIX):
            start, word = start + len(name) - len(rest), rest
        if not header:
            table = rest
    return Place(table, key, word, line_start + start, line_start + end, is_header=header)


def _word_at(line: str, column: int) -> tuple[int, int, bool]:
    """Start and end of the word at ``column``, and whether it is in quotation marks."""
    for match in _STRING.finditer(line):
        inside_end = match.end() - (match.group()[-1] == match.group()[0] and len(match[0]) > 1)
        if match.start() < column <= inside_end:
            return match.start() + 1, inside_end, True
    start = column
    while start and _WORD.fullmatch(line[start - 1]):
        start -= 1
    found = _WORD.match(line, start)
    return start, found.end() if found else column, False


def _is_comment(before: str) -> bool:
    return "#" in _STRING.sub("", before)


def _lines_above(text: str, line_start: int) -> list[str]:
    return text[:line_start].splitlines()


def _table_above(text: str, line_start: int) -> str:
    depth_free = (
        match["name"]
        for line in reversed(_lines_above(text, line_start))
        if (match := _HEADER.match(line)) and not line.startswith((" ", "\t"))
    )
    return next(depth_free, "")


def _open_array(text: str, line_start: int) -> str:
    """The key whose array is still open at the beginning of a line; empty if none is open."""
    depth = 0
    for line in reversed(_lines_above(text, line_start)):
        bare = _STRING.sub("", line).partition("#")[0]
        found = _KEY.match(line)
        if found:
            depth += found["value"].count("[") - _STRING.sub("", found["value"]).count("]")
            return found["key"].strip("\"'") if depth > 0 else ""
        if _HEADER.match(line):
            return ""
        depth += bare.count("[") - bare.count("]")
    return ""


def _key_of(text: str, line_start: int, before: str) -> str:
    """The key whose value the cursor is in; empty if it is in a key."""
    found = _KEY.match(before)
    if found:
        return found["key"].strip("\"'")
    return _open_array(text, line_start)
