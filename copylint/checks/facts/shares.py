"""Shares of one whole that miss 100 per cent."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from copylint.analysis.article import Article
from copylint.contract.check import Check, Options
from copylint.core.blocks import RUNNING_PROSE
from copylint.core.finding import Match, RelatedText
from copylint.core.rule import Bad, Good, Rule
from copylint.core.span import TextSpan
from copylint.language.lazy_pattern import LazyPattern

SHARES = Rule(
    id="facts.shares",
    summary="Flags shares of one whole that do not add up to 100 per cent.",
    why=(
        "Shares that end in what remains ('the rest', 'the remaining 20 per cent'), or with those "
        "who did not know, are complete and add up to 100, apart from rounding, and a share and 'a "
        "further' one are no more than 100. Other lists of percentages may answer several "
        "questions and are left alone."
    ),
    bad=(
        Bad(
            "Of the guests 45% came by boat, 30% on foot and the remaining 35% by cart.",
            "45% came by boat, 30% on foot and the remaining 35%",
        ),
        Bad(
            "Some 52 per cent said yes, 36 per cent said no and 22 per cent did not know.",
            "52 per cent said yes, 36 per cent said no and 22 per cent",
        ),
        Bad(
            "Pubs made up 74 per cent of the sites, mills a further 38 per cent.",
            "74 per cent of the sites, mills a further 38 per cent",
        ),
    ),
    good=(
        Good("Prices were cut by 60 per cent and by a further 50 per cent in May."),
        Good("Some 45 per cent came by boat and a further 38 per cent on foot."),
        Good("Of the guests 45% came by boat, 20% on foot and the remaining 35% by cart."),
        Good("Some 52 per cent said yes, 36 per cent said no and 11 per cent did not know."),
    ),
)

_PERCENT = LazyPattern(
    r"(?<![\w.,–-])(\d{1,3}(?:\.\d+)?)(?:\s?%|\s(?:per\s?cent|percent|pct)\b)(?![-–])"
)
_COMPARED = LazyPattern(r"\b(?:from|than|compared|against|up|down|points?|while|of\swhom)\b")
_REMAINING = LazyPattern(r"(?:\bthe|\bits|\ba)\s(?:remaining|other)\s\Z")
_FURTHER = LazyPattern(r"\b(?:a\sfurther|another|an\sadditional)\s\Z")
# Percentages of these are not shares of a whole.
_CHANGE = LazyPattern(
    r"\b(?:rose|rise\w*|fell|fall\w*|grew|increas\w*|from|than|compared|against|down|points?|"
    r"(?<!made )up|year|discount|off|reduced|reduction|cut|growth|growing|gain\w*|lost|loss|"
    r"jump\w*|climb\w*|drop\w*|"
    r"inflation|interest|return\w*|surg\w+|soar\w*|shed|add\w*|rall\w+|slid|sank|tax|fee|mark\w*)\b"
)
_UNSURE = LazyPattern(
    r"\s(?:(?:of\s\w+|who|were|was|are|said\sthey|say\sthey|had|have|having|expressed|gave)\s){0,3}"
    r"(?:did\s?n[o'’]t\sknow|did\snot\sknow|do\s?n[o'’]t\sknow|do\snot\sknow|don['’]t\sknow|"
    r"didn['’]t\sknow|undecided|no\sopinion|not\ssure|unsure)"
)
_HINTS = (
    "remaining",
    "further ",
    "nother ",
    "additional ",
    "other",
    "know",
    "undecided",
    "opinion",
    "sure",
)
_SENTENCE_STOP = LazyPattern(r"[;:?!]|\.(?!\d)|\n")
# So much, in percentage points, may be lost or won by rounding each share.
_ROUNDING = 0.6
# Further from 100 than this, the percentages are of several wholes.
_WILD = 25
_SHARES_AT_LEAST = 3
# More shares than this are a table.
_MOST = 12


class Shares(Check):
    """Adds up shares that say that they are all."""

    rules = (SHARES,)

    def check(self, article: Article, options: Options) -> Iterable[Match]:
        """Shares that do not come to 100 per cent."""
        text = article.text
        percent = "%" in text or "per cent" in text or "percent" in text or " pct" in text
        if not percent or not any(hint in text for hint in _HINTS):
            return
        for block in article.document.blocks:
            if block.kind in RUNNING_PROSE:
                yield from _shares(text, block.span)


def _shares(text: str, span: TextSpan) -> Iterator[Match]:
    found = list(_PERCENT.finditer(text, span.start, span.end))
    for at, share in enumerate(found):
        if at + 1 < _SHARES_AT_LEAST - 1:
            continue
        rest = _REMAINING.search(text[max(0, share.start() - 16) : share.start()])
        unsure = _UNSURE.match(text, share.end(), span.end)
        if rest is None and unsure is None:
            if at and _FURTHER.search(text[max(0, share.start() - 16) : share.start()]):
                yield from _too_much(text, span, found[at - 1], share)
            continue
        first = at
        while first and at - first < _MOST and not _stops(text, found[first - 1], found[first]):
            first -= 1
        shares = found[first : at + 1]
        if len(shares) < (2 if rest else _SHARES_AT_LEAST) or _compared(text, shares):
            continue
        if rest is not None:
            shares = _continued(text, found, shares)
        parts = [float(each[1]) for each in shares]
        total = sum(parts)
        if min(parts) < 1:
            continue
        off = abs(total - 100)
        first = at + 1 - len(shares)
        if not _ROUNDING * len(shares) < off <= _WILD or _begun_before(found, first, total):
            continue
        yield Match(
            TextSpan(shares[0].start(), share.end()),
            f"These shares add up to {total:g} per cent, not 100.",
            related=tuple(RelatedText(TextSpan(*each.span()), "a share") for each in shares),
        )


def _too_much(
    text: str, span: TextSpan, one: re.Match[str], other: re.Match[str]
) -> Iterator[Match]:
    """Two shares of which the second is "a further" one, if they are more than all."""
    parts = float(one[1]), float(other[1])
    if sum(parts) <= 100 + 2 * _ROUNDING or max(parts) > 100 or _stops(text, one, other):
        return
    start = max(text.rfind(". ", span.start, one.start()) + 1, span.start)
    stop = _SENTENCE_STOP.search(text, other.end(), span.end)
    end = stop.start() if stop else span.end
    if _CHANGE.search(text, start, end):
        return
    yield Match(
        TextSpan(one.start(), other.end()),
        f"These shares add up to {sum(parts):g} per cent, more than the whole.",
        related=tuple(RelatedText(TextSpan(*each.span()), "a share") for each in (one, other)),
    )


def _stops(text: str, one: re.Match[str], other: re.Match[str]) -> bool:
    """Whether a sentence or clause ends between two shares."""
    return _SENTENCE_STOP.search(text, one.end(), other.start()) is not None


def _continued(
    text: str, found: list[re.Match[str]], shares: list[re.Match[str]]
) -> list[re.Match[str]]:
    """The shares with those of the sentence before, if they are too few for all."""
    at = first = found.index(shares[0])
    if sum(float(each[1]) for each in shares) >= 100 - _WILD or not first:
        return shares
    first -= 1
    if len(_SENTENCE_STOP.findall(text, found[first].end(), found[at].start())) != 1:
        return shares
    while first and not _stops(text, found[first - 1], found[first]):
        first -= 1
    longer = found[first:at] + shares
    start = found[first].start()
    start = max(text.rfind(". ", 0, start), text.rfind("\n", 0, start), 0)
    if _OTHER_SHARE.search(text, start, shares[-1].end()):
        return shares
    return longer if sum(float(each[1]) for each in longer) >= 100 - _WILD / 2 else shares


# Shares between these are not all of one whole.
_OTHER_SHARE = LazyPattern(
    r"\b(?:rose|fell|rise|grew|last|previous|year|turnout|among|of\s(?:these|those|them|whom|which)|"
    r"increase\w*|higher|lower|more|less|than|from|compared|against|up|down|points?|while)\b"
)


def _begun_before(found: list[re.Match[str]], first: int, total: float) -> bool:
    """Whether the shares of the sentences before, taken with these, come to 100."""
    while first and total < 100:
        first -= 1
        total += float(found[first][1])
        if abs(total - 100) <= _ROUNDING * (len(found) - first):
            return True
    return False


def _compared(text: str, shares: list[re.Match[str]]) -> bool:
    """Whether the sentence sets shares of another time or place beside these."""
    return _COMPARED.search(text, shares[0].start(), shares[-1].start()) is not None
