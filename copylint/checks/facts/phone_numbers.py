"""Phone numbers with a digit too many or too few."""

from __future__ import annotations

import re
from collections.abc import Iterable

from copylint.analysis.article import Article
from copylint.contract.check import Check, Options
from copylint.core.finding import Match
from copylint.core.kept_patterns import compiled
from copylint.core.rule import Bad, Good, Rule, Severity
from copylint.core.span import TextSpan
from copylint.language.lazy_pattern import LazyPattern
from copylint.language.word_list import words

PHONE = Rule(
    id="facts.phone-number",
    summary="Flags a British phone number with a digit too many or too few.",
    why=(
        "By Ofcom's numbering plan a British number has eleven digits with its first nought, and "
        "ten in a few areas. The rule reads numbers beside 'call', 'ring', 'tel' and the like that "
        "begin as British ones do."
    ),
    bad=(
        Bad("To book, call 01632 960 4417.", "01632 960 4417"),
        Bad("Ring the office on 020 7946 012.", "020 7946 012"),
    ),
    severity=Severity.SUGGESTION,
    good=(
        Good("To book, call 01632 960 441."),
        Good("Ring Childline on 0800 1111 or the office on 020 7946 0123."),
    ),
)

_CONTACT = LazyPattern(
    r"\b(?:call|calls|calling|phone|phoning|ring|ringing|telephone|tel|text|texting|helpline|"
    r"hotline|number|line|contact|book|bookings|tickets|details|information|enquiries|on)\b"
    r"[^.;\n\d]{0,40}\Z|\bTel\.?:?\s\Z|\bor\s(?:on\s)?\Z",
    re.IGNORECASE,
)
_REACH = 60  # code points before a number in which its context is looked for
# The number may be followed by hours: "01632 960441 24 hours a day".
_NUMBER = LazyPattern(
    r"(?<![\d£$€.,/+(-])(?P<number>\(?(?P<code>0\d{2,4})\)?(?:[ -]?\d{1,8}){1,4})"
    r"(?![\d-]|[,.:/]\d|\s\d|\s?(?:[ap]\.?m\b|hours?\b|days?\b|minutes?\b|to\s\d|[–]\d))"
)
_KINDS = compiled(
    r"01\d\d|02[03489]|03(?:0[036]|3[03]|4[45]|7[01])|07[1-9]\d|08(?:0[08]|4[45]|7[01])"
)
_FULL = 11
_MOST = 14  # more digits than this are two numbers
_LEAST = 7
# Areas in which some numbers have ten digits.
_SHORT_AREAS = words(
    "01204 01208 01254 01276 01297 01298 01363 01364 01384 01386 01404 01420 01460 01461 01480 "
    "01488 01524 01527 01562 01566 01606 01629 01635 01647 01659 01695 01697 01726 01744 01750 "
    "01768 01827 01837 01884 01900 01905 01935 01946 01949 01963 01995"
)


class PhoneNumbers(Check):
    """Counts the digits of phone numbers."""

    rules = (PHONE,)

    def check(self, article: Article, options: Options) -> Iterable[Match]:
        """The numbers that nobody can ring."""
        text = article.text
        if " 0" not in text and "(0" not in text:
            return
        for found in _NUMBER.finditer(text):
            digits = re.sub(r"\D", "", found["number"])
            if _fits(digits) or not _KINDS.match(digits) or not _LEAST <= len(digits) <= _MOST:
                continue
            before = text[max(0, found.start() - _REACH) : found.start()]
            if _CONTACT.search(before):
                yield Match(
                    TextSpan(*found.span("number")),
                    f"This phone number has {len(digits)} digits, a British one {_FULL}.",
                )


def _fits(digits: str) -> bool:
    """Whether the number has as many digits as Ofcom's plan has for its beginning."""
    if len(digits) == _FULL:
        return True
    if digits[:4] in ("0800", "0845"):
        return len(digits) in (8, 10)  # Childline, and old freephone numbers
    return len(digits) == _FULL - 1 and digits[:5] in _SHORT_AREAS
