"""Lines that give a birth to the day (*Born 2 April 2004*), against the ages in the article."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from copylint.analysis.article import Article
from copylint.analysis.calendar_days import MONTH, MONTH_NUMBER
from copylint.analysis.ledger.dates import day_of
from copylint.core.finding import Match, RelatedText
from copylint.core.span import TextSpan
from copylint.language.lazy_pattern import LazyPattern


def _day(prefix: str) -> str:
    return (
        rf"(?:(?P<{prefix}day>\d{{1,2}})\s(?P<{prefix}month>{MONTH})"
        rf"|(?P<{prefix}first>{MONTH})\s(?P<{prefix}second>\d{{1,2}})),?\s"
        rf"(?P<{prefix}year>(?:1[89]|20)\d\d)\b"
    )


# born 14 March 1932, died 2 June 2026
_LIFE = LazyPattern(
    rf"\b[Bb]orn:?\s(?:on\s|in\s[A-Z]\w+,?\s(?:on\s)?)?{_day('b')}[,;.:]?\s"
    rf"(?:and\s)?[Dd]ied:?\s(?:on\s)?"
    rf"{_day('d')}"
)
# Born 2 April 2004; Born: April 2, 2004
_BORN = LazyPattern(rf"(?:\A|[\n.:;|*]\s?|\A.{{0,60}}?\s)(?P<line>Born:?\s(?:on\s)?{_day('b')})")
_AT_DEATH = LazyPattern(
    r"\b(?:(?:has\s)?died|dies|dead|death)\b[^.;\n]{0,40}?\b(?:aged|at\sthe\sage\sof|at\sage)\s"
    r"(?P<age>\d{1,3})\b"
)
_THE_OLD = LazyPattern(
    r"\bThe\s(?P<age>\d{1,2})-year-old(?=\s(?:from|who|was|is|has|had|said|won)\b)"
)
_OLDEST = 115


def at_death(article: Article, rule: str) -> Iterator[Match]:
    """The age at which the subject of an obituary died, against the days of its last line."""
    text = article.text
    lives = list(_LIFE.finditer(text))
    if len(lives) != 1:
        return
    born, died = _date(lives[0], "b"), _date(lives[0], "d")
    if born is None or died is None or not born < died:
        return
    lived = _age(born, died)
    said = list(_AT_DEATH.finditer(text))
    if len(said) != 1 or lived > _OLDEST or int(said[0]["age"]) == lived:
        return
    if article.quotations.is_quoted(said[0].start()):
        return
    yield Match(
        TextSpan(*said[0].span("age")),
        f"From {_shown(born)} to {_shown(died)} is {lived} years, not {said[0]['age']}.",
        (),
        (RelatedText(TextSpan(*lives[0].span()), "the days of birth and death"),),
        rule=rule,
    )


def of_players(article: Article, rule: str) -> Iterator[Match]:
    """*The 19-year-old* against the only line of the article that says when somebody was born."""
    text, own = article.text, day_of(article)
    lines = [] if own is None else list(_BORN.finditer(text))
    if own is None or len(lines) != 1 or _LIFE.search(text):
        return
    born = _date(lines[0], "b")
    if born is None or born >= own:
        return
    line = TextSpan(*lines[0].span("line"))
    block = article.document.block_at(line.start)
    if block is None:
        return
    named = [
        person
        for person in article.ledger.persons
        if any(block.span.start <= each.start < line.start for each in person.references)
    ]
    quoted = article.quotations.is_quoted
    ages = [each for each in _THE_OLD.finditer(text) if not quoted(each.start())]
    if len(named) != 1 or len({each["age"] for each in ages}) != 1:
        return
    age, lived = int(ages[0]["age"]), _age(born, own)
    if abs(age - lived) <= 1 or _is_somebodys(article, age, ages[0]):
        return
    before = [
        (each.start, person)
        for person in article.ledger.persons
        for each in person.references
        if each.start < ages[0].start()
    ]
    if not any(person is named[0] for _, person in before):
        return
    yield Match(
        TextSpan(*ages[0].span("age")),
        f"{named[0].name} is {age} here, but was born on {_shown(born)} and so is {lived}: "
        "which is right?",
        (),
        (RelatedText(line, "the day of birth"),),
        rule=rule,
    )


def _is_somebodys(article: Article, age: int, here: re.Match[str]) -> bool:
    """Whether the article gives somebody this age in another place."""
    start = here.start("age")
    return any(each.years == age and each.span.start != start for each in article.ledger.ages)


def _date(found: re.Match[str], side: str) -> date | None:
    month = (found[side + "month"] or found[side + "first"]).rstrip(".").lower()
    day = int(found[side + "day"] or found[side + "second"])
    try:
        return date(int(found[side + "year"]), MONTH_NUMBER[month], day)
    except ValueError:
        return None


def _age(born: date, on: date) -> int:
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


def _shown(day: date) -> str:
    return f"{day.day} {day:%B} {day.year}"
