"""Reads years of beginnings (*founded in 1920*, *born in 1950*) and counts of years since."""

from __future__ import annotations

import re
from collections.abc import Iterator

from copylint.analysis.annotated_text import AnnotatedText
from copylint.analysis.calendar_days import MONTH
from copylint.analysis.names.people import BODY
from copylint.core.record import record
from copylint.core.span import TextSpan
from copylint.language.hedges import is_hedged
from copylint.language.lazy_pattern import LazyPattern
from copylint.language.quantities import WORD_NUMBER, value_of_words

_YEAR = r"(?P<year>1[5-9]\d\d|20\d\d)(?![\d–-])"
_BEGAN = LazyPattern(
    r"\b(?P<what>found(?:ed|ing)|established|establishment|built|opened|opening|formed|launched|"
    r"started|began|created|incorporated|born|birth|married|wedding|signed|signing|published|"
    r"invented|won|victory|disaster|death|died|battle|closed|closure|dates\s(?:back\s)?(?:from|to)|"
    r"battle|fire|flood|since|first\sheld|held\sits\sfirst|set\sup|came\sto|arrived)\b"
    rf"(?:\s(?:[a-z]+\s){{0,4}}?|,\s)(?:(?:in|on|of|to|since)\s)?"
    rf"(?:(?:\d{{1,2}}\s)?{MONTH}\s(?:\d{{1,2}},?\s)?)?{_YEAR}",
    re.IGNORECASE,
)
_NUMBERED = {"centenary": 100, "centennial": 100, "bicentenary": 200, "bicentennial": 200,
             "tercentenary": 300, "sesquicentenary": 150, "golden jubilee": 50,
             "silver jubilee": 25, "diamond jubilee": 60}  # fmt: skip
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fifth": 5, "tenth": 10, "twentieth": 20,
             "thirtieth": 30, "fortieth": 40, "fiftieth": 50, "sixtieth": 60, "seventieth": 70,
             "eightieth": 80, "ninetieth": 90, "hundredth": 100}  # fmt: skip
_COUNT = LazyPattern(
    rf"\b(?P<ordinal>\d{{1,3}}(?:st|nd|rd|th)|{'|'.join(_ORDINALS)})[\s-](?:wedding\s)?"
    r"(?P<kind>anniversary|birthday)\b"
    rf"|\b(?P<named>{'|'.join(_NUMBERED)})\b"
    rf"|(?<![\w.,-])(?P<number>\d{{1,3}}|{WORD_NUMBER})\syears\s(?P<since>ago|later|"
    r"since\b)",
    needs=("years", "anniversary", "birthday", "centen", "jubilee"),
)
_AT = LazyPattern(rf"\b[Ii]n\s{_YEAR}")
#: At most so many years lie between the things that are compared.
_LONGEST = 600


@record
class Beginning:
    """A year in which something began; ``birth`` if it is a person's."""

    span: TextSpan
    year: int
    birth: bool


@record
class YearCount:
    """A number of years, counted up to ``year`` if the sentence gives one that is later.

    ``kind`` is *anniversary*, *birthday*, *ago*, *later* or *since*.
    """

    span: TextSpan
    years: int
    kind: str


def year_counts(article: AnnotatedText) -> Iterator[tuple[list[Beginning], list[YearCount], str]]:
    """The beginnings and the counts of each sentence that has a count, and of its block.

    The text is that of the sentence.
    """
    text = article.text
    counting = article.passages_with(_COUNT)
    if not counting or not article.has(_BEGAN):
        return
    for passage in article.passages:
        if passage.kind not in BODY or passage not in counting:
            continue
        span = passage.block.span
        for sentence in passage.sentences:
            counts = list(_counts(article, sentence.start, sentence.end))
            if not counts:
                continue
            began = list(_beginnings(article, sentence.start, sentence.end))
            if not began:
                began = list(_beginnings(article, span.start, span.end))
            yield began, counts, text[sentence.start : sentence.end]


def years_in(shown: str) -> list[int]:
    """The years that a sentence names after *in*."""
    return [int(found["year"]) for found in _AT.finditer(shown)]


def _beginnings(article: AnnotatedText, start: int, end: int) -> Iterator[Beginning]:
    for found in _BEGAN.finditer(article.text, start, end):
        if not article.quotations.is_quoted(found.start()):
            birth = found["what"] in ("born", "birth")
            yield Beginning(TextSpan(found.start(), found.end()), int(found["year"]), birth)


def _counts(article: AnnotatedText, start: int, end: int) -> Iterator[YearCount]:
    text = article.text
    for found in _COUNT.finditer(text, start, end):
        if article.quotations.is_quoted(found.start()):
            continue
        if is_hedged(text, found.start(), found.end(), start):
            continue
        if found["named"]:
            years, kind = _NUMBERED[found["named"]], "anniversary"
        elif found["ordinal"]:
            shown = found["ordinal"]
            years = _ORDINALS[shown] if shown in _ORDINALS else int(shown[:-2])
            kind = found["kind"]
        else:
            value = found["number"]
            number = int(value) if value.isdigit() else value_of_words(value)
            if number is None:
                continue
            years, kind = number, found["since"].split()[0]
        if 0 < years <= _LONGEST:
            yield YearCount(TextSpan(*found.span()), years, kind)
