"""Comments and docstrings as lines of text, without markers and pragmas."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from copylint.formats.code.code_heuristics import LICENCE, PRAGMA, TRAILING_PRAGMA
from copylint.formats.code.grammars import CommentSpan
from copylint.formats.rst.line_patterns import RstLine

_MARKER = re.compile(r"#+:?|//+")
_NEXT = re.compile(r"[ \t]*(?:\r\n|\n|\r)[ \t]*")
_LINE = re.compile(r"([^\r\n]*)(?:\r\n|\n|\r|\Z)")
_STAR = re.compile(r"[ \t]*\*?(?!\*)")
_WHITESPACE = " \t\x0b\x0c"


class CommentBlock(NamedTuple):
    """The lines of one docstring, or of comments on consecutive lines.

    ``indent`` of a line is its column after the marker. With ``escapes``, backslashes in it
    are those of a string.
    """

    lines: list[RstLine]
    is_doc: bool
    escapes: bool = False


class SourceComments(NamedTuple):
    """The comments found; ``orders`` are those addressed to copylint."""

    comments: list[CommentBlock]
    orders: list[CommentSpan]


def comment_blocks_in(source: str, found: list[CommentSpan]) -> SourceComments:
    """The remarks in the comments and docstrings ``found``."""
    reading = SourceComments([], [])
    group: list[RstLine] = []
    last: CommentSpan | None = None

    def close() -> None:
        if group and not _is_licence(group):
            reading.comments.append(CommentBlock(group[:], is_doc=False))
        group.clear()

    for each in found:
        text = source[each.start : each.end]
        is_line = not each.before and _MARKER.match(text) is not None and text[:2] != "/*"
        follows = (
            last is not None
            and is_line
            and _NEXT.fullmatch(source, last.end, each.start) is not None
            and _column(source, last.start) == _column(source, each.start)
        )
        if not follows:
            close()
        last = each if is_line else None
        if "copylint-" in text and not each.before:
            close()
            reading.orders.append(each)
        elif each.before:
            lines = list(_string_lines(source, each))
            reading.comments.append(CommentBlock(lines, True, "r" not in each.before.lower()))
        elif is_line:
            line = _line(text, each.start)
            if PRAGMA.match(line.text):
                close()
            else:
                group.append(line)
        elif text.startswith("/*"):
            lines = list(_block_lines(source, each))
            said = next((line.text for line in lines if line.text), "")
            if not _is_licence(lines) and not PRAGMA.match(said):
                reading.comments.append(CommentBlock(lines, text.startswith("/**")))
    close()
    return reading


def _is_licence(lines: list[RstLine]) -> bool:
    return any(LICENCE.search(line.text) for line in lines)


def _column(source: str, at: int) -> int:
    """The column of ``at``; -1 if the line has anything but spaces before it."""
    start = max(source.rfind("\n", 0, at), source.rfind("\r", 0, at)) + 1
    return at - start if not source[start:at].strip(_WHITESPACE) else -1


def _line(text: str, start: int) -> RstLine:
    marker = _MARKER.match(text)
    skip = marker.end() if marker else 0
    inner = TRAILING_PRAGMA.sub("", text[skip:]).rstrip(_WHITESPACE)
    stripped = inner.lstrip(_WHITESPACE)
    lead = len(inner) - len(stripped)
    return RstLine(start + skip + lead, lead, stripped)


def _string_lines(source: str, found: CommentSpan) -> Iterator[RstLine]:
    start, end = found.start + len(found.before), found.end - len(found.after)
    for number, match in enumerate(_LINE.finditer(source, start, end)):
        if match.start() == match.end():
            continue
        text = match.group(1)
        stripped = text.strip(_WHITESPACE)
        lead = len(text) - len(text.lstrip(_WHITESPACE)) if stripped else 0
        # The first line is to the right of the margin of the others.
        indent = len(text[:lead].expandtabs()) if number else -1
        yield RstLine(match.start() + lead, indent, stripped)


def _block_lines(source: str, found: CommentSpan) -> Iterator[RstLine]:
    start, end = found.start + 2, found.end - 2
    for match in _LINE.finditer(source, start, max(start, end)):
        if match.start() == match.end():
            continue
        text = match.group(1)
        star = _STAR.match(text)
        skip = star.end() if star else 0
        inner = text[skip:]
        stripped = inner.strip(_WHITESPACE + "*")
        lead = len(inner) - len(inner.lstrip(_WHITESPACE + "*")) if stripped else 0
        yield RstLine(match.start() + skip + lead, lead, stripped)
