"""Anniversaries, years ago and ages, against the year from which they are counted."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from copylint.analysis.article import Article
from copylint.analysis.calendar_days import MONTH, MONTH_NUMBER
from copylint.analysis.ledger.dates import day_of
from copylint.analysis.ledger.entries import AgeStatement
from copylint.analysis.ledger.subjects import KIN
from copylint.analysis.ledger.year_counts import Beginning, YearCount, year_counts, years_in
from copylint.checks.facts.life_lines import of_players
from copylint.contract.check import Check, Options
from copylint.core.finding import Match, RelatedText
from copylint.core.rule import Bad, Good, Rule, Severity
from copylint.core.span import TextSpan
from copylint.language.lazy_pattern import LazyPattern
from copylint.language.quantities import WORD_NUMBER, value_of_words

ANNIVERSARY = Rule(
    id="facts.anniversary",
    summary="Flags an anniversary or a number of years that its two years do not bear out.",
    why=(
        "A firm founded in 1920 has its hundredth anniversary in 2020. The rule counts to the year "
        "that the sentence gives or, for what is happening now, to the one in which the article "
        "says that it was published; a year more or less is allowed."
    ),
    bad=(
        Bad(
            "The mill, founded in 1920, will mark its 90th anniversary in 2020.",
            "90th anniversary",
        ),
        Bad(
            "---\ntitle: The mill\ndate: 2023-06-07\n---\nThe mill burned 30 years ago, and was "
            "built in 1920.\n\nThe bridge was built in 1953, 60 years ago.\n",
            "60 years ago",
            format="markdown",
        ),
    ),
    severity=Severity.SUGGESTION,
    good=(
        Good("The mill, founded in 1920, will mark its 100th anniversary in 2020."),
        Good("The mill, founded in 1920, burned down 30 years later."),
    ),
)

BIRTH_YEAR = Rule(
    id="facts.birth-year",
    summary="Flags an age that the year of birth does not bear out.",
    why=(
        "A woman born in 1950 is 73 or 74 in 2024. The rule needs an article that says when it "
        "was published, the person's year of birth and an age."
    ),
    bad=(
        Bad(
            "---\ntitle: The mill\ndate: 2023-06-07\n---\nAda Quist, 45, runs the mill. Quist was "
            "born in 1968 in Leith.\n",
            "45",
            format="markdown",
        ),
    ),
    severity=Severity.SUGGESTION,
    good=(
        Good(
            "---\ntitle: The mill\ndate: 2023-06-07\n---\nAda Quist, 45, runs the mill. Quist was "
            "born in 1978 in Leith.\n",
            format="markdown",
        ),
    ),
)

_BORN = LazyPattern(
    r"\b(?:was\s)?[Bb]orn\s(?:[^.;:\n\d]{0,40}?\s)?(?:(?:in|on)\s)?(?:\d{1,2}\s)?(?:[A-Z][a-z]+\s)?"
    r"(?:\d{1,2},\s)?(?P<year>(?:19|20)\d\d)\b"
)
# Between a name and "born" these are of somebody else.
_OTHERS = LazyPattern(rf"\b(?:[A-Z]\w+|whose|that|which|when|{KIN})\b")
_DEAD = LazyPattern(r"\b(?:died|dead|death|killed|the\slate|obituary|funeral)\b")
# Between a year and "60 years ago", or the other way about.
_BETWEEN = LazyPattern(r"[\s,(–—-]{0,3}(?:in\s)?[\s,(–—-]{0,3}")
_ALREADY = LazyPattern(r"\b(?:was|were|had|celebrated|marked|then)\b[^,.;]{0,24}\Z")


class Anniversaries(Check):
    """Compares counts of years with the years that they lie between."""

    rules = (ANNIVERSARY, BIRTH_YEAR)

    def check(self, article: Article, options: Options) -> Iterable[Match]:
        """The counts that do not fit."""
        for began, counts, shown in year_counts(article):
            if len(counts) == 1 and len({each.year for each in began}) == 1:
                yield from _judge(article, began[0], counts[0], shown)
        if "orn " in article.text:
            yield from _births(article)
            yield from of_players(article, BIRTH_YEAR.id)
        yield from _to_the_day(article)


def _judge(article: Article, began: Beginning, count: YearCount, shown: str) -> Iterator[Match]:
    if count.kind == "birthday" and not began.birth:
        return
    if began.birth and count.kind == "anniversary" and "birth" not in shown:
        return
    to = _end(article, began, count, shown)
    if to is None:
        return
    if abs(to - began.year - count.years) <= 1:
        return
    text = article.text
    yield Match(
        count.span,
        f"'{text[count.span.start : count.span.end]}' here, but from {began.year} to {to} is "
        f"{to - began.year} years: which is right?",
        (),
        (RelatedText(began.span, "the year that it is counted from"),),
        rule=ANNIVERSARY.id,
    )


def _end(article: Article, began: Beginning, count: YearCount, shown: str) -> int | None:
    """The year up to which a number of years is counted; None if it is not certain."""
    later = [year for year in years_in(shown) if year > began.year]
    if count.kind == "since" or len(later) > 1:
        return None
    if count.kind == "ago":
        gap = article.text[
            min(began.span.end, count.span.end) : max(began.span.start, count.span.start)
        ]
        if _BETWEEN.compiled.fullmatch(gap) is None:
            return None
    elif later:
        return later[0]
    elif count.kind == "later" or _already(article, count):
        return None
    own = day_of(article)
    return None if own is None else own.year


def _already(article: Article, count: YearCount) -> bool:
    """Whether the verb says that the anniversary is past."""
    start = count.span.start
    return _ALREADY.search(article.text[max(0, start - 40) : start]) is not None


_TO_THE_DAY = LazyPattern(
    rf"(?P<count>(?P<years>\d{{1,3}}|{WORD_NUMBER})\syears)\s(?:(?:ago\s)?to\sthe\s(?:very\s)?"
    r"(?:day|week|month)\b|ago\s(?:today|tonight|this\s(?:week|month|evening|morning))\b)",
    needs=("years",),
)
_EVENT = LazyPattern(
    rf"\b(?P<month>{MONTH})(?:\s(?:\d{{1,2}},?|of|in|night|morning|evening|day)){{0,3}}\s"
    r"(?P<year>(?:1[5-9]|20)\d\d)\b"
)


def _to_the_day(article: Article) -> Iterator[Match]:
    """*85 years to the day*, against the only year whose month is that of the article."""
    if not article.has(_TO_THE_DAY):
        return
    own, text = day_of(article), article.text
    said = list(_TO_THE_DAY.finditer(text))
    if own is None or len(said) != 1 or article.quotations.is_quoted(said[0].start()):
        return
    shown = said[0]["years"].lower()
    years = int(shown) if shown.isdigit() else value_of_words(shown)
    events = {
        int(found["year"]): found
        for found in _EVENT.finditer(text)
        if MONTH_NUMBER[found["month"].rstrip(".").lower()] == own.month
        and int(found["year"]) < own.year
    }
    if years is None or len(events) != 1 or str(own.year - years) in text:
        return
    ((year, found),) = events.items()
    if own.year - year != years:
        yield Match(
            TextSpan(*said[0].span("count")),
            f"'{said[0]['count']}' here, but from {year} to {own.year} is {own.year - year} years: "
            "which is right?",
            (),
            (RelatedText(TextSpan(*found.span()), "the year that it is counted from"),),
            rule=ANNIVERSARY.id,
        )


def _births(article: Article) -> Iterator[Match]:
    """Ages of people whose year of birth the story gives."""
    ages: dict[int, list[AgeStatement]] = defaultdict(list)
    for statement in article.ledger.ages:
        ages[id(statement.person)].append(statement)
    if not ages:
        return
    own = day_of(article)
    if own is None or _DEAD.search(article.text):
        return
    text = article.text
    for each in article.ledger.named_sentences:
        found = _BORN.search(text, each.sentence.start, each.sentence.end)
        if found is None or article.quotations.is_quoted(found.start()):
            continue
        people = {id(person) for person, _ in each.named}
        if not people and each.pronoun and each.antecedent is not None:
            people = {id(each.antecedent)}
        if len(people) != 1:
            continue
        reference = max((named.end for _, named in each.named), default=-1)
        if 0 <= reference < found.start() and _OTHERS.search(text, reference, found.start()):
            continue
        lived = own.year - int(found["year"])
        for age in ages.get(people.pop(), ()):
            if age.years not in (lived, lived - 1):
                yield Match(
                    age.span,
                    f"{age.person.name} is {age.years} here, but was born in {found['year']}, "
                    f"{lived} years before the article: which is right?",
                    (),
                    (RelatedText(TextSpan(*found.span()), "the year of birth"),),
                    rule=BIRTH_YEAR.id,
                )
                break
