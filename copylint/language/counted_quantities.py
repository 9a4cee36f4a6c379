"""The object that a number in a text counts: people killed, jobs, a percentage, money, an age."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from copylint.core.kept_patterns import compiled
from copylint.language.hedges import is_hedged
from copylint.language.lazy_pattern import LazyPattern
from copylint.language.nouns import may_be_plural
from copylint.language.quantities import Quantity, quantities
from copylint.language.word_list import words

# Words that say what became of the people counted, by the fate that they name.
_FATES = {
    "dead": "dead die dies died killed kill kills killing deaths death perish perished fatalities",
    "hurt": "hurt hurts injured injures injure injuring injuries wounded wounds wounding",
    "held": "arrested arrests arrest arresting detained",
    "charged": "charged",
    "jailed": "jailed imprisoned",
    "missing": "missing",
    "rescued": "rescued rescues rescue",
    "evacuated": "evacuated",
}
_FATE = {word: fate for fate, listed in _FATES.items() for word in listed.split()}
# The quantity follows these: "kills five", "toll rises to five".
_BEFORE = words(
    "kill kills killed killing hurt hurts injure injures injured injuring wound wounds wounded "
    "wounding arrest arrests arrested arresting rescue rescues"
)
# Measures of time and the like, which occur several times in any article.
_MEASURES = words(
    "years months weeks days hours minutes seconds times miles metres meters kilometres feet "
    "inches yards points goals runs wickets games matches wins sets per percent degrees ways "
    "things reasons tips facts steps places people men women others more others hundreds "
    "thousands millions billions pounds dollars euros pence cents francs marks crowns lire "
    "rupees roubles rubles pesos is was has does"
)
_YEAR = range(1000, 2200)
_NEXT = LazyPattern(r"\s(?P<first>[A-Za-z][\w'’-]*)(?:\s(?P<second>[A-Za-z][\w'’-]*))?")
_CLAUSE = LazyPattern(r"[^.;:?!\n,()“”\"–—]{0,60}")
_PRECEDING = LazyPattern(
    r"(?P<verb>[A-Za-z]+)(?:\s(?:at\sleast|up\sto|more\sthan|some|about|nearly|almost|over|"
    r"another|a\sfurther|around))?\s\Z"
)
# After a number these say that others were counted before.
_MORE = LazyPattern(r"\s(?:other|others|more|further|additional|remaining|extra|of\s)")
_WORDS = compiled(r"[A-Za-z]+")
_OLD = LazyPattern(r"[-‐‑ ]years?[-‐‑ ]old")
_OLDEST = 110
_APPOSED = LazyPattern(r"[A-Za-z],\s\Z")
_AGED = LazyPattern(r"(?:\baged|\bage)\s\Z")


class CountedQuantity(NamedTuple):
    """A quantity and ``what`` it counts: ``%``, a currency's sign, ``age``, ``fate dead``
    and the like, or ``noun jobs``; ``hedged`` says that a word makes it inexact.
    """

    quantity: Quantity
    what: str
    hedged: bool


def counted(text: str, start: int, end: int) -> Iterator[CountedQuantity]:
    """The quantities in ``text[start:end]`` whose object is clear, in order."""
    return counted_of(quantities(text, start, end), text, start, end)


def counted_of(
    found: Iterable[Quantity], text: str, start: int, end: int
) -> Iterator[CountedQuantity]:
    """Those of the quantities of ``text[start:end]`` whose object is clear, in order."""
    for quantity in found:
        what = _what(text, quantity, start, end)
        if what:
            hedged = is_hedged(text, quantity.start, quantity.end, start)
            yield CountedQuantity(quantity, what, hedged)


def _what(text: str, quantity: Quantity, start: int, end: int) -> str:
    if quantity.unit:
        return quantity.unit
    after = text[quantity.end : min(end, quantity.end + 12)]
    before = text[max(start, quantity.start - 40) : quantity.start]
    if _OLD.match(after) or _AGED.search(before) or _is_age(quantity, before, after):
        return "age"
    if quantity.value in _YEAR and quantity.digits.isdigit() and len(quantity.digits) == 4:
        return ""
    if not quantity.value.is_integer() or after[:1] in ("-", "‐", "‑", "'", "’"):
        return ""
    fate = _fate(text, quantity, before, end)
    if fate:
        return f"fate {fate}"
    if _MORE.match(text, quantity.end, end):
        return ""
    following = _NEXT.match(text, quantity.end, end)
    if following is None:
        return ""
    for name in ("first", "second"):
        noun = (following[name] or "").lower()
        if noun and noun not in _MEASURES and len(noun) > 3 and may_be_plural(noun):
            return f"noun {noun}"
    return ""


def _is_age(quantity: Quantity, before: str, after: str) -> bool:
    """Whether the number is between commas after a word: "a woman, 72, was found"."""
    if not quantity.digits.isdigit() or not 5 <= quantity.value <= _OLDEST:
        return False
    return after[:1] in ("", ",", ".", ";", "\n") and _APPOSED.search(before) is not None


def _fate(text: str, quantity: Quantity, before: str, end: int) -> str:
    preceding = _PRECEDING.search(before)
    if preceding is not None and (verb := preceding["verb"].lower()) in _BEFORE:
        return _FATE[verb]
    if _MORE.match(text, quantity.end, end):
        return ""
    clause = _CLAUSE.match(text, quantity.end, end)
    if clause is None:
        return ""
    for word in _WORDS.findall(clause.group())[:6]:
        if (low := word.lower()) in _FATE:
            return _FATE[low]
        if low in ("after", "as", "in", "and", "or", "but", "when", "who", "that", "by", "for"):
            return ""
    return ""
