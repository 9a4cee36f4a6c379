"""What a fix changes, as a unified diff."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import NamedTuple

_CONTEXT = 3
_NO_LINE_END = "\\ No newline at end of file\n"


def unified(path: str, old: str, new: str) -> str:
    """The unified diff from ``old`` to ``new``, as git and patch read it; empty if they are equal.

    Only a line feed ends a line in it, so that other line ends stay as they are.
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
    for group in _groups(list(_runs(old, new))):
        first, last = group[0], group[-1]
        yield f"@@ -{_range(first.a, last.a_end)} +{_range(first.b, last.b_end)} @@\n"
        for run in group:
            if run.same:
                yield from _marked(" ", old[run.a : run.a_end])
            else:
                yield from _marked("-", old[run.a : run.a_end])
                yield from _marked("+", new[run.b : run.b_end])


class _Run(NamedTuple):
    """Lines ``a`` to ``a_end`` of the old text for ``b`` to ``b_end`` of the new."""

    same: bool
    a: int
    a_end: int
    b: int
    b_end: int


def _runs(old: list[str], new: list[str]) -> Iterator[_Run]:
    """Runs of lines, equal and different in turn.

    Equal ends are removed first: the difference is small, and the matcher takes quadratic time.
    """
    room = min(len(old), len(new))
    head = 0
    while head < room and old[head] == new[head]:
        head += 1
    tail = 0
    while tail < room - head and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    a, b = len(old) - tail, len(new) - tail
    if head:
        yield _Run(True, 0, head, 0, head)
    matcher = SequenceMatcher(None, old[head:a], new[head:b], autojunk=False)
    for tag, *places in matcher.get_opcodes():
        yield _Run(tag == "equal", *(place + head for place in places))
    if tail:
        yield _Run(True, a, len(old), b, len(new))


def _groups(runs: list[_Run]) -> Iterator[list[_Run]]:
    """The runs of each hunk: those that differ, with at most three equal lines around them."""
    group: list[_Run] = []
    for index, run in enumerate(runs):
        if not run.same:
            group.append(run)
            continue
        size = run.a_end - run.a
        ends, begins = index > 0, index + 1 < len(runs)
        if ends and begins and size <= 2 * _CONTEXT:
            group.append(run)
            continue
        if ends:
            kept = min(size, _CONTEXT)
            yield [*group, _Run(True, run.a, run.a + kept, run.b, run.b + kept)]
        kept = min(size, _CONTEXT)
        group = [_Run(True, run.a_end - kept, run.a_end, run.b_end - kept, run.b_end)]
        if not begins:
            return
    yield group


def _range(start: int, end: int) -> str:
    """Lines ``start`` to ``end`` as a hunk header counts them."""
    count = end - start
    if count == 1:
        return str(start + 1)
    return f"{start + 1 if count else start},{count}"


def _marked(mark: str, lines: list[str]) -> Iterator[str]:
    for line in lines:
        yield mark + line
        if not line.endswith("\n"):
            yield "\n" + _NO_LINE_END
