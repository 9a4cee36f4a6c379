"""What a fix changes, as a unified diff."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher

_CONTEXT = 3
_NO_LINE_END = "\\ No newline at end of file\n"


def unified(path: str, old: str, new: str) -> str:
    """The unified diff that makes ``new`` of ``old``, as git and patch read it; or nothing.

    Only a line feed ends a line there, so that other line ends stay as they are.
    """
    if old == new:
        return ""
    name = path.lstrip("/")
    return "".join((f"--- a/{name}\n", f"+++ b/{name}\n", *_hunks(_lines(old), _lines(new))))


def _lines(text: str) -> list[str]:
    lines = text.split("\n")
    last = lines.pop()
    return [line + "\n" for line in lines] + ([last] if last else [])


def _hunks(old: list[str], new: list[str]) -> Iterator[str]:
    # Equal ends are taken off: what differs is little, and the matcher's time is quadratic.
    room = min(len(old), len(new))
    head = 0
    while head < room and old[head] == new[head]:
        head += 1
    tail = 0
    while tail < room - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    lead, trail = max(0, head - _CONTEXT), max(0, tail - _CONTEXT)
    a, b = old[lead : len(old) - trail], new[lead : len(new) - trail]
    for group in SequenceMatcher(None, a, b, autojunk=False).get_grouped_opcodes(_CONTEXT):
        first, last = group[0], group[-1]
        where_a = _range(first[1] + lead, last[2] + lead)
        where_b = _range(first[3] + lead, last[4] + lead)
        yield f"@@ -{where_a} +{where_b} @@\n"
        for tag, a_start, a_end, b_start, b_end in group:
            if tag == "equal":
                yield from _marked(" ", a[a_start:a_end])
                continue
            yield from _marked("-", a[a_start:a_end])
            yield from _marked("+", b[b_start:b_end])


def _range(start: int, end: int) -> str:
    """Lines ``start`` to ``end`` as a hunk's head counts them."""
    count = end - start
    if count == 1:
        return str(start + 1)
    return f"{start + 1 if count else start},{count}"


def _marked(mark: str, lines: list[str]) -> Iterator[str]:
    for line in lines:
        yield mark + line
        if not line.endswith("\n"):
            yield "\n" + _NO_LINE_END
