"""Reads two times of day that a sentence gives apart, and how long it says they are apart."""

from __future__ import annotations

import re
from typing import NamedTuple

from copylint.language.hedges import is_hedged
from copylint.language.lazy_pattern import LazyPattern
from copylint.language.quantities import WORD_NUMBER, value_of_words

_TIME = LazyPattern(
    r"(?<![\d£$€.,:/-])(?:(?P<hour>\d{1,2})(?:[.:](?P<minute>[0-5]\d))?\s?(?P<noon>[ap])\.?m\b\.?"
    r"|\b(?P<word>noon|midday|midnight)\b)"
)
# Between the times, these make them times of two things, or choices.
_NOT_ENDS = LazyPattern(
    r"\b(?:or|than|instead|not|rather|usual\w*|due|meant|scheduled|planned|while|as|when|but|"
    r"tomorrow|yesterday|next|following|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
)
_JOINED = LazyPattern(r"\b(?:and|before|until|till|to)\b")
_NUMBER = rf"(?:\d{{1,3}}|{WORD_NUMBER}|an?)"
_WHAT = (
    r"(?:interruption|stoppage|delay|break|wait|closure|blackout|outage|power cut|attack|ordeal|"
    r"siege|search|debate|meeting|session|hearing|talks|speech|flight|journey|crossing|voyage|"
    r"chase|fight|operation|show|concert|match|game|vigil|protest|sit-in|stay|visit|shift|walk|"
    r"rescue|fire|blaze|storm|absence|gap)"
)
# What may come before a length that is the time between.
_CUE = LazyPattern(
    rf"(?:\A\W*For\s|\b(?:the|an?|this|that|whole|total)\s(?:\w+\s)?{_WHAT}\sof\s"
    rf"|\b(?:[Ll]asted|[Ll]asting|[Tt]ook|[Tt]aking|went\son\sfor|was\s(?:over|done)\sin)\s"
    r"|\bafter\s(?:being\s|spending\s)?(?:(?:stuck|trapped|held|aground|out|away|stranded|locked|"
    r"kept|adrift|lost|missing)\s)?(?:[a-z]+\s){0,3}?(?:for\s)?)"
    r"(?P<hedge>(?:nearly|almost|about|around|some|over|more\sthan|just\sover|just\sunder)\s)?"
    rf"(?P<number>{_NUMBER})(?P<half>\sand\sa\shalf)?[\s-](?P<unit>minutes?|hours?)\b(?!-)"
    r"(?:\sand\s(?P<more>\d{1,2})\sminutes)?(?!\s(?:to|last|earlier|after|"
    r"before|ago|late|into|behind|each|longer|more)\b)"
)
_LATER = LazyPattern(
    rf"[,(–—]\s?(?P<number>{_NUMBER})(?P<half>\sand\sa\shalf)?\s(?P<unit>minutes?|hours?)\s(?:later|"
    r"after(?:wards)?)\b(?!\sthan)"
)
_ADJECTIVE = LazyPattern(
    rf"\b(?:[Tt]he|[Tt]his|[Tt]hat)\s(?P<number>{_NUMBER})-(?P<unit>minute|hour)\s{_WHAT}\b"
)
_HEDGED_SHARE = 0.15


class ClockEnds(NamedTuple):
    """The place of two times of day, and the minutes between them."""

    start: int
    end: int
    minutes: int


class ClockLength(NamedTuple):
    """The place of a length, its minutes and how many of them it may be off."""

    start: int
    end: int
    minutes: float
    margin: float


def clock_ends(text: str, start: int, end: int) -> ClockEnds | None:
    """The only two times of day of a sentence, if the second ends what the first begins."""
    times = list(_TIME.finditer(text, start, end))
    if len(times) != 2:
        return None
    one, other = times
    if _NOT_ENDS.search(text, one.end(), other.start()):
        return None
    if not _JOINED.search(text, one.end(), other.start()):
        return None
    first, last = _minute_of(one), _minute_of(other)
    if first is None or last is None or first == last:
        return None
    close = other.end() - text[: other.end()].endswith(".")
    return ClockEnds(one.start(), close, (last - first) % 1440)


def clock_length(text: str, start: int, end: int, after: int, until: int) -> ClockLength | None:
    """The length that the sentence, or the opening of the next one up to ``until``, gives.

    ``after`` is where the second time of day ends.
    """
    for pattern, low, high in (
        (_CUE, after, end), (_LATER, after, end), (_ADJECTIVE, start, end),
        (_CUE, end, until), (_ADJECTIVE, end, until),
    ):  # fmt: skip
        found = pattern.search(text[low:high])
        if found is not None and not (pattern is _CUE and low == end and _is_late(found)):
            return _length(found, low, text, low)
    return None


def _is_late(found: re.Match[str]) -> bool:
    """Whether the length is far from the opening of its sentence, and so perhaps another's."""
    return found.start() > _OPENING


_OPENING = 40


def _length(found: re.Match[str], low: int, text: str, first: int) -> ClockLength | None:
    shown = found["number"].lower()
    number = 1 if shown in ("a", "an") else int(shown) if shown.isdigit() else value_of_words(shown)
    if number is None:
        return None
    groups = found.groupdict()
    scale = 60 if found["unit"].startswith("hour") else 1
    minutes = scale * (number + (0.5 if groups.get("half") else 0.0))
    minutes += int(groups.get("more") or 0)
    margin = 5.0 if minutes > 60 and minutes % 30 == 0 else 0.0
    start = low + found.start("number")
    hedged = groups.get("hedge") or is_hedged(text, start, low + found.end("unit"), first)
    if hedged:
        margin = _HEDGED_SHARE * minutes
    return ClockLength(start, low + found.end("unit"), minutes, margin)


def _minute_of(found: re.Match[str]) -> int | None:
    """Minutes since midnight."""
    if found["word"]:
        return 0 if found["word"] == "midnight" else 720
    hour = int(found["hour"])
    if not 1 <= hour <= 12:
        return None
    return 60 * (hour % 12 + 12 * (found["noon"] == "p")) + int(found["minute"] or 0)
