"""Reads the word lists of the spell checker cspell, which are tries written as text (TrieXv3)."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path

_DATA = "__DATA__\n"
_END, _BACK, _REFERENCE, _REFERENCE_END, _ESCAPE = "$", "<", "#", ";", "\\"
_STEPS = {_BACK: 1, **{str(n): n - 1 for n in range(2, 10)}}
# Escaped pairs that stand for one character.
_PAIRS = {"\\n": "\n", "\\r": "\r", "\\s": " "}


class _Node:
    __slots__ = ("children", "is_end")

    def __init__(self) -> None:
        self.children: dict[str, _Node] = {}
        self.is_end = False


def forms(path: Path) -> Iterator[str]:
    """Every entry of the list; those that begin with ``!`` are forbidden, with ``~`` folded."""
    head, _, data = gzip.decompress(path.read_bytes()).decode("utf-8").partition(_DATA)
    lines = [line for line in head.splitlines() if line and not line.startswith("#")]
    if lines[0] != "TrieXv3":
        raise ValueError(f"{path} is not a TrieXv3 list")
    yield from _walk(_parsed(data, int(lines[1].removeprefix("base="))), "")


def _parsed(data: str, base: int) -> _Node:
    """The root of the trie: letters descend, ``$`` ends a word, ``<`` and digits go back."""
    root = _Node()
    # A node has a number once something hangs on it.
    numbered = [root]
    path = [(root, "")]
    node = root
    at = 0
    may_go_back = False
    while at < len(data):
        sign = data[at]
        at += 1
        if sign in "\r\n":
            continue
        if sign == _END:
            node.is_end = True
            node = path.pop()[0]
            may_go_back = True
        elif sign == _BACK or (may_go_back and sign in _STEPS):
            for _ in range(_STEPS[sign]):
                node = path.pop()[0]
            may_go_back = True
        elif sign == _REFERENCE:
            end = data.index(_REFERENCE_END, at)
            parent, letter = path[-1]
            parent.children[letter] = numbered[int(data[at:end], base)]
            at = end + 1
            may_go_back = False
        else:
            if sign == _ESCAPE:
                sign = data[at]
                at += 1
                if sign == _ESCAPE:
                    sign = _PAIRS.get(_ESCAPE + data[at], data[at])
                    at += 1
            if not node.children and node is not root:
                numbered.append(node)
            path.append((node, sign))
            node = node.children.setdefault(sign, _Node())
            may_go_back = False
    return root


def _walk(node: _Node, prefix: str) -> Iterator[str]:
    if node.is_end:
        yield prefix
    for letter, child in node.children.items():
        yield from _walk(child, prefix + letter)
