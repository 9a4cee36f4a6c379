"""*Yesterday* against the article's own day, and what will happen on a day that is past."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from copylint.analysis.article import Article
from copylint.analysis.calendar_days import MONTHS, WEEKDAYS, nearest
from copylint.analysis.ledger.dates import dateline_day, day_of, relative_days
from copylint.analysis.ledger.entries import DateStatement
from copylint.analysis.line_numbers import place_of
from copylint.contract.check import Check, Options
from copylint.core.finding import Match, RelatedText
from copylint.core.rule import Bad, Good, Rule, Severity

YESTERDAY = Rule(
    id="facts.yesterday",
    summary="Flags 'yesterday', 'today' or 'tomorrow' with a day that it cannot be.",
    why=(
        "'Yesterday (Monday)' in a story of Wednesday is left over from an earlier draft. The rule "
        "compares the day with the one on which the article says that it was published, or with "
        "another 'yesterday' or 'today' in it."
    ),
    bad=(
        Bad(
            "---\ntitle: The mill\ndate: 2023-06-07\n---\nIt closed yesterday (Monday).\n",
            "yesterday (Monday",
            format="markdown",
        ),
        Bad(
            "It closed yesterday (Monday). The owner will speak today, Thursday.",
            "today, Thursday",
        ),
    ),
    severity=Severity.SUGGESTION,
    good=(
        Good(
            "---\ntitle: The mill\ndate: 2023-06-07\n---\nIt closed yesterday (Tuesday).\n",
            format="markdown",
        ),
        Good("It closed yesterday (Monday). The owner will speak today, Tuesday."),
    ),
)

TENSE = Rule(
    id="facts.tense",
    summary="Flags a past event whose date is still to come, and a coming one whose date is past.",
    why=(
        "The date, or the tense, is that of another draft. The rule needs an article that says "
        "when it was published (in its front matter, dateline or file name) and a verb that goes "
        "with the date."
    ),
    bad=(
        Bad(
            "---\ntitle: The mill\ndate: 2023-06-07\n---\nThe mill will open on 1 June.\n",
            "1 June",
            format="markdown",
        ),
        Bad(
            "---\ntitle: The mill\ndate: 2023-06-07\n---\nThe mill opened on 10 June 2023.\n",
            "10 June 2023",
            format="markdown",
        ),
    ),
    severity=Severity.SUGGESTION,
    good=(
        Good(
            "---\ntitle: The mill\ndate: 2023-06-07\n---\nThe mill will open on 10 June.\n",
            format="markdown",
        ),
        Good(
            "---\ntitle: The mill\ndate: 2023-06-07\n---\nIt was due to open on 10 June 2023.\n",
            format="markdown",
        ),
    ),
)


class Days(Check):
    """Compares the days of an article with its own."""

    rules = (YESTERDAY, TENSE)

    def check(self, article: Article, options: Options) -> Iterable[Match]:
        """The days that cannot be."""
        statements = [each for each in article.ledger.dates if not each.quoted]
        relatives = [each for each in statements if each.relative]
        tensed = [each for each in statements if each.tense and not each.relative]
        if not relatives and not tensed:
            return
        own = day_of(article)
        if relatives:
            yield from _relative(article, relatives, own)
        if own is not None:
            for statement in tensed:
                yield from _tensed(statement, own)


def _relative(
    article: Article, relatives: list[DateStatement], own: date | None
) -> Iterator[Match]:
    head = None if own is not None else dateline_day(article.document)
    first: DateStatement | None = None
    for each in relatives:
        shift = relative_days(each.relative)
        if own is not None:
            meant = own + timedelta(shift)
            if not _fits(each, meant):
                yield Match(
                    each.span,
                    f"The article is of {_shown(own)}, so '{each.relative}' is {_shown(meant)}: "
                    "which is right?",
                    rule=YESTERDAY.id,
                )
            continue
        if head is not None and each.month is not None and each.day is not None:
            if head not in _days_before(each.month, each.day, shift):
                said = f"{head[1]} {MONTHS[head[0] - 1]}"
                yield Match(
                    each.span,
                    f"The dateline is {said}, which does not fit '{each.relative}' here: "
                    "which is right?",
                    rule=YESTERDAY.id,
                )
            continue
        if each.weekday is None:
            continue
        if first is None or first.weekday is None:
            first = each
            continue
        today = (first.weekday - relative_days(first.relative)) % 7
        if (each.weekday - shift) % 7 != today:
            shown = " ".join(article.text[first.span.start : first.span.end].split())
            yield Match(
                each.span,
                f"'{each.relative}' is {WEEKDAYS[each.weekday]} here, but {shown} "
                f"{place_of(article, each.span.start, first.span.start)}: which is right?",
                (),
                (RelatedText(first.span, "the other statement"),),
                rule=YESTERDAY.id,
            )


def _days_before(month: int, day: int, shift: int) -> set[tuple[int, int]]:
    """Month and day of the article's day, if *yesterday* (a shift of -1) is this day."""
    found: set[tuple[int, int]] = set()
    for year in (2023, 2024):
        try:
            own = date(year, month, day) - timedelta(shift)
        except ValueError:
            continue
        found.add((own.month, own.day))
    return found


def _fits(each: DateStatement, meant: date) -> bool:
    if each.weekday is not None and each.weekday != meant.weekday():
        return False
    if each.month is not None and (each.month, each.day) != (meant.month, meant.day):
        return False
    return each.year is None or each.year == meant.year


def _tensed(each: DateStatement, own: date) -> Iterator[Match]:
    if each.month is None or each.day is None:
        return
    try:
        days = (
            [date(each.year, each.month, each.day)]
            if each.year is not None
            else nearest(each.month, each.day, own)
        )
    except ValueError:
        return
    past = [day < own for day in days]
    if not days or any(day == own for day in days):
        return
    # A day without a year is in the past or to come, unless the nearest ones are on both sides.
    if all(past) and each.tense == "future":
        what = "is past, but the verb says that it is to come"
    elif not any(past) and each.tense == "past":
        what = "is still to come, but the verb says that it is past"
    else:
        return
    yield Match(each.span, f"The article is of {_shown(own)}: this day {what}.", rule=TENSE.id)


def _shown(day: date) -> str:
    return f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]} {day.year}"
