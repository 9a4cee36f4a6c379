"""Decides which form of a word its sentence needs: ``plan`` or ``plans``, ``made`` or ``make``.

One logistic model over the tags that the forms of a word may have, trained on edited English, in
which the written form is the form that was meant (``tools/models/train_forms.py``). Its
features are the words and tags on either side, the word that governs (adverbs apart), the nearest
verb and subject to the left, the determiner, and the word itself without its ending. Weights are
hashed into a table of small numbers (Weinberger et al. 2009).
"""

from __future__ import annotations

import mmap
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from zlib import crc32

from copylint.models.word_families import FORM_TAGS

_DATA = Path(__file__).parent.parent / "data" / "forms.bin"
#: Stored steps per unit of weight.
STEPS = 24
WIDTH = len(FORM_TAGS)
_MAGIC = b"copylint-forms-1"
_MIX, _MIX_SHIFT = 0x9E3779B1, 13

_SKIPPED = frozenset(("RB", "RBR", "RBS"))
_VERBS = frozenset(("VB", "VBP", "VBZ", "VBD", "VBN", "VBG", "MD", "PRPV"))
_FINITE = frozenset(("VBP", "VBZ", "VBD", "MD"))
_NOMINAL = frozenset(("NN", "NNS", "NNP", "NNPS", "PRP", "WDT", "WP", "EX", "DT", "CD", "PRPV"))
_INSIDE = frozenset(
    ("JJ", "NN", "NNP", "NNPS", "VBN", "VBG", "CD", "HYPH", "JJR", "JJS", "NNS", "``", "POS")
)
#: The most by which one form is assumed to lead another. A proposal that would need a larger
#: lead is not scored.
MOST_LEAD = 14.0
#: Tokens of padding before and after the words of a sentence.
PADDING = 3


def padded(words: Sequence[str], tags: Sequence[str]) -> tuple[list[str], list[str]]:
    """Words (in lower case) and tags with padding before and after the sentence."""
    left, right = ["^"] * PADDING, ["$"] * PADDING
    return [*left, *words, *right], [*left, *tags, *right]


def form_features(
    words: Sequence[str], tags: Sequence[str], classes: Sequence[str], index: int, lemma: str
) -> list[str]:
    """Features that predict the form of ``words[index]``, a word of the family of ``lemma``.

    All sequences are padded. ``classes`` holds the possible tags of the words to the right; the
    tags to the right of the index are not used, since the written word influenced them.
    """
    c, b, a = words[index - 3 : index]
    y, z = words[index + 1], words[index + 2]
    C, B, A = tags[index - 3 : index]
    Y, Z = classes[index + 1], classes[index + 2]
    g = index - 1
    while tags[g] in _SKIPPED and g > PADDING:
        g -= 1
    h = g - 1
    while tags[h] in _SKIPPED and h > PADDING:
        h -= 1
    governor, G = words[g], tags[g]
    before, H = words[h], tags[h]
    # The nearest verb to the left, and the words in between.
    v, comma = g, ""
    while v > PADDING and tags[v] not in _VERBS and index - v < 14:
        if words[v] in (",", ";", "and", "or", "but", "that", "which", "who"):
            comma = words[v]
        v -= 1
    verb, V = words[v], tags[v]
    f = v
    while f > PADDING and tags[f] not in _FINITE and index - f < 25:
        f -= 1
    F = tags[f]
    # The likely subject: the nearest noun, and the noun before its "of".
    n = g
    while n > PADDING and tags[n] not in _NOMINAL and index - n < 8:
        n -= 1
    N, noun = tags[n], words[n]
    if N not in ("PRP", "WDT", "WP", "EX", "DT"):
        noun = ""
    m, preposition = n - 1, ""
    while m >= PADDING and n - m < 7:
        if tags[m] in ("IN", "TO"):
            preposition = words[m]
            m -= 1
            break
        if tags[m] not in _INSIDE and tags[m] not in ("DT", "PRP$"):
            m = -1
            break
        m -= 1
    M = tags[m] if preposition and m >= PADDING else ""
    # The determiner that the word may belong to.
    d = index - 1
    while tags[d] in _INSIDE and d > PADDING and index - d < 5:
        d -= 1
    far = index - d
    article = words[d]
    return [
        "a" + a,
        "y" + y,
        f"b{b} {a}",
        f"z{y} {z}",
        f"c{a} {y}",
        f"d{c} {b} {a}",
        "A" + A,
        f"B{B} {A}",
        f"C{C} {B} {A}",
        "Y" + Y,
        f"Z{Y} {Z}",
        f"D{A} {Y}",
        f"E{B} {A} {Y}",
        f"F{a} {Y}",
        f"G{A} {y}",
        f"H{a} {Y} {Z}",
        f"I{b} {a} {Y}",
        f"J{A} {Y} {Z}",
        f"K{governor} {Y}",
        f"L{before} {governor}",
        f"M{H} {G} {Y}",
        f"N{H} {governor}",
        f"O{verb} {V} {A} {comma}",
        f"P{V} {A} {min(index - v, 6)} {comma}",
        f"Q{F} {V} {governor if G in ('CC', ',') else G} {Y}",
        f"R{F} {A}",
        f"S{N}{noun} {A} {Y}",
        f"T{N}{noun} {M}{preposition} {A}",
        f"U{N} {M} {G} {Y}",
        f"V{article} {far}",
        f"W{article} {far} {Y}",
        f"X{article} {A} {y}",
        "l" + lemma,
        f"m{lemma} {a}",
        f"n{lemma} {y}",
        f"o{lemma} {A}",
        f"p{lemma} {Y}",
        f"q{lemma} {governor}",
    ]


def slot_of(feature: str, mask: int) -> int:
    """The row of the table that a feature falls into."""
    code = crc32(feature.encode("utf-8", "surrogatepass"))
    # crc32 alone spreads short keys badly over its low bits.
    return (code * _MIX >> _MIX_SHIFT) & mask


class FormModel:
    """The weights, memory-mapped."""

    __slots__ = ("_mask", "_rows")

    def __init__(self, path: Path = _DATA) -> None:
        with path.open("rb") as file:
            data = memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
        head = len(_MAGIC) + 1
        slots = 1 << data[head - 1] if bytes(data[: head - 1]) == _MAGIC else 0
        if len(data) != head + slots * WIDTH:
            raise ValueError(f"{path.name} is damaged or not a copylint table")
        self._mask = slots - 1
        self._rows = data[head:].cast("b")

    @classmethod
    @cache
    def shared(cls) -> FormModel:
        """The model of this process."""
        return cls()

    def scores(self, features: Sequence[str]) -> list[int]:
        """How well each of ``FORM_TAGS`` fits, up to a constant, in steps of a weight."""
        rows, mask = self._rows, self._mask
        # Encoding all at once takes a third of the time of encoding one by one.
        keys = "\n".join(features).encode("utf-8", "surrogatepass").split(b"\n")
        starts = [(crc32(key) * _MIX >> _MIX_SHIFT & mask) * WIDTH for key in keys]
        return [*map(sum, zip(*[rows[start : start + WIDTH] for start in starts], strict=True))]


def write(path: Path, weights: bytes, bits: int) -> None:
    """Write ``2**bits`` rows of signed bytes."""
    path.write_bytes(_MAGIC + bytes((bits,)) + weights)
