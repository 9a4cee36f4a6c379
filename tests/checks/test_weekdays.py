"""Weekdays and days of dates, with a year, without one, and in ranges."""

from __future__ import annotations

from datetime import date

import pytest

from copylint.analysis.article import Article
from copylint.analysis.calendar_days import own_day
from copylint.checks.weekdays import Weekdays
from copylint.contract.check import Options
from copylint.formats.markdown import Markdown
from copylint.formats.plain import PlainText


def found(text: str, path: str = "a.md") -> list[str]:
    article = Article(Markdown().read(path, text))
    matches = sorted(Weekdays().check(article, Options()), key=lambda match: match.span)
    return [article.document.slice(match.span) for match in matches]


FRONT = "---\ntitle: The fair\ndate: 2023-05-30\n---\n\n"


def test_newspaper_name_is_not_a_weekday() -> None:
    assert found("He wrote in The Evening Sun, July 18, 1925.") == []
    assert found("He wrote it on Sun, July 18, 1925.") == ["Sun"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # 6 June 2023 is a Tuesday; the article is of a week before.
        (FRONT + "It opens on Monday 6 June.", ["Monday"]),
        (FRONT + "It opens on Monday, June 6.", ["Monday"]),
        (FRONT + "It opens on Monday, the 6th of June.", ["Monday"]),
        (FRONT + "It opens on Tuesday 6 June.", []),
        # 24 December 2022 was a Saturday, 24 December 2023 will be a Sunday: both may be meant.
        (FRONT + "It shut on Saturday 24 December, or Sunday 24 December.", []),
        (FRONT + "It shut on Friday 24 December.", ["Friday"]),
        # Another year is named near by.
        (FRONT + "In 1944 it opened on Monday 5 June.", []),
        # The year is unknown.
        ("It opens on Monday 6 June.", []),
        ("---\ntitle: The fair\ndate: soon\n---\n\nIt opens on Monday 6 June.", []),
    ],
)
def test_dates_of_the_articles_own_year(text: str, expected: list[str]) -> None:
    assert found(text) == expected


def test_the_day_in_the_name_of_the_file() -> None:
    assert found("It opens on Monday 6 June.", "posts/2023-05-30-fair.md") == ["Monday"]
    assert found("It opens on Monday 6 June.", "posts/2023-05-30.md") == []


def test_the_day_in_a_dateline() -> None:
    document = PlainText().read("a.txt", "The fair\n\nLEITH, 30 May 2023 — It opens soon.\n")
    assert own_day(document) == date(2023, 5, 30)
    document = PlainText().read("a.txt", "The fair\n\nIn May, 30 May 2023 — It opens soon.\n")
    assert own_day(document) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Open from Friday 3 to Monday 6 June.", []),
        ("Open from Friday 3 to Tuesday 6 June.", ["Friday 3 to Tuesday 6 June"]),
        ("Open Friday, June 3, to Monday, June 6.", []),
        ("Open Friday, June 3 to Sunday, June 6.", ["Friday, June 3 to Sunday, June 6"]),
        ("Open from Friday 30 June to Monday 3 July.", []),
        ("Open from Friday 30 June to Sunday 3 July.", ["Friday 30 June to Sunday 3 July"]),
        # In a leap year or in another.
        ("Open from Friday 28 February to Sunday 1 March.", []),
        ("Open from Friday 28 February to Saturday 1 March.", []),
        # Weeks later.
        ("Open from Friday 3 to Monday 20 June.", []),
    ],
)
def test_ranges_of_weekdays(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It ends on 31 September.", ["31 September"]),
        ("It ends on the 30th of February.", ["30th of February"]),
        ("It ends on April 31.", ["April 31"]),
        ("It ends on 31 April 2024.", ["31 April 2024"]),
        ("It ends on 31 May, June 30 or 29 February.", []),
        ("See May 31 June 1, and 31 June Moon.", []),
        ("About 1.31 June bugs, £31 June, 131 June, June 31,000 and June 31%.", []),
    ],
)
def test_impossible_days_of_a_month(text: str, expected: list[str]) -> None:
    assert found(text) == expected
