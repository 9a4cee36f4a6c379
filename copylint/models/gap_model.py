"""Decides whether a function word belongs between two words: *of*, *to*, *the*, *is* etc.

There is one logistic model per word, trained on edited English (``tools/models/train_gaps.py``):
contexts that contain the word against places between words that contain nothing. The same score
shows whether a written word is extra and whether a word is missing.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from zlib import crc32

from copylint.language.hash_table import HashTable, encoded

_DATA = Path(__file__).parent.parent / "data" / "gaps.bin"
#: Stored steps per unit of weight.
STEPS = 20
#: Tokens of padding before and after the words of a sentence.
PADDING = 4
#: How far from zero a score is assumed to lie at most; a proposal that would need more is not
#: scored. The limits are for a word between two that follow each other; for a written word between
#: two that are seen together, or never are; for a written word, and another in its place.
MOST_BETWEEN = 14.0
MOST_AMONG_COLLOCATIONS, MOST_AMONG_OTHERS = 11.0, 9.0
MOST_EXCHANGED = 8.0

_VERBAL = ("VB", "MD", "PRPV")
_CLAUSE = frozenset((",", ";", ":", "and", "but", "or", "that", "which", "who", "if", "when"))


def gap_features(
    words: Sequence[str], classes: Sequence[str], left: int, right: int, word: str
) -> list[str]:
    """Features of the words around the place between ``words[left]`` and ``words[right]``.

    ``word`` is the word that is there or may be missing. Words are in lower case; both
    sequences are padded.
    """
    c, b, a = words[left - 2 : left + 1]
    y, z, x = words[right : right + 3]
    C, B, A = classes[left - 2 : left + 1]
    Y, Z, X = classes[right : right + 3]
    v = left
    while v >= PADDING and left - v < 9 and not classes[v].startswith(_VERBAL):
        v -= 1
    verb, V = words[v], classes[v]
    between = next((words[k] for k in range(left, v, -1) if words[k] in _CLAUSE), "")
    u = right
    while u - right < 7 and not classes[u].startswith(_VERBAL) and classes[u] != classes[-1]:
        u += 1
    U = classes[u]
    d = left
    while d >= PADDING and left - d < 4 and classes[d][0] in "JNVCU":
        d -= 1
    near = next((str(k) for k in range(6) if words[left - k] == word and left - k >= PADDING), "-")
    after = (
        next((str(k) for k in range(5) if words[right + k] == word), "-")
        if right + 5 <= len(words)
        else "-"
    )
    return [
        "a" + a,
        "y" + y,
        f"b{b} {a}",
        f"z{y} {z}",
        f"c{a} {y}",
        f"d{c} {b} {a}",
        f"e{b} {a} {y}",
        f"f{a} {y} {z}",
        f"g{y} {z} {x}",
        "A" + A,
        "Y" + Y,
        f"B{B} {A}",
        f"Z{Y} {Z}",
        f"C{A} {Y}",
        f"D{B} {A} {Y}",
        f"E{A} {Y} {Z}",
        f"F{a} {Y}",
        f"G{A} {y}",
        f"H{a} {Y} {Z}",
        f"I{B} {A} {y}",
        f"J{C} {B} {A} {Y}",
        f"K{A} {Y} {Z} {X}",
        f"L{b} {a} {Y}",
        f"M{b} {A} {Y}",
        f"N{verb} {min(left - v, 5)} {Y}",
        f"O{V} {min(left - v, 5)} {between} {Y}",
        f"P{V} {A} {Y} {between}",
        f"Q{U} {min(u - right, 4)} {A}",
        f"R{V} {between} {U} {min(u - right, 3)}",
        f"S{words[d]} {left - d} {Y}",
        f"T{words[d]} {left - d} {Y} {Z}",
        f"n{near}{a == word}",
        f"m{after}",
        f"V{near} {A} {Y}",
    ]


class GapModel:
    """The weights, memory-mapped."""

    __slots__ = ("_table",)

    def __init__(self, path: Path = _DATA) -> None:
        self._table = HashTable(path)

    @classmethod
    @cache
    def shared(cls) -> GapModel:
        """The model of this process."""
        return cls()

    def score(self, word: str, features: Sequence[str]) -> float:
        """Natural log odds, up to a constant of the word, that ``word`` belongs in the place."""
        return self._table.total(features, crc32(encoded(word + " "))) / STEPS
