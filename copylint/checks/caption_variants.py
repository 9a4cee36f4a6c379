"""Captions that are the same but for one figure or one word."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property

from copylint.analysis.article import Article
from copylint.analysis.captions import Caption, Pictures, captions_of
from copylint.analysis.line_numbers import place_of
from copylint.contract.check import Check, Options
from copylint.core.finding import Match, RelatedText
from copylint.core.kept_patterns import compiled
from copylint.core.record import record
from copylint.core.rule import Bad, Good, Rule, Severity
from copylint.core.span import TextSpan
from copylint.language.lazy_pattern import LazyPattern
from copylint.language.near_duplicates import folded, is_near
from copylint.language.quantities import WORD_NUMBER, value_of_words

_PICTURE = "![A lighthouse on a rock](lamp.jpg)\n\n"
_NORTH = "*The keeper of the light on the north pier in 1951. Photograph: Orla Quist*\n\n"
_BETWEEN = "He kept the light for thirty years, and his son after him.\n\n"

VARIANT = Rule(
    id="duplicates.caption-variant",
    summary="Flags two captions that are the same but for a figure, or a word of one picture.",
    why=(
        "A caption that was corrected under one picture and not under the other gives two figures "
        "for one thing. Years, and numbers of figures, tables, days and the like, are passed over, "
        "and so are captions that differ in a word, unless both are under the same picture."
    ),
    bad=(
        Bad(
            "The storm tore the roofs from 12 cottages at the harbour ©Shore Press\n\n"
            "He has kept the light for thirty years.\n\n"
            "The storm tore the roofs from 13 cottages at the harbour ©Shore Press\n",
            "13",
        ),
        Bad(
            _PICTURE + _NORTH + _BETWEEN + _PICTURE + _NORTH.replace("north", "south"),
            "south",
            format="markdown",
        ),
    ),
    good=(
        Good(
            "The lighthouse at the harbour mouth as it was in 1951 ©Shore Press\n\n"
            "He has kept the light for thirty years.\n\n"
            "The lighthouse at the harbour mouth as it was in 2011 ©Shore Press\n"
        ),
        Good(
            _PICTURE
            + _NORTH
            + _BETWEEN
            + _PICTURE.replace("lamp", "pier")
            + _NORTH.replace("north", "south"),
            format="markdown",
        ),
    ),
    severity=Severity.SUGGESTION,
)

_FIGURE = rf"(?<![\w.,:/£$€-])[£$€]?\d+(?:[.,]\d+)*(?:m|bn|k)?(?![\w/:-])|\b{WORD_NUMBER}(?![\w-])"
_UNIT = LazyPattern(rf"(?P<figure>{_FIGURE})|[^\W_]+(?:['’ʼ][^\W_]+)*", re.IGNORECASE)
# "Figure 3", "Day 2", "No 10", "3 of 12" and "2. ": the numbers of a series of pictures.
_SERIES = LazyPattern(
    r"(?:\b(?:fig|figure|table|day|days|no|number|part|chapter|room|page|step|week|stage|round|lot|"
    r"game|match|lap|hole|plate|map|image|picture|photo|exhibit|route|platform)\.?|#)\s?\Z",
    re.IGNORECASE,
)
_AFTER_SERIES = LazyPattern(r"(?:st|nd|rd|th)\b|\sof\b|[.):]\s|\s?[-–]\s?\d", re.IGNORECASE)
# "June 3", "aged 9" and "at 10": two pictures, unless both captions are under one.
_DATE = LazyPattern(
    r"\b(?:january|february|march|april|may|june|july|august|september|october|november|december|"
    r"at|by|aged?)\.?\s?\Z",
    re.IGNORECASE,
)
_AFTER_DATE = LazyPattern(
    r"\s(?:january|february|march|april|may|june|july|august|september|october|november|december|"
    r"am|pm)\b",
    re.IGNORECASE,
)
_YEAR = compiled(r"(?:1[6-9]|20)\d\d")
_FEWEST_WORDS = 6
_MOST_UNITS = 80  # longer "captions" are paragraphs, and each unit costs a comparison


@record(eq=False)
class _Read:
    """A caption as units: words and figures, in order."""

    caption: Caption
    units: tuple[str, ...]
    places: tuple[TextSpan, ...]
    figures: frozenset[int]


class CaptionVariants(Check):
    """Compares captions that agree in all words and figures but one."""

    rules = (VARIANT,)

    def check(self, article: Article, options: Options) -> Iterable[Match]:
        """The later of two captions that differ in one place."""
        captions = [
            caption
            for caption in captions_of(article)
            if caption.certain and len(caption.words) >= _FEWEST_WORDS
        ]
        if len(captions) > 1:
            yield from _Comparison(article, captions).matches()


class _Comparison:
    def __init__(self, article: Article, captions: list[Caption]) -> None:
        self._article = article
        read = (_read(article, caption) for caption in captions)
        # A caption given twice word for word is another rule's.
        self._captions = list({each.units: each for each in reversed([*read])}.values())[::-1]

    def matches(self) -> Iterator[Match]:
        """A match for each pair that is alone in differing in one place."""
        alike: defaultdict[tuple[int, tuple[str, ...]], list[_Read]] = defaultdict(list)
        for each in self._captions:
            pictured = each.caption.index in self._twice
            for at in range(len(each.units)) if pictured else sorted(each.figures):
                alike[at, (*each.units[:at], *each.units[at + 1 :])].append(each)
        for (at, _), found in alike.items():
            if len(found) == 2:  # more are a series
                yield from self._match(at, *found)

    @cached_property
    def _twice(self) -> dict[int, str]:
        """The files of pictures that exactly two captions are under, by the captions' indexes."""
        if not self._article.document.images:
            return {}
        pictures = Pictures(self._article.document)
        files = {each.caption.index: pictures.file_of(each.caption) for each in self._captions}
        often = Counter(files.values())
        return {index: file for index, file in files.items() if file and often[file] == 2}

    def _match(self, at: int, earlier: _Read, later: _Read) -> Iterator[Match]:
        one, other = earlier.caption, later.caption
        file = self._twice.get(one.index)
        same_picture = file is not None and self._twice.get(other.index) == file
        here, there = later.places[at], earlier.places[at]
        text = self._article.text
        shown, other_shown = text[here.start : here.end], text[there.start : there.end]
        figures = all(at in each.figures or each.units[at].isdigit() for each in (earlier, later))
        if figures:
            if _value(shown) == _value(other_shown) or _is_numbered(
                self._article, later, at, same_picture=same_picture
            ):
                return
        elif not same_picture or is_near(
            folded(one.words), folded(other.words), one.words, other.words
        ):
            return
        where = place_of(self._article, here.start, there.start)
        yield Match(
            here,
            f"This caption differs from one {where} in one {'figure' if figures else 'word'}: "
            f"{shown} here, {other_shown} there; which is right?",
            related=(RelatedText(one.span, "the other caption"),),
        )


def _read(article: Article, caption: Caption) -> _Read:
    body = caption.body
    found = list(_UNIT.finditer(article.text, body.start, body.end))[:_MOST_UNITS]
    return _Read(
        caption,
        tuple(unit.group().casefold().replace("’", "'") for unit in found),
        tuple(TextSpan(*unit.span()) for unit in found),
        frozenset(at for at, unit in enumerate(found) if unit["figure"]),
    )


def _value(shown: str) -> str:
    value = value_of_words(shown)
    return shown.casefold() if value is None else str(value)


def _is_numbered(article: Article, caption: _Read, at: int, *, same_picture: bool) -> bool:
    """Whether a figure is one of a series, or a year, date or age of another picture."""
    text, body, place = article.text, caption.caption.body, caption.places[at]
    before, after = text[body.start : place.start], text[place.end : body.end]
    if _SERIES.search(before) or _AFTER_SERIES.match(after):
        return True
    if same_picture:
        return False
    return bool(
        _YEAR.fullmatch(text, place.start, place.end)
        or _DATE.search(before)
        or _AFTER_DATE.match(after)
    )
