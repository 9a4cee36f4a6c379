"""Finds passages that repeat another almost word for word.

Near copies are found by shared openings and endings (word shingles in a hash table), so
that a document of many passages is never compared pair by pair. They are then judged word
by word: a passage with a changed small word, an inflection or a typo is a copy; one with
another name, number or noun is a different passage.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from copylint.core.kept_patterns import compiled
from copylint.language.doubled_words import FUNCTION
from copylint.language.vocabulary import straight

_WORD = compiled(r"[^\W_]+(?:['’ʼ][^\W_]+)*")
#: Words as printed, for comparison: the case of a name counts.
Words = tuple[str, ...]
_Key = TypeVar("_Key")

_SHINGLE = 3
# This many passages that share an opening follow a template, and are not compared.
_BUCKET = 4


def words_of(text: str) -> Words:
    """The words of ``text`` with straight apostrophes; marks, spaces and emoji are dropped."""
    return tuple(_WORD.findall(straight(text)))


def folded(words: Words) -> Words:
    """``words`` without their case."""
    return tuple(word.casefold() for word in words)


class NearCopies(Generic[_Key]):
    """Passages seen so far, searched for one that is nearly the same.

    ``as_printed`` gives the words of a passage with their case, for the few that are
    compared; ``find`` and ``add`` take them folded.
    """

    def __init__(self, as_printed: Callable[[_Key], Words]) -> None:
        self._as_printed = as_printed
        self._buckets: dict[tuple[str, Words], list[tuple[_Key, Words]]] = {}

    def find(self, key: _Key, words: Words) -> _Key | None:
        """The earliest passage that differs little from ``key``, which has the folded ``words``."""
        for name in _shingles(words):
            bucket = self._buckets.get(name, ())
            if len(bucket) >= _BUCKET:
                continue  # a template, not a copy
            for earlier, other in bucket:
                if (
                    abs(len(other) - len(words)) <= _budget(len(words))
                    and _is_close(other, words)
                    and is_near(other, words, self._as_printed(earlier), self._as_printed(key))
                ):
                    return earlier
        return None

    def add(self, key: _Key, words: Words) -> None:
        """Remember a passage of these folded words."""
        for name in _shingles(words):
            bucket = self._buckets.setdefault(name, [])
            if len(bucket) < _BUCKET:
                bucket.append((key, words))


def _budget(length: int) -> int:
    """How many words may differ in a passage of ``length`` words."""
    return 1 if length < 12 else 2 if length < 25 else max(3, length // 14)


def _is_close(a: Words, b: Words) -> bool:
    """Whether few enough words differ between two passages."""
    from rapidfuzz.distance import Levenshtein

    budget = _budget(max(len(a), len(b)))
    return Levenshtein.distance(a, b, score_cutoff=budget) <= budget


def _shingles(words: Words) -> tuple[tuple[str, Words], ...]:
    middle = len(words) // 2
    return (
        ("start", words[:_SHINGLE]),
        ("end", words[-_SHINGLE:]),
        ("middle", words[middle : middle + _SHINGLE]),
    )


def is_near(a: Words, b: Words, one: Words, other: Words) -> bool:
    """Whether two passages differ so little that one is a copy of the other.

    ``a`` and ``b`` are their words folded, ``one`` and ``other`` the same words as printed.
    """
    from rapidfuzz.distance import Levenshtein

    budget = _budget(max(len(a), len(b)))
    if abs(len(a) - len(b)) > budget:
        return False
    head = 0
    while head < min(len(a), len(b)) and a[head] == b[head]:
        head += 1
    tail = 0
    while tail < min(len(a), len(b)) - head and a[-1 - tail] == b[-1 - tail]:
        tail += 1
    left, right = a[head : len(a) - tail], b[head : len(b) - tail]
    if Levenshtein.distance(left, right, score_cutoff=budget) > budget:
        return False
    return all(
        _is_small(
            one[head + op.src_pos] if op.tag != "insert" else "",
            other[head + op.dest_pos] if op.tag != "delete" else "",
            at_start=head + op.src_pos == 0,
        )
        for op in Levenshtein.editops(left, right)
    )


def _is_small(old: str, new: str, *, at_start: bool) -> bool:
    """Whether a copy may differ from its original by having ``new`` in place of ``old``."""
    one, other = old.casefold(), new.casefold()
    if any(char.isdigit() for char in old + new):
        return False
    if (not one or one in FUNCTION) and (not other or other in FUNCTION):
        return not {one, other} <= _CONTRARY
    if not one or not other or {one, other} <= _DAYS:
        return False
    name = (old[0].isupper() or new[0].isupper()) and not at_start
    return _is_typo(one, other) or (not name and _is_inflection(one, other))


_CONTRARY = frozenset(
    ["", "not", "no", "he", "she", "his", "her", "before", "after", "up", "down", "in", "out"]
) - {"in"}

_DAYS = frozenset(["tuesday", "thursday"])  # two slips apart, like a typo


def _is_typo(one: str, other: str) -> bool:
    from rapidfuzz.distance import OSA

    if min(len(one), len(other)) < 4:
        return False
    return OSA.distance(one, other, score_cutoff=2) <= (1 if len(one) < 7 else 2)


def _is_inflection(one: str, other: str) -> bool:
    shared = 0
    for a, b in zip(one, other, strict=False):
        if a != b:
            break
        shared += 1
    return shared >= 3 and max(len(one), len(other)) - shared <= 3


def cut_short(passages: Sequence[str]) -> dict[int, int]:
    """For each passage that is the beginning of another, the index of the whole one.

    ``passages`` are texts folded alike; of equal ones neither counts as cut short. Sorting puts
    a text next to its continuations, so the time is that of a sort.
    """
    order = sorted(range(len(passages)), key=lambda index: (passages[index], -index))
    result: dict[int, int] = {}
    following: int | None = None
    for index in reversed(order):
        text = passages[index]
        if following is not None and passages[following] == text:
            if following in result:
                result[index] = result[following]
            continue
        if text and following is not None and passages[following].startswith(text):
            result[index] = result.get(following, following)
        following = index
    return result
