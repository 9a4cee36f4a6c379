"""memory.title and memory.age: what has passed, what cannot be, and what may well be right."""

from __future__ import annotations

import pytest

from copylint.analysis.article import Article
from copylint.analysis.names.memory_index import memory_of
from copylint.checks.house_facts import HouseFactsCheck
from copylint.config.schema import Config
from copylint.contract.check import Options
from copylint.core.finding import Match
from copylint.core.rule import Severity
from copylint.runner.document_reader import Formats

JUDGE = "2020:02,05,09 2021:02,04 2022:06 2023:02 2024:03 2025:05,06"


def office(name: str, months: str) -> str:
    count = sum(int(each.partition("*")[2] or 1) for part in months.split()
                for each in part.partition(":")[2].split(","))  # fmt: skip
    first, last = months.split()[0][:7], months.split()[-1]
    days = f"{first.replace(':', '-')}-05\t{last[:4]}-{last[-2:]}-25"
    return f"Alice Hartley, {name}\t{count}\t{days}\t{months}\ta1\ta2"


BISHOP = office("bishop", "2016:03,05,06 2019:12")
AGES = (
    "Alice Hartley, born 1960/1961\t9\t2016-03-05\t2025-06-25\t\ta1\ta2",
    "Alice Hartley, born 1961/1962\t7\t2016-09-05\t2025-05-25\t\ta3\ta4",
)


def found(
    text: str, *lines: str, day: str = "2026-02-03", until: str = "2025-12-31"
) -> list[Match]:
    head = f"# copylint memory 1\n#\t90\t2016-01-01\t{until}\n"
    memory = head + "".join(f"{line}\n" for line in sorted(lines))
    source = f"---\ndate: {day}\n---\n\n{text}\n" if day else text
    (document,) = Formats(Config()).documents_in("a.md", source.encode())
    options = Options(memory=memory_of(memory.encode()))
    matches = HouseFactsCheck().check(Article(document), options)
    return [each for each in matches if isinstance(each, Match)]


def test_the_message_says_since_when_and_cites() -> None:
    (match,) = found("Bishop Alice Hartley spoke.", BISHOP, office("judge", JUDGE))
    assert match.message == (
        "Alice Hartley was bishop until 2019-12 and is judge in 10 articles since "
        "(last on 2025-06-25: a2, a1)."
    )
    assert match.replacements == ("Judge",) and match.severity is None


@pytest.mark.parametrize(
    "text",
    [
        "The former Bishop Alice Hartley spoke.",
        "Then-Bishop Alice Hartley spoke.",
        "“Bishop Alice Hartley spoke,” he said.",
        "Judge Alice Hartley spoke.",
        "Alice Hartley spoke.",
        "Bishop Ruth Hartley spoke.",
    ],
)
def test_other_words_are_right(text: str) -> None:
    assert found(text, BISHOP, office("judge", JUDGE)) == []


@pytest.mark.parametrize("day", ["", "2018-05-05", "2020-02-05"])
def test_an_article_from_before_the_change_or_without_a_day_is_right(day: str) -> None:
    assert found("Bishop Alice Hartley spoke.", BISHOP, office("judge", JUDGE), day=day) == []


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("2016:03,05 2019:12", "2020:02,05,09"),  # too few since
        ("2019:12", JUDGE),  # too few before
        ("2016:03,05,06 2021:03,04,05,06,07", JUDGE),  # both are used
        ("2016:03,05,06 2019:12 2025:08,09", JUDGE),  # held again
        ("2016:03,05,06", "2018:02,05,09 2020:04,06"),  # what came after is long ago
    ],
)
def test_an_archive_that_is_not_sure_says_nothing(first: str, second: str) -> None:
    lines = office("bishop", first), office("judge", second)
    assert found("Bishop Alice Hartley spoke.", *lines) == []


def test_an_office_said_in_fewer_words_or_held_beside_another_is_right() -> None:
    minister = office("minister", "2016:03,05,06 2019:12")
    assert found("Minister Alice Hartley spoke.", minister, office("health minister", JUDGE)) == []
    assert found("Bishop Alice Hartley spoke.", BISHOP, office("chair", JUDGE)) == []
    deputy = office("deputy mayor", "2016:03,05,06 2019:12")
    assert found("Deputy Mayor Alice Hartley spoke.", deputy, office("mayor", JUDGE))


def test_the_month_of_the_change_tells_only_by_days() -> None:
    text, judge = "Bishop Alice Hartley spoke.", office("judge", JUDGE)
    both = office("bishop", "2016:03,05,06 2020:02")
    assert found(text, both, judge, day="2020-02-20", until="2020-01-31") == []
    assert found(text, both, judge, day="2020-02-20")  # it is the article that the memory counts
    assert found(text, BISHOP, judge, day="2020-02-20", until="2020-01-31")


def test_an_office_after_the_name_has_no_correction() -> None:
    (match,) = found("Alice Hartley, the bishop of Leith, spoke.", BISHOP, office("judge", JUDGE))
    assert match.replacements == ()


def test_an_office_still_given_now_and_then_makes_a_suggestion() -> None:
    then = office("bishop", "2016:03,05,06 2021:03,04")
    (match,) = found("Bishop Alice Hartley spoke.", then, office("judge", JUDGE))
    assert match.severity is Severity.SUGGESTION


def test_an_age_is_held_against_the_years_of_birth() -> None:
    (match,) = found("Alice Hartley, 54, spoke.", *AGES)
    assert match.message == (
        "16 articles (last on 2025-06-25: a2, a1) have Alice Hartley born in 1961, "
        "so 64 or 65 here."
    )
    assert match.replacements == ("64", "65")
    for age in (64, 65):
        assert found(f"Alice Hartley, {age}, spoke.", *AGES) == []
    for age in (63, 66):
        assert len(found(f"Alice Hartley, {age}, spoke.", *AGES)) == 1


def test_one_key_leaves_two_years() -> None:
    for age in (64, 65, 66):
        assert found(f"Alice Hartley, {age}, spoke.", AGES[0]) == []
    (match,) = found("Alice Hartley, 67, spoke.", AGES[0])
    assert "1960 or 1961, so 64 or 65 or 66 here" in match.message


@pytest.mark.parametrize(
    "text",
    [
        "Alice Hartley, who died aged 54, left a farm.",
        "Alice Hartley, 54, was elected in 2015.",
        "Ruth Hartley, 54, spoke.",
        "“Alice Hartley, 54, spoke,” he said.",
    ],
)
def test_ages_of_other_times_and_people_are_right(text: str) -> None:
    assert found(text, *AGES) == []


def test_two_people_of_one_name_keep_the_rule_silent() -> None:
    other = "Alice Hartley, born 1979/1980\t6\t2016-03-05\t2025-06-25\t\ta1\ta2"
    assert found("Alice Hartley, 46, spoke.", *AGES, other) == []
    assert found("Alice Hartley, 54, spoke.", *AGES, other) == []
    few = "Alice Hartley, born 1960/1961\t4\t2016-03-05\t2025-06-25\t\ta1\ta2"
    assert found("Alice Hartley, 54, spoke.", few) == []
    assert found("Alice Hartley, 54, spoke.", *AGES, day="") == []
