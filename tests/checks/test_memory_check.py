"""memory.name: which spellings are slips, and which are another person's or the house's own."""

from __future__ import annotations

import pytest

from copylint.analysis.article import Article
from copylint.analysis.names.memory_index import memory_of
from copylint.checks.house_memory import MemoryCheck
from copylint.config.schema import Config
from copylint.contract.check import Options
from copylint.core.finding import Match
from copylint.core.rule import Severity
from copylint.runner.document_reader import Formats

USUAL = "Alice Hartley\t37\t2016-01-05\t2025-12-10\ta11\ta12"


def found(text: str, *lines: str) -> list[Match]:
    memory = "# copylint memory 1\n#\t90\t2016-01-01\t2025-12-31\n" + "".join(
        f"{line}\n" for line in lines
    )
    (document,) = Formats(Config()).documents_in("a.txt", text.encode())
    options = Options(memory=memory_of(memory.encode()))
    matches = MemoryCheck().check(Article(document), options)
    return [each for each in matches if isinstance(each, Match)]


def test_the_message_counts_and_cites() -> None:
    rare = "Alice Hartlley\t3\t2016-02-05\t2025-03-04\ta7"
    (match,) = found("Alice Hartlley spoke to residents.", rare, USUAL)
    assert match.message == (
        "Printed as 'Alice Hartley' in 37 articles (last on 2025-12-10: a12, a11), "
        "and as 'Alice Hartlley' in 3 (last on 2025-03-04: a7)."
    )
    assert match.replacements == ("Hartley",)


def test_the_archive_tells_of_full_names_alone() -> None:
    assert found("Mayor Hartlley spoke to residents.", USUAL) == []


@pytest.mark.parametrize(
    "line",
    [
        "Alice Hartlley\t5\t2016-02-05\t2025-03-04\ta7",  # more than a tenth
        "Alice Hartlley\t3\t2025-12-11\t2025-12-30\ta7",  # the house has changed its spelling
    ],
)
def test_a_spelling_that_the_house_uses_is_right(line: str) -> None:
    assert found("Alice Hartlley spoke to residents.", line, USUAL) == []


def test_twenty_articles_are_frequent_whatever_the_share() -> None:
    usual = "Alice Hartley\t9000\t2016-01-05\t2025-12-10\ta11"
    assert found("Alice Hartlley spoke.", "Alice Hartlley\t20\t2016-02-05\t2025-03-04", usual) == []
    assert found("Alice Hartlley spoke.", "Alice Hartlley\t19\t2016-02-05\t2025-03-04", usual)


def test_a_surname_with_other_bearers_may_be_another_person() -> None:
    other = "Ruth Hartlley\t4\t2016-02-05\t2025-03-04\ta7"
    assert found("Alice Hartlley spoke to residents.", USUAL, other) == []


def test_the_usual_surname_alone_shows_who_is_meant() -> None:
    usual = "John Smith\t37\t2016-01-05\t2025-12-10\ta11"
    assert found("John Smyth spoke to residents.", usual) == []
    (match,) = found("John Smyth spoke to residents. In the evening Smith left.", usual)
    assert match.replacements == ("Smith",)
    both = "John Smyth spoke to Ruth Smith. In the evening Smith left."
    assert found(both, usual) == []


def test_a_name_in_few_articles_is_not_settled() -> None:
    assert found("Alice Hartlley spoke.", "Alice Hartley\t9\t2016-01-05\t2025-12-10\ta11") == []


def test_a_name_last_printed_long_ago_makes_a_suggestion() -> None:
    (match,) = found("Alice Hartlley spoke.", "Alice Hartley\t37\t2016-01-05\t2017-12-10\ta11")
    assert match.severity is Severity.SUGGESTION
    (match,) = found("Alice Hartlley spoke.", USUAL)
    assert match.severity is None


STEPHEN = "Stephen Quillard\t37\t2016-01-05\t2025-12-10\ta11\ta12"


@pytest.mark.parametrize(
    ("text", "usual"),
    [
        ("Steven Quillard spoke to residents.", STEPHEN),
        ("Alcie Hartley spoke to residents.", USUAL),
    ],
)
def test_a_given_name_has_the_spelling_of_the_archive(text: str, usual: str) -> None:
    (match,) = found(text, usual)
    assert match.replacements == (usual.split()[0],)
    assert text[match.span.start : match.span.end] == text.split()[0]


@pytest.mark.parametrize(
    "text",
    [
        "Steve Quillard spoke to residents.",  # a short form
        "Stephanie Quillard spoke to residents.",
        "S. Quillard spoke to residents.",
        "Steven Quillard is the cousin of Stephen Quillard.",
    ],
)
def test_other_given_names_are_other_people(text: str) -> None:
    assert found(text, STEPHEN) == []


def test_another_spelling_may_be_a_relative_where_others_bear_the_surname() -> None:
    other = "Ruth Quillard\t4\t2016-02-05\t2025-03-04\ta7"
    assert found("Steven Quillard spoke to residents.", STEPHEN, other) == []
    other = other.replace("Quillard", "Hartley")
    assert found("Alcie Hartley spoke to residents.", USUAL, other)


def test_a_given_name_that_two_settled_names_explain_is_left_alone() -> None:
    mora, nora = (f"{each}\t37\t2016-01-05\t2025-12-10\ta1" for each in ("Mora Hart", "Nora Hart"))
    assert found("Bora Hart spoke to residents.", mora, nora) == []
