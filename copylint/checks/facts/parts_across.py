"""Reads totals and their parts from sentences that follow one another."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from copylint.analysis.ledger.entries import Figure
from copylint.analysis.ledger.figured_sentences import MEASURED, NUMBER, FiguredSentence
from copylint.language.lazy_pattern import LazyPattern


class Sum(NamedTuple):
    """A total, its parts, those that are one each, and which of them the finding is about."""

    total: Figure
    parts: tuple[Figure, ...]
    ones: int = 0
    claim: Figure | None = None


#: How many sentences back a total is looked for.
REACH = 3

_NO_FIGURE = f"[^{NUMBER}-{MEASURED}]"
_REST = LazyPattern(
    rf"(?:\A|, (?:and |while |but )?|; (?:and )?|\b(?:and|while|leaving) )(?:and |but )?"
    rf"(?:(?:the|its|their) (?:other|remaining|last|final)|a (?:further|final)) (?P<rest>{NUMBER})"
    rf"|\A(?:the|its|their) (?:others|rest|remainder|(?:other|remaining) [a-z]+s)"
    rf"(?:,? |, (?:all |some )?| [–—-] | \()(?P<named>{NUMBER})"
    rf"(?= (?:of (?:them|those|which|the)|in (?:all|total|number)|altogether)\b|[,)]| [–—])"
)
_WHOLE = LazyPattern(
    rf"(?:\A(?:out )?of|\b(?:out )?of) (?:the|its|his|her|their|our|all|these|those|a total of)"
    rf"(?: [a-z'-]+){{0,2}} (?P<total>{NUMBER})"
    rf"|(?P<before>{NUMBER}){_NO_FIGURE}{{0,70}}?,? of (?:whom|which|them|these)\b"
)
_OF_TOTAL = LazyPattern(rf"\bof (?:the|its|their|our|all) {NUMBER}")
# 120 houses with four bedrooms, 96 with three and 74 with two
_SHARED_OUT = LazyPattern(
    rf"(?P<a>{NUMBER}) (?:[a-z-]+ ){{1,2}}(?P<link>with|in|on|at|from|for|to|of)\b{_NO_FIGURE}"
    rf"{{0,40}}?(?:{NUMBER}{_NO_FIGURE}{{0,24}})?, (?P<b>{NUMBER}) (?P=link)\b[^;:]{{0,60}}?,? "
    rf"(?:and|plus) (?P<c>{NUMBER}) (?P=link)\b"
)
_SOME_ONLY = LazyPattern(
    r"\b(?:includ\w+|among|such as|like|at least|from|than|each|every|per|times|years?|aged?|"
    r"last (?:year|month|week|season)|earlier|previous\w*|between|another|more|"
    r"rose|fell|up|down|since|until|instead|originally|also|so far)\b"
)
_FORMER = LazyPattern(r"\b(?:at least|from|than|originally|previous\w*|earlier|instead|cut)\b")
_PERIODS = frozenset({"second", "minute", "hour", "day", "week", "month", "year", "time", "point"})
_SAME = (
    frozenset({"home", "house", "dwelling", "property", "flat"}),
    frozenset({"person", "resident", "passenger", "patient", "worker", "employee"}),
    frozenset({"job", "post", "position"}),
)
# A sum further from its total than this is of other things.
_FURTHEST = 1.35
_GAP = 3  # code points between neighbouring sentences, also of two paragraphs


def rest_after(before: Sequence[FiguredSentence], sentence: FiguredSentence) -> Sum | None:
    """Of the T, A … and B …. The other C …"""
    found = _REST.search(sentence.shape)
    if found is None:
        return None
    claim = sentence.named(found, "rest") or sentence.named(found, "named")
    if claim is None or _OF_TOTAL.search(sentence.shape) is not None:
        return None
    own = [each for each in sentence.figures if each.span.start < claim.span.start]
    parts: list[Figure] = [each for each in own if each.noun not in _PERIODS]
    later = sentence
    for each in list(reversed(before))[:REACH]:
        if later.sentence.start - each.sentence.end > _GAP or _SOME_ONLY.search(each.shape):
            return None
        counted = [figure for figure in each.figures if figure.noun not in _PERIODS]
        total = _whole(each)
        if total is None and len(counted) == 1 and counted[0].noun and parts:
            total = counted[0]
        if total is not None:
            others = [figure for figure in counted if figure is not total]
            if any(figure.span.start < total.span.start for figure in others):
                others = [figure for figure in others if figure.value < total.value]
            return _checked(total, (*others, *parts, claim), claim)
        parts = counted + parts
        later = each
    return None


def shared_out(before: Sequence[FiguredSentence], sentence: FiguredSentence) -> Sum | None:
    """T houses …. There will be A houses with …, B with … and C with …"""
    found = _SHARED_OUT.search(sentence.shape)
    if found is None or _SOME_ONLY.search(sentence.shape):
        return None
    parts = tuple(sentence.at(found.start(each)) for each in "abc")
    noun = parts[0].noun
    if not noun or any(each.noun and each.noun != noun for each in parts):
        return None
    for each in list(reversed(before))[:REACH]:
        totals = [figure for figure in each.figures if _is_same(figure.noun, noun)]
        if len(totals) == 1:
            total, added = totals[0], sum(part.value for part in parts)
            near = total.value < _FURTHEST * added and added < _FURTHEST * total.value
            if not near or _FORMER.search(each.shape) or total.hedged:
                return None
            return Sum(total, parts)
        if totals:
            return None
    return None


def _is_same(one: str, other: str) -> bool:
    return one == other or any(one in words and other in words for words in _SAME)


def _whole(sentence: FiguredSentence) -> Figure | None:
    found: re.Match[str] | None = _WHOLE.search(sentence.shape)
    if found is None:
        return None
    return sentence.named(found, "total") or sentence.named(found, "before")


def _checked(total: Figure, parts: tuple[Figure, ...], claim: Figure) -> Sum | None:
    """The sum, if all of its figures may count one thing."""
    nouns = {each.noun for each in (total, *parts) if each.noun}
    if len(parts) < 2 or len(nouns) > 1 or any(each.unit for each in (total, *parts)):
        return None
    if any(each.value >= total.value for each in parts):
        return None
    added = sum(each.value for each in parts)
    if not (added < _FURTHEST * total.value and total.value < _FURTHEST * added):
        return None
    return Sum(total, parts, claim=claim)
