"""The characters of a YAML scalar, each with its place: escapes, folded lines, indents."""

from __future__ import annotations

import re
from collections.abc import Iterator

from copylint.formats.draft import PieceRole, TextPiece

_FOLD = r"[ \t]*(?:\r\n|\n|\r)[ \t]*(?:(?:\r\n|\n|\r)[ \t]*)*"
_PLAIN = re.compile(_FOLD)
_SINGLE = re.compile(rf"''|{_FOLD}")
_DOUBLE = re.compile(
    rf"\\(?:x[0-9A-Fa-f]{{2}}|u[0-9A-Fa-f]{{4}}|U[0-9A-Fa-f]{{8}}|(?:\r\n|\n|\r)[ \t]*|.)|{_FOLD}"
)
_ESCAPES = {
    "0": "\0",
    "a": "\a",
    "b": "\b",
    "t": "\t",
    "\t": "\t",
    "n": "\n",
    "v": "\v",
    "f": "\f",
    "r": "\r",
    "e": "\x1b",
    "N": "\x85",
    "_": "\xa0",
    "L": "\u2028",
    "P": "\u2029",
}
_LINE_END = re.compile(r"\r\n|\n|\r")
_HEADER = re.compile(r"([|>])([+-]?)(\d?)[+-]?[ \t]*(?:#[^\r\n]*)?(\r\n|\n|\r)")


def scalar(source: str, start: int, end: int, style: str | None) -> list[TextPiece]:
    """The characters of the scalar at ``start`` to ``end``, written in this style.

    ``style`` is PyYAML's name for it: a quotation mark, ``|``, ``>``, or None or empty for a
    plain one.
    """
    if style in ("|", ">"):
        return list(_block_scalar(source, start, end))
    if style == '"':
        return list(escaped(source, start + 1, end - 1, _DOUBLE))
    if style == "'":
        return list(escaped(source, start + 1, end - 1, _SINGLE))
    return list(escaped(source, start, end, _PLAIN))


def escaped(source: str, start: int, end: int, special: re.Pattern[str]) -> Iterator[TextPiece]:
    """The text of a quoted or plain scalar, its escapes and folded lines replaced."""
    at = start
    for match in special.finditer(source, start, end):
        if at < match.start():
            yield TextPiece(PieceRole.TEXT, source[at : match.start()], at, match.start())
        at = match.end()
        yield TextPiece(PieceRole.TEXT, _meaning(match.group()), match.start(), at)
    if at < end:
        yield TextPiece(PieceRole.TEXT, source[at:end], at, end)


def _meaning(found: str) -> str:
    if found == "''":
        return "'"
    if not found.startswith("\\"):
        ends = len(_LINE_END.findall(found))
        return "\n" * (ends - 1) or " "
    code = found[1:]
    if code[0] in "xuU" and len(code) > 1:
        number = int(code[1:], 16)
        return chr(number) if number < 0x110000 else ""
    if code[0] in "\r\n":
        return ""
    return _ESCAPES.get(code, code)


def _block_scalar(source: str, start: int, end: int) -> Iterator[TextPiece]:
    header = _HEADER.match(source, start, end)
    if header is None:
        return
    at = header.end()
    lines: list[tuple[int, int]] = []
    while at < end:
        line_end = _LINE_END.search(source, at, end)
        lines.append((at, line_end.start() if line_end else end))
        at = line_end.end() if line_end else end
    while lines and not source[lines[-1][0] : lines[-1][1]].strip(" "):
        lines.pop()
    indents = [
        len(text) - len(text.lstrip(" "))
        for text in (source[first:last] for first, last in lines)
        if text.strip(" ")
    ]
    if not indents:
        return
    indent = indents[0]
    folded = header.group(1) == ">"
    previous = ""
    previous_end = 0
    blank_lines = 0
    for first, last in lines:
        text = source[first + indent : last]
        if not text:
            blank_lines += 1
            continue
        if previous_end:
            joins = folded and not text.startswith((" ", "\t")) and not previous[:1].isspace()
            between = ("\n" * blank_lines or " ") if joins else "\n" * (blank_lines + 1)
            yield TextPiece(PieceRole.TEXT, between, previous_end, first + indent)
        elif blank_lines:
            yield TextPiece(PieceRole.TEXT, "\n" * blank_lines, header.end(), first + indent)
        yield TextPiece(PieceRole.TEXT, text, first + indent, last)
        previous, previous_end, blank_lines = text, last, 0
