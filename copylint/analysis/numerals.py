"""Numbers in figures and the words around them: a time of day, a measure, a sum of money."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

from copylint.analysis.article import Article
from copylint.analysis.author_prose import TokenPlace
from copylint.core.kept_patterns import compiled
from copylint.core.span import TextSpan
from copylint.language.tokens import TokenKind
from copylint.language.word_list import words

_WORD = TokenKind.WORD


class NumeralKind(Enum):
    """A part of a numeral that may be written in more than one way."""

    CLOCK = 1  #: morning and afternoon: *am*, *a.m.*
    POINT = 2  #: the sign between hours and minutes
    HOUR = 3  #: whole hours: *9am*, *9:00am*
    DAY = 4  #: a clock of 12 or of 24 hours
    PERCENT = 5  #: *%*, *per cent*
    MAGNITUDE = 6  #: millions and billions of money
    DOLLAR = 7  #: *$*, *US$*
    UNIT = 8  #: a unit by its sign or in a word
    GAP = 9  #: the space before a unit's sign


class WrittenNumeral(NamedTuple):
    """One way of writing a numeral, and its place.

    ``of`` names the unit or magnitude; only numerals with the same ``of`` are compared.
    ``form`` is the way of writing. ``span`` is the whole expression, ``head`` the number of its
    code points before the part that differs (usually the number itself).
    """

    what: NumeralKind
    of: str
    form: str
    span: TextSpan
    head: int
    place: TokenPlace


_UNITS = {
    "km": words("kilometre kilometres kilometer kilometers"),
    "cm": words("centimetre centimetres centimeter centimeters"),
    "mm": words("millimetre millimetres millimeter millimeters"),
    "kg": words("kilogram kilograms kilogramme kilogrammes"),
    "MW": words("megawatt megawatts"),
    "GW": words("gigawatt gigawatts"),
    "kW": words("kilowatt kilowatts"),
    "GB": words("gigabyte gigabytes"),
    "MB": words("megabyte megabytes"),
    "KB": words("kilobyte kilobytes"),
    "TB": words("terabyte terabytes"),
    "MHz": words("megahertz"),
    "GHz": words("gigahertz"),
    "ft": words("foot feet"),
    "oz": words("ounce ounces"),
}
_SIGN_OF = {form: sign for sign, forms in _UNITS.items() for form in forms}
_SIGNS = {sign: sign for sign in _UNITS} | {"kms": "km", "kgs": "kg"}
_MAGNITUDES = {"m": "million", "mn": "million", "bn": "billion", "b": "billion", "tn": "trillion",
               "million": "million", "billion": "billion", "trillion": "trillion"}  # fmt: skip
_CLOCK = compiled(r"(\d{1,2})(?:([.:])([0-5]\d))?(am|pm|AM|PM)?")
_NOONS = frozenset(("am", "pm", "a.m.", "p.m."))
_PARTS = compiled(r"([£$€¥]?)(\d(?:[\d.,:]*\d)?)([^\W\d_]+|%)?")
_AT = words("at from until till by before after to between around about since")
_ZONES = words("gmt utc bst est edt pst pdt cet cest et pt hours hrs")
_DASHES = ("-", "–", "—", "/")


def figures(article: Article) -> list[WrittenNumeral]:
    """The ways in which the article writes its own numbers, in order."""
    found: list[WrittenNumeral] = []
    for place in article.author_prose.numbers:
        parts = _PARTS.fullmatch(place.token.text)
        if parts is not None:
            found += _read(place, parts[1], parts[3] or "")
    return found


def _read(place: TokenPlace, currency: str, suffix: str) -> list[WrittenNumeral]:
    token, following, low = place.token, place.near(1), place.lower(1)
    number = len(token.text) - len(suffix)
    if suffix == "%":
        return [_written(NumeralKind.PERCENT, "", "%", place, token.end, number)]
    if currency:
        return _money(place, currency, suffix)
    times = _times(place)
    if times:
        return times
    if suffix:
        return _unit(place, suffix, "close", token.end, number)
    if following is None:
        return []
    if low in ("%", "percent", "pct"):
        return [_written(NumeralKind.PERCENT, "", low, place, following.end, number)]
    if low == "per" and place.lower(2) == "cent":
        last = place.near(2)
        return (
            [_written(NumeralKind.PERCENT, "", "per cent", place, last.end, number)] if last else []
        )
    if following.kind is not _WORD or following.start == token.end:
        return []
    if low in _SIGN_OF:
        return [_written(NumeralKind.UNIT, _SIGN_OF[low], "word", place, following.end, number)]
    return _unit(place, following.text, "apart", following.end, number)


def _written(
    what: NumeralKind, of: str, form: str, place: TokenPlace, end: int, head: int
) -> WrittenNumeral:
    return WrittenNumeral(what, of, form, TextSpan(place.token.start, end), head, place)


def _unit(place: TokenPlace, sign: str, gap: str, end: int, head: int) -> list[WrittenNumeral]:
    unit = _SIGNS.get(sign)
    if unit is None:
        return []
    return [
        _written(NumeralKind.UNIT, unit, "sign", place, end, head),
        _written(NumeralKind.GAP, "", gap, place, end, head),
    ]


def _money(place: TokenPlace, currency: str, suffix: str) -> list[WrittenNumeral]:
    token, following, found = place.token, place.near(1), list[WrittenNumeral]()
    before = place.near(-1)
    prefix = before.text if before is not None and before.end == token.start else ""
    if currency == "$" and (prefix.isalpha() or not prefix):
        start = before.start if before is not None and prefix else token.start
        span = TextSpan(start, token.end)
        found.append(WrittenNumeral(NumeralKind.DOLLAR, "", prefix + "$", span, len(prefix), place))
    magnitude = _MAGNITUDES.get(suffix.lower())
    if magnitude is not None:
        head = len(token.text) - len(suffix)
        found.append(_written(NumeralKind.MAGNITUDE, magnitude, suffix, place, token.end, head))
    elif not suffix and following is not None and following.start - token.end <= 1:
        magnitude = _MAGNITUDES.get(following.text)
        if magnitude is not None and magnitude == following.text:
            head = len(token.text)
            found.append(
                _written(NumeralKind.MAGNITUDE, magnitude, "word", place, following.end, head)
            )
    return found


def _times(place: TokenPlace) -> list[WrittenNumeral]:
    """The ways in which a time of day is written; empty if the number is not a time."""
    clock = _CLOCK.fullmatch(place.token.text)
    if clock is None:
        return []
    hour, sign, minutes, suffix = clock.groups()
    following, number, end = place.near(1), len(place.token.text), place.token.end
    if suffix:
        form = suffix
        number -= len(suffix)
    elif following is not None and place.lower(1) in _NOONS:
        form = " " * (following.start > place.token.end) + following.text
        end = following.end
    elif sign == ":" and place.lower(-1) in _AT and place.lower(1) not in _ZONES:
        is_late = int(hour) > 12 or hour[0] == "0"
        return (
            [_written(NumeralKind.DAY, "", "24", place, end, 0)]
            if is_late and int(hour) < 24
            else []
        )
    else:
        return []
    if not 1 <= int(hour) <= 12:
        return []
    form = form.replace("p", "a").replace("P", "A")
    found = [
        _written(NumeralKind.CLOCK, "", form, place, end, number),
        _written(NumeralKind.DAY, "", "12", place, end, 0),
    ]
    before, after = place.near(-1), place.near(2 - bool(suffix))
    in_range = any(each is not None and each.text in _DASHES for each in (before, after))
    if sign:
        found.append(_written(NumeralKind.POINT, "", sign, place, end, len(hour)))
    if minutes in (None, "00") and not in_range:
        whole = "whole" if minutes is None else "minutes"
        found.append(_written(NumeralKind.HOUR, "", whole, place, end, len(hour)))
    return found
