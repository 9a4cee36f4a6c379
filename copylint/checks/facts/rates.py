"""A total and a rate that do not agree: so much a year, a head, each, an hour."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator, Sequence

from copylint.analysis.article import Article
from copylint.analysis.ledger.entries import Figure
from copylint.analysis.ledger.figured_sentences import MEASURED, MONEY, NUMBER, FiguredSentence
from copylint.checks.facts import arithmetic
from copylint.checks.facts.arithmetic import Bounds, bounds, number, shown
from copylint.checks.facts.rates_across import REACH, pace, shared
from copylint.contract.check import Check, Options
from copylint.core.finding import Match
from copylint.core.rule import Bad, Good, Rule
from copylint.language.lazy_pattern import LazyPattern

RATE = Rule(
    id="facts.rate",
    summary="Flags a rate that does not match its total: a year, a head, each, an hour.",
    why=(
        "£12m over four years is £3m a year. If the copy gives the total, the number and the rate, "
        "one of them is wrong when they do not agree. The rule allows for rounding."
    ),
    bad=(
        Bad("The grant is £12m over four years, or £4m a year.", "£4m"),
        Bad("He earns £500 a week, or £36,000 a year.", "£36,000"),
        Bad("The bill is £6,000 for 30 guests, or £250 a head.", "£250"),
        Bad("They sold 40 boats at £200 each, making £9,000.", "£9,000"),
    ),
    good=(
        Good("The grant is £12m over four years, or £3m a year."),
        Good("He earns £500 a week, or £26,000 a year."),
        Good("The bill is £6,000 for about 30 guests, or £210 a head."),
        Good("The grant is £12m over four years, and the mill makes £4m a year."),
    ),
)

_AMOUNT = f"[{NUMBER}{MONEY}{MEASURED}]"
_NO_FIGURE = f"[^{NUMBER}-{MEASURED};]"
_UNITS = {
    "second": 1.0, "minute": 60.0, "hour": 3600.0, "day": 86_400.0, "week": 604_800.0,
    "month": 2_629_746.0, "year": 31_556_952.0,
}  # fmt: skip
_PERIOD = r"(?:second|minute|hour|day|week|month|year)"
_LINK = (
    r"(?:,? or |,? equivalent to |,? equal to |,? which is |,? that is | \(|,? making |"
    r", an? average of "
    r"|,? averaging |,? an average speed of |,? an average of |,? working out at |"
    r",? which works out at |"
    r",? the equivalent of | [–—-] (?:or )?"
    r"|,? at |, )(?:about |just |only |or |some |an average of |the equivalent of |"
    r"equivalent to |a )*"
)
_HEAD = (
    r"(?:each|apiece|a head|per head|a piece|per person|a person|every one|per pupil|a pupil|"
    r"per household|"
    r"a household|per home|a home|per ticket|a ticket|per guest|a guest|per member|a member|"
    r"per seat|"
    r"a seat|a game|per game|a match|per match|a child|per child|per patient|a patient|a share|"
    r"per share|"
    r"per house|a house|per student|a student|per worker|a worker|for each|per employee|an acre|"
    r"per acre)"
)
# £12m over four years, or £3m a year
_OVER = LazyPattern(
    rf"(?P<total>{_AMOUNT})(?! (?:an?|per|each|every) {_PERIOD}\b)(?: [a-z'-]+){{0,4}} (?:over|"
    rf"spread over|in|during|for|across|within)"
    rf"(?: the (?:next|past|last|"
    rf"first))?(?: a period of)? (?P<count>{NUMBER}) (?P<unit>{_PERIOD})s\b"
    rf"{_NO_FIGURE}{{0,30}}?{_LINK}(?P<rate>{_AMOUNT})(?: [a-z'-]+){{0,2}} (?:an?|per|each|"
    rf"every) (?P<per>{_PERIOD})\b"
)
# a four-year deal worth £12m, or £3m a year
_CONTRACT = LazyPattern(
    rf"(?P<count>{NUMBER})-(?P<unit>year|month|week)(?: [a-z'-]+){{1,8}} (?P<total>{_AMOUNT})"
    rf"(?! (?:an?|per|each|every) ){_NO_FIGURE}{{0,24}}?{_LINK}(?P<rate>{_AMOUNT}) "
    rf"(?:an?|per|each|every) (?P<per>{_PERIOD})\b"
)
# £500 each … 1,000 staff … a total of £500,000, in any order
_SOLD = LazyPattern(
    rf"(?P<rate>{MONEY}) {_HEAD}{_NO_FIGURE}{{0,40}}?(?P<count>{NUMBER}){_NO_FIGURE}{{0,40}}?"
    rf"\b(?:raising|making|earning|bringing in|costing|a total of|totalling)"
    rf"(?: [a-z]+){{0,2}} (?P<total>{MONEY})"
)
_COSTING = LazyPattern(
    rf"(?P<rate>{MONEY}) {_HEAD}, (?:costing|making|raising|earning)(?: [a-z]+){{0,3}} "
    rf"(?P<total>{MONEY})(?: [a-z]+){{0,2}} (?:for|from|between|"
    rf"among)(?: [a-z]+)? (?P<count>{NUMBER})"
)
_RAISED = LazyPattern(
    rf"\b(?:raised|made|earned|took|spent|paid) (?P<total>{MONEY}){_NO_FIGURE}{{0,24}}?"
    rf"\b(?:by|from|on|for) (?:selling |buying |"
    rf"the sale of )?(?P<count>{NUMBER})(?: [a-z'-]+){{1,3}}"
    rf" at (?P<rate>{MONEY}) {_HEAD}\b"
)
_AVERAGE = LazyPattern(
    rf"(?P<count>{NUMBER})(?: [a-z'-]+){{1,4}} (?:a total of|a combined|shared|between them) "
    rf"(?P<total>{MONEY})(?: [a-z]+){{0,3}}?{_LINK}(?P<rate>{MONEY}) {_HEAD}\b"
)
# £3m a year for four years, a total of £12m
_FOR = LazyPattern(
    rf"(?P<rate>{_AMOUNT})(?: [a-z'-]+){{0,2}} (?:an?|per|each|every) (?P<per>{_PERIOD}) (?:for|"
    rf"over)"
    rf"(?: the (?:next|past|last|first))? (?P<count>{NUMBER}) (?P<unit>{_PERIOD})s\b"
    rf"{_NO_FIGURE}{{0,20}}?(?:,? (?:a total of|in total|totalling|making|or|which is|bringing in|"
    rf"for a total of|at a (?:total )?cost of|costing|a total cost of|a total bill of) )(?:it |"
    rf"a total of )*"
    rf"(?P<total>{_AMOUNT})(?! (?:an?|per|each|every) )"
)
# £500 a week, or £26,000 a year
_PER_PERIOD = LazyPattern(
    rf"(?P<rate>{_AMOUNT})(?: [a-z'-]+){{0,2}} (?:an?|per|each|every) (?P<per>{_PERIOD})"
    rf"(?:,? or |,? equivalent to |,? equal to |,? which is |,? that is | \((?:or )?|"
    rf" [–—-] (?:or )?|,? the equivalent of "
    rf"|,? or the equivalent of |,? making |,? which works out at |,? which comes to )(?:about |"
    rf"just |only |some |almost |nearly )*"
    rf"(?P<other>{_AMOUNT})(?: [a-z'-]+){{0,2}} (?:an?|per|each|every) (?P<to>{_PERIOD})\b"
)
# £6,000 for 30 guests, or £200 a head
_AMONG = LazyPattern(
    rf"(?P<total>{_AMOUNT})(?: [a-z'-]+){{0,5}} (?:for|between|among|to|by|on|from|in|shared by|"
    rf"split between|"
    rf"divided among|divided between|shared between|shared among)(?: (?:the|its|their|"
    rf"all))* (?P<count>{NUMBER})"
    rf"{_NO_FIGURE}{{0,50}}?{_LINK}(?P<rate>{_AMOUNT}) {_HEAD}\b"
)
# 40 boats at £200 each, making £8,000
_EACH = LazyPattern(
    rf"(?P<count>{NUMBER})(?: [a-z'-]+){{1,4}},? (?:at|for|cost(?:ing)?|worth|paid|pay(?:ing)?|of|"
    rf"with|earned|who (?:each )?paid|priced at|selling at|sold at|each paying|"
    rf"each paid) (?P<rate>{MONEY}) {_HEAD}"
    rf"{_NO_FIGURE}{{0,24}}?(?:,? (?:making|a total of|or|raising|raised|totalling|which is|"
    rf"for a total of|bringing in|"
    rf"in all|that is|which makes|which comes to|earning|for|costing|at a (?:total )?cost of|"
    rf"a (?:total )?bill of) |: )(?:it |a total of |him |her |them |the club |in )*"
    rf"(?P<total>{MONEY})"
)
_EACH_PAID = LazyPattern(
    rf"(?P<count>{NUMBER})(?: [a-z'-]+){{1,4}} (?:each (?:paid|gave|got|received|won|earned|took)|"
    rf"(?:paid|gave|got|received|won|earned|were paid|will (?:get|receive|"
    rf"share))) (?P<rate>{MONEY})(?: each| apiece| a head)"
    rf"{_NO_FIGURE}{{0,40}}?(?P<total>{MONEY})(?= (?:in all|in total|altogether)|[,.;)]|$)"
)
# 120 miles in three hours, an average of 40mph
_SPEED = LazyPattern(
    rf"(?P<total>{MEASURED}){_NO_FIGURE}{{0,40}}? in (?P<count>{NUMBER}) (?P<unit>hour|minute)s\b"
    rf"{_NO_FIGURE}{{0,20}}?{_LINK}{_NO_FIGURE}{{0,16}}?(?P<rate>{MEASURED})"
)
# Working days, and school or working weeks, are fewer than those of the calendar.
_LENIENT = {
    ("hour", "day"): (7.0, 24.0), ("hour", "week"): (35.0, 168.0), ("day", "week"): (5.0, 7.0),
    ("hour", "year"): (1_600.0, 8_766.0), ("day", "year"): (180.0, 366.0),
    ("week", "year"): (38.0, 52.2), ("day", "month"): (20.0, 31.0), ("week", "month"): (4.0, 4.4),
    ("hour", "month"): (140.0, 745.0),
}  # fmt: skip
_ROOM = 0.03  # of a rate: papers round them
_PART_PERIOD = 0.9  # the last period may be a short one, or not counted


class Rates(Check):
    """Multiplies rates by what they are rates of."""

    rules = (RATE,)

    def check(self, article: Article, options: Options) -> Iterable[Match]:
        """Rates and totals that contradict each other."""
        before: deque[FiguredSentence] = deque(maxlen=REACH)
        for each in arithmetic.own_sentences(article, 1):
            match = next(_judge(article, each), None) if len(each.figures) > 1 else None
            match = match or next(_across(article, each, before), None)
            if match is not None:
                yield match
            before.append(each)


def _judge(article: Article, sentence: FiguredSentence) -> Iterator[Match]:
    shape = sentence.shape
    if " a " not in shape and " per " not in shape and " each" not in shape and (
        " an " not in shape and " every " not in shape and "apiece" not in shape
        and MEASURED not in shape
    ):  # fmt: skip
        return
    for pattern in (_OVER, _CONTRACT, _FOR):
        found = pattern.search(shape)
        if found is not None:
            times = _UNITS[found["unit"]] / _UNITS[found["per"]]
            if found["unit"] != found["per"] and (found["per"], found["unit"]) in _LENIENT:
                continue
            yield from _compare(article, sentence, found, times, last=pattern is _FOR)
    for pattern in (_AMONG, _AVERAGE, _RAISED, _SOLD, _COSTING, _EACH, _EACH_PAID):
        found = pattern.search(shape)
        if found is not None:
            yield from _compare(
                article, sentence, found, 1.0, last=pattern not in (_AMONG, _AVERAGE, _RAISED)
            )
    found = _PER_PERIOD.search(shape)
    if found is not None:
        yield from _per_period(article, sentence, found)
    found = _SPEED.search(shape)
    if found is not None:
        yield from _speed(article, sentence, found)


def _across(
    article: Article, sentence: FiguredSentence, before: Sequence[FiguredSentence]
) -> Iterator[Match]:
    found = shared(before[-1] if before else None, sentence) if MONEY in sentence.shape else None
    if found is not None:
        quotient = bounds(found.total).over(bounds(found.number))
        if not quotient.widened(_ROOM * quotient.high).meets(bounds(found.rate)):
            real = arithmetic.amount(found.total.value / found.number.value, found.rate)
            yield arithmetic.contradiction(
                found.rate,
                f"{shown(article, found.total)} divided by {shown(article, found.number)} is "
                f"{real}, not {shown(article, found.rate)}.",
                (found.total, found.number),
            )
    taken = pace(before, sentence) if len(sentence.figures) > 1 else None
    if taken is not None:
        periods = bounds(taken.total).over(bounds(taken.pace))
        if not periods.widened(_PART_PERIOD).meets(bounds(taken.length)):
            real = number(round(taken.total.value / taken.pace.value, 1))
            yield arithmetic.contradiction(
                taken.length,
                f"{shown(article, taken.total)} at {shown(article, taken.pace)} a "
                f"{taken.length.noun} takes {real}, not {shown(article, taken.length)}.",
                (taken.total, taken.pace),
            )


def _compare(
    article: Article, sentence: FiguredSentence, found: re.Match[str], times: float, *, last: bool
) -> Iterator[Match]:
    total, count, rate = (sentence.at(found.start(each)) for each in ("total", "count", "rate"))
    if total.unit != rate.unit or not total.value or not rate.value or not count.value:
        return
    of = bounds(count)
    product = Bounds(bounds(rate).low * of.low, bounds(rate).high * of.high).times(times)
    if product.widened(_ROOM * product.high).meets(bounds(total)):
        return
    claim = total if last else rate
    if last:
        real = arithmetic.amount(rate.value * count.value * times, total)
        message = f"{shown(article, rate)} times {shown(article, count)} is {real}"
        if times != 1:
            message = f"{shown(article, rate)} a {found['per']} is {real} in that time"
    else:
        real = arithmetic.amount(total.value / count.value / times, rate)
        message = f"{shown(article, total)} divided by {shown(article, count)} is {real}"
        if times != 1:
            message = f"{shown(article, total)} in that time is {real} a {found['per']}"
    others = tuple(each for each in (total, count, rate) if each is not claim)
    yield arithmetic.contradiction(claim, f"{message}, not {shown(article, claim)}.", others)


def _per_period(
    article: Article, sentence: FiguredSentence, found: re.Match[str]
) -> Iterator[Match]:
    rate, other = sentence.at(found.start("rate")), sentence.at(found.start("other"))
    per, to = found["per"], found["to"]
    if per == to or rate.unit != other.unit or not rate.value or not other.value:
        return
    if _UNITS[per] > _UNITS[to]:
        low, high = _LENIENT.get((to, per), (_UNITS[per] / _UNITS[to],) * 2)
        told = bounds(rate).over(bounds(other))
    else:
        low, high = _LENIENT.get((per, to), (_UNITS[to] / _UNITS[per],) * 2)
        told = bounds(other).over(bounds(rate))
    if told.meets(Bounds(low * (1 - _ROOM), high * (1 + _ROOM))):
        return
    factor = _UNITS[to] / _UNITS[per]
    yield arithmetic.contradiction(
        other,
        f"{shown(article, rate)} a {per} is {_about(rate, factor)} a {to}, "
        f"not {shown(article, other)}.",
        (rate,),
    )


def _about(rate: Figure, factor: float) -> str:
    whole = round(factor) if factor > 1 else factor
    return arithmetic.amount(rate.value * whole, rate)


def _speed(article: Article, sentence: FiguredSentence, found: re.Match[str]) -> Iterator[Match]:
    total, count, rate = (sentence.at(found.start(each)) for each in ("total", "count", "rate"))
    if rate.unit != f"{total.unit} an hour" or not count.value:
        return
    hours = bounds(count).times(_UNITS[found["unit"]] / 3600)
    if hours.low <= 0 or bounds(total).over(hours).widened(_ROOM * rate.value).meets(bounds(rate)):
        return
    real = total.value / (count.value * _UNITS[found["unit"]] / 3600)
    yield arithmetic.contradiction(
        rate,
        f"{shown(article, total)} in {shown(article, count)} {found['unit']}s is "
        f"{number(round(real, 1))} {total.unit}s an hour, not {shown(article, rate)}.",
        (total, count),
    )
