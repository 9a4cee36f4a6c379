"""The structure of a message: headers and parts with their places (RFC 5322, RFC 2046).

The standard library's ``email`` package does not report positions.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import unquote

from copylint.core.errors import InputError

#: The deepest nesting of parts; a reply to a forwarded message with attachments has four levels.
MAX_DEPTH = 20

_HEADER = re.compile(
    r"([!-9;-~]+)[ \t]*:[ \t]*([^\r\n]*(?:(?:\r\n|\n)[ \t][^\r\n]*)*)(?:\r\n|\n|\Z)"
)
_MBOX = re.compile(r"From [^\r\n]*(?:\r\n|\n)")
_END = re.compile(r"\r\n|\n|\Z")
_PARAMETER = re.compile(r";\s*([\w*-]+)\s*=\s*(?:\"((?:[^\"\\]|\\.)*)\"|([^\s;\"]+))")
_COMMENT = re.compile(r"\([^()]*\)")


@dataclass(slots=True)
class MessagePart:
    """A part: its headers by name in lower case, and the code points of its body."""

    headers: dict[str, tuple[int, int]] = field(default_factory=dict)
    start: int = 0
    end: int = 0
    type: str = "text/plain"
    parameters: dict[str, str] = field(default_factory=dict)
    encoding: str = "7bit"
    is_attached: bool = False
    parts: list[MessagePart] = field(default_factory=list)


def message(path: str, source: str) -> MessagePart:
    """The message in ``source``. Raises ``InputError`` if it is not one or is too deep."""
    mbox = _MBOX.match(source)
    begin = mbox.end() if mbox else 0
    if _HEADER.match(source, begin) is None:
        raise InputError(path, "line 1: not an e-mail message (it has no header); repair the file")
    root = _part(source, begin, len(source))
    waiting = [(root, 1)]
    while waiting:
        part, depth = waiting.pop()
        if not part.type.startswith("multipart/") or not part.parameters.get("boundary"):
            continue
        if depth > MAX_DEPTH:
            line = source.count("\n", 0, part.start) + 1
            raise InputError(path, f"line {line}: more than {MAX_DEPTH} parts inside one another")
        # The parts of a digest are messages unless they say otherwise (RFC 2046, 5.1.5).
        usual = "message/rfc822" if part.type == "multipart/digest" else "text/plain"
        part.parts = [
            _part(source, start, end, usual)
            for start, end in _divided(source, part, part.parameters["boundary"])
        ]
        waiting += [(each, depth + 1) for each in part.parts]
    return root


def _part(source: str, start: int, end: int, usual: str = "text/plain") -> MessagePart:
    """The part from ``start`` to ``end``; ``usual`` is its type if it names none."""
    part = MessagePart(type=usual)
    at = start
    while (header := _HEADER.match(source, at, end)) is not None:
        part.headers.setdefault(header[1].lower(), header.span(2))
        at = header.end()
    blank = _END.match(source, at, end)
    part.start, part.end = (blank.end() if blank else at), end
    said = _value(source, part, "content-type")
    if said:
        named = _COMMENT.sub("", said.partition(";")[0]).strip().lower()
        # A type without a form, such as "text", counts as plain text (RFC 2045, 5.2).
        part.type = named if named.count("/") == 1 else "text/plain"
        part.parameters = dict(map(_parameter, _PARAMETER.findall(said)))
    encoding = _COMMENT.sub("", _value(source, part, "content-transfer-encoding"))
    part.encoding = encoding.strip().lower() or "7bit"
    part.is_attached = _value(source, part, "content-disposition").lower().startswith("attach")
    return part


def _parameter(said: tuple[str, str, str]) -> tuple[str, str]:
    """The name and the value of a parameter; that of ``name*`` is encoded (RFC 2231, 4)."""
    name, quoted, bare = said
    value = re.sub(r"\\(.)", r"\1", quoted) or bare
    if name.endswith("*") and value.count("'") > 1:
        return name[:-1].lower(), unquote(value.split("'", 2)[2])
    return name.lower(), value


def _value(source: str, part: MessagePart, name: str) -> str:
    start, end = part.headers.get(name, (0, 0))
    return source[start:end]


def _divided(source: str, part: MessagePart, boundary: str) -> Iterator[tuple[int, int]]:
    """The places of the parts between the boundary lines."""
    line = re.compile(rf"(?:\A|(?<=\n))--{re.escape(boundary)}(--)?[ \t]*(?:\r\n|\n|\Z)")
    start = -1
    for found in line.finditer(source, part.start, part.end):
        if start >= 0:
            end = found.start()
            # The line end before the boundary belongs to it.
            if source.endswith("\r\n", start, end):
                end -= 2
            elif source.endswith("\n", start, end):
                end -= 1
            yield start, max(start, end)
        start = found.end()
        if found[1]:
            return
    if start >= 0:
        yield start, part.end


def texts(root: MessagePart) -> Iterator[MessagePart]:
    """The parts that are the text of the message.

    Among alternatives it is the plain one. If that is in base64, where nothing can be corrected,
    it is the last of those that are not.
    """
    waiting = [root]
    while waiting:
        part = waiting.pop()
        if part.is_attached:
            continue
        if part.type == "multipart/alternative" and part.parts:
            placed = [each for each in part.parts if each.encoding != "base64"] or part.parts
            plain = [each for each in placed if each.type == "text/plain"]
            waiting.append((plain or placed[-1:])[0])
        elif part.parts:
            waiting += reversed(part.parts[:1] if part.type == "multipart/related" else part.parts)
        elif part.type in ("text/plain", "text/html"):
            yield part
