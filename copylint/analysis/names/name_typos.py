"""One typo between two spellings, and spellings that lie one edit apart.

A typo is one step of the optimal string alignment distance (Damerau 1964: a letter
dropped, added, struck wrong, or two neighbours swapped), or one letter that moved within
the word. Spellings are compared without case and accents.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from enum import IntEnum
from functools import lru_cache

#: Longer words are not compared: no name is that long, and the keys grow with the square.
MAX_LENGTH = 40
# A bucket of more spellings than this is not a neighbourhood of typos but a generated list.
_MAX_BUCKET = 10


class TypoKind(IntEnum):
    """What sets a wrong spelling apart from the right one, the likeliest typos last."""

    ACCENT = 1  #: only accents or marks differ
    CASE = 2  #: only capitals inside the word differ
    MOVED = 3  #: one letter moved elsewhere
    OTHER = 4  #: one letter for another
    VOWEL = 5  #: one vowel for another
    EXTRA = 6  #: one letter too many
    KEY = 7  #: a neighbour on the keyboard struck
    DROPPED = 8  #: one letter missing
    DOUBLED = 9  #: a letter doubled, or a double letter single
    SWAPPED = 10  #: two neighbouring letters swapped


_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_VOWELS = frozenset("aeiouy")


def _neighbours() -> frozenset[tuple[str, str]]:
    places = {
        key: (column + 0.4 * row, row)
        for row, keys in enumerate(_ROWS)
        for column, key in enumerate(keys)
    }
    return frozenset(
        (a, b)
        for a, (ax, ay) in places.items()
        for b, (bx, by) in places.items()
        if a != b and abs(ax - bx) <= 1.1 and abs(ay - by) <= 1
    )


_NEIGHBOURS = _neighbours()
# Endings that turn a name into another word: plural, adjective, inhabitant, feminine.
_ENDINGS = frozenset(
    ("s", "es", "n", "an", "i", "a", "e", "o", "y", "ie", "ish", "ian", "ese", "d", "r")
)
_WOMEN = frozenset(("a", "e", "ie", "y"))
# Letters whose mark is not separable in Unicode but is lost in English copy.
_PLAIN = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe"})


@lru_cache(maxsize=1 << 16)
def folded(form: str) -> str:
    """``form`` in lower case, without accents."""
    low = form.lower()
    if low.isascii():
        return low
    plain = unicodedata.normalize("NFKD", low.translate(_PLAIN))
    return "".join(c for c in plain if not unicodedata.combining(c))


def typo_between(wrong: str, right: str) -> TypoKind | None:
    """The one typo that turns ``right`` into ``wrong``; None if it takes more, or none."""
    if wrong == right:
        return None
    a, b = folded(wrong), folded(right)
    if a == b:
        return TypoKind.CASE if wrong.lower() == right.lower() else TypoKind.ACCENT
    if abs(len(a) - len(b)) > 1:
        return None
    head = 0
    room = min(len(a), len(b))
    while head < room and a[head] == b[head]:
        head += 1
    tail = 0
    while tail < room - head and a[-1 - tail] == b[-1 - tail]:
        tail += 1
    had, meant = a[head : len(a) - tail], b[head : len(b) - tail]
    if not had:
        return _missing(b, head) if len(meant) == 1 else None
    if not meant:
        return _added(a, head) if len(had) == 1 else None
    if len(had) == len(meant) == 1:
        return _struck(had, meant)
    if len(had) != len(meant):
        return None
    if len(had) == 2 and had == meant[::-1]:
        return TypoKind.SWAPPED
    if had[1:] == meant[:-1] and had[0] == meant[-1]:
        return TypoKind.MOVED
    if had[:-1] == meant[1:] and had[-1] == meant[0]:
        return TypoKind.MOVED
    return None


def _missing(right: str, at: int) -> TypoKind:
    doubled = right[at] in (right[at - 1 : at], right[at + 1 : at + 2])
    return TypoKind.DOUBLED if doubled else TypoKind.DROPPED


def _added(wrong: str, at: int) -> TypoKind:
    doubled = wrong[at] in (wrong[at - 1 : at], wrong[at + 1 : at + 2])
    return TypoKind.DOUBLED if doubled else TypoKind.EXTRA


def _struck(had: str, meant: str) -> TypoKind:
    if (had, meant) in _NEIGHBOURS:
        return TypoKind.KEY
    if had in _VOWELS and meant in _VOWELS:
        return TypoKind.VOWEL
    return TypoKind.OTHER


def deletions(form: str) -> Iterator[str]:
    """``form`` folded, and each spelling with one letter fewer.

    Two words that are one edit apart share at least one of these.
    """
    low = folded(form)
    yield low
    previous = ""
    for at, letter in enumerate(low):
        # Either letter of a pair gives the same word.
        if letter != previous:
            yield low[:at] + low[at + 1 :]
        previous = letter


def close_pairs(forms: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Pairs of ``forms`` that may be one edit apart, each once, in a settled order.

    Words meet only in the bucket of a shared deletion, so the work grows with the number
    of letters. ``typo_between`` says which typo, if any, separates the two.
    """
    first: dict[str, str] = {}
    buckets: dict[str, list[str]] = {}
    for form in forms:
        if len(form) > MAX_LENGTH:
            continue
        for key in deletions(form):
            neighbour = first.setdefault(key, form)
            if neighbour is not form:
                buckets.setdefault(key, [neighbour]).append(form)
    met: set[tuple[str, str]] = set()
    for bucket in buckets.values():
        if len(bucket) > _MAX_BUCKET:
            continue
        for index, one in enumerate(bucket):
            for other in bucket[index + 1 :]:
                if (one, other) not in met:
                    met.add((one, other))
                    yield one, other


def inflected(one: str, other: str) -> bool:
    """Whether one is the other with an ending, or both the same stem with endings."""
    low, longer = sorted((folded(one), folded(other)), key=len)
    if longer.startswith(low):
        return longer[len(low) :] in _ENDINGS and longer[len(low) :] != low[-1:]
    return low[:-1] == longer[:-1] and low[-1] in _ENDINGS and longer[-1] in _ENDINGS


def womans(one: str, other: str) -> bool:
    """Whether one may be the female form of the other, a man's name (Paul, Paula)."""
    low, longer = sorted((folded(one), folded(other)), key=len)
    return longer.startswith(low) and longer[len(low) :] in _WOMEN
