"""Reads the dates of an article, with the tense of their clause and words such as *yesterday*."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from copylint.analysis.annotated_text import AnnotatedText, Sentence
from copylint.analysis.calendar_days import (
    DAY_NUMBER,
    MONTH,
    MONTH_NUMBER,
    MONTH_STEMS,
    WEEKDAY,
    own_day,
)
from copylint.analysis.ledger.entries import DateStatement
from copylint.analysis.names.people import BODY
from copylint.core.blocks import BlockKind
from copylint.core.document import Document
from copylint.core.span import TextSpan
from copylint.language.hedges import is_hedged
from copylint.language.lazy_pattern import LazyPattern


def _day_month(prefix: str = "") -> str:
    """The pattern of a day and a month, with the year if there is one."""
    return (
        rf"(?:(?P<{prefix}day>\d{{1,2}})(?:st|nd|rd|th)?\s(?:of\s)?(?P<{prefix}month>{MONTH})"
        rf"|(?P<{prefix}first>{MONTH})\s(?P<{prefix}second>\d{{1,2}})(?:st|nd|rd|th)?(?!\d))"
        rf"(?:,?\s(?P<{prefix}year>(?:1[5-9]|20)\d\d)(?!\d))?"
    )


_DATE = LazyPattern(rf"(?<![\w.,:/-])(?:(?P<weekday>{WEEKDAY}),?\s(?:the\s)?)?{_day_month()}")
#: What every date with a day has.
DAY_HINT = LazyPattern(
    r"\d(?:st|nd|rd|th)?\s(?:of\s)?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
    r"|(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?\s\d",
    needs=MONTH_STEMS,
)
_RELATIVE_DAYS = {"yesterday": -1, "last night": -1, "today": 0, "tonight": 0, "this morning": 0,
                  "this afternoon": 0, "this evening": 0, "tomorrow": 1}  # fmt: skip
_RELATIVE = LazyPattern(
    rf"\b(?P<relative>{'|'.join(_RELATIVE_DAYS)})(?:\s(?:morning|afternoon|evening|night))?"
    rf"(?:,\s|\s\(|\s[–—-]\s|,?\son\s)(?:on\s)?"
    rf"(?:{_day_month()}|(?P<weekday>{WEEKDAY})(?:,?\s(?:the\s)?{_day_month('w')})?)",
    re.IGNORECASE,
)
_RELATIVE_HINT = LazyPattern(
    rf"\b(?:{'|'.join(_RELATIVE_DAYS)})\b",
    re.IGNORECASE,
    needs=(
        "esterday",
        "oday",
        "omorrow",
        "onight",
        "ast night",
        "his morning",
        "his afternoon",
        "his evening",
    ),
)
_FUTURE = LazyPattern(
    r"\b(?:will|shall|['’]ll|(?:is|are)\s(?:due|set|to|going|expected|scheduled|planned)|"
    r"plans?\sto|hopes?\sto|opens|begins|starts|takes\splace|runs|go(?:es)?\son\ssale)\b"
)
_PAST = LazyPattern(
    r"(?<!\bbe\s)\b(?:was|were|took\splace|opened|began|started|closed|ended|died|happened|met|won(?!['’])|lost|went|"
    r"held|beat|fell|broke|burned|burnt|collapsed|crashed|appeared|visited|scored|robbed|stabbed|"
    r"shot|sailed|landed|sank|struck|hit|retired|returned|ruled|launched|arrived|left|signed|married|resigned|played|ran)\b"
)
# The clause says what was planned, wished or said: no tense of the event itself.
_NEITHER = LazyPattern(
    r"\b(?:was|were|had\sbeen|been|originally)\s(?:\w+\s)?(?:due|to|set|scheduled|expected|planned|"
    r"supposed|meant|postponed|delayed|moved|rescheduled|announced|confirmed|told|asked|ordered|"
    r"given|adjourned|remanded|bailed|extended|chosen|invited|booked|fixed|valid)\b"
    r"|\b(?:would|could|should|might|may|if|until|till|by|before|after|since|from|deadline|expire\w*|"
    r"postponed|brought\sforward|put\sback|ahead\sof|for|through|between|and|or|not|as\sof|dated|"
    r"adjourned|ending|starting|beginning|signed\sup|planned|agreed|decided|voted|named|called)\b"
    r"|said|says|announced",
)
_INFINITIVE = LazyPattern(r"\bto\s[a-z]+(?:\s\w+){0,2}\Z")
_REACH = 90
#: Where a dateline without a year gives its day: "LEITH, 30 May —".
_TOP = LazyPattern(
    rf"[A-Z]{{3}}[A-Za-z .,'’()-]{{0,40}}?[,\s(]+(?:(?P<weekday>{WEEKDAY}),?\s)?"
    rf"(?:(?P<day>\d{{1,2}})\s(?P<month>{MONTH})|(?P<first>{MONTH})\s(?P<second>\d{{1,2}}))\)?"
    r"\s?(?:\([A-Za-z]+\)\s?)?[—–-]"
)
_TOP_BLOCKS = 6


def day_of(article: AnnotatedText) -> date | None:
    """The day on which the article says that it was published, with a year."""
    return own_day(article.document)


def dateline_day(document: Document) -> tuple[int, int] | None:
    """Month and day of a dateline that gives no year."""
    for block in document.blocks[:_TOP_BLOCKS]:
        if block.kind in (BlockKind.PARAGRAPH, BlockKind.DATELINE):
            found = _TOP.match(document.text, block.span.start, block.span.end)
            if found is not None:
                month = (found["month"] or found["first"]).rstrip(".").lower()
                return MONTH_NUMBER[month], int(found["day"] or found["second"])
    return None


def relative_days(word: str) -> int:
    """How many days *yesterday* and the like are from today."""
    return _RELATIVE_DAYS[word.lower()]


def dates(article: AnnotatedText) -> Iterator[DateStatement]:
    """The dates with a day, in the story itself, in order of the sentences."""
    plain, relatives = article.passages_with(DAY_HINT), article.passages_with(_RELATIVE_HINT)
    if not (plain or relatives):
        return
    for passage in article.passages:
        near, relative = passage in plain, passage in relatives
        if not (near or relative) or passage.kind not in BODY:
            continue
        for sentence in passage.sentences:
            if relative:
                yield from _relatives(article, sentence)
            if near:
                yield from _plain(article, sentence)


def _plain(article: AnnotatedText, sentence: Sentence) -> Iterator[DateStatement]:
    for found in _DATE.finditer(article.text, sentence.start, sentence.end):
        month = _month(found["month"] or found["first"])
        day = int(found["day"] or found["second"])
        if month is None or not 1 <= day <= 31:
            continue
        yield _statement(
            article, sentence, found.start(), found.end(), _year(found["year"]), month, day,
            _weekday(found["weekday"]), "", _tense(article.text, sentence, found.start()),
        )  # fmt: skip


def _relatives(article: AnnotatedText, sentence: Sentence) -> Iterator[DateStatement]:
    for found in _RELATIVE.finditer(article.text, sentence.start, sentence.end):
        month = _month(found["month"] or found["first"] or found["wmonth"] or found["wfirst"])
        day = found["day"] or found["second"] or found["wday"] or found["wsecond"]
        year = _year(found["year"] or found["wyear"])
        yield _statement(
            article, sentence, found.start(), found.end(), year, month, int(day) if day else None,
            _weekday(found["weekday"]), found["relative"].lower(), "",
        )  # fmt: skip


def _statement(
    article: AnnotatedText,
    sentence: Sentence,
    start: int,
    end: int,
    year: int | None,
    month: int | None,
    day: int | None,
    weekday: int | None,
    relative: str,
    tense: str,
) -> DateStatement:
    end -= article.text[start:end].endswith(
        "."
    )  # the stop of an abbreviation may be the sentence's
    return DateStatement(
        TextSpan(start, end), sentence.block, TextSpan(sentence.start, sentence.end),
        article.quotations.is_quoted(start),
        is_hedged(article.text, start, end, sentence.start), year, month, day, weekday, relative,
        tense,
    )  # fmt: skip


def _month(shown: str | None) -> int | None:
    return None if shown is None else MONTH_NUMBER.get(shown.rstrip(".").lower())


def _year(shown: str | None) -> int | None:
    return None if shown is None else int(shown)


def _weekday(shown: str | None) -> int | None:
    return None if shown is None else DAY_NUMBER.get(shown.rstrip(".").lower())


def _tense(text: str, sentence: Sentence, start: int) -> str:
    """The tense of the clause before a date; empty if it is not plain."""
    before = text[max(sentence.start, start - _REACH) : start]
    if not before.rstrip().endswith(("on", "On", ",", "this", "last", "next")):
        return ""
    before = before.rstrip().removesuffix("on").rstrip()
    future, past = _last(_FUTURE, before), _last(_PAST, before)
    if future == past == -1 or _NEITHER.search(before):
        return ""
    if future < past and _INFINITIVE.search(before):
        return ""
    return "future" if future > past else "past"


def _last(pattern: LazyPattern, text: str) -> int:
    return max((found.start() for found in pattern.finditer(text)), default=-1)
