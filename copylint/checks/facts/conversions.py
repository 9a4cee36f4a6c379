"""A measure that is not what the measure beside it converts to: miles and kilometres, °C and °F."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Sequence

from copylint.analysis.article import Article
from copylint.analysis.ledger.entries import Figure
from copylint.analysis.ledger.figured_sentences import MEASURED, MONEY, NUMBER, FiguredSentence
from copylint.checks.facts import arithmetic
from copylint.checks.facts.arithmetic import Bounds, bounds, number, shown
from copylint.contract.check import Check, Options
from copylint.core.finding import Match
from copylint.core.rule import Bad, Good, Rule
from copylint.language.lazy_pattern import LazyPattern
from copylint.language.measures import MEASURES, Measure

CONVERSION = Rule(
    id="facts.conversion",
    summary="Flags a measure whose conversion beside it is wrong.",
    why=(
        "A slip in a conversion is seldom noticed: 26 miles is 42 kilometres, not 32. The rule "
        "compares two measures of one kind when the second is in brackets or follows 'or', and "
        "allows for the rounding that papers use. Sums of money are reported if "
        "the article converts two of them at rates that differ by a fifth."
    ),
    bad=(
        Bad("The race is 26 miles (32km) long.", "32km"),
        Bad("It was 30C (96F) in the shade.", "96F"),
        Bad("He is 6ft 2in (1.78m) tall.", "1.78m"),
        Bad("The farm has 100 acres, or 60 hectares.", "60 hectares"),
    ),
    good=(
        Good("The race is 26 miles (42km) long, and the walk about 5 miles (8km)."),
        Good("It was 30C (86F) in the shade and 12 miles (on foot) from the sea."),
        Good("He is 6ft 2in (1.88m) tall and weighs 11st 4lb (72kg)."),
        Good("The prize is £1m ($1.3m), and the second £500,000 ($650,000)."),
    ),
)

_CONVERTED = LazyPattern(
    rf"(?P<first>{MEASURED}|{NUMBER})(?: (?P<more>{MEASURED}))?"
    rf"(?: (?:long|wide|high|tall|deep|away|across|square|in length|in height))?"
    rf"(?P<link> \((?:or |about |around |some |approximately |= ?)*|,? or |/|, (?=[^a-z]+,)| [–—] )"
    rf"(?P<second>{MEASURED}|{NUMBER})(?: (?P<rest>{MEASURED}))?(?P<close>\)?)"
)
_MONEY = LazyPattern(rf"(?P<first>{MONEY}) \((?:or |about |around )*(?P<second>{MONEY})[);,]")
_ROOM = 0.04  # papers round conversions so much
_DEGREES = 1.0
_RATES_APART = 1.2
_TON = {"pint", "gallon"}  # American ones are a sixth smaller


class Conversions(Check):
    """Converts the measures and sums that an article converts."""

    rules = (CONVERSION,)

    def check(self, article: Article, options: Options) -> Iterable[Match]:
        """Conversions that are wrong."""
        sums: list[tuple[Figure, Figure]] = []
        for each in arithmetic.own_sentences(article):
            if MEASURED in each.shape:
                yield from _measures(article, each)
            if MONEY in each.shape and "(" in each.shape:
                sums += [
                    (each.at(found.start("first")), each.at(found.start("second")))
                    for found in _MONEY.finditer(each.shape)
                ]
        if len(sums) > 1:
            yield from _sums(article, sums)


_BY_NAME = {measure.name: measure for measure in MEASURES.values()}


def _measures(article: Article, sentence: FiguredSentence) -> Iterator[Match]:
    for found in _CONVERTED.finditer(sentence.shape):
        if found["link"].startswith(" (") != bool(found["close"]):
            continue
        firsts = _figures(sentence, found, "first", "more")
        seconds = _figures(sentence, found, "second", "rest")
        first, second = _read(article, firsts), _read(article, seconds)
        if first is None or second is None:
            continue
        (one, value), (other, told) = first, second
        if one.kind != other.kind or one.name == other.name or {one.name, other.name} & _TON:
            continue
        if one.kind == "temperature" and abs(one.worth - other.worth) < 1e-9:
            continue
        real = Bounds(_converted(value.low, one, other), _converted(value.high, one, other))
        temperature = one.kind == "temperature"
        room = _DEGREES if temperature else _ROOM * max(abs(real.high), abs(told.high))
        if real.widened(room).meets(told):
            continue
        yield _match(article, (firsts, seconds), (one, other), real)


def _figures(sentence: FiguredSentence, found: re.Match[str], *groups: str) -> tuple[Figure, ...]:
    figures = (sentence.named(found, group) for group in groups)
    return tuple(each for each in figures if each is not None)


def _read(article: Article, figures: Sequence[Figure]) -> tuple[Measure, Bounds] | None:
    """A measure and its bounds; feet and inches, stones and pounds are one."""
    first = figures[0]
    measure = _BY_NAME.get(first.unit)
    limits = bounds(first)
    if measure is None:
        text = article.text[first.span.start : first.span.end]
        if first.unit or not text.endswith("m") or not text[:-1].replace(".", "").isdigit():
            return None
        value = float(text[:-1])
        decimals = len(text[:-1].partition(".")[2])
        measure, room = MEASURES["metre"], 0.5 * 10.0**-decimals
        limits = Bounds(value - room, value + room)
    if len(figures) > 1:
        small = _BY_NAME.get(figures[1].unit)
        if small is None or (measure.name, small.name) not in _COMPOUND:
            return None
        added = figures[1].value * small.worth / measure.worth
        room = 0.5 * small.worth / measure.worth
        limits = Bounds(first.value + added - room, first.value + added + room)
    return measure, limits


_COMPOUND = {("foot", "inch"), ("stone", "pound"), ("pound", "ounce"), ("mile", "yard")}


def _converted(value: float, one: Measure, other: Measure) -> float:
    return (value * one.worth + one.offset - other.offset) / other.worth


def _match(
    article: Article,
    figures: tuple[tuple[Figure, ...], tuple[Figure, ...]],
    measures: tuple[Measure, Measure],
    real: Bounds,
) -> Match:
    firsts, seconds = figures
    said = " ".join(shown(article, each) for each in firsts)
    told = " ".join(shown(article, each) for each in seconds)
    value = (real.low + real.high) / 2
    name = measures[1].name
    exact = f"{value:.2g}" if abs(value) < 10 else number(_rounded(value))
    unit = f"{_PLURALS.get(name, name + 's')}"
    if name.endswith(" an hour"):
        unit = name.replace(" an hour", "s an hour")
    if name.startswith("degree"):
        unit, exact = name.replace("degree", "degrees"), f"{value:.0f}"
    claim = seconds[0]
    return arithmetic.contradiction(
        claim,
        f"{said} is {exact} {unit}, not {told}.",
        firsts,
        note="converted here",
        replacements=_replacement(article, seconds, value),
    )


_PLURALS = {"foot": "feet", "inch": "inches", "stone": "stone", "square foot": "square feet"}


def _rounded(value: float) -> float:
    if value < 1000:
        return round(value)
    digits = 2 - math.floor(math.log10(value))
    return round(value, digits)


def _replacement(article: Article, seconds: Sequence[Figure], value: float) -> tuple[str, ...]:
    """The conversion in the form in which it is written, if that is one plain number."""
    told = article.text[seconds[0].span.start : seconds[0].span.end]
    written = re.match(r"\d[\d,]*(?:\.(\d+))?", told)
    if len(seconds) != 1 or written is None:
        return ()
    decimals = len(written[1] or "")
    right = f"{value:,.{decimals}f}" if decimals else f"{round(value):,}"
    if float(right.replace(",", "")) == 0:
        return ()
    return (right + told[written.end() :],)


def _sums(article: Article, sums: list[tuple[Figure, Figure]]) -> Iterator[Match]:
    """Sums converted at a rate that differs from that of the others."""
    rates: dict[tuple[str, str], list[tuple[Bounds, Figure, Figure]]] = {}
    for one, other in sums:
        if one.unit != other.unit and one.value and other.value:
            rates.setdefault((one.unit, other.unit), []).append(
                (bounds(other).over(bounds(one)), one, other)
            )
    for told in rates.values():
        if len(told) < 2:
            continue
        first = told[0]
        for rate, one, other in told[1:]:
            usual = first[0]
            if rate.low > usual.high * _RATES_APART or usual.low > rate.high * _RATES_APART:
                yield arithmetic.contradiction(
                    other,
                    f"{shown(article, one)} is {shown(article, other)} here, but "
                    f"{shown(article, first[1])} is {shown(article, first[2])}: the rates differ.",
                    (one, first[1], first[2]),
                    note="converted at another rate",
                )
                return
