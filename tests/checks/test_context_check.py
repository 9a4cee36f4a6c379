"""The check that reports what the models of context propose."""

from __future__ import annotations

from copylint.analysis.article import Article
from copylint.checks.context.context_check import ContextCheck
from copylint.contract.check import Options
from copylint.formats.plain import PlainText


def found(text: str) -> list[tuple[str, str, str]]:
    document = PlainText().read("a.txt", text)
    return [
        (match.rule or "", document.slice(match.span), match.replacements[0])
        for match in ContextCheck().check(Article(document), Options())
    ]


def test_two_editors_that_agree_are_one_finding() -> None:
    text = "It has taken more then an hour to open the gate."
    assert found(text) == [("confusion.word", "then", "than")]


def test_repeated_wording_is_the_articles_own() -> None:
    one = "It was a god idea to leave early."
    assert found(one)
    assert not found(f"{one} And {one[0].lower()}{one[1:]}")
