"""Reads stretches of time: from one hour, day or year to another, and how long that is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from copylint.analysis.annotated_text import AnnotatedText, Sentence
from copylint.analysis.calendar_days import MONTH, MONTH_NUMBER, MONTH_STEMS
from copylint.analysis.ledger.clock_times import clock_ends, clock_length
from copylint.analysis.ledger.dates import DAY_HINT
from copylint.analysis.names.people import BODY
from copylint.core.record import record
from copylint.core.span import TextSpan
from copylint.language.hedges import is_hedged
from copylint.language.lazy_pattern import LazyPattern
from copylint.language.quantities import WORD_NUMBER, value_of_words

#: The units of a stretch, smallest first.
MINUTES, DAYS, YEARS = "minutes", "days", "years"


@record
class Stretch:
    """A stretch with both its ends: ``least`` to ``most`` units of ``unit`` long.

    The two differ by one if the last day or year may be counted or not.
    """

    span: TextSpan
    unit: str
    least: float
    most: float


@record
class Length:
    """How long something is said to be: ``value`` units, within ``margin``."""

    span: TextSpan
    unit: str
    value: float
    margin: float


_CLOCK = (
    r"(?:(?P<{0}h>\d{{1,2}})(?:[.:](?P<{0}m>[0-5]\d))?\s?(?P<{0}n>[ap]\.?m\b\.?)?"
    r"|(?P<{0}w>noon|midday|midnight))"
)
_CLOCKS = LazyPattern(
    r"\b(?:from|between|at|around)?\s?(?<![\d£$€.,:/-])" + _CLOCK.format("a")
    + r"(?:\s?(?:to|until|till|and|-|–|—)\s?|(?:,|\s)[^.;:?!\d]{0,50}?"
    r"\b(?:until|till|to|and\s(?:ended|finished|closed|left|stopped|arrived|landed|came\sback|"
    r"returned)\sat|(?:ending|finishing|closing|arriving)\sat|ended\sat|arrived\sat)\s)"
    + _CLOCK.format("b") + r"(?![\d%])",
)  # fmt: skip
# Apart, because a pattern that begins with a set of characters is found faster.
_CLOCK_HINTS = (
    LazyPattern(r"[0-9](?:\s?[ap]\.?m|[:.][0-5][0-9])\b"),
    LazyPattern(r"\b(?:noon|midday|midnight)\b", needs=("noon", "midday", "midnight")),
)
_DAY_RANGE = LazyPattern(
    rf"\b(?:from|between|on)?\s?(?<![\d.,:/-])(?:(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?"
    rf"(?:\s(?:of\s)?(?P<m1>{MONTH}))?\s?(?:to|until|and|through|-|–)\s?"
    rf"(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\s(?:of\s)?(?P<m2>{MONTH})"
    rf"|(?P<n1>{MONTH})\s(?P<e1>\d{{1,2}})(?:st|nd|rd|th)?\s?(?:to|until|and|through|-|–)\s?"
    rf"(?:(?P<n2>{MONTH})\s)?(?P<e2>\d{{1,2}})(?:st|nd|rd|th)?\b(?![:.]?\d))"
)
_DAY_HINT = LazyPattern(
    r"\d(?:st|nd|rd|th)?\s(?:of\s)?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
    r"|(?:January|February|March|April|May|June|July|August|September|October|November|December)\s\d",
    needs=MONTH_STEMS,
)
_YEAR = r"(?:1[5-9]|20)\d\d"
_YEAR_RANGE = LazyPattern(
    rf"\b(?:from|between|in|since)\s(?P<y1>{_YEAR})\s?(?:to|until|till|and|-|–|—)\s?(?P<y2>{_YEAR})"
    rf"\b|\bfrom\s(?P<x1>{_YEAR})\s(?:to|until|till)\s(?:[a-z’'-]+\s){{1,5}}in\s(?P<x2>{_YEAR})\b"
    rf"|\((?P<z1>{_YEAR})\s?[-–—]\s?(?P<z2>{_YEAR})\)",
    needs=(*(f" {century}" for century in range(15, 21)), "(1", "(20"),
)
_NUMBER = rf"(?:\d{{1,3}}|{WORD_NUMBER}|an?|one)"
_LENGTH = LazyPattern(
    rf"(?<![\w.,£$€/-])(?P<number>{_NUMBER})(?P<half>\sand\sa\s(?:half|quarter))?[-\s]"
    r"(?P<unit>minute|hour|day|week|month|year)s?\b"
    rf"(?:\sand\s(?P<more>{_NUMBER}|a\s(?:half|quarter))(?:\s(?P<moreunit>minutes?))?\b)?",
    re.IGNORECASE,
)
_HALF_HOUR = LazyPattern(
    r"\b(?P<half>half\san\shour|half-hour|three[- ]quarters\sof\san\shour|fortnight|decade)\b"
)
# After or before these a length is another thing's.
_OTHER_AFTER = LazyPattern(
    r"['’]?\s(?:earlier|later|before|after|longer|shorter|more|less|ago|late|early|away|each|apart|"
    r"per|a\s(?:day|week|month|year)|notice|old|of\sage|from|into|in\sprison|jail|sentence|since|"
    r"behind|ahead|delay|break|to\sgo|extra|over|off|left|drive|walk|ride|train|flight|every)\b|['’]"
    r"|-old\b|\sold\b",
    re.IGNORECASE,
)
_OTHER_BEFORE = LazyPattern(
    r"\b(?:(?:jailed|sentenced|banned|suspended|imprisoned|married)\s(?:for|to)|every|within|first|last|next|another|extra|other|further|past|previous|after|than|"
    r"least|most|by|in|of|per|one|two|three|four|five|six|once|twice|times|aged?|final|opening|to|some|several|few|this|that|same|half)\s\Z",
    re.IGNORECASE,
)
_BEFORE = 24  # code points
_PERIOD = LazyPattern(
    r"\b(?:lasting|an?\s(?!delay|lead|gap|sentence|maximum|minimum)[a-z]+)\sof\s\Z"
)
_MINUTES_OF = {"minute": 1, "hour": 60}
_DAYS_OF = {"day": 1, "week": 7, "fortnight": 14, "month": 30.4}
_FRACTION = {"half": 0.5, "quarter": 0.25}


def stretches(article: AnnotatedText) -> Iterator[tuple[Sentence, Stretch, Length]]:
    """The stretches that a sentence gives with one length of the same unit, and that length."""
    text = article.text
    clock, noon = _CLOCK_HINTS
    hours = article.passages_with(clock) if clock.search(article.digits) else ()
    noons = article.passages_with(noon)
    of_days = [each for each in article.passages_with(DAY_HINT) if each.has(_DAY_HINT)]
    of_years = article.passages_with(_YEAR_RANGE)
    if not (hours or noons or of_days or of_years):
        return
    for passage in article.passages:
        clocks = passage in hours or passage in noons
        days, years = passage in of_days, passage in of_years
        if not (clocks or days or years) or passage.kind not in BODY:
            continue
        sentences = passage.sentences
        for at, sentence in enumerate(sentences):
            start, end = sentence.start, sentence.end
            found: list[Stretch] = []
            if clocks and any(hint.search(text, start, end) for hint in _CLOCK_HINTS):
                found += _clock_stretches(text, start, end)
            if days and _DAY_HINT.search(text, start, end):
                found += _day_stretches(text, start, end)
            if years:
                found += _year_stretches(text, start, end)
            if not (found or clocks) or article.quotations.touches(start, end):
                continue
            following = sentences[at + 1].end if at + 1 < len(sentences) else end
            told = False
            for unit in {each.unit for each in found}:
                one = [each for each in found if each.unit == unit]
                lengths = [each for each in _lengths(text, start, end) if each.unit == unit]
                if not lengths:
                    lengths = [
                        each for each in _lengths(text, end, following)
                        if each.unit == unit
                        and _THE.search(text[max(0, each.span.start - 5) : each.span.start])
                    ]  # fmt: skip
                if len(one) == len(lengths) == 1:
                    told = told or unit == MINUTES
                    yield sentence, one[0], lengths[0]
            apart = _told_apart(text, start, end, following) if clocks and not told else None
            if apart is not None:
                yield sentence, *apart


def _told_apart(text: str, start: int, end: int, following: int) -> tuple[Stretch, Length] | None:
    """Two times of day with other words between them, and the length of the time between."""
    ends = clock_ends(text, start, end)
    if ends is None:
        return None
    said = clock_length(text, start, end, ends.end, following)
    if said is None:
        return None
    stretch = Stretch(TextSpan(ends.start, ends.end), MINUTES, ends.minutes, ends.minutes)
    return stretch, Length(TextSpan(said.start, said.end), MINUTES, said.minutes, said.margin)


_THE = LazyPattern(r"\b[Tt]he\s")


def _clock_stretches(text: str, start: int, end: int) -> Iterator[Stretch]:
    for found in _CLOCKS.finditer(text, start, end):
        if not any(found[each] for each in ("an", "bn", "aw", "bw", "am", "bm")):
            continue
        last = _minutes(found, "b", "")
        first = _minutes(found, "a", found["bn"] or "")
        if first is None or last is None:
            continue
        if found["an"] is None and found["aw"] is None and first > last and found["bn"]:
            first -= 720
        if first < 0:
            continue
        length = (last - first) % 1440
        span = found.span()
        shown = text[span[0] : span[1]]
        begin = span[0] + len(shown) - len(shown.lstrip())
        if length:
            end_at = span[1] - shown.endswith(".")
            yield Stretch(TextSpan(begin, end_at), MINUTES, length, length)


def _minutes(found: re.Match[str], side: str, default: str) -> int | None:
    """Minutes since midnight."""
    word = found[side + "w"]
    if word:
        return 0 if word == "midnight" else 720
    hour, minute = int(found[side + "h"]), int(found[side + "m"] or 0)
    noon = (found[side + "n"] or default).lower()
    if hour > 23 or (noon and not 1 <= hour <= 12):
        return None
    if noon:
        hour = hour % 12 + (12 if noon.startswith("p") else 0)
    return 60 * hour + minute


def _day_stretches(text: str, start: int, end: int) -> Iterator[Stretch]:
    for found in _DAY_RANGE.finditer(text, start, end):
        first_day = int(found["d1"] or found["e1"])
        last_day = int(found["d2"] or found["e2"])
        last_month = _month(found["m2"] or found["n2"] or found["n1"])
        first_month = _month(found["m1"] or found["n1"] or found["m2"])
        try:
            first = date(2023, first_month, first_day)
            last = date(2023 + (last_month < first_month), last_month, last_day)
        except ValueError:
            continue
        apart = (last - first).days
        if apart > 0:
            shown = found.group()
            begin = found.start() + len(shown) - len(shown.lstrip())
            yield Stretch(TextSpan(begin, found.end()), DAYS, apart, apart + 1)


def _month(shown: str) -> int:
    return MONTH_NUMBER[shown.rstrip(".").lower()]


def _year_stretches(text: str, start: int, end: int) -> Iterator[Stretch]:
    for found in _YEAR_RANGE.finditer(text, start, end):
        apart = _end(found, "2") - _end(found, "1")
        if apart > 0:
            yield Stretch(TextSpan(*found.span()), YEARS, apart - 1, apart + 1)


def _end(found: re.Match[str], number: str) -> int:
    return int(found["y" + number] or found["x" + number] or found["z" + number])


def _lengths(text: str, start: int, end: int) -> Iterator[Length]:
    for found in _LENGTH.finditer(text, start, end):
        before = text[max(start, found.start() - _BEFORE) : found.start()]
        if _OTHER_AFTER.match(text, found.end()):
            continue
        if _OTHER_BEFORE.search(before) and not _PERIOD.search(before):
            continue
        if is_hedged(text, found.start(), found.end(), start):
            continue
        whole = _value(found["number"])
        if whole is None:
            continue
        number = float(whole)
        if found["half"]:
            number += _FRACTION[found["half"].rsplit(" ", 1)[-1]]
        unit, more = found["unit"].lower(), found["more"]
        span = TextSpan(*found.span())
        if unit in _MINUTES_OF:
            value = number * _MINUTES_OF[unit]
            if more and found["moreunit"]:
                value += _value(more) or 0
            elif more and more.split()[-1] in _FRACTION:
                value += _FRACTION[more.split()[-1]] * _MINUTES_OF[unit]
            elif more:
                continue
            yield Length(span, MINUTES, value, 5 if value > 60 and value % 30 == 0 else 0)
        elif more:
            continue
        elif unit == "year":
            yield Length(span, YEARS, number, 0)
        else:
            margin = {"day": 0, "week": 1 + number / 2, "fortnight": 2, "month": 4 + 2 * number}
            yield Length(span, DAYS, number * _DAYS_OF[unit], margin[unit])
    for found in _HALF_HOUR.finditer(text, start, end):
        if _OTHER_AFTER.match(text, found.end()):
            continue
        before = text[max(start, found.start() - _BEFORE) : found.start()]
        if _OTHER_BEFORE.search(before) or re.search(r"\band\s(?:a\s)?\Z", before):
            continue
        span = TextSpan(*found.span())
        word = found["half"]
        if word == "decade":
            yield Length(span, YEARS, 10, 1)
        elif word == "fortnight":
            yield Length(span, DAYS, 14, 2)
        else:
            yield Length(span, MINUTES, 45 if "three" in word else 30, 0)


def _value(shown: str) -> int | None:
    low = shown.lower()
    if low in ("a", "an"):
        return 1
    return int(low) if low.isdigit() else value_of_words(low)
