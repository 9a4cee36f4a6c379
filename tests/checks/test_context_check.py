"""The check that reports what the models of context propose."""

from __future__ import annotations

from copylint.analysis.article import Article
from copylint.checks.context.context_check import ContextCheck
from copylint.contract.check import Check, Options
from copylint.core.finding import Match
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


def matches(text: str, check: Check | None = None) -> list[Match]:
    article = Article(PlainText().read("a.txt", text))
    return list((check or ContextCheck()).check(article, Options()))


def test_only_what_a_frame_rules_out_is_certain() -> None:
    (frame,) = matches("The change has lead to delays at the harbour.")
    (weighed,) = matches("It has taken more then an hour to open the gate.")
    assert (frame.is_certain, weighed.is_certain) == (True, False)


def test_a_slip_made_twice_is_one_finding_that_names_the_other_place() -> None:
    one = "It has taken more then an hour to open the gate."
    assert [match.related for match in matches(one)] == [()]
    (match,) = matches(f"{one} The ferry needs more then an hour to cross.")
    assert [related.span.start for related in match.related] == [70]


def test_a_check_that_remembers_a_sentence_finds_the_same_wherever_it_is() -> None:
    check = ContextCheck().remembering()
    one = "It has taken more then an hour to open the gate."
    first = matches(one, check)
    assert matches(one, check) == first == matches(one)
    moved = matches(f"The gate was shut. {one}", check)
    assert [each.span.start for each in moved] == [first[0].span.start + 19]
