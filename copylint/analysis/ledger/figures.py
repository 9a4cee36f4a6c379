"""Reads the figures of a sentence: numbers with their units, what they count, and their roles."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Mapping

from copylint.analysis.annotated_text import AnnotatedText, Sentence
from copylint.analysis.calendar_days import MONTH
from copylint.analysis.ledger.entries import Figure, FigureRole
from copylint.core.memo import Memo
from copylint.core.span import TextSpan
from copylint.language.hedges import hedge_before, is_hedged_after
from copylint.language.lazy_pattern import LazyPattern
from copylint.language.measures import MEASURES
from copylint.language.nouns import may_be_singular, singular_of
from copylint.language.quantities import Quantity, may_be_number, quantities_near
from copylint.language.tokens import Token
from copylint.language.word_list import words
from copylint.language.word_tags import tags_of

_YEARS = range(1000, 2200)
_MONTH_BEFORE = LazyPattern(rf"\b{MONTH}\s(?:the\s)?\Z")
_MONTH_AFTER = LazyPattern(rf"(?:st|nd|rd|th)?\s(?:of\s)?{MONTH}")
# A number is cut from these: a time of day, a score, a telephone number.
_CUT = LazyPattern(r"[.:,/]\d|\s?(?:[ap]m\b|[ap]\.m\.|o['’]clock)")
_UNIT = LazyPattern(
    r"(?P<gap>[ -]?)(?P<name>(?:sq|square) [A-Za-z]+|[A-Za-z]+²?(?:/h)?)"
    r"(?P<speed> (?:an|per) hour)?(?![\w²])"
)
_DEGREES = LazyPattern(r"\s?(?:°|degrees?)\s?(?P<scale>C|F|Celsius|Fahrenheit|centigrade)\b")
_DEGREE = ("°", "degree")
# These are units only right after a figure.
_ATTACHED = words("g C F st m in mi")
# A number that these precede or follow is a name, or part of a larger number.
_NAMED = LazyPattern(
    r"\b(?:No\.?|numbers?|rooms?|pages?|articles?|sections?|chapters?|clauses?|routes?|flights?|"
    r"levels?|phases?|grades?|formula|channels?|divisions?|groups?|parts?|acts?|episodes?|rounds?|"
    r"weeks?|days?|stages?|games?|sets?|questions?|items?|figures?|tables?|lines?|gates?|"
    r"platforms?|terminals?|highways?|junctions?|versions?|types?|categor(?:y|ies)|class|years?|"
    r"form|lanes?|units?|blocks?|flats?|holes?|heats?|tier|league|(?:hundred|thousand)\sand)\s\Z",
    re.IGNORECASE,
)
# What such words end in: asked first, because few numbers follow one.
_NAMES = (
    *("no", "no.", "number", "room", "page", "article", "section", "chapter", "clause", "route"),
    *("flight", "level", "phase", "grade", "formula", "channel", "division", "group", "part"),
    *("act", "episode", "round", "week", "day", "stage", "game", "set", "question", "item"),
    *("figure", "table", "line", "gate", "platform", "terminal", "highway", "junction"),
    *("version", "type", "category", "class", "year", "form", "lane", "unit", "block", "flat"),
    *("hole", "heat", "tier", "league", "and", "s"),
)
# "two dozen", "two and a half"
_PARTIAL = LazyPattern(
    r"[ -](?:dozens?|thirds?|quarters?|halves|half|fifths?|sixths?|eighths?|tenths?|scores?|"
    r"hundredths?|hundred|thousand|million)\b|\sand\s(?:a\s(?:half|quarter)|three[ -]quarters)\b"
)
# "two hundred and fifty"
_CONTINUED = LazyPattern(
    r"\sand\s(?:[a-z]+ty|[a-z]+teen|one|two|three|four|five|six|seven|eight|nine|ten)\b"
)
_FOLLOWING = LazyPattern(r"(?: |-)(?P<words>[^\W\d_][\w'’-]*(?: [^\W\d_][\w'’-]*){0,3})")
_BREAKS = words(
    "of and or to in for with at by from than but as is are was were has had have that which who "
    "whom when while on per a an the this these those his her its their he she it they after "
    "before since until about over under between"
)
_ROLES = (
    (LazyPattern(r"\bfrom\s\Z"), FigureRole.FROM),
    (LazyPattern(r"\b(?:to|reach(?:ed|ing)?)\s(?:a\s(?:record\s)?)?\Z"), FigureRole.TO),
    (
        LazyPattern(
            r"\b(?:(?:rise|fall|drop|increase|decrease|jump|gain|loss|growth|cut|decline)\sof"
            r"|(?:up|down|rose|risen|fell|fallen|grew|grown|dropped|climbed|jumped|slipped|slid|gained|"
            r"lost|increased?|raised?|reduced?|cut|widened|narrowed|beaten|won)(?:\sby)?)\s\Z"
        ),
        FigureRole.CHANGE,
    ),
    (
        LazyPattern(r"[,(–—]\s?of\s(?:whom|which|these|them|those),?\s(?:only\s)?\Z"),
        FigureRole.PART,
    ),
    (LazyPattern(r"\b(?:total\sof|totall?ing|all)\s\Z"), FigureRole.TOTAL),
)
_RATE_AFTER = LazyPattern(
    r"\s(?:an?\s(?:year|month|week|day|hour|head|person|share|pupil|household)|per\s(?!cent)|each\b|"
    r"apiece\b|annually\b)"
)
_PART_AFTER = LazyPattern(r"\s(?:of\s(?:the|them|whom|these|those)\b|were\b)")
_TOTAL_AFTER = LazyPattern(r"\s(?:in\s(?:all|total)|altogether)\b")
# What the words of a role end in before a figure, and begin with after it: asked first.
_BEFORE_ROLES = (
    *("from", "to", "reach", "reached", "reaching", "a", "record", "of", "by", "up", "down"),
    *("rose", "risen", "fell", "fallen", "grew", "grown", "dropped", "climbed", "jumped"),
    *("slipped", "slid", "gained", "lost", "increase", "increased", "raise", "raised", "reduce"),
    *("reduced", "cut", "widened", "narrowed", "beaten", "won", "whom", "which", "these", "them"),
    *("those", "whom,", "which,", "these,", "them,", "those,", "only", "totaling", "totalling"),
    "all",
)
_AFTER_ROLES = ("a", "per", "each", "in", "of", "were")
_REACH = 24
_LEAST_ROUNDED = 1000  # counts below this are printed as they are


def may_count(texts: list[str]) -> bool:
    """Whether one of these tokens may be a number, or the beginning of one."""
    return any(map(_counting.__getitem__, texts))


def number_places(tokens: Iterable[Token]) -> list[int]:
    """Where those of the tokens begin that may be a number, or the beginning of one."""
    return [token.start for token in tokens if _counting[token.text]]


# By the token: the pattern of numbers would take longer than reading them all.
_counting: Mapping[str, bool] = Memo(may_be_number)


def margin_of(value: float, step: float, *, is_count: bool, is_short: bool = False) -> float:
    """How far a true value may be from the printed one, by the rounding that papers use.

    Nobody rounds a count below a thousand. Of a larger number three figures are taken as exact,
    whatever noughts follow; two if it ``is_short`` for millions or thousands (*£2m*).
    """
    if is_count and not is_short and abs(value) < _LEAST_ROUNDED and step >= 1:
        return 0.0
    if value and step > 1:
        exact = 1 if is_short else 2
        step = min(step, max(1.0, 10.0 ** (math.floor(math.log10(abs(value))) - exact)))
    return step / 2


def figures_in(article: AnnotatedText, sentence: Sentence) -> Iterator[Figure]:
    """The figures of a sentence, in order; dates, years, times of day and scores are left out."""
    text, low = article.text, sentence.start
    span = TextSpan(sentence.start, sentence.end)
    places = number_places(sentence.tokens)
    for quantity in quantities_near(text, sentence.start, sentence.end, places):
        if _is_name(text, quantity, sentence):
            continue
        unit, end = _unit(text, quantity, sentence.end)
        noun = "" if unit else _noun(text, quantity, sentence.end)
        if not unit and _is_date(text, quantity, noun):
            continue
        is_count = not unit or unit in CURRENCIES
        hedge = hedge_before(text, quantity.start, low)
        hedged = hedge < quantity.start or is_hedged_after(text, end)
        yield Figure(
            TextSpan(quantity.start, end),
            sentence.block,
            span,
            article.quotations.is_quoted(quantity.start),
            hedged and not _lasts(text, quantity, noun),
            quantity.value,
            quantity.step,
            margin_of(
                quantity.value,
                _last_place(quantity),
                is_count=is_count,
                is_short=_scale(quantity) > 1,
            ),
            unit,
            noun,
            _role(text, hedge, end, low),
        )
        low = end


#: Signs of money.
CURRENCIES = words("£ $ € ¥ US$ A$ NZ$ C$ HK$ S$")


def _scale(quantity: Quantity) -> float:
    """A million for *5m* and the like, 1 for a number written out."""
    if not quantity.digits[:1].isdigit():
        return 1.0
    written = float(quantity.digits.replace(",", ""))
    return quantity.value / written if written else 1.0


def _last_place(quantity: Quantity) -> float:
    """What the last written figure is worth, also of a sum of money without a magnitude."""
    decimals = quantity.digits.partition(".")[2]
    return _scale(quantity) * 10.0 ** -len(decimals) if decimals else quantity.step


def _unit(text: str, quantity: Quantity, limit: int) -> tuple[str, int]:
    """The unit of a quantity, and where its last letter ends."""
    if quantity.unit:
        return quantity.unit, quantity.end
    if text.startswith(_DEGREE, quantity.end) or text.startswith(_DEGREE, quantity.end + 1):
        degrees = _DEGREES.match(text, quantity.end, limit)
        if degrees is not None:
            return MEASURES[degrees["scale"]].name, degrees.end()
    found = _UNIT.match(text, quantity.end, limit)
    if found is None:
        return "", quantity.end
    measure = MEASURES.get(found["name"])
    if measure is None or (found["gap"] and found["name"] in _ATTACHED):
        return "", quantity.end
    if found["speed"]:
        return f"{measure.name} an hour", found.end()
    return measure.name, found.end("name")


def _noun(text: str, quantity: Quantity, limit: int) -> str:
    found = _FOLLOWING.match(text, quantity.end, limit)
    if found is None:
        return ""
    for word in found["words"].split():
        low = word.lower().replace("’", "'")
        if low in _BREAKS:
            return ""
        if low == "people":
            return "person"
        if tags_of(low)[:1] in ((), ("NNS",)):
            singular = singular_of(low)
            if singular:
                return singular
        if quantity.value == 1 and may_be_singular(low):
            return low
    return ""


def _lasts(text: str, quantity: Quantity, noun: str) -> bool:
    """Whether *over* means *during* here: "£12m over four years"."""
    return noun in _PERIODS and text[max(0, quantity.start - 5) : quantity.start].lower() == "over "


_PERIODS = words("second minute hour day week month year decade century")


def _is_date(text: str, quantity: Quantity, noun: str) -> bool:
    """Whether the number is a year or the day of a month."""
    if not quantity.digits.isdigit():
        return False
    if len(quantity.digits) == 4 and quantity.value in _YEARS and not noun:
        return True
    if not 1 <= quantity.value <= 31:
        return False
    before = text[max(0, quantity.start - _REACH) : quantity.start]
    return (
        _MONTH_AFTER.match(text, quantity.end) is not None
        or _MONTH_BEFORE.search(before) is not None
    )


def _is_name(text: str, quantity: Quantity, sentence: Sentence) -> bool:
    """Whether the number only names a thing, or is cut from a longer expression."""
    if _CUT.match(text, quantity.end, sentence.end):
        return True
    if _PARTIAL.match(text, quantity.end, sentence.end):
        return True
    in_words = not quantity.digits.isdigit() and quantity.value >= 100
    if in_words and _CONTINUED.match(text, quantity.end, sentence.end):
        return True
    before = text[max(sentence.start, quantity.start - _REACH) : quantity.start]
    return before[:-1].lower().endswith(_NAMES) and _NAMED.search(before) is not None


def _role(text: str, hedge: int, end: int, low: int) -> FigureRole:
    """The role of the figure that ends at ``end``; its hedging words begin at ``hedge``."""
    after = text.startswith(_AFTER_ROLES, end + 1)
    if after and _RATE_AFTER.match(text, end):
        return FigureRole.RATE
    before = text[max(low, hedge - _REACH) : hedge]
    if before[:-1].endswith(_BEFORE_ROLES):
        for pattern, role in _ROLES:
            if pattern.search(before):
                return role
    if after and _TOTAL_AFTER.match(text, end):
        return FigureRole.TOTAL
    return FigureRole.PART if after and _PART_AFTER.match(text, end) else FigureRole.PLAIN
