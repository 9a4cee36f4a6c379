"""JSON with the place of every value and of every character of its strings.

The standard library's ``json`` says whether a source is JSON (RFC 8259) but does not report
positions, so one regular expression then finds the tokens of what is known to be valid.
"""

from __future__ import annotations

import json
import re
from functools import partial

from copylint.core.errors import InputError
from copylint.formats.data.value_tree import ValueNode
from copylint.formats.draft import PieceRole, TextPiece

#: The deepest nesting of lists and tables; what programs write has fewer than 100 levels.
MAX_DEPTH = 500

_TOKEN = re.compile(r'"(?:[^"\\]++|\\.)*+"|[\[\]{}]|[^\s"\[\]{},:]++', re.DOTALL)
_ESCAPE = re.compile(
    r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\."
)


def parse(path: str, source: str) -> ValueNode:
    """The tree of ``source``. Raises ``InputError`` if it is not JSON or too deep."""
    tokens = [(found.group()[0], found.start(), found.end()) for found in _TOKEN.finditer(source)]
    _refuse_depth(path, source, tokens)
    try:
        json.loads(source)
    except json.JSONDecodeError as error:
        raise InputError(
            path,
            f"line {error.lineno}, column {error.colno}: not JSON ({error.msg}); repair the file",
        ) from None
    except ValueError as error:  # a number with too many digits
        raise InputError(path, f"not JSON that can be read ({error}); repair the file") from None
    return _tree(source, tokens)


def _refuse_depth(path: str, source: str, tokens: list[tuple[str, int, int]]) -> None:
    depth = 0
    for first, start, _ in tokens:
        if first in "[{":
            depth += 1
            if depth > MAX_DEPTH:
                line = source.count("\n", 0, start) + 1
                raise InputError(
                    path, f"line {line}: more than {MAX_DEPTH} lists or tables inside one another"
                )
        elif first in "]}":
            depth -= 1


def _tree(source: str, tokens: list[tuple[str, int, int]]) -> ValueNode:
    root = ValueNode(0, len(source))
    # Each open node, whether it is a table, and the name that waits for its value.
    stack: list[tuple[ValueNode, bool]] = [(root, False)]
    names: list[str | None] = [None]
    for first, start, end in tokens:
        if first in "]}":
            closed, _ = stack.pop()
            names.pop()
            closed.end = end
            continue
        outer, is_table = stack[-1]
        if is_table and names[-1] is None:
            names[-1] = json.loads(source[start:end])
            continue
        node = ValueNode(start, end)
        if first == '"':
            node.pieces, node.way = partial(_pieces, source, start + 1, end - 1), "json"
        key = names[-1] if is_table else None
        outer.members.append((len(outer.members) if key is None else key, node))
        names[-1] = None
        if first in "[{":
            stack.append((node, first == "{"))
            names.append(None)
    return root.members[0][1]


def _pieces(source: str, start: int, end: int) -> list[TextPiece]:
    """The characters of a string, its quotation marks left out."""
    pieces: list[TextPiece] = []
    at = start
    for escape in _ESCAPE.finditer(source, start, end) if "\\" in source[start:end] else ():
        if at < escape.start():
            pieces.append(
                TextPiece(PieceRole.TEXT, source[at : escape.start()], at, escape.start())
            )
        at = escape.end()
        pieces.append(
            TextPiece(PieceRole.TEXT, json.loads(f'"{escape.group()}"'), escape.start(), at)
        )
    if at < end:
        pieces.append(TextPiece(PieceRole.TEXT, source[at:end], at, end))
    return pieces
