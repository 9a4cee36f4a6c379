"""memory.term: what the house writes otherwise, and what has another reason."""

from __future__ import annotations

import pytest

from copylint.analysis.article import Article
from copylint.analysis.house_terms import written_terms
from copylint.analysis.names.memory_index import memory_of
from copylint.checks.house_terms import HouseTermsCheck
from copylint.config.schema import Config
from copylint.contract.check import Options
from copylint.core.finding import Match
from copylint.runner.document_reader import Formats

HEAD = "# copylint memory 1\n#\t900\t2016-01-01\t2025-12-31\n"


def form(term: str, shown: str, count: int, first: str = "2016-01-05") -> str:
    return f"{term} = {shown}\t{count}\t{first}\t2025-12-10\ta{count}\n"


def article(text: str, day: str = "2026-02-03") -> Article:
    source = f"---\ndate: {day}\n---\n\n{text}\n" if day else text
    (document,) = Formats(Config()).documents_in("a.md", source.encode())
    return Article(document)


def found(text: str, *lines: str, day: str = "2026-02-03") -> list[Match]:
    options = Options(memory=memory_of((HEAD + "".join(sorted(lines))).encode()))
    matches = HouseTermsCheck().check(article(text, day), options)
    return [each for each in matches if isinstance(each, Match)]


def better(text: str, *lines: str) -> list[str]:
    return [each.replacements[0] for each in found(text, *lines)]


def forms(text: str) -> list[str]:
    return [each.form for each in written_terms(article(text))]


EMAIL = form("email", "email", 412)
GOVERNMENT = form("government", "government", 500)


def test_the_message_counts_and_cites() -> None:
    (match,) = found("He sent an e-mail.", EMAIL, form("email", "e-mail", 3))
    assert match.message == (
        "Printed as 'email' in 412 articles (last on 2025-12-10: a412), and as 'e-mail' in 3."
    )
    (match,) = found("He sent an e-mail.", EMAIL)
    assert match.message.endswith(", and never as 'e-mail'.")


@pytest.mark.parametrize(
    ("text", "lines", "right"),
    [
        ("He sent two e-mails.", [EMAIL], "emails"),
        ("E-mail is slow.", [EMAIL], "Email"),
        ("He sent two emails.", [form("email", "e-mail", 412)], "e-mails"),
        ("They asked policymakers.", [form("policymaker", "policy-maker", 90)], "policy-makers"),
        ("He asked a policymaker.", [form("policymaker", "policy maker", 90)], "policy maker"),
        ("He asked a policy-maker.", [form("policymaker", "policy maker", 90)], "policy maker"),
        ("He asked the policy makers.", [form("policymaker", "policymaker", 90)], "policymakers"),
        ("They cooperate.", [form("cooperate", "co-operate", 90)], "co-operate"),
        ("Now the Government is gone.", [GOVERNMENT], "government"),
        ("Now the government is gone.", [form("government", "Government", 90)], "Government"),
        (
            "He met the prime minister.",
            [form("prime minister", "Prime Minister", 90)],
            "Prime Minister",
        ),
    ],
)
def test_the_house_form_is_offered(text: str, lines: list[str], right: str) -> None:
    assert better(text, *lines) == [right]


@pytest.mark.parametrize(
    ("usual", "other", "told"),
    [(20, 2, 1), (19, 1, 0), (50, 6, 0), (400, 20, 0), (400, 19, 1)],
)
def test_both_counts_decide(usual: int, other: int, told: int) -> None:
    lines = form("email", "email", usual), form("email", "e-mail", other)
    assert len(found("He sent an e-mail.", *lines)) == told


def test_an_article_that_the_memory_counts_is_not_held_against_itself() -> None:
    lines = form("email", "email", 412), form("email", "e-mail", 20)
    assert len(found("He sent an e-mail.", *lines, day="2025-05-05")) == 1
    assert found("He sent an e-mail.", *lines, day="2026-05-05") == []
    assert found("He sent an e-mail.", *lines, day="") == []


def test_a_form_that_is_newer_than_the_usual_one_is_the_house_s() -> None:
    lines = form("email", "email", 412), "email = e-mail\t3\t2025-12-11\t2025-12-20\ta1\n"
    assert found("He sent an e-mail.", *lines) == []


@pytest.mark.parametrize(
    "text",
    [
        "“The Government is an e-mail,” he said.",
        "> The Government sent an e-mail.",
        "# The Government Sent an E-Mail",
        "He has read *The Quiet E-Mail*.",
        "Government is dear. THE GOVERNMENT SENT NOTHING.",
        "The Government of France fell.",
        "The Government Office moved, and the Welsh Government too.",
        "The Office of the Government moved.",
        "He saw e-mail-like letters.",
    ],
)
def test_other_words_are_right(text: str) -> None:
    assert found(text, EMAIL, GOVERNMENT) == []


@pytest.mark.parametrize(
    "text",
    [
        "The policy maker pay rose.",
        "The policy maker meetings ended.",
        "The home policy maker spoke.",
        "The new policy maker spoke.",
    ],
)
def test_two_words_that_belong_to_others_are_right(text: str) -> None:
    assert found(text, form("policymaker", "policymaker", 90)) == []


def test_two_words_and_a_hyphen_are_not_compared_with_each_other_as_one_describes() -> None:
    open_house, hyphen_house = (form("policymaker", f"policy{s}maker", 90) for s in " -")
    assert found("A policy-maker meeting ended.", open_house) == []
    assert found("He asked the policy maker.", hyphen_house) == []


@pytest.mark.parametrize(
    "text",
    ["He re-signed for the club.", "They re-cover chairs.", "The co-op shut.", "A well-known man."],
)
def test_hyphens_that_make_other_words_are_not_remembered(text: str) -> None:
    assert forms(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "He left the bank and the Council.",
        "The opposition to the plan grew, and so did the opposition to it.",
        "Her heart beat faster.",
        "They had lunch; boxes followed.",
    ],
)
def test_words_with_other_meanings_are_not_remembered(text: str) -> None:
    assert forms(text) == []


def test_a_habit_is_told_once() -> None:
    text = "He sent an e-mail. " * 5
    (match,) = found(text, EMAIL)
    assert match.message.endswith("(4 more like this.)")
    assert len(found("He sent an e-mail. " * 3, EMAIL)) == 3
