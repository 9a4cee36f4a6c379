"""Classifies quotation marks: opening, closing, apostrophes or primes.

A mark is judged by the characters on either side of it, as in CommonMark's rule of left-
and right-flanking delimiters; if both readings remain possible, an open quotation decides.
Single marks are apostrophes unless they can be paired.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import IntEnum
from typing import NamedTuple

from copylint.core.kept_patterns import compiled
from copylint.language.lazy_pattern import LazyPattern


class MarkRole(IntEnum):
    """The role of a mark. ``EITHER`` is decided by whether a quotation is open."""

    OPENS = 1
    CLOSES = 2
    EITHER = 3


class QuotationMark(NamedTuple):
    """A quotation mark at code point ``offset``; ``double`` tells ``"`` from ``'``."""

    offset: int
    double: bool
    role: MarkRole


#: Every character that may be typed or typeset as a double quotation mark.
DOUBLE = '"“”„‟«»＂'
# Single marks inside a word are always apostrophes.
_MARK = compiled(rf"[{DOUBLE}‘‚]|(?<!\w)['’]|['’](?!\w)")
_ALWAYS_OPEN = "“„‘‚"
_ALWAYS_CLOSE = "”"
_STOPS = (".", ",", "?", "!", "…")
_PRIME = LazyPattern(r"\d['’′]\s?\d{1,2}(?:[½¼¾]|\.\d+)?[\"”″]")
# Words without their first letters, which take an apostrophe, not an opening mark.
_ELISION = LazyPattern(
    r"(?:em|tis|twas|twere|twill|twould|til|cos|coz|cuz|n|im|ere|ello|arf|nuff|neath|\d{2}s?)\b",
    re.IGNORECASE,
)
_DROPPED_G = compiled(r"(?:s|[^\W\d_]in)$", re.IGNORECASE)


def marks(text: str, start: int, end: int) -> list[QuotationMark]:
    """The quotation marks of ``text[start:end]``, apostrophes and primes left out.

    The passage is judged alone: what precedes ``start`` counts as its beginning.
    """
    primes: set[int] | None = None
    found: list[QuotationMark] = []
    is_open = False
    for match in _MARK.finditer(text, start, end):
        at = match.start()
        mark = text[at]
        before = text[at - 1] if at > start else ""
        after = text[at + 1] if at + 1 < end else ""
        double = mark in DOUBLE
        role = _role(mark, before, after)
        if double:
            if before.isdigit() and role is MarkRole.CLOSES:
                if primes is None:
                    primes = {m.end() - 1 for m in _PRIME.finditer(text, start, end)}
                if at in primes or (mark == '"' and not is_open):
                    continue  # 6' 2", and 12" if no quotation is open
            is_open = role is not MarkRole.CLOSES
        found.append(QuotationMark(at, double, role))
    return [*_without_apostrophes(text, start, end, found)]


def _role(mark: str, before: str, after: str) -> MarkRole:
    space_before = not before or before.isspace()
    space_after = not after or after.isspace()
    if mark in _ALWAYS_OPEN:
        return MarkRole.CLOSES if space_after and not space_before else MarkRole.OPENS
    if mark in _ALWAYS_CLOSE:
        return MarkRole.OPENS if space_before and after.isalnum() else MarkRole.CLOSES
    word_before, word_after = before.isalnum(), after.isalnum()
    left = not space_after and (word_after or not word_before)
    right = not space_before and (word_before or not word_after)
    if left and not right:
        # So near."Later … : a mark after a stop may close if a quotation is open.
        return MarkRole.EITHER if before in _STOPS and mark == '"' else MarkRole.OPENS
    if right and not left:
        return MarkRole.CLOSES
    if word_before and not word_after:
        return MarkRole.CLOSES
    if word_after and not word_before:
        return MarkRole.OPENS
    return MarkRole.EITHER


def _without_apostrophes(
    text: str, start: int, end: int, found: list[QuotationMark]
) -> Iterator[QuotationMark]:
    """``found`` without the single marks that are apostrophes."""
    singles = [mark for mark in found if not mark.double]
    if not singles:
        yield from found
        return
    last_close = max(
        (m.offset for m in singles if m.role is not MarkRole.OPENS and text[m.offset] in "'’"),
        default=-1,
    )
    following = dict(zip((m.offset for m in singles), singles[1:], strict=False))
    is_open = False
    previous_elision = -1
    lead = found[0].offset
    if any(char.isalnum() for char in text[start:lead]):
        lead = -1
    for mark in found:
        if mark.double:
            yield mark
            continue
        at, role = mark.offset, mark.role
        if role is MarkRole.EITHER:
            role = MarkRole.CLOSES if is_open else MarkRole.OPENS
        if role is MarkRole.OPENS:
            if text[at] != "‘" and (text[at] == "’" or _ELISION.match(text, at + 1, end)):
                previous_elision = at
                continue
            # A quotation that continues in the next paragraph opens at the very start.
            if last_close < at and text[at] != "‘" and at != lead:
                continue
            is_open = True
            yield mark
            continue
        if not is_open or 0 <= previous_elision == at - 2:
            continue  # the players' … , rock 'n' roll
        later = following.get(at)
        if (
            later is not None
            and later.role is not MarkRole.OPENS
            and text[at + 1 : at + 2].isspace()
            and text[at + 2 : at + 3].islower()
            and _DROPPED_G.search(text, max(0, at - 3), at)
        ):
            continue  # 'the players' union said so'
        is_open = False
        yield QuotationMark(at, False, MarkRole.CLOSES)
