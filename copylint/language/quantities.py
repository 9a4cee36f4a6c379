"""Numbers in running text: figures, number words, magnitudes, percentages and money."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from copylint.language.lazy_pattern import LazyPattern

_UP_TO_NINETEEN = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
)
_UNITS = _UP_TO_NINETEEN.split()
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_VALUES = {word: value for value, word in enumerate(_UNITS)}
_VALUES |= {word: 10 * value for value, word in enumerate(_TENS, 2)}

#: A pattern (without groups) of the numbers from zero to ninety-nine in words.
WORD_NUMBER = (
    rf"(?:(?:{'|'.join(_TENS)})(?:[-‐‑ ](?:{'|'.join(_UNITS[1:10])}))?\b|(?:{'|'.join(_UNITS)})\b)"
)

#: A pattern (without groups) of units that are written right after a figure: *42km*, *11st*.
ATTACHED = (
    r"(?:kms?|kgs?|cm|mm|ft|in|oz|lbs?|mph|kph|kmph|ha|g|mi|sq\ ?(?:km|mi|ft|m)|(?-i:[CF])"
    r"|(?:(?<=[02-9])|(?<=11))st)\b"
)

_MAGNITUDES = {
    "hundred": 1e2, "k": 1e3, "thousand": 1e3,
    "m": 1e6, "mn": 1e6, "mill": 1e6, "mln": 1e6, "million": 1e6,
    "bn": 1e9, "b": 1e9, "billion": 1e9, "tn": 1e12, "trn": 1e12, "trillion": 1e12,
}  # fmt: skip

_NUMBER = LazyPattern(
    rf"""
    (?<![\w.,:/$£€¥-])
    (?P<hundred>a[ ](?=hundred|thousand|million))?
    (?P<money>(?:US|A|NZ|C|HK|S)?[$£€¥])?
    (?P<number>\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?|{WORD_NUMBER}|(?<=a[ ]))
    (?P<magnitude>[ ]?(?:k|mn?|mill|b|bn|tn|trn|mln)\b
        |[ -]?(?:hundred|thousand|million|billion|trillion)\b)?
    (?P<percent>[ ]?%|[ ](?:per[ ]cent|percent|pct)\b)?
    (?![-–/:]?\d)(?:(?!\w)|(?<=\W)|(?={ATTACHED}))
    """,
    re.VERBOSE | re.IGNORECASE,
)
# "a million": only these have no digit and no number word.
_OF_ARTICLE = LazyPattern(
    r"[aA][ ][ -]?(?i:k|mn?|mill|b|bn|tn|trn|mln|hundred|thousand|million|billion|trillion)\b"
)
_LONGEST_SIGN = 4  # code points of money before a number
_DIGIT_OR_WORD = LazyPattern(rf"\d|\b(?:{'|'.join((*_UNITS, *_TENS))}|hundred)", re.IGNORECASE)


class Quantity(NamedTuple):
    """A number in a text.

    ``unit`` is ``%``, a currency's sign, or empty. ``start`` and ``end`` are code points of
    the whole expression. ``digits`` is the number as written, without its magnitude, and
    ``step`` the value of one unit in its last place (so ``1.2bn`` has a step of 1e8).
    """

    value: float
    unit: str
    start: int
    end: int
    digits: str
    step: float


def value_of_words(shown: str) -> int | None:
    """The value of a number word from zero to ninety-nine, None for any other word."""
    total = 0
    for word in re.split("[-‐‑ ]", shown.lower()):
        value = _VALUES.get(word)
        if value is None:
            return None
        total += value
    return total


def quantities(text: str, start: int, end: int) -> Iterator[Quantity]:
    """The quantities in ``text[start:end]``, in order; scores, dates and ranges left out."""
    for found in _NUMBER.finditer(text, start, end):
        quantity = _read(found)
        if quantity is not None:
            yield quantity


def quantities_near(text: str, start: int, end: int, places: Iterable[int]) -> Iterator[Quantity]:
    """As ``quantities``, if each of them has its number at one of ``places``, which ascend.

    It is faster, because it does not try the pattern on the words between them.
    """
    if _OF_ARTICLE.search(text, start, end) is not None:
        yield from quantities(text, start, end)
        return
    search, at = _NUMBER.compiled.search, start
    for place in places:
        while place >= at:
            found = search(text, max(at, place - _LONGEST_SIGN), end)
            if found is None:
                return
            at = max(found.end(), found.start() + 1)
            quantity = _read(found)
            if quantity is not None:
                yield quantity


def _read(found: re.Match[str]) -> Quantity | None:
    shown = found["number"]
    magnitude = (found["magnitude"] or "").strip(" -").lower()
    if not shown:
        if not magnitude:
            return None
        value, step = 1.0, 1.0
    elif shown[0].isdigit():
        plain = shown.replace(",", "")
        value = float(plain)
        _, point, decimals = plain.partition(".")
        if point:
            step = 10.0 ** -len(decimals)
        else:
            step = 10.0 ** (len(plain) - len(plain.rstrip("0"))) if value else 1.0
    else:
        words = value_of_words(shown)
        if words is None:
            return None
        value = float(words)
        step = 1.0
    scale = _MAGNITUDES.get(magnitude, 1.0)
    unit = "%" if found["percent"] else (found["money"] or "")
    if unit not in ("%", "") or scale > 1 or not unit:
        step = step * scale
    return Quantity(value * scale, unit, found.start(), found.end(), shown, step)


def agree(one: Quantity, other: Quantity) -> bool:
    """Whether two quantities may be equal: the coarser may be the finer one rounded either way."""
    if one.value == other.value:
        return True
    coarse, fine = (one, other) if one.step >= other.step else (other, one)
    return abs(coarse.value - fine.value) < coarse.step


def has_number(text: str, start: int, end: int) -> bool:
    """Whether there may be a quantity in ``text[start:end]``."""
    return _DIGIT_OR_WORD.search(text, start, end) is not None


def may_be_number(token: str) -> bool:
    """Whether a token may be a number or begin one; a word can only as a whole."""
    if token.isalpha():
        return _DIGIT_OR_WORD.match(token) is not None
    return has_number(token, 0, len(token))
