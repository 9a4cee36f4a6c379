"""Reads changes: two figures of one thing, and what is said of the way between them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from copylint.analysis.ledger.entries import Figure
from copylint.analysis.ledger.figured_sentences import (
    ANY,
    MEASURED,
    MONEY,
    NUMBER,
    PERCENT,
    FiguredSentence,
)
from copylint.checks.facts import arithmetic
from copylint.checks.facts.arithmetic import Bounds, bounds
from copylint.language.lazy_pattern import LazyPattern

_THING = f"[{NUMBER}{MONEY}{MEASURED}]"
_UP_NOUN = (
    r"(?:rises?|increases?|jumps?|gains?|growth|uplifts?|surges?|leaps?|climbs?|hikes?|upturns?|"
    r"boosts?|upticks?|expansions?)"
)
_DOWN_NOUN = (
    r"(?:falls?|drops?|decreases?|reductions?|declines?|cuts?|slumps?|dips?|plunges?|losses|loss|"
    r"downturns?|slides?|savings?|shrinkages?)"
)
_UP_VERB = (
    r"(?:rose|rises?|risen|rising|increas(?:ed?|es|ing)|grew|grows?|grown|growing|climb(?:ed|s|"
    r"ing)?|"
    r"jump(?:ed|s|ing)?|surg(?:ed?|es|ing)|soar(?:ed|s|ing)?|leap(?:t|ed|s)?|up|went up|gone up|"
    r"going up|goes up|go up|shot up|swelled|swollen|swell|expand(?:ed|s)?|"
    r"rocket(?:ed|s)?|gained|put up|edged up|crept up|raised?|raising)"
)
_DOWN_VERB = (
    r"(?:f[ae]ll(?:en|s|ing)?|drop(?:ped|s|ping)?|declin(?:ed?|es|ing)|decreas(?:ed?|es|ing)|cut|"
    r"cuts|slump(?:ed|s)?|plung(?:ed?|es)|shrank|shrunk|shr?ink(?:s|ing)?|reduc(?:ed?|es|ing)|down|"
    r"went down|gone down|going down|goes down|go down|came down|come down|dipp?(?:ed|s)?|slid|"
    r"slipp?(?:ed|s)?|tumbl(?:ed?|es)|plummet(?:ed|s)?|sank|sunk|dwindl(?:ed?|es)|slash(?:ed|es)|"
    r"lower(?:ed|s)?|edged down|crept down|trimmed)"
)
_FILL = (
    r"(?: (?:sharply|slightly|again|further|steadily|steeply|only|just|a|an|another|by|of|the|"
    r"as much as|whopping|massive|modest|record|huge|staggering|total|overall|annual|mere))*"
)
# The claim: a percentage (or amount) called a rise or a fall.
_CLAIMS = tuple(
    (LazyPattern(pattern.replace("CLAIM", f"(?P<claim>{ANY})")), sign)
    for noun, verb, more, sign in (
        (_UP_NOUN, _UP_VERB, "more|higher|up|better|bigger|larger|greater", 1),
        (_DOWN_NOUN, _DOWN_VERB, "less|lower|down|fewer|smaller|worse", -1),
    )
    for pattern in (
        rf"\b{noun}(?: [a-z-]+){{0,3}}? (?:of|by)(?: (?:a|just|only|some|another|almost))* CLAIM",
        rf"CLAIM (?:[a-z-]+ ){{0,2}}?{noun}\b",
        rf"\b{verb}{_FILL} CLAIM(?! (?:a|per|of the)\b)",
        rf"CLAIM(?: [a-z-]+){{0,2}}? (?:{more}) (?:than|on)\b",
        rf"\b{verb}\b[^;]{{0,120}}?(?:,? or | \()(?={PERCENT})CLAIM",
    )
)
_GAP = f"[^;{NUMBER}{MONEY}{MEASURED}{PERCENT}]"
_WIDE_GAP = f"[^;{NUMBER}{MONEY}{MEASURED}]"
_LEAD = (
    r"(?: (?:a|an|the|its|their|just|only|last year's|the previous year's|a record|a low of|"
    r"a high of|a total of|a peak of|an average of|an all-time high of|an earlier|an initial|"
    r"its current|the current|today's|this year's))*"
)
# Two figures of one thing, the earlier as ``a``, the later as ``b``.
_PAIRS = tuple(
    LazyPattern(pattern.replace("_A", f"(?P<a>{_THING})").replace("_B", f"(?P<b>{_THING})"))
    for pattern in (
        rf"_B{_GAP}{{0,50}}?[,(–—-] ?(?:or |which is |that is )?{ANY}"
        rf"(?: [a-z-]+){{0,2}}? (?:more|fewer|less|higher|lower|up|down) (?:than|on){_LEAD} _A",
        rf"\bfrom{_LEAD} _A{_WIDE_GAP}{{0,60}}?\b(?:to|until){_LEAD} _B",
        rf"\b(?:to|at|reached|hit|stood at|totalled){_LEAD} _B{_WIDE_GAP}{{0,70}}?\bfrom{_LEAD} _A",
        rf"_B{_WIDE_GAP}{{0,70}}?\b(?:up|down|rise|fall|increase|decrease|drop|jump|higher|lower|"
        rf"compared|against|versus|more|fewer|less)\b{_WIDE_GAP}{{0,24}}?"
        rf"\b(?:from|with|to|on|than|against|versus){_LEAD} _A",
        rf"_B{_WIDE_GAP}{{0,60}}?\b(?:against|versus){_LEAD} _A",
        rf"\b(?:held|frozen|set|priced|now|currently|previously|costs?|charged|paid) (?:at )?_A"
        rf"{_GAP}{{0,50}}?\b(?:is|are|will|would|due) (?:to )?"
        rf"(?:cost|be|pay|charge|become){_LEAD} _B",
        rf"_B{_WIDE_GAP}{{0,40}}?\b(?:double|treble|triple)(?: the| its| their| that of)* _A",
        rf"_B{_WIDE_GAP}{{0,80}}?\b(?:when (?:it|there|they|the (?:figure|number|total))"
        rf"(?: had)? (?:was|were|stood at|been)){_LEAD} _A",
    )
)
PERCENT_PAIR = LazyPattern(
    rf"\bfrom{_LEAD} (?P<a>{PERCENT}){_GAP}{{0,60}}?\bto{_LEAD} (?P<b>{PERCENT})"
)
POINTS = LazyPattern(rf"(?P<claim>{NUMBER}) (?:percentage )?points?\b")
DIRECTIONS = tuple(
    (LazyPattern(pattern), sign)
    for verb, short, sign in ((_UP_VERB, "up", 1), (_DOWN_VERB, "down", -1))
    for pattern in (
        rf"\b(?P<verb>{verb}) (?:(?!(?:to|by|from)\b)[a-z'-]+ ){{0,3}}?from{_LEAD} "
        rf"(?P<a>{ANY}){_GAP}{{0,50}}?\bto{_LEAD} (?P<b>{ANY})",
        rf"\b(?P<verb>{verb}) (?:(?!(?:to|by|from)\b)[a-z'-]+ ){{0,3}}?to{_LEAD} "
        rf"(?P<b>{ANY})(?: [a-z']+){{0,3}}?,? (?:up |down )?from{_LEAD} (?P<a>{ANY})",
        rf"(?P<b>{ANY})(?: [a-z']+){{0,4}}?,? (?P<verb>{short}) (?:sharply |slightly )?from{_LEAD} "
        rf"(?P<a>{ANY})",
    )
)
NOT_AMOUNTS = LazyPattern(
    r"\b(?:rank\w*|seed\w*|positions?|places?|table|league|charts?|odds|handicap|par|standings|"
    r"ratio|grade|score|lead|margin|deficit|loss(?:es)?|overdraft|lap|stroke|age|deadline|"
    r"points? (?:off|behind|clear)|minus|below zero|between|respectively|each)\b"
)
MULTIPLES = {
    "doubl": 2.0, "twofold": 2.0, "two-fold": 2.0, "trebl": 3.0, "tripl": 3.0, "threefold": 3.0,
    "three-fold": 3.0, "quadrupl": 4.0, "fourfold": 4.0, "four-fold": 4.0, "fivefold": 5.0,
    "five-fold": 5.0, "tenfold": 10.0, "ten-fold": 10.0, "halv": 0.5, "quintupl": 5.0,
}  # fmt: skip
MULTIPLE = LazyPattern(
    r"(?P<hedge>\b(?:(?:more|less) than|almost|nearly|about|over|virtually|practically|at least|"
    r"roughly|just under|just over|not quite|all but|around|effectively) )?"
    r"\b(?P<word>(?P<stem>doubl|trebl|tripl|quadrupl|quintupl|halv)(?:ed|ing|es|e)"
    r"|(?P<fold>(?:two|three|four|five|ten)-?fold))\b(?! (?:digits?|figures?|glaz|murder|bill|act))"
)
FRACTIONS = {
    "half": 50.0, "third": 100 / 3, "quarter": 25.0, "fifth": 20.0, "sixth": 100 / 6,
    "tenth": 10.0, "eighth": 12.5, "two-thirds": 200 / 3, "two thirds": 200 / 3,
    "three-quarters": 75.0, "three quarters": 75.0,
}  # fmt: skip
FRACTION = LazyPattern(
    rf"\b(?:(?P<up>{_UP_VERB}|{_UP_NOUN})|(?P<down>{_DOWN_VERB}|{_DOWN_NOUN}))\b"
    r"(?: (?:of|by|sharply))*(?P<hedge> (?:about|around|almost|nearly|more than|over|just over|"
    r"just under|less than|roughly))?(?: (?:a|one))?"
    r" (?P<part>half|third|quarter|fifth|sixth|tenth|eighth|two[- ]thirds|three[- ]quarters)\b"
    r"(?! (?:of|year|straight|consecutive|successive|place|time|month|week|day))"
)
_TIME = LazyPattern(
    r"\b(?:last|this|previous|earlier|year|years|month|months|week|ago|before|since|then|now|"
    r"(?:19|20)\d\d|season|quarter|decade|today|yesterday)\b"
)
CUES = (
    "from ", "compared", "against", "versus", " than ", " when ", "rise", "increase", "fall",
    "drop", "up ", "down ", "doubl", "halv",
)  # fmt: skip


_NEXT = 3  # code points between neighbouring sentences, also of two paragraphs


class Pair(NamedTuple):
    """Two figures of one thing, their bounds, and the stretch of the shape that sets them out."""

    earlier: Figure
    later: Figure
    was: Bounds
    now: Bounds
    start: int
    end: int


class Claim(NamedTuple):
    """A figure called a rise (``sign`` 1) or a fall (-1), and the words that say so."""

    figure: Figure
    sign: int
    start: int
    end: int


def pairs_in(sentence: FiguredSentence) -> Iterator[Pair]:
    """The pairs of a sentence."""
    taken: set[int] = set()
    for pattern in _PAIRS:
        for found in pattern.finditer(sentence.shape):
            if found.start("a") in taken or found.start("b") in taken:
                continue
            earlier, later = sentence.at(found.start("a")), sentence.at(found.start("b"))
            values = arithmetic.pair_values(earlier, later)
            if values is None or not values[0] or not values[1]:
                continue
            low, high = sorted((found.start("a"), found.start("b")))
            if _JOINED.search(sentence.shape, low, high):
                continue
            taken |= {found.start("a"), found.start("b")}
            was, now = bounds(earlier, values[0]), bounds(later, values[1])
            yield Pair(earlier, later, was, now, found.start(), found.end())


def may_go_on(before: FiguredSentence, sentence: FiguredSentence) -> bool:
    """Whether there may be a pair in the sentence before, or across both."""
    if sentence.sentence.start - before.sentence.end > _NEXT:
        return False
    return PERCENT in sentence.shape or _REFERS.match(sentence.shape) is not None


def pair_across(
    before: FiguredSentence, sentence: FiguredSentence, claims: list[Claim]
) -> Iterator[Pair]:
    """The one figure of the sentence before and the one of this, if they are of one thing."""
    gap = sentence.sentence.start - before.sentence.end
    if gap > _NEXT or len(claims) != 1 or claims[0].figure.unit != "%":
        return
    one = [each for each in before.figures if each.unit != "%"]
    other = [each for each in sentence.figures if each.unit != "%"]
    if len(before.figures) == 2 and not other:
        one, other = one[:1], one[1:]
    if len(one) != 1 or len(other) != 1 or (one[0].unit, one[0].noun) == ("", ""):
        return
    if one[0].unit != other[0].unit or (other[0].noun and one[0].noun != other[0].noun):
        return
    if not _TIME.search(before.shape) or not _TIME.search(sentence.shape):
        return
    values = arithmetic.pair_values(one[0], other[0])
    if values is not None and all(values):
        was, now = bounds(one[0], values[0]), bounds(other[0], values[1])
        if (values[1] - values[0]) * claims[0].sign > 0:
            yield Pair(one[0], other[0], was, now, 0, len(sentence.shape))


# An opening that speaks of the change in the sentence before.
_REFERS = LazyPattern(
    r"(?:that|this|which|the) (?:is|was|amounts to|represents|works out at|comes to|marks|meant|"
    r"means|makes|(?:(?:sharp|steep|overall|annual|big) )?(?:rise|increase|fall|drop|change|jump|"
    r"gain|growth|cut|decline|reduction|decrease|uplift|loss)(?: (?:is|was|of|amounts to|comes to|"
    r"works out at))?)\b|it (?:is|was|amounts to|represents) an? "
    r"|an? (?:rise|increase|fall|drop|jump|cut|decline) "
)


def pair_before(before: FiguredSentence, sentence: FiguredSentence) -> Iterator[Pair]:
    """The one pair of the sentence before, if this sentence opens by speaking of it."""
    if sentence.sentence.start - before.sentence.end > _NEXT or not _REFERS.match(sentence.shape):
        return
    pairs = list(pairs_in(before))
    if len(pairs) == 1 and len(before.figures) == 2 and len(sentence.figures) == 1:
        yield pairs[0]._replace(start=0, end=len(sentence.shape))


def claims_in(sentence: FiguredSentence, pairs: list[Pair]) -> Iterator[Claim]:
    """The claims of a sentence whose figures are not ends of a pair."""
    ends = {id(each) for pair in pairs for each in (pair.earlier, pair.later)}
    seen: set[int] = set()
    for pattern, sign in _CLAIMS:
        for found in pattern.finditer(sentence.shape):
            place = found.start("claim")
            figure = sentence.at(place)
            if place not in seen and id(figure) not in ends:
                seen.add(place)
                yield Claim(figure, sign, found.start(), found.end())


def is_linked(sentence: FiguredSentence, pair: Pair, start: int, end: int) -> bool:
    """Whether words of the shape speak of the pair: inside it, or next to it in one clause."""
    if pair.start <= start and end <= pair.end + 1:
        return True
    before, after = min(pair.end, end), max(pair.start, start)
    if start < pair.end and pair.start < end:
        return True
    between = sentence.shape[before:after]
    if end <= pair.start:
        between = between.removeprefix(":")
    return len(between) <= _APART and _OTHER_CLAUSE.search(between) is None


# Between two figures these begin a statement of something else.
_JOINED = LazyPattern(r"\b(?:and|but|while|whereas|although|though)\b")
_APART = 64  # code points of a shape
_OTHER_CLAUSE = LazyPattern(
    rf"[;{MONEY}{MEASURED}{PERCENT}]|{NUMBER}(?! (?:years?|months?|weeks?|days?|decades?)\b)|"
    r":(?! an? )|\b(?:and(?! (?:that|this|it) )|but|while|whereas|as|although|though|with|who|"
    r"where|yet)\b"
)
