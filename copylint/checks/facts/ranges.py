"""Ranges that run backwards, and parts greater than their wholes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from copylint.analysis.article import Article
from copylint.contract.check import Check, Options
from copylint.core.blocks import RUNNING_PROSE
from copylint.core.finding import Match
from copylint.core.rule import Bad, Good, Precedence, Rule
from copylint.core.span import TextSpan
from copylint.language.lazy_pattern import LazyPattern
from copylint.language.quantities import WORD_NUMBER, value_of_words

PART = Rule(
    id="facts.part-of",
    summary="Flags a part that is greater than its whole.",
    why="In 'seven of the five guests' the two figures are swapped or one of them is wrong.",
    bad=(
        Bad("Seven of the five guests came late.", "Seven of the five"),
        Bad("The vaccine helped 97 out of 90 patients.", "97 out of 90"),
    ),
    good=(
        Good("Five of the seven guests came late, one of five by boat."),
        Good("He gave it 11 out of 10, and on 12 of 9 roads it rained, on 31 of May too."),
    ),
    precedence=Precedence.PART_OF,
)

RANGE = Rule(
    id="facts.range",
    summary="Flags a range that runs backwards.",
    why=(
        "A range goes from the earlier or lesser to the later or greater. If it does not, its ends "
        "are swapped or one of them is wrong."
    ),
    bad=(
        Bad("She was mayor from 1995 to 1990.", "1995 to 1990"),
        Bad("It takes between 20 and 15 years.", "20 and 15"),
        Bad("The singer (1950–1921) was born there.", "1950–1921"),
        Bad("Between 70mm and 50mm of snow fell.", "70mm and 50mm"),
        Bad("Tickets cost between £45 and £25.", "£45 and £25"),
    ),
    good=(
        Good("She was mayor from 1990 to 1995, and the town stood from 500 to 200 BC."),
        Good("Between 15 and 20 years passed, and between 11 and 3 he slept."),
        Good("Sales fell from 2000 to 1500."),
        Good("Tickets cost between £5m and £250,000. The gap between £45 and £25 is wide."),
        Good("The choice is between £45 and £25. Between 50mm and 70mm of snow fell."),
    ),
    precedence=Precedence.RANGE,
)

_NUMBER = rf"(?:\d{{1,3}}(?:,\d{{3}})+|\d+|{WORD_NUMBER})"
# Each pattern begins with a literal, so that text without it is passed over quickly.
_OF = LazyPattern(
    rf" of (?P<all>(?:the|its|their|his|her|our|those|these)\s)?(?P<whole>{_NUMBER})"
    r"(?![\d–%-]|[.,]?\s?\d)",
    needs=(" of ",),
)
_BEFORE_OF = LazyPattern(rf"(?<![\w.,/£$€–-])(?P<part>{_NUMBER})(?P<out> out)?\Z", re.IGNORECASE)
_LONGEST_NUMBER = 24
_SCORES = frozenset({(11, 10), (12, 10), (110, 100), (101, 100), (6, 5), (15, 10), (20, 10)})

_YEAR = r"(?:1[0-9]|20)\d\d"
_NO_YEARS = (
    r"(?![\d,.]?\d|\s?(?:B\.?C|BCE|metres|meters|people|feet|km|miles|tonnes|points|jobs|m\b|"
    r"per|%|million|units|words|years))"
)
_FROM = LazyPattern(
    rf"from (?P<low>{_YEAR})\s(?:to|until|till)\s(?P<high>{_YEAR}){_NO_YEARS}",
    needs=("from 1", "from 2"),
)
_BETWEEN_YEARS = LazyPattern(
    rf"etween (?P<low>{_YEAR})\sand\s(?P<high>{_YEAR}){_NO_YEARS}",
    needs=("etween 1", "etween 2"),
)
_FALLS = LazyPattern(
    r"\b(?:f[ae]ll|drop|cut|declin|reduc|down|decreas|slid|shr[aiu]nk|went|mov|shift|br[oi]|push|"
    r"pull|"
    r"advanc|amend|lower|slash|plung|revis|chang|back)\w*\b[^.;]*\Z"
)
_SPAN = LazyPattern(
    rf"\((?:born\s|b\.\s?)?(?P<low>{_YEAR})\s?[-–—]\s?(?P<high>{_YEAR})(?=[),;])",
    needs=("(1", "(2", "(born", "(b."),
)
_UNIT = (
    r"(?:years?|months?|weeks?|days?|hours?|minutes?|seconds?|people|men|women|children|per\s?cent|"
    r"percent|%|miles|kilomet(?:re|er)s|met(?:re|er)s|feet|inches|tonnes|tons|jobs|degrees|pounds|"
    r"dollars|euros|times|houses|homes|patients|cases|deaths|members|staff|workers|pupils|students)"
)
_BETWEEN = LazyPattern(
    rf"etween (?P<low>\d{{1,3}}|{WORD_NUMBER})\s(?:and|to)\s"
    rf"(?P<high>\d{{1,3}}|{WORD_NUMBER})(?=\s{_UNIT}\b(?!\s(?:ago|earlier|before|from|away))|%)",
    needs=("etween ",),
)
# "between £60 and £40", "between 60mm and 40mm", "between 60 per cent and 40 per cent"
_MEASURE = (
    r"(?:mm|cm|m|km|kg|g|mph|kph|ft|C|F|°C|°F|p|m|bn|million|billion|per\s?cent|percent|%|pence|cents|"
    r"miles|tonnes|acres|hectares|litres|pints|grams)"
)
_BETWEEN_MEASURES = LazyPattern(
    rf"etween (?:(?P<money>[£$€])(?P<low_sum>\d+(?:\.\d+)?)"
    rf"(?P<scale>\s?(?:m|bn|k|million|billion))?\sand\s(?P=money)(?P<high_sum>\d+(?:\.\d+)?)(?(scale)(?P=scale)|(?!\s?(?:m|bn|k|million|"
    rf"billion)\b))|(?P<low>\d+(?:\.\d+)?)(?P<unit>\s?{_MEASURE})\sand\s(?P<high>\d+(?:\.\d+)?)"
    rf"(?P=unit))(?![\w,.]?\d)\b(?!\s(?:ago|earlier|before|away))",
    needs=("etween ",),
)
# Two figures and what lies between them, in the order of the things compared.
_COMPARED = LazyPattern(
    r"\b(?:gap|difference|differ\w*|split|choice|choos\w+|chose|contrast|ratio|divided|margin|"
    r"distinguish\w*|f[ae]ll\w*|drop\w*|declin\w+|trad\w+|link|battle|match|game|disparity)\b"
    r"[^.;]{0,40}\Z",
    re.IGNORECASE,
)
_DASHED = LazyPattern(
    r"(?<![\w.,:/£$€–-])(?P<low>\d{1,3})\s?(?:–|-)(?P<high>\d{1,3})(?=[\s-](?:years?|"
    r"months?|weeks?|days?|hours?|minutes?|people|miles)\b)"
)
# Apart, because a pattern that begins with a set of characters is found faster.
_DASH_HINT = LazyPattern(r"\d\s?[–-]\d")


class Ranges(Check):
    """Compares the ends of ranges, and parts with their wholes."""

    rules = (PART, RANGE)

    def check(self, article: Article, options: Options) -> Iterable[Match]:
        """Figures that cannot be, in the writer's own words."""
        for match in (*_parts(article.text), *_ranges(article)):
            block = article.document.block_at(match.span.start)
            if block is None or block.kind not in RUNNING_PROSE:
                continue
            if not article.quotations.is_quoted(match.span.start):
                yield match


def _parts(text: str) -> Iterator[Match]:
    for found in _OF.finditer(text):
        low = max(0, found.start() - _LONGEST_NUMBER)
        before = _BEFORE_OF.search(text[low : found.start()])
        if before is None or not (before["out"] or found["all"]):
            continue
        part, whole = _value(before["part"]), _value(found["whole"])
        if part is None or not whole or part <= whole or (part, whole) in _SCORES:
            continue
        if _is_year(before["part"]) or _is_year(found["whole"]):
            continue
        yield Match(
            TextSpan(low + before.start("part"), found.end("whole")),
            f"The part ({before['part']}) is greater than the whole ({found['whole']}); "
            "check both.",
            rule=PART.id,
        )


def _ranges(article: Article) -> Iterator[Match]:
    text = article.text
    yield from _backward_measures(text)
    dashed = (_DASHED,) if _DASH_HINT.search(article.digits) else ()
    for pattern in (_FROM, _BETWEEN_YEARS, _SPAN, _BETWEEN, *dashed):
        for found in pattern.finditer(text):
            low, high = _value(found["low"]), _value(found["high"])
            if low is None or high is None or low <= high:
                continue
            if pattern is _FROM and _falls(text, found):
                continue
            yield Match(
                TextSpan(found.start("low"), found.end("high")),
                f"The range runs backwards: {found['low']} is after {found['high']}."
                if _is_year(found["low"])
                else f"The range runs backwards: {found['low']} is more than {found['high']}.",
                rule=RANGE.id,
            )


def _backward_measures(text: str) -> Iterator[Match]:
    """Ranges whose ends carry their units: "between 60mm and 40mm"."""
    for found in _BETWEEN_MEASURES.finditer(text):
        ends = ("low_sum", "high_sum") if found["money"] else ("low", "high")
        low, high = (found[end] for end in ends)
        if float(low) <= float(high):
            continue
        if _COMPARED.search(text[max(0, found.start() - 60) : found.start()]) is not None:
            continue
        start = found.start("money") if found["money"] else found.start("low")
        yield Match(
            TextSpan(start, found.end()),
            f"The range runs backwards: {low} is more than {high}.",
            rule=RANGE.id,
        )


def _falls(text: str, found: re.Match[str]) -> bool:
    """Whether a verb before "from 2000 to 1500" makes numbers of what look like years."""
    return _FALLS.search(text[max(0, found.start() - 60) : found.start()]) is not None


def _value(shown: str) -> int | None:
    return int(shown.replace(",", "")) if shown[0].isdigit() else value_of_words(shown)


def _is_year(shown: str) -> bool:
    return len(shown) == 4 and shown.isdigit()
