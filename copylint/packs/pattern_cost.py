"""The cost of a pattern: in how many ways it can be tried at one place, and its size.

A regular expression with alternatives under a repeat, ``(?:a|a){40}b``, can read one text in
2⁴⁰ ways, and ``(?:(?:a{1000}){1000}){1000}`` fills the memory before it has read any. Both are
counted here, from the pattern alone, before anything is compiled.
"""

from __future__ import annotations

import re

from copylint.core.kept_patterns import compiled
from copylint.core.record import record

#: As good as without bound.
ENDLESS = 10**9

_DEEPEST = 100
_QUANTIFIER = compiled(r"[*+?]|\{\s*(\d*)\s*(?:(,)\s*(\d*)\s*)?\}")
_ESCAPE = compiled(r"\\(?:[pPN]\{[^}]*\}|[gk](?:<[^>]*>|\{[^}]*\}|'[^']*')|.)", re.DOTALL)
_COMMENT = compiled(r"\(\?#[^)]*\)")
# Of regex's own; .NET has none of them.
_RECURSION = compiled(r"\(\?(?:R|[+-]?\d|&|P>|P&)")
_CONDITION = compiled(r"\(\?\((?:\w+)\)")
# What follows the parenthesis of a group: its kind, its name, flags.
_OPENED = compiled(r"\(\?(?:<?[=!]|[>|:]|P?<\w+>|'\w+'|[a-zA-Z0-9]*(?:-[a-zA-Z]+)?[:)])|\(")


@record
class Cost:
    """``ways``: in how many ways one text can be read. ``size``: characters, counts written out.

    ``alternatives`` are the bars in it; ``recursive``: it calls itself. ``depth`` is that of its
    parentheses.
    """

    ways: int
    size: int
    alternatives: int
    depth: int
    recursive: bool


class _Frame:
    """The part of a group that has been read."""

    __slots__ = ("_by_first", "first", "last", "other_size", "size", "ways")

    def __init__(self) -> None:
        # Of the alternatives before: their size, and their ways by the letter they begin with.
        self.other_size = 0
        self._by_first: dict[str, int] = {}
        self._next()

    def _next(self) -> None:
        self.ways, self.size, self.last = 1, 0, (1, 0)
        self.first: str | None = None

    def part(self, ways: int, size: int, first: str = "") -> None:
        """Take in one part; it may yet turn out to be repeated. ``first`` is its letter."""
        before, length = self.last
        if self.first is None:
            self.first = first
        self.ways = min(self.ways * before, ENDLESS)
        self.size = min(self.size + length, ENDLESS)
        self.last = (ways, size)

    def alternative(self) -> None:
        """The next alternative begins."""
        self.part(1, 0)
        first = self.first or ""
        self._by_first[first] = min(self._by_first.get(first, 0) + self.ways, ENDLESS)
        self.other_size = min(self.other_size + self.size, ENDLESS)
        self._next()

    def total(self) -> tuple[int, int]:
        """Ways and size of all of it: no text is read by alternatives that begin otherwise."""
        self.alternative()
        any_text = self._by_first.pop("", 0)
        ways = min(any_text + max(self._by_first.values(), default=0), ENDLESS)
        return max(ways, 1), min(self.other_size + 1, ENDLESS)

    def optional(self) -> None:
        """The last part may be left out, or not: nothing is known of the beginning."""
        if self.size == 0:
            self.first = ""


def cost_of(pattern: str) -> Cost:
    """An upper bound on the cost of ``pattern``: a part that cannot be followed is endless."""
    frames = [_Frame()]
    at = bars = depth = 0
    while at < len(pattern):
        char = pattern[at]
        frame = frames[-1]
        if char == "\\":
            found = _ESCAPE.match(pattern, at)
            at = found.end() if found else len(pattern)
            frame.part(1, 1)
        elif char == "[":
            at = _class_end(pattern, at)
            frame.part(1, 1)
        elif char == "(":
            at, opens = _opened(pattern, at)
            if opens:
                frames.append(_Frame())
                depth = max(depth, len(frames) - 1)
        elif char == ")":
            at += 1
            if len(frames) > 1:
                inner = frames.pop().total()
                frames[-1].part(*inner)
        elif char == "|":
            at += 1
            bars += 1
            frame.alternative()
        else:
            quantifier = _QUANTIFIER.match(pattern, at)
            if quantifier and _counts(quantifier):
                at = quantifier.end()
                least, most = _range(quantifier)
                frame.last = _repeated(*frame.last, least, most)
                if not least:
                    frame.optional()
                at += pattern[at : at + 1] in ("?", "+")
            else:
                at += 1
                # Other letters may be the same, case aside.
                plain = char.isascii() and char.isalnum() and char not in "kKsS"
                frame.part(1, 1, char.lower() if plain else "")
    while len(frames) > 1:  # not closed: not a regular expression
        inner = frames.pop().total()
        frames[-1].part(*inner)
    ways, size = frames[0].total()
    return Cost(ways, size, bars, depth, _RECURSION.search(pattern) is not None)


def refusal(pattern: str, largest: int = 20_000, most_alternatives: int = 2_000) -> str:
    """Why ``pattern`` must not even be compiled; empty if it may be."""
    cost = cost_of(pattern)
    if cost.recursive:
        return "it calls itself, which no rule needs"
    if cost.depth > _DEEPEST:
        return f"its parentheses are nested more than {_DEEPEST} deep"
    if cost.alternatives > most_alternatives:
        return f"it has more than {most_alternatives:,} alternatives; list them as 'tokens'"
    if cost.size > largest:
        return f"it has more than {largest:,} characters, its counts ({{…}}) written out"
    return ""


def _opened(pattern: str, at: int) -> tuple[int, bool]:
    """The offset after an opening parenthesis, and whether it opens a group."""
    comment = _COMMENT.match(pattern, at)
    if comment:
        return comment.end(), False
    condition = _CONDITION.match(pattern, at)
    if condition:
        return condition.end(), True
    found = _OPENED.match(pattern, at)
    end = found.end() if found else at + 1
    # Flags for what follows, as in "(?i)", are not a group.
    return end, not (found and found.group().endswith(")"))


def _class_end(pattern: str, at: int) -> int:
    """The end of the class at ``at``; brackets may be nested in it."""
    depth = 0
    while at < len(pattern):
        char = pattern[at]
        at += 2 if char == "\\" else 1
        if char == "[":
            depth += 1
            if pattern.startswith("^", at):
                at += 1
            if pattern.startswith("]", at):  # not yet the end
                at += 1
        elif char == "]":
            depth -= 1
            if not depth:
                return at
    return at


def _counts(quantifier: re.Match[str]) -> bool:
    """Whether it is a quantifier: "{}" and "{,}" are text."""
    return quantifier.group() in "*+?" or bool(quantifier.group(1) or quantifier.group(3))


def _range(quantifier: re.Match[str]) -> tuple[int, int | None]:
    text = quantifier.group()
    if text in "*+?":
        return {"*": (0, None), "+": (1, None), "?": (0, 1)}[text]
    low, comma, high = quantifier.groups()
    # Numbers of thousands of digits take long to read, and say no more.
    least = min(int(low[:10] or 0), ENDLESS) if low else 0
    if not comma:
        return least, least
    return least, min(int(high[:10]), ENDLESS) if high else None


def _repeated(ways: int, size: int, least: int, most: int | None) -> tuple[int, int]:
    """Ways and size of a part that comes ``least`` to ``most`` times."""
    if most is None:
        return ENDLESS, min(size * max(least, 1) + 1, ENDLESS)
    length = min(size * max(most, 1) + 1, ENDLESS)
    if ways == 1:
        return min(max(most - least, 0) + 1, ENDLESS), length
    total, power = 0, 1
    for times in range(most + 1):
        if times >= least:
            total += power
        if total >= ENDLESS or power >= ENDLESS:
            return ENDLESS, length
        power *= ways
    return max(total, 1), length
