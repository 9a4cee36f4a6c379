"""Reads numbers in words and figures, so that "two hundred" and "200" are the same."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from copylint.language.quantities import value_of_words

_MAGNITUDES = {"hundred": 100, "thousand": 10**3, "million": 10**6, "billion": 10**9,
               "trillion": 10**12}  # fmt: skip
_SUFFIXES = {"k": 10**3, "m": 10**6, "mn": 10**6, "bn": 10**9, "b": 10**9, "tn": 10**12}
_UNITS_IN_ORDER = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
    "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
)
_TENS_IN_ORDER = "twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth"
_ORDINALS = {word: value for value, word in enumerate(_UNITS_IN_ORDER.split(), 1)}
_ORDINALS |= {word: 10 * value for value, word in enumerate(_TENS_IN_ORDER.split(), 2)}
# The first half of a year that is said as two numbers: "nineteen eighty-four".
_CENTURIES = range(11, 21)


class SpokenNumber(NamedTuple):
    """A number that takes up ``length`` words; ``key`` is the same however it is written."""

    key: str
    length: int


def spoken_number(words: Sequence[str], is_joined: Sequence[bool], at: int) -> SpokenNumber | None:
    """The number in words that begins at ``words[at]``; None if none does.

    ``words`` are in lower case; ``is_joined`` says of each whether only a space or a hyphen
    separates it from the one before. A lone "one", which is often a pronoun, is no number.
    """
    reader = _Reader(words, is_joined, at)
    value = reader.cardinal()
    if value is None:
        ordinal = _ORDINALS.get(words[at])
        return None if ordinal is None else SpokenNumber(f"{ordinal}th", 1)
    if reader.at == at + 1 and words[at] == "one":
        return None
    unit = reader.ordinal_unit(value)
    if unit is not None:
        return SpokenNumber(f"{int(value) + unit}th", reader.at - at)
    if reader.is_plain and value in _CENTURIES:
        end = reader.at
        rest = _Reader(words, is_joined, end)
        years = rest.cardinal() if rest.goes_on(end) else None
        if years is not None and rest.is_plain and 10 <= years <= 99:
            return SpokenNumber(key_of(value * 100 + years), rest.at - at)
    return SpokenNumber(key_of(value), reader.at - at)


def figure_value(digits: str, suffix: str) -> Fraction:
    """The value of a number in figures, such as ``1,200`` or ``3.5`` with the suffix ``bn``."""
    return Fraction(digits.replace(",", "")) * _SUFFIXES.get(suffix, 1)


def magnitude(word: str) -> int:
    """The value of a word such as *million*, 1 for any other word."""
    return _MAGNITUDES.get(word, 1)


def key_of(value: Fraction) -> str:
    """A number as a key."""
    return str(value.numerator) if value.denominator == 1 else str(float(value))


class _Reader:
    """Reads one number in words, from ``at`` on."""

    def __init__(self, words: Sequence[str], is_joined: Sequence[bool], at: int) -> None:
        self._words, self._joined, self.at = words, is_joined, at
        self._first = at
        #: Whether the number has neither a magnitude nor decimals.
        self.is_plain = True

    def goes_on(self, at: int) -> bool:
        """Whether the word at ``at`` may continue the number before it."""
        return at < len(self._words) and (at == self._first or self._joined[at])

    def cardinal(self) -> Fraction | None:
        words, total, group, is_begun = self._words, 0, 0, False
        if words[self.at] in ("a", "half") and not self._article():
            return None
        if self.at > self._first:
            group, is_begun = 1, True
        half = words[self._first] == "half"
        while self.goes_on(self.at):
            word = words[self.at]
            value = value_of_words(word)
            if value is not None:
                if not _fits(group, value, is_begun):
                    break
                group += value
            elif word == "hundred" and is_begun and group < 100:
                group, self.is_plain = group * 100, False
            elif word in _MAGNITUDES and is_begun and group:
                total, group, self.is_plain = total + group * _MAGNITUDES[word], 0, False
            elif word == "and" and self._adds(is_begun and not self.is_plain):
                pass
            elif word == "point" and is_begun and self._digit(self.at + 1) is not None:
                exact = Fraction(total + group) + self._decimals()
                return exact * self._magnitude()
            else:
                break
            is_begun = True
            self.at += 1
        if not is_begun:
            return None
        whole = Fraction(total + group)
        return whole / 2 if half else whole

    def _article(self) -> bool:
        """Pass over "a" or "half a" before a magnitude."""
        at = self.at + (self._words[self.at] == "half")
        named = self._words[at : at + 2]
        if len(named) < 2 or named[0] != "a" or named[1] not in _MAGNITUDES:
            return False
        self.at = at + 1
        return True

    def _adds(self, may: bool) -> bool:
        """Whether "and" goes on with a number: "two hundred and fifty"."""
        after = self.at + 1
        return may and self.goes_on(after) and value_of_words(self._words[after]) is not None

    def _digit(self, at: int) -> int | None:
        value = value_of_words(self._words[at]) if self.goes_on(at) else None
        return value if value is not None and value < 10 else None

    def _decimals(self) -> Fraction:
        self.is_plain = False
        self.at += 1
        decimals, scale = Fraction(0), 10
        while (digit := self._digit(self.at)) is not None:
            decimals += Fraction(digit, scale)
            scale *= 10
            self.at += 1
        return decimals

    def _magnitude(self) -> int:
        """The magnitude that follows, passed over; 1 without one."""
        size = _MAGNITUDES.get(self._words[self.at], 1) if self.goes_on(self.at) else 1
        self.at += size > 1
        return size

    def ordinal_unit(self, value: Fraction) -> int | None:
        """The unit in "twenty-first" after "twenty"; it is passed over."""
        tens = int(value) % 100
        if not self.goes_on(self.at) or tens < 20 or tens % 10:
            return None
        unit = _ORDINALS.get(self._words[self.at])
        if unit is None or unit > 9:
            return None
        self.at += 1
        return unit


def _fits(group: int, value: int, is_begun: bool) -> bool:
    """Whether ``value`` can follow ``group`` in one number: 5 after 20, 25 after 100."""
    if not is_begun:
        return True
    last = group % 100
    after_hundreds = last == 0 and (group > 0 or value > 0)
    return after_hundreds or (last >= 20 and last % 10 == 0 and 0 < value < 10)
