"""Abbreviations of capitals in an article: where each is explained, and where it is used."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from copylint.analysis.annotated_text import Passage
from copylint.analysis.article import Article
from copylint.core.kept_patterns import compiled
from copylint.core.span import TextSpan
from copylint.language.lazy_pattern import LazyPattern
from copylint.language.tokens import TokenKind
from copylint.language.word_list import words

WELL_KNOWN_FILE = Path(__file__).parent.parent / "data" / "known_abbreviations.txt"


class Definition(NamedTuple):
    """An abbreviation explained beside its long form.

    ``span`` is the abbreviation, ``long`` its long form, both in ``Document.text``.
    ``in_brackets`` is the bracket with what is in it: ``(WHO)``.
    """

    short: str
    span: TextSpan
    long: TextSpan
    in_brackets: TextSpan


# Bounded and without ambiguous splits, so a line of capitals costs no more than other text.
_SHORT = r"[A-Z][A-Za-z0-9&]{1,8}(?![A-Za-z0-9&])"
# "(WHO)", "(the WHO)", "(“WHO”)", "(WHO; since 1948)"
_BRACKET = LazyPattern(rf"\((?:the )?[\"“'‘]?({_SHORT})[\"”'’]?(?=[);,])")
_AFTER = LazyPattern(
    rf"(?<![\w-])({_SHORT}) \([\"“]?((?:[^\W\d_][\w'’&.]*[ -]){{1,7}}[^\W\d_][\w'’.]*)[\"”]?\)"
)
_WORD = LazyPattern(r"[^\W_][\w'’&.]*")
_LONGEST_SHORT = 8
# Words of a long form that may or may not have a letter in the abbreviation.
_SMALL = words("of the and for in on to a an at by with de la le du des et und und's & from as or")


@cache
def well_known() -> frozenset[str]:
    """Abbreviations that need no explanation in an article."""
    lines = WELL_KNOWN_FILE.read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


def definitions(article: Article) -> list[Definition]:
    """Where the article's own prose explains abbreviations, in order."""
    text = article.text
    if "(" not in text:
        return []
    found: list[Definition] = []
    for passage in article.author_prose.passages:
        if "(" in passage.text:
            found += _in_passage(text, passage)
    return [each for each in found if article.author_prose.says(each.span.start)]


def _in_passage(text: str, passage: Passage) -> Iterator[Definition]:
    start, end = passage.block.span.start, passage.block.span.end
    for match in _BRACKET.finditer(text, start, end):
        short = short_of(match[1])
        if not 1 < len(short) <= _LONGEST_SHORT:
            continue
        long = _long_before(text, start, match.start(), short)
        if long is not None:
            span = TextSpan(match.start(1), match.start(1) + len(short))
            close = text.find(")", match.end(), end)
            yield Definition(short, span, long, TextSpan(match.start(), close + 1 or match.end()))
    for match in _AFTER.finditer(text, start, end):
        short = short_of(match[1])
        if not 1 < len(short) <= _LONGEST_SHORT:
            continue
        if _initials_fit(short, _words([*_WORD.finditer(match[2])])):
            span = TextSpan(match.start(1), match.start(1) + len(short))
            yield Definition(
                short, span, TextSpan(*match.span(2)), TextSpan(match.start(2) - 1, match.end())
            )


def _long_before(text: str, start: int, at: int, short: str) -> TextSpan | None:
    """The words before the bracket at ``at`` whose initials ``short`` is made of."""
    letters = [char for char in short if char.isalpha() and char != "&"]
    window = text[max(start, at - 160) : at]
    base = max(start, at - 160)
    found = [*_WORD.finditer(window)]
    if not found or not letters or any(stop in window[found[-1].end() :] for stop in ".;:!?)"):
        return None
    for count in range(2, min(len(found), 2 * len(letters) + 2) + 1):
        taken = found[-count:]
        if "." in window[taken[0].end() : taken[1].start()] or "(" in window[taken[0].start() :]:
            return None
        first = taken[0].group()
        if first[0].lower() != letters[0].lower() or first.lower() in _SMALL:
            continue
        if _initials_fit(short, _words(taken)):
            return TextSpan(base + taken[0].start(), base + taken[-1].end())
    return None


def _initials_fit(short: str, long: list[tuple[str, bool]]) -> bool:
    """Whether ``short`` is made of the words' initials; small words may be left out.

    So may words after a hyphen, which the second item of each pair marks.
    """
    letters = "".join(char for char in short if char.isalpha()).lower()
    at = 0
    for word, hyphened in long:
        if at < len(letters) and letters[at] == word[0].lower():
            at += 1
        elif not hyphened and word.lower() not in _SMALL:
            return False
    return at == len(letters) and len(letters) > 1


def _words(found: list[re.Match[str]]) -> list[tuple[str, bool]]:
    """The words, each with a flag for whether a hyphen ties it to the one before."""
    return [(each.group(), each.string[each.start() - 1 : each.start()] == "-") for each in found]


class AbbreviationUse(NamedTuple):
    """One use of an abbreviation; ``own`` says that it is in the article's own prose."""

    span: TextSpan
    own: bool


def uses(
    article: Article, wanted: frozenset[str] | None = None
) -> dict[str, list[AbbreviationUse]]:
    """The uses of abbreviations in order: of ``wanted`` ones, or of all that look like one.

    A plural or possessive ending is not part of the place.
    """
    found: dict[str, list[AbbreviationUse]] = {}
    own = {id(passage) for passage in article.author_prose.passages}
    for passage in article.passages:
        is_own = id(passage) in own
        for kind, shown, start, _ in passage.tokens:
            if kind is not TokenKind.WORD or not shown[0].isupper() or len(shown) < 2:
                continue
            short = short_of(shown)
            if short and (short in wanted if wanted is not None else True):
                speaks = is_own and article.author_prose.says(start)
                found.setdefault(short, []).append(
                    AbbreviationUse(TextSpan(start, start + len(short)), speaks)
                )
    return found


_ENDING = compiled(r"(?:['’][sS]?|s|s['’])$")


def short_of(shown: str) -> str:
    """The abbreviation in a word, without an ending; empty if the word is not one."""
    if shown.isupper() and shown.isalpha():
        return shown
    bare = _ENDING.sub("", shown)
    if len(bare) > 1 and sum(map(str.isupper, bare)) > 1 and bare.isalnum():
        return bare
    return ""
