"""CSV (RFC 4180) with the place of every character of its cells.

The ``csv`` module of the standard library does not report positions. The delimiter is that of
the heading, and counts only if each of the first records has as many cells.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from itertools import islice
from typing import NamedTuple

from copylint.core.errors import InputError
from copylint.formats.data.value_tree import ValueNode
from copylint.formats.draft import PieceRole, TextPiece

#: Characters that may separate the cells of a record.
DELIMITERS = ",;\t|"
_LOOKED_AT = 20
_END = re.compile(r"\r\n|\n|\r")


class _Cell(NamedTuple):
    """A cell; its quotation marks are left out of the place."""

    start: int
    end: int
    quoted: bool


def parse(path: str, source: str) -> ValueNode:
    """The records as a list of tables, by the names in the first record.

    Raises ``InputError`` if any record does not have as many cells as the heading.
    """
    delimiter = _delimiter(path, source)
    rows = _rows(path, source, delimiter)
    root = ValueNode(0, len(source))
    heading = next(rows, None)
    if heading is None:
        return root
    names = [_text(source, cell).strip() for cell in heading]
    for row in rows:
        if len(row) != len(names):
            line = source.count("\n", 0, row[0].start) + 1
            raise InputError(
                path,
                f"line {line}: {len(row)} cells, where the heading has {len(names)}; "
                "repair the file",
            )
        record = ValueNode(row[0].start, row[-1].end)
        for name, cell in zip(names, row, strict=True):
            node = ValueNode(cell.start, cell.end)
            node.pieces = partial(_pieces, source, cell)
            node.way = "csv-quoted" if cell.quoted else "csv-bare"
            record.members.append((name, node))
        root.members.append((len(root.members), record))
    return root


def _delimiter(path: str, source: str) -> str:
    """The delimiter that gives the most cells, with the same number in every record.

    If there is none, the one that gives the most in the heading: the error is reported later.
    """
    found: dict[str, list[int]] = {}
    wrong: list[InputError] = []
    for delimiter in DELIMITERS:
        try:
            some = islice(_rows(path, source, delimiter), _LOOKED_AT + 1)
            found[delimiter] = [len(row) for row in some]
        except InputError as error:
            wrong.append(error)

    def worth(delimiter: str) -> tuple[bool, int]:
        counts = found[delimiter]
        return len(set(counts)) == 1 < counts[0], counts[0] if counts else 0

    best = max(found, key=worth, default="")
    if wrong and (not best or worth(best)[1] <= 1):
        raise wrong[0]
    return best


def _rows(path: str, source: str, delimiter: str) -> Iterator[list[_Cell]]:
    """The records, without empty lines."""
    cell = re.compile(
        rf'"(?P<quoted>(?:[^"]|"")*+)"(?=[{re.escape(delimiter)}\r\n]|\Z)'
        rf"|(?P<bare>[^\"{re.escape(delimiter)}\r\n][^{re.escape(delimiter)}\r\n]*+|)"
        rf"(?=[{re.escape(delimiter)}\r\n]|\Z)"
    )
    at, row = 0, list[_Cell]()
    while at < len(source) or row:
        found = cell.match(source, at)
        if found is None:
            line = source.count("\n", 0, at) + 1
            raise InputError(
                path,
                f"line {line}: a quotation mark that nothing closes, or text after it; "
                "repair the file",
            )
        kind = found.lastgroup or "bare"
        row.append(_Cell(*found.span(kind), kind == "quoted"))
        at = found.end()
        if source.startswith(delimiter, at):
            at += 1
            if at < len(source):
                continue
            row.append(_Cell(at, at, False))
        end = _END.match(source, at)
        at = end.end() if end else len(source)
        if len(row) > 1 or row[0].start < row[0].end:
            yield row
        row = []


def _text(source: str, cell: _Cell) -> str:
    return "".join(piece.text for piece in _pieces(source, cell))


def _pieces(source: str, cell: _Cell) -> list[TextPiece]:
    pieces: list[TextPiece] = []
    at = cell.start
    for mark in re.finditer('""', source[at : cell.end]) if cell.quoted else ():
        start = cell.start + mark.start()
        if at < start:
            pieces.append(TextPiece(PieceRole.TEXT, source[at:start], at, start))
        pieces.append(TextPiece(PieceRole.TEXT, '"', start, start + 2))
        at = start + 2
    if at < cell.end:
        pieces.append(TextPiece(PieceRole.TEXT, source[at : cell.end], at, cell.end))
    return pieces
