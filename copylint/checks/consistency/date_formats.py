"""Dates with the day before the month and after it, with and without an ending."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from copylint.analysis.article import Article
from copylint.analysis.author_prose import TokenPlace
from copylint.analysis.majority_form import MinorityForm
from copylint.checks.consistency.matches import tell
from copylint.contract.check import Check, Options
from copylint.core.finding import Match
from copylint.core.kept_patterns import compiled
from copylint.core.rule import Bad, Good, Rule, Severity
from copylint.core.span import TextSpan
from copylint.language.lazy_pattern import LazyPattern
from copylint.language.tokens import Token, TokenKind
from copylint.language.word_list import words

RULE = Rule(
    id="consistency.date",
    summary="Flags a date in a different format from the article's others.",
    why=(
        "In an article that has '25 November', a date like 'November 26' was pasted from "
        "elsewhere. So was 'May 5th' beside 'May 6', or 'Nov 5' beside 'November 6'. Days that are "
        "the name of an event ('September 11') are left alone."
    ),
    bad=(
        Bad(
            "The fair opens on 12 March and ends on 20 March. Tickets are sold from February 3.",
            "February 3",
            "The fair opens on 12 March and ends on 20 March. Tickets are sold from 3 February.",
        ),
        Bad(
            "The fair opens on March 12th and ends on March 20. Tickets are sold from May 3.",
            "March 12th",
            "The fair opens on March 12 and ends on March 20. Tickets are sold from May 3.",
        ),
        Bad(
            "The fair opens on October 12 and ends on October 20. Tickets are sold from Sept 3.",
            "Sept 3",
            "The fair opens on October 12 and ends on October 20. Tickets are sold from "
            "September 3.",
        ),
    ),
    good=(
        Good("The fair opens on 12 March. It recalls September 11 and the 5th of November."),
        Good('The fair opens on 12 March. "It was shut on May 3," he said.'),
        Good("The fair opens on Sept. 12 and ended last year in October 2003."),
    ),
    severity=Severity.SUGGESTION,
)

_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
)  # fmt: skip
_SHORT = {
    "jan": "january", "feb": "february", "aug": "august", "sept": "september",
    "sep": "september", "oct": "october", "nov": "november", "dec": "december",
}  # fmt: skip
# Months that houses which shorten any leave whole.
_NEVER_SHORT = words("march april may june july")
_NAMES = frozenset((*_MONTHS, *_SHORT))
_DAY = LazyPattern(r"([1-9]|[12]\d|3[01])(st|nd|rd|th)?")
_YEAR = compiled(r",?\s\d{4}(?!\d)")
_ENDING = compiled(r"(?<=\d)(?:st|nd|rd|th)")
# Days by which events are called, in either order.
_EVENTS = frozenset(
    {
        ("september", "11"), ("july", "4"), ("january", "6"), ("november", "5"), ("july", "7"),
        ("october", "7"), ("may", "1"), ("june", "4"), ("february", "14"), ("december", "25"),
        ("july", "14"), ("november", "11"), ("april", "1"),
    }
)  # fmt: skip


class _Date(NamedTuple):
    """A day of a month: ``first`` says whether the day comes first, ``year`` if one follows."""

    span: TextSpan
    day: Token
    month: str
    number: str
    ending: bool
    first: bool
    short: bool
    year: bool


class DateFormats(Check):
    """Compares how an article writes its dates."""

    rules = (RULE,)

    def check(self, article: Article, options: Options) -> Iterable[Match]:
        """The rarer way in each respect; one finding at a place."""
        if article.author_prose.forms.isdisjoint(_NAMES):
            return
        dates = [date for date in _dates(article) if (date.month, date.number) not in _EVENTS]
        told: set[TextSpan] = set()
        for match in _judge(article.text, dates):
            if match.span not in told:
                told.add(match.span)
                yield match


def _dates(article: Article) -> Iterator[_Date]:
    for passage in article.author_prose.passages:
        lower = passage.lower
        if _NAMES.isdisjoint(lower):
            continue
        for at, form in enumerate(lower):
            if form in _NAMES and passage.tokens[at].text[0].isupper():
                date = _date(article.text, TokenPlace(passage, at))
                if date is not None and article.author_prose.says(date.span.start):
                    yield date


def _date(text: str, place: TokenPlace) -> _Date | None:
    token, form = place.token, place.lower(0)
    before, after, end = place.near(-1), place.near(1), token.end
    if after is not None and after.text == "." and form in _SHORT and after.start == end:
        end = after.end
        after = place.near(2)
    month = _SHORT.get(form, form)
    short = form in _SHORT
    first = _as_day(text, before, before, token)
    last = _as_day(text, after, token, after)
    if (first is None) == (last is None):
        return None
    # Dates with a year have no ending even if others do: "May 5th", "May 5, 2016".
    if first is not None and before is not None:
        span, year = TextSpan(before.start, end), _YEAR.match(text, end) is not None
        return _Date(span, before, month, first[1], bool(first[2]), True, short, year)
    assert last is not None and after is not None
    span, year = TextSpan(token.start, after.end), _YEAR.match(text, after.end) is not None
    return _Date(span, after, month, last[1], bool(last[2]), False, short, year)


def _as_day(
    text: str, token: Token | None, left: Token | None, right: Token | None
) -> re.Match[str] | None:
    """``token`` as a day of the month if only spaces separate it from the month."""
    if token is None or token.kind is not TokenKind.NUMBER or left is None or right is None:
        return None
    between = text[left.end : right.start]
    if between.strip() not in ("", ".") or len(between) > 2:
        return None
    return _DAY.fullmatch(token.text)


def _judge(text: str, dates: list[_Date]) -> Iterator[Match]:
    by_span = {date.span: date for date in dates}

    def of(which: dict[str, list[TextSpan]], change: str) -> Iterator[Match]:
        def better(minority: MinorityForm[str]) -> str:
            date, model = by_span[minority.span], by_span[minority.others[0]]
            return _rewritten(text, date, model, change)

        def message(minority: MinorityForm[str]) -> str:
            here = text[minority.span.start : minority.span.end]
            other = text[minority.others[0].start : minority.others[0].end]
            return f"'{here}' here but '{other}' elsewhere; use one date format."

        return tell(RULE, which, message, better, lambda _: "written otherwise")

    orders: dict[str, list[TextSpan]] = {"first": [], "last": []}
    endings: dict[str, list[TextSpan]] = {"plain": [], "ending": []}
    lengths: dict[str, list[TextSpan]] = {"full": [], "short": []}
    for date in dates:
        orders["first" if date.first else "last"].append(date.span)
        if date.ending or not date.year:
            endings["ending" if date.ending else "plain"].append(date.span)
        if date.month not in _NEVER_SHORT:
            lengths["short" if date.short else "full"].append(date.span)
    yield from of(orders, "order")
    yield from of(endings, "ending")
    yield from of(lengths, "length")


def _rewritten(text: str, date: _Date, model: _Date, change: str) -> str:
    """The date as ``model`` has it in the respect of ``change``."""
    whole = text[date.span.start : date.span.end]
    if change == "order":
        number = date.number
        month = date.month.capitalize()
        return f"{month} {number}" if date.first else f"{number} {month}"
    if change == "ending":
        if date.ending:
            return _ENDING.sub("", whole)
        ending = "th" if 10 < int(date.number) < 14 else _ORDINALS.get(date.number[-1], "th")
        at = date.day.end - date.span.start
        return whole[:at] + ending + whole[at:]
    month = date.month.capitalize()
    if not date.short:
        month = next(short for short, full in _SHORT.items() if full == date.month).capitalize()
        month += "." * ("." in text[model.span.start : model.span.end])
    return f"{date.day.text} {month}" if date.first else f"{month} {date.day.text}"


_ORDINALS = {"1": "st", "2": "nd", "3": "rd"}
