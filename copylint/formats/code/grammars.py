"""The parsers of programming languages, which are an optional extra."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib import import_module
from itertools import count
from typing import TYPE_CHECKING, NamedTuple

from copylint.core.errors import InputError
from copylint.formats.offsets import CodePoints

if TYPE_CHECKING:
    from tree_sitter import Node, Parser, Tree

#: By language: the module of its grammar, and the function in it that returns the grammar.
_GRAMMARS = {
    "python": ("tree_sitter_python", "language"),
    "javascript": ("tree_sitter_javascript", "language"),
    "typescript": ("tree_sitter_typescript", "language_typescript"),
    "tsx": ("tree_sitter_typescript", "language_tsx"),
}


# Steps of the parser, as it counts them: a program takes one per hundred bytes.
_STEPS, _BYTES_PER_STEP = 1_000, 25
_CHUNK = 1 << 16


class CommentSpan(NamedTuple):
    """A comment or a docstring: code points of the source, quotation marks included.

    ``before`` and ``after`` are the opening and closing marks of a docstring's string; both
    are empty for a comment.
    """

    start: int
    end: int
    before: str = ""
    after: str = ""


@cache
def _parser(language: str) -> Parser:
    module, function = _GRAMMARS[language]
    from tree_sitter import Language, Parser

    return Parser(Language(getattr(import_module(module), function)()))


def found_in(path: str, source: str, language: str) -> list[CommentSpan]:
    """The comments of ``source`` in order and, in Python, the strings that are whole statements.

    Raises ``InputError`` if the parser is not installed, or if the source is so far from the
    language that parsing time would grow with the square of its length.
    """
    try:
        parser = _parser(language)
    except ImportError as missing:
        from copylint.core.installed import remedy

        raise InputError(
            path, f"{missing.name}, which reads source code, is not installed; {remedy('code')}"
        ) from None
    data = source.encode("utf-8", "surrogatepass")
    tree = _parsed(parser, data)
    if tree is None:
        raise InputError(path, f"too many errors to be {language}; name its format (--format-of)")
    place = CodePoints(data)
    found: list[CommentSpan] = []
    for node in _nodes(tree.walk(), data):
        start, end = place(node.start_byte), place(node.end_byte)
        if node.type == "string":
            quotes = node.children
            before = source[start : place(quotes[0].end_byte)]
            after = source[place(quotes[-1].start_byte) : end]
            found.append(CommentSpan(start, end, before, after))
        else:
            # A grammar may count the first half of a Windows line end towards the comment.
            end -= source[end - 1] == "\r"
            found.append(CommentSpan(start, end))
    return found


def _parsed(parser: Parser, data: bytes) -> Tree | None:
    """The tree; None if the parser takes many more steps than a program needs."""
    most = _STEPS + len(data) // _BYTES_PER_STEP
    steps = count()
    try:
        return parser.parse(
            lambda at, _: data[at : at + _CHUNK],
            progress_callback=lambda *_: next(steps) > most,
        )
    except ValueError:
        parser.reset()  # or it would continue with this source when given the next
        return None


def _nodes(cursor: object, data: bytes) -> Iterator[Node]:
    """The nodes of interest, found by a cursor: the time of queries grows with the square."""
    from tree_sitter import TreeCursor

    assert isinstance(cursor, TreeCursor)
    while True:
        node = cursor.node
        assert node is not None
        kind = node.type
        descends = node.child_count > 0
        if kind in ("comment", "html_comment"):
            yield node
            descends = False
        elif kind == "expression_statement" and node.child_count == 1:
            only = node.child(0)
            if only is not None and only.type == "string" and _is_text(only, data):
                yield only
                descends = False
        if descends and cursor.goto_first_child():
            continue
        while not cursor.goto_next_sibling():
            if not cursor.goto_parent():
                return


def _is_text(string: Node, data: bytes) -> bool:
    """Whether the string is plain text in quotation marks, not a byte or format string."""
    parts = string.children
    if len(parts) < 3 or parts[0].type != "string_start" or parts[-1].type != "string_end":
        return False
    # The node's text is not used: the parser would walk the tree for it.
    opening = data[parts[0].start_byte : parts[0].end_byte]
    return not set(opening.lower()) & set(b"bft")
