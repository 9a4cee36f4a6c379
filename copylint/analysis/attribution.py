"""Whose words a quotation is, where the article says so beside it."""

from __future__ import annotations

from bisect import bisect_left
from typing import NamedTuple

from copylint.analysis.annotated_text import AnnotatedText
from copylint.analysis.quotations import SAID, Quotation
from copylint.core.blocks import Block
from copylint.language.lazy_pattern import LazyPattern
from copylint.language.word_list import words


class Speaker(NamedTuple):
    """The person who is quoted, as the article names that person at ``start`` to ``end``."""

    name: str
    start: int
    end: int


_PART = r"[A-Z][\w’'-]*[\w’]"
_TITLE = r"(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Prof|Professor|Lord|Lady)\.?\s"
_MIDDLE = r"\s(?:[A-Z]\.\s?)?(?:(?:de|van|von|der|al|bin|of)\s)?"
_NAME = rf"(?:{_TITLE})?{_PART}(?:{_MIDDLE}{_PART}){{0,3}}"
_OFFICE = r"(?:the\s)?(?:[a-z][\w-]*\s){1,5}"
# ", said Ann Lee", "Ann Lee, the mayor, told the court", "the mayor, Ann Lee, added"
_AFTER = LazyPattern(
    rf"[\s,]*(?:{SAID}\s(?:{_OFFICE})?(?P<one>{_NAME})"
    rf"|(?:{_OFFICE})?(?P<two>{_NAME})(?:,\s[^,.\"“”\n]{{1,80}},)?\s(?:has\s|had\s|later\s|also\s)?{SAID}\b)"
)
_BEFORE = LazyPattern(
    rf"(?P<name>{_NAME})(?:,\s[^,.\"“”\n]{{1,80}},)?\s(?:has\s|had\s|later\s|also\s)?{SAID}\b"
    r"[^.?!\"“”\n]{0,120}\Z"
)
_REACH = 240  # code points before and after a quotation in which its speaker is named
_NO_NAMES = words(
    "The A An He She It They We I You But And Then When After Before In On At His Her Their One "
    "This That There Asked"
)


def speaker_of(article: AnnotatedText, quotation: Quotation) -> Speaker | None:
    """Who says ``quotation``, if a name and a verb of speaking stand beside it."""
    block = article.document.block_at(quotation.start)
    if block is None:
        return None
    return _after(article, quotation, block) or _before(article, quotation, block)


def _after(article: AnnotatedText, quotation: Quotation, block: Block) -> Speaker | None:
    end = min(block.span.end, quotation.end + _REACH, _next_opening(article, quotation.end))
    found = _AFTER.match(article.text, quotation.end, end)
    if found is None:
        return None
    group = "one" if found["one"] else "two"
    return _speaker(article.text, *found.span(group))


def _before(article: AnnotatedText, quotation: Quotation, block: Block) -> Speaker | None:
    start = max(block.span.start, quotation.start - _REACH, _last_closing(article, quotation.start))
    lead = article.text[start : quotation.start]
    found = _BEFORE.search(lead)
    if found is None:
        return None
    return _speaker(article.text, start + found.start("name"), start + found.end("name"))


def _speaker(text: str, start: int, end: int) -> Speaker | None:
    first, _, rest = text[start:end].partition(" ")
    if first in _NO_NAMES:
        if not rest:
            return None
        start = end - len(rest)
    return Speaker(text[start:end], start, end)


def _next_opening(article: AnnotatedText, at: int) -> int:
    found = article.quotations.found
    index = bisect_left(found, at, key=lambda each: each.start)
    return found[index].start if index < len(found) else len(article.text)


def _last_closing(article: AnnotatedText, at: int) -> int:
    found = article.quotations.found
    index = bisect_left(found, at, key=lambda each: each.start) - 1
    return found[index].end if index >= 0 and found[index].end <= at else 0
