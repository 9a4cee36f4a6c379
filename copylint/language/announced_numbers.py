"""How many things a sentence announces: "for three reasons:", "the following four steps"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from copylint.language.lazy_pattern import LazyPattern
from copylint.language.nouns import may_be_plural
from copylint.language.quantities import WORD_NUMBER, value_of_words
from copylint.language.word_list import words

# Nouns that may name the parts of a text.
PARTS_OF_TEXT = words(
    "reasons things ways steps points questions rules tips options lessons principles ideas "
    "facts suggestions recommendations strategies techniques tricks mistakes takeaways habits "
    "myths"
)
# Nouns that announce the items that follow.
_HEADS = PARTS_OF_TEXT | words(
    "reasons things ways steps points questions rules tips options parts kinds types sorts "
    "areas categories principles goals aims objectives phases stages lessons items elements "
    "components features factors examples problems issues changes challenges conditions "
    "criteria requirements facts groups methods approaches aspects benefits advantages "
    "disadvantages themes topics pieces ideas suggestions recommendations demands conclusions "
    "findings causes consequences scenarios possibilities choices layers levels pillars values "
    "priorities ingredients tasks words names people men women players countries cities states "
    "teams candidates companies fields sections chapters forms versions modes strategies "
    "techniques concepts countries"
)
_ANNOUNCED = LazyPattern(
    rf"(?<![\w£$€.,-])(?P<number>{WORD_NUMBER}|\d{{1,2}})\s(?P<words>[a-z][\w'’-]*"
    r"(?:\s[a-z][\w'’-]*){0,3})",
    re.IGNORECASE,
)
# Words that show that the number does not count all the items that follow.
_NOT_ALL = LazyPattern(
    r"\b(?:one\sof|two\sof|some\sof|any\sof|each\sof|most\sof|of|least|than|over|about|around|first|"
    r"last|next|another|other|past|top|every|or|to|for|in|into|between|after|than|within)"
    r"(?:\s(?:the|these|those|our|its|his|their))?\s\Z",
    re.IGNORECASE,
)
_REASONED = LazyPattern(r"\b(?:for|in)\s\Z", re.IGNORECASE)
_BREAKS = words(
    "of and or to in for with at by from than hundred thousand million billion years year more "
    "per is are was were that which who"
)
# Plurals that are measures, not lists.
_MEASURES = words(
    "times months weeks days hours minutes seconds miles metres meters feet inches percent "
    "cents dollars pounds euros bits bytes pixels characters lines pages others does this its"
)
_MOST = 20


class AnnouncedNumber(NamedTuple):
    """A number of things announced; ``start`` and ``end`` are code points of the number."""

    number: int
    noun: str
    start: int
    end: int


def announced(
    text: str, start: int, end: int, *, any_noun: bool = False, capitals: bool = False
) -> Iterator[AnnouncedNumber]:
    """The announcements in ``text[start:end]``, in order.

    With ``any_noun`` any plural after the number counts, not only the nouns that announce
    a list; with ``capitals`` the noun may be capitalised, as it is in a headline.
    """
    for found in _ANNOUNCED.finditer(text, start, end):
        shown = found["number"]
        number = int(shown) if shown.isdigit() else value_of_words(shown)
        if number is None or not 2 <= number <= _MOST:
            continue
        following = found["words"].lower() if capitals else found["words"]
        noun = _noun(following.split(), any_noun=any_noun)
        if not noun:
            continue
        before = text[max(start, found.start() - 24) : found.start()]
        if _NOT_ALL.search(before) and not _REASONED.search(before):
            continue
        yield AnnouncedNumber(number, noun, found.start("number"), found.end("number"))


def _noun(following: list[str], *, any_noun: bool) -> str:
    """The noun that the number counts, empty if it announces nothing."""
    for word in following:
        if word in _BREAKS:
            return ""
        if word in _HEADS:
            return word
        if any_noun and len(word) > 3 and word not in _MEASURES and may_be_plural(word):
            return word
    return ""
