"""A change from one figure to another, and the percentage, multiple or amount given for it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from copylint.analysis.article import Article
from copylint.analysis.ledger.entries import Figure
from copylint.analysis.ledger.figured_sentences import FiguredSentence
from copylint.checks.facts import arithmetic
from copylint.checks.facts.arithmetic import Bounds, bounds, number, shown
from copylint.checks.facts.change_statements import (
    CUES,
    DIRECTIONS,
    FRACTION,
    FRACTIONS,
    MULTIPLE,
    MULTIPLES,
    NOT_AMOUNTS,
    PERCENT_PAIR,
    POINTS,
    Claim,
    Pair,
    claims_in,
    is_linked,
    may_go_on,
    pair_across,
    pair_before,
    pairs_in,
)
from copylint.contract.check import Check, Options
from copylint.core.finding import Match, RelatedText
from copylint.core.rule import Bad, Good, Rule

CHANGE = Rule(
    id="facts.change",
    summary="Flags a rise or fall that does not match the figures it is between.",
    why=(
        "Papers correct more percentages than any other figure. From 6,000 to 9,000 is a rise of "
        "50 per cent; 60 means that one of the three figures is wrong. The rule allows for "
        "rounding and for words such as 'about', and reads only figures of one thing."
    ),
    bad=(
        Bad("Sales rose from 6,000 to 9,000 copies, an increase of 60 per cent.", "60 per cent"),
        Bad("The number of pupils fell from 180 to 240.", "fell from 180 to 240"),
        Bad("Membership doubled from 1,200 to 3,600.", "doubled"),
        Bad("Rents went up from £450 to £520 a month, a rise of £90.", "£90"),
    ),
    good=(
        Good("Sales rose from 6,000 to 9,000 copies, an increase of 50 per cent."),
        Good("Sales rose from about £1.2m to £1.5m, an increase of 22 per cent."),
        Good("The number of pupils fell from 240 to 180, and costs rose 12 per cent."),
        Good("He climbed from 50 to 12 in the rankings."),
        Good("Turnout rose from 40 per cent to 44 per cent, a rise of four points."),
    ),
)


class Changes(Check):
    """Reckons the changes that an article gives with both of their ends."""

    rules = (CHANGE,)

    def check(self, article: Article, options: Options) -> Iterable[Match]:
        """Percentages, multiples, amounts and directions that the ends do not bear out."""
        before: FiguredSentence | None = None
        for each in arithmetic.own_sentences(article, 1):
            if _may_tell(each, before) and any(cue in each.shape for cue in CUES):
                yield from _judge(article, each, before)
            before = each


def _may_tell(sentence: FiguredSentence, before: FiguredSentence | None) -> bool:
    """Whether the sentence has two figures, or may go on from the one before."""
    if len(sentence.figures) > 1:
        return True
    return before is not None and may_go_on(before, sentence)


def _judge(
    article: Article, sentence: FiguredSentence, before: FiguredSentence | None
) -> Iterator[Match]:
    pairs = list(pairs_in(sentence))
    backwards = list(_backwards(article, sentence))
    if backwards:
        yield from backwards
        return
    claims = list(claims_in(sentence, pairs))
    if not pairs and before is not None and claims:
        pairs = list(pair_across(before, sentence, claims)) or list(pair_before(before, sentence))
    for pair in pairs:
        linked = [each for each in claims if is_linked(sentence, pair, each.start, each.end)]
        match = _wrong_claim(article, pair, linked) or _wrong_words(article, sentence, pair)
        if match is not None:
            yield match
    yield from _points(article, sentence)


def _wrong_claim(article: Article, pair: Pair, claims: list[Claim]) -> Match | None:
    percentages = [claim for claim in claims if claim.figure.unit == "%"]
    amounts = [
        claim
        for claim in claims
        if claim.figure.unit != "%"
        and claim.figure.unit == pair.later.unit
        and (not claim.figure.noun or claim.figure.noun in (pair.later.noun, pair.earlier.noun))
    ]
    if len(percentages) == 1:
        claim = percentages[0]
        change = _percent_bounds(pair)
        told = _claimed(claim.figure)
        magnitude = Bounds(*sorted((abs(change.low), abs(change.high))))
        if change.low < 0 < change.high:
            magnitude = Bounds(0.0, max(abs(change.low), abs(change.high)))
        wrong_way = not (change.low < 0 < change.high) and (change.low > 0) != (claim.sign > 0)
        if wrong_way or not magnitude.meets(told):
            return _of_percentage(article, pair, claim)
    if len(amounts) == 1 and not percentages:
        claim = amounts[0]
        difference = Bounds(pair.now.low - pair.was.high, pair.now.high - pair.was.low)
        if claim.sign < 0:
            difference = Bounds(-difference.high, -difference.low)
        if not difference.meets(bounds(claim.figure)):
            real = abs(_value(pair.now) - _value(pair.was))
            return arithmetic.contradiction(
                claim.figure,
                f"{_ends(article, pair)} is a {_way(pair)} of "
                f"{arithmetic.amount(real, pair.later)}, not {shown(article, claim.figure)}.",
                (pair.earlier, pair.later),
            )
    return None


def _value(of: Bounds) -> float:
    return (of.low + of.high) / 2


def _way(pair: Pair) -> str:
    return "rise" if _value(pair.now) > _value(pair.was) else "fall"


def _ends(article: Article, pair: Pair) -> str:
    return f"{shown(article, pair.earlier)} to {shown(article, pair.later)}"


def _percent_bounds(pair: Pair) -> Bounds:
    ratio = pair.now.over(pair.was)
    return Bounds(100 * (ratio.low - 1), 100 * (ratio.high - 1))


def _claimed(figure: Figure) -> Bounds:
    """The bounds of a percentage, which papers round to a whole or, if large, a round number."""
    room = max(figure.margin, 0.5) if figure.value.is_integer() else figure.margin
    if figure.value.is_integer():
        room = 1.5 if figure.value % 10 == 0 else 1.0
        if figure.value >= 100:
            room = 0.05 * figure.value
    if figure.hedged:
        room = max(room, 0.1 * figure.value, 2.0)
    return Bounds(figure.value - room, figure.value + room)


def _of_percentage(article: Article, pair: Pair, claim: Claim) -> Match:
    was, now = _value(pair.was), _value(pair.now)
    real = 100 * (now / was - 1)
    digits = 1 if abs(real) < 10 or not claim.figure.value.is_integer() else 0
    right = f"{abs(round(real, digits)):g}"
    called = "rise" if claim.sign > 0 else "fall"
    told = number(claim.figure.value)
    message = f"{_ends(article, pair)} is a {_way(pair)} of {right} per cent, not "
    message += f"{told}." if called == _way(pair) else f"a {called} of {told}."
    return arithmetic.contradiction(claim.figure, message, (pair.earlier, pair.later))


def _wrong_words(article: Article, sentence: FiguredSentence, pair: Pair) -> Match | None:
    """A multiple or a fraction in words that the pair does not bear out."""
    ratio = pair.now.over(pair.was)
    for found in MULTIPLE.finditer(sentence.shape):
        factor = MULTIPLES[found["stem"] or found["fold"]]
        low, high = _multiple_bounds(factor, found["hedge"] or "")
        if ratio.meets(Bounds(low, high)) or not is_linked(sentence, pair, *found.span()):
            continue
        times = _value(pair.now) / _value(pair.was)
        real = f"{number(round(times, 1))} times as much"
        if times < 1:
            real = f"a fall of {100 * (1 - times):.0f} per cent"
        return _in_words(
            sentence, found, pair, f"{_ends(article, pair)} is {real}, not '{found['word']}'."
        )
    for found in FRACTION.finditer(sentence.shape):
        part = FRACTIONS[found["part"]]
        sign = 1 if found["up"] else -1
        room = (0.25 if found["hedge"] else 0.15) * part
        change = _percent_bounds(pair)
        told = Bounds(part - room, part + room)
        if sign < 0:
            change = Bounds(-change.high, -change.low)
        if change.meets(told) or not is_linked(sentence, pair, *found.span()):
            continue
        said = found["part"]
        share = 100 * abs(_value(pair.now) / _value(pair.was) - 1)
        message = f"{_ends(article, pair)} is a {_way(pair)} of {share:.0f} per cent"
        return _in_words(sentence, found, pair, f"{message}, not '{said}'.")
    return None


def _multiple_bounds(factor: float, hedge: str) -> tuple[float, float]:
    hedge = hedge.strip()
    if factor < 1:
        if hedge in ("more than", "over", "at least", "just over"):
            return 0.0, 0.52
        return (0.48, 0.66) if hedge else (0.42, 0.58)
    if hedge in ("more than", "over", "at least", "just over"):
        return 0.97 * factor, 100.0 if hedge != "just over" else 1.25 * factor
    if hedge:
        return 0.8 * factor, 1.12 * factor
    return 0.88 * factor, 1.17 * factor


def _in_words(sentence: FiguredSentence, found: re.Match[str], pair: Pair, message: str) -> Match:
    group = "word" if "word" in found.re.groupindex else "part"
    return _about(sentence, found.span(group), message, (pair.earlier, pair.later))


def _about(
    sentence: FiguredSentence, place: tuple[int, int], message: str, others: tuple[Figure, ...]
) -> Match:
    """A match on words of the shape."""
    related = tuple(RelatedText(each.span, "this figure too") for each in others)
    return Match(sentence.span(*place), message, (), related)


def _backwards(article: Article, sentence: FiguredSentence) -> Iterator[Match]:
    """Changes whose verb goes the other way."""
    if NOT_AMOUNTS.search(sentence.shape):
        return
    for pattern, sign in DIRECTIONS:
        for found in pattern.finditer(sentence.shape):
            earlier, later = sentence.at(found.start("a")), sentence.at(found.start("b"))
            values = arithmetic.pair_values(earlier, later)
            if values is None or earlier.unit != later.unit:
                continue
            was, now = bounds(earlier, values[0]), bounds(later, values[1])
            if (now.high < was.low and sign > 0) or (now.low > was.high and sign < 0):
                ends = f"{shown(article, earlier)} to {shown(article, later)}"
                way = "fall" if sign > 0 else "rise"
                verb = found["verb"]
                first = min(found.start("verb"), found.start("b"))
                yield _about(
                    sentence,
                    (first, max(found.end("a"), found.end("b"))),
                    f"{ends} is a {way}, but the verb is '{verb}': check the figures.",
                    (earlier, later),
                )


def _points(article: Article, sentence: FiguredSentence) -> Iterator[Match]:
    """Percentage points between two percentages."""
    pair = PERCENT_PAIR.search(sentence.shape)
    if pair is None:
        return
    earlier, later = sentence.at(pair.start("a")), sentence.at(pair.start("b"))
    claims = [sentence.at(found.start("claim")) for found in POINTS.finditer(sentence.shape)]
    if len(claims) != 1:
        return
    was, now = bounds(earlier), bounds(later)
    difference = sorted((abs(now.low - was.high), abs(now.high - was.low)))
    if not Bounds(*difference).meets(bounds(claims[0]).widened(0.5)):
        real = number(abs(round(later.value - earlier.value, 2)))
        yield arithmetic.contradiction(
            claims[0],
            f"{shown(article, earlier)} to {shown(article, later)} is a change of {real} points, "
            f"not {shown(article, claims[0])}.",
            (earlier, later),
        )
