"""Reads rates whose total and number are in other clauses or in the sentences before."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from copylint.analysis.ledger.entries import Figure
from copylint.analysis.ledger.figured_sentences import MEASURED, MONEY, NUMBER, FiguredSentence
from copylint.language.lazy_pattern import LazyPattern
from copylint.language.nouns import singular_of
from copylint.language.word_list import words


class Shared(NamedTuple):
    """A total, the number that it is divided by, and what is said to come out."""

    total: Figure
    number: Figure
    rate: Figure


class StatedPace(NamedTuple):
    """A total, so many of which are done in a period, and how many periods it is said to take."""

    total: Figure
    pace: Figure
    length: Figure


#: How many sentences back the total of a pace is looked for.
REACH = 12

_NO_FIGURE = f"[^{NUMBER}-{MEASURED};]"
# which comes to £250 for every man, woman and child; or about £250 a head
_WORKS_OUT = LazyPattern(
    rf"(?:\b(?:which|that|this|it|the (?:sum|bill|cost|money|total)) (?:comes?|came|works? out|"
    rf"worked out|amounts?|amounted|is|was) (?:(?:to|at) )?"
    rf"|\b(?:or|equivalent to|equal to|an average of) )"
    rf"(?:an average of |just |only |the equivalent of |less than |more than )*(?P<rate>{MONEY}) "
    r"(?:(?:for|to) (?:each|every|all) (?:man, woman and child|(?:one )?of (?:them|those)|"
    r"(?P<noun>[a-z]+))|(?:an?|per) (?P<per>[a-z]+)|each\b|apiece\b)"
)
_HEADS = words(
    "head person resident patient pupil household home member child student worker employee "
    "ticket guest family voter inhabitant passenger"
)
_NO_SHARE = LazyPattern(
    r"\b(?:from|than|rose|fell|up|down|another|of (?:whom|which)|each year|"
    r"a (?:year|month|week|day)|previous|earlier)\b"
)
_PACE = LazyPattern(
    rf"(?P<pace>{NUMBER})(?: [a-z'-]+){{1,2}} (?:an?|per|each|every) (?P<per>day|week|month|year)\b"
)
_UNTIL_DONE = LazyPattern(
    rf"(?:\b(?:last|final|finish\w*|complet\w+|end(?:ed|s)?|done|built|full|ready|takes?|taking|took|"
    rf"work|job|scheme|project|programme|over|within|in)\b{_NO_FIGURE}{{0,60}}?\b(?:in|for|over|take|"
    rf"takes|taking|took|last|lasts|within|be|move in|finished) )(?P<length>{NUMBER}) "
    rf"(?P<unit>day|week|month|year)s\b"
)
_NOT_ALL = LazyPattern(r"\b(?:at least|first|so far|already|another|initial\w*|half|from|than)\b")


def shared(before: FiguredSentence | None, sentence: FiguredSentence) -> Shared | None:
    """The one sum of money and the one number that a rate a head is of."""
    found = _WORKS_OUT.search(sentence.shape)
    if found is None or _NO_SHARE.search(sentence.shape):
        return None
    noun = found["noun"] or found["per"] or ""
    if noun and noun not in _HEADS:
        return None
    rate = sentence.at(found.start("rate"))
    figures = [each for each in sentence.figures if each.span.start < rate.span.start]
    if len(figures) < 2 and before is not None and _is_next(before, sentence):
        if _NO_SHARE.search(before.shape):
            return None
        figures = [*before.figures, *figures]
    money = [each for each in figures if each.unit == rate.unit]
    counts = [each for each in figures if not each.unit and each.noun not in _PERIODS]
    if len(money) != 1 or len(counts) != 1 or len(money) + len(counts) != len(figures):
        return None
    (count,) = counts
    if not count.noun or count.value < _LEAST or not _may_share(count.noun, noun, found):
        return None
    return Shared(money[0], count, rate)


_PERIODS = frozenset({"day", "week", "month", "year", "hour", "minute"})
_LEAST = 3


def _may_share(counted: str, named: str, found: re.Match[str]) -> bool:
    """Whether the things counted are those that the rate is for."""
    if "man, woman" in found.group() or named in ("head", "person", "inhabitant", "resident"):
        return counted in ("person", "resident", "inhabitant") or named == "head"
    return not named or named == counted or singular_of(named) == counted


def pace(before: Sequence[FiguredSentence], sentence: FiguredSentence) -> StatedPace | None:
    """62 homes a year … in six years, of the 310 homes that a sentence before gives."""
    found = _PACE.search(sentence.shape)
    done = _UNTIL_DONE.search(sentence.shape, found.end()) if found is not None else None
    if found is None or done is None or done["unit"] != found["per"]:
        return None
    if _NOT_ALL.search(sentence.shape, 0, done.end()):
        return None
    rate, length = sentence.at(found.start("pace")), sentence.at(done.start("length"))
    if not rate.noun or rate.hedged or length.hedged:
        return None
    own = [each for each in sentence.figures if each.noun == rate.noun and each is not rate]
    if own:
        return StatedPace(own[0], rate, length) if len(own) == 1 else None
    for each in list(reversed(before))[:REACH]:
        totals = [figure for figure in each.figures if figure.noun == rate.noun]
        if totals:
            is_one = len(totals) == 1 and not _NOT_ALL.search(each.shape)
            return StatedPace(totals[0], rate, length) if is_one else None
    return None


def _is_next(before: FiguredSentence, sentence: FiguredSentence) -> bool:
    return sentence.sentence.start - before.sentence.end <= 2
