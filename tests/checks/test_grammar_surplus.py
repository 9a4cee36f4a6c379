"""Words left over that tags and names give away, and possessives beside them."""

from __future__ import annotations

import pytest

from copylint.analysis.article import Article
from copylint.checks.grammar.grammar_check import GrammarCheck
from copylint.contract.check import Options
from copylint.formats.plain import PlainText


def found(text: str) -> list[tuple[str, str]]:
    document = PlainText().read("a.txt", text)
    return [
        (document.slice(match.span), match.replacements[0])
        for match in GrammarCheck().check(Article(document), Options())
    ]


KNOWN = "Harriman met the mayor. Harriman left. "


@pytest.mark.parametrize(
    ("text", "slip", "meant"),
    [
        (f"{KNOWN}It would fund the Harriman's new office.", "the Harriman's", "Harriman's"),
        (f"{KNOWN}The firm called the Susan Harriman to ask.", "the Susan", "Susan"),
        ("Canada is believes the deal is safe.", "is believes", "believes"),
        ("However, they are have several plans.", "are have", "have"),
        ("The council was not be told of it.", "not be", "not"),
        ("The mayor will not to sign the bill.", "not to", "not"),
        ("The tool let's us see the map.", "let's", "lets"),
        ("In it's present form the bill would fail.", "it's", "its"),
    ],
)
def test_surplus_words_are_reported(text: str, slip: str, meant: str) -> None:
    spans = found(text)
    assert slip in [span for span, _ in spans]
    if slip != "are have":
        assert (slip, meant) in spans


@pytest.mark.parametrize(
    "text",
    [
        f"{KNOWN}The Harrimans met in the Harriman's Arms.",
        f"{KNOWN}The Susan Harriman prize was hers.",
        "All that he has is gives and takes.",
        "Whether he will or not to me is all the same.",
        "Come on, let's us two go. That is what it's for.",
        "The trouble is costs. What it is has changed.",
        "It may or may not be told.",
    ],
)
def test_correct_copy_is_silent(text: str) -> None:
    assert not found(text)
