"""A percentage or fraction given for a part of a whole that it is not."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from copylint.analysis.article import Article
from copylint.analysis.ledger.entries import Figure
from copylint.analysis.ledger.figured_sentences import (
    MEASURED,
    MONEY,
    NUMBER,
    PERCENT,
    FiguredSentence,
)
from copylint.checks.facts import arithmetic
from copylint.checks.facts.arithmetic import Bounds, bounds, number, shown
from copylint.contract.check import Check, Options
from copylint.core.finding import Match, RelatedText
from copylint.core.rule import Bad, Good, Rule
from copylint.language.lazy_pattern import LazyPattern

PERCENTAGE = Rule(
    id="facts.percentage",
    summary="Flags a percentage or fraction that is not what the part is of the whole.",
    why=(
        "If the copy gives a part, a whole and the percentage, the reader can divide: 30 of 120 "
        "is 25 per cent. The rule reads such statements in one sentence and allows for rounding. "
        "It also reports more than 100 per cent of people or things that can only be counted once."
    ),
    bad=(
        Bad("Of the 120 pupils 30, or 35 per cent, walk to school.", "35 per cent"),
        Bad("Thirty of the 120 pupils (20%) walk to school.", "20%"),
        Bad("Only 40 of the 80 boats, a third of the fleet, were found.", "third"),
        Bad("The poll found that 120 per cent of voters were against it.", "120 per cent"),
    ),
    good=(
        Good("Of the 120 pupils 30, or 25 per cent, walk to school."),
        Good("About 30 of the 120 pupils (27%) walk to school."),
        Good("Thirty of the 120 pupils walk to school, and 20 per cent come by bus."),
        Good("Sales were 120 per cent of the target."),
    ),
)

_THING = f"[{NUMBER}{MONEY}{MEASURED}]"
_NO_FIGURE = f"[^{NUMBER}-{MEASURED};]"
_POSSESSIVE = r"(?:the|its|their|his|her|our|all|a total of|those|these|some)"
_OF = rf"(?:out )?of(?: {_POSSESSIVE})*(?: [a-z'-]+)?"
_LINK = (
    r"(?:,? \(|, | [–—-] |,? (?:or|that is|which is|equal to|equivalent to|amounting to|"
    r"representing|making up|which (?:is|makes|represents|amounts to)) )"
    r"(?:a (?:rate|share|proportion|success rate|pass rate) of |about |around |roughly |"
    r"well over |more than |less than |over |under |or |that is |"
    r"just |only |which is |a mere |almost |nearly |exactly |equivalent to |"
    r"representing |making up |i\.e\. |some |that's |equal to )*"
)
_SHARE = (
    rf"(?P<share>{PERCENT}|half|(?:a|one) (?:third|quarter|fifth|sixth|tenth|eighth)|two[- ]thirds|"
    r"three[- ]quarters|two[- ]fifths|three[- ]fifths|four[- ]fifths)"
)
_AFTER_SHARE = (
    r"(?! (?:more|less|fewer|higher|lower|up|down|increase|rise|fall|drop|of (?:which|whom)))"
)
_PATTERNS = tuple(
    LazyPattern(pattern)
    for pattern in (
        # 30 of the 120 pupils, or 25 per cent
        rf"(?P<part>{_THING})(?: [a-z'-]+){{0,3}} {_OF} (?P<whole>{_THING}){_NO_FIGURE}{{0,50}}?"
        rf"{_LINK}{_SHARE}{_AFTER_SHARE}",
        # 30, or 25 per cent, of the 120 pupils
        rf"(?P<part>{_THING})(?: [a-z'-]+){{0,3}}{_LINK}{_SHARE}[,)]?(?: [–—-])? {_OF} "
        rf"(?P<whole>{_THING})",
        # of the 120 pupils 30, or 25 per cent
        rf"\bof(?: {_POSSESSIVE})+(?: [a-z'-]+)? (?P<whole>{_THING}){_NO_FIGURE}{{0,50}}?"
        rf"(?P<part>{_THING}){_NO_FIGURE}{{0,40}}?{_LINK}{_SHARE}{_AFTER_SHARE}",
        # 25 per cent, or 30 of the 120 pupils
        rf"{_SHARE}{_NO_FIGURE}{{0,40}}?{_LINK}(?P<part>{_THING})(?: [a-z'-]+){{0,2}} {_OF} "
        rf"(?P<whole>{_THING})",
        # 25 per cent of the 120 pupils – 30 – ; a quarter of the 120 pupils (30)
        rf"{_SHARE} {_OF} (?P<whole>{_THING})(?: [a-z'-]+){{0,4}}{_LINK}(?P<part>{_THING})"
        r"(?=[),.;]| [–—-]|$| (?:of|people|pupils|in all|homes))",
        # a population of 120, of whom 30 (25 per cent)
        rf"(?P<whole>{_THING}){_NO_FIGURE}{{0,50}}?,? of (?:whom|which) (?P<part>{_THING})"
        rf"{_NO_FIGURE}{{0,40}}?{_LINK}{_SHARE}{_AFTER_SHARE}",
    )
)
_FRACTIONS = {
    "half": 50.0, "third": 100 / 3, "quarter": 25.0, "fifth": 20.0, "sixth": 100 / 6,
    "eighth": 12.5, "tenth": 10.0, "thirds": 200 / 3, "quarters": 75.0,
    "two-fifths": 40.0, "three-fifths": 60.0, "four-fifths": 80.0,
}  # fmt: skip
_HEDGE = LazyPattern(
    r"\b(?:almost|nearly|about|around|roughly|more than|less than|well over|over|under|just)\s\Z"
)
# People and things of which there cannot be more than all.
_COUNTED = LazyPattern(
    rf"(?P<share>{PERCENT}) of (?:the |all |its |their |eligible |registered |local |those )*"
    r"(?:voters|people|residents|respondents|pupils|students|members|patients|households|homes|"
    r"adults|children|men|women|workers|staff|teachers|parents|customers|passengers|readers|"
    r"companies|firms|schools|shops|players|drivers|farmers|tenants|electorate|population)\b"
    r"(?! (?:target|capacity|average|needed|required|expected))"
)
_ROOM = 2.0  # percentage points that a fraction in words may be off
_FRACTION_WORDS = ("half", "third", "quarter", "fifth", "sixth", "eighth", "tenth")


class Percentages(Check):
    """Divides parts by their wholes."""

    rules = (PERCENTAGE,)

    def check(self, article: Article, options: Options) -> Iterable[Match]:
        """Percentages and fractions that the figures beside them contradict."""
        for each in arithmetic.own_sentences(article, 1):
            shape = each.shape
            has_percent = PERCENT in shape
            if has_percent:
                yield from _more_than_all(article, each)
                yield from _shared_out(article, each)
            if "of " in shape and (has_percent or any(word in shape for word in _FRACTION_WORDS)):
                yield from _judge(article, each)


def _more_than_all(article: Article, sentence: FiguredSentence) -> Iterator[Match]:
    for found in _COUNTED.finditer(sentence.shape):
        figure = sentence.at(found.start("share"))
        if 100 < figure.value < 1000:
            yield arithmetic.contradiction(
                figure, f"There cannot be {shown(article, figure)} of them: all is 100.", ()
            )


def _shared_out(article: Article, sentence: FiguredSentence) -> Iterator[Match]:
    """Three or more shares of one vote that come to more than 100 per cent."""
    shares = [each for each in sentence.figures if each.unit == "%"]
    if not 3 <= len(shares) == len(sentence.figures) or not _VOTE.search(sentence.shape):
        return
    total = sum(each.value for each in shares)
    if not 100 + 0.6 * len(shares) < total <= _WILD or _COMPARED.search(sentence.shape):
        return
    listed = " + ".join(number(each.value) for each in shares)
    yield arithmetic.contradiction(
        shares[-1], f"{listed} is {number(total)} per cent, more than 100.", shares[:-1]
    )


_WILD = 125
_VOTE = LazyPattern(r"\b(?:voters|the votes?|votes|backed|voted|polled|ballots)\b")
_COMPARED = LazyPattern(
    r"\b(?:from|than|compared|against|turnout|turned out|up|down|points?|while|last|previous|"
    r"also|either|or|among|men|women|concerned|satisfied|said they)\b"
)


def _judge(article: Article, sentence: FiguredSentence) -> Iterator[Match]:
    seen: set[int] = set()
    for pattern in _PATTERNS:
        for found in pattern.finditer(sentence.shape):
            if found.start("share") in seen:
                continue
            seen.add(found.start("share"))
            part, whole = sentence.at(found.start("part")), sentence.at(found.start("whole"))
            values = arithmetic.pair_values(part, whole)
            if values is None or part.unit != whole.unit or not values[1] or not values[0]:
                continue
            if values[0] > values[1]:
                continue
            ratio = bounds(part, values[0]).over(bounds(whole, values[1])).times(100)
            if not ratio.meets(_told(sentence, found)):
                yield _match(article, sentence, found, (part, whole), 100 * values[0] / values[1])


def _told(sentence: FiguredSentence, found: re.Match[str]) -> Bounds:
    if found["share"] == PERCENT:
        figure = sentence.at(found.start("share"))
        room = max(figure.margin, 1.0 if figure.value.is_integer() else 0.1)
        if figure.hedged or (figure.value % 10 == 0 and figure.value < 100):
            room = 3.0
        return Bounds(figure.value - room, figure.value + room)
    word = found["share"].replace("two thirds", "two-thirds")
    name = word if word in _FRACTIONS else re.split(r"[ -]", word)[-1]
    value = _FRACTIONS.get(word.replace(" ", "-"), _FRACTIONS.get(name, 0.0))
    before = sentence.shape[max(0, found.start("share") - 16) : found.start("share")]
    hedge = _HEDGE.search(before)
    room = 0.12 * value if hedge else max(_ROOM, 0.06 * value)
    if not value:
        return Bounds(0, 100)
    more = hedge is not None and hedge.group().split()[0] in ("more", "over", "well")
    less = hedge is not None and hedge.group().split()[0] in ("less", "under")
    return Bounds(0 if less else value - room, 100 if more else value + room)


def _match(
    article: Article,
    sentence: FiguredSentence,
    found: re.Match[str],
    of: tuple[Figure, Figure],
    real: float,
) -> Match:
    part, whole = of
    right = number(round(real, 1 if real < 10 else 0))
    at = found.start("share")
    said = f"{shown(article, part)} of {shown(article, whole)} is {right} per cent"
    if found["share"] == PERCENT:
        figure = sentence.at(at)
        return arithmetic.contradiction(
            figure, f"{said}, not {shown(article, figure)}.", (part, whole)
        )
    word = re.search(r"[a-z]+([- ](?:thirds|quarters|fifths))?$", found["share"])
    start = at + (word.start() if word else 0)
    span = sentence.span(start, found.end("share"))
    related = tuple(RelatedText(each.span, "this figure too") for each in of)
    return Match(span, f"{said}, not '{article.document.slice(span)}'.", (), related)
