from __future__ import annotations

import pytest

from copylint.analysis.article import Article
from copylint.checks.dialect import DialectCheck
from copylint.checks.ize_endings import IzeEnding
from copylint.contract.check import Check, Options
from copylint.core.finding import Match
from copylint.core.fix import Safety
from copylint.formats.plain import PlainText
from copylint.language.vocabulary import Vocabulary

BRITISH = "The council apologised on 3 May. Its neighbours favour a grey colour, Mr Ashdown said. "
AMERICAN = "The mayor apologized on May 3. Her neighbors favor a gray color, Mr. Ashdown said. "


def run(
    text: str,
    language: str = "auto",
    check: Check | None = None,
    accept: frozenset[str] = frozenset(),
) -> list[tuple[str, str, Match]]:
    document = PlainText().read("a.txt", text)
    article = Article(document, Vocabulary(accept=accept), language)
    found = (check or DialectCheck()).check(article, Options())
    return [(document.slice(m.span), m.replacements[0], m) for m in found]


def pairs(text: str, language: str = "auto") -> list[tuple[str, str]]:
    return [(found, fixed) for found, fixed, _ in run(text, language)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (BRITISH + "The theater closed.", [("theater", "theatre")]),
        (BRITISH + "Honors were even.", [("Honors", "Honours")]),
        (BRITISH + "They ran 100 meters.", [("meters", "metres")]),
        (BRITISH + "They criticized it and organised a vote.", [("criticized", "criticised")]),
        (BRITISH + "His driving license lapsed.", [("license", "licence")]),
        (AMERICAN + "They realise it.", [("realise", "realize")]),
        (AMERICAN + "The theatre closed.", [("theatre", "theater")]),
        (AMERICAN + "He wrote a cheque.", [("cheque", "check")]),
        (AMERICAN + "They practise daily.", [("practise", "practice")]),
        (BRITISH, []),
        (AMERICAN, []),
        (AMERICAN + "He met the Defence Minister at Covent Garden Theatre.", []),
        (BRITISH + "He met the Defense Secretary at the Kestrel Center.", []),
        (BRITISH + "The parking meter checks the story.", []),
        ("The color and the colour.", []),
        ("One theater, no other word.", []),
    ],
)
def test_minority_spelling_is_reported(text: str, expected: list[tuple[str, str]]) -> None:
    assert pairs(text) == expected


def test_oxford_spelling_is_not_a_mix() -> None:
    text = "They organized and recognized the labour of their neighbours at the centre. "
    assert pairs(text) == []
    assert pairs(text + "He apologised.") == [("apologised", "apologized")]


def test_program_is_a_question_of_country() -> None:
    british = BRITISH + "Britain pays £5 for it, the BBC said in London. The NHS has a program."
    australian = BRITISH + "Queensland and New South Wales in Australia have a program in Sydney."
    assert pairs(british) == [("program", "programme")]
    assert pairs(australian) == []
    assert pairs(BRITISH + "The software is a clever program.") == []


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en-US", "One colour, one centre.", ["colour", "centre"]),
        ("en-GB", "One color, one center.", ["color", "center"]),
        ("en-AU", "One program, organized.", ["organized"]),
        ("en-CA", "One colour, organised by cheque.", ["organised"]),
        ("en-GB", "They organized it.", []),
        ("en-GB", "They organised, criticised and recognized it.", ["recognized"]),
    ],
)
def test_configured_language(language: str, text: str, expected: list[str]) -> None:
    assert [found for found, _ in pairs(text, language)] == expected


def test_rule_names() -> None:
    assert [m.rule for _, _, m in run("One color.", "en-GB")] == ["dialect.foreign"]
    assert [m.rule for _, _, m in run(BRITISH + "A theater.")] == ["dialect.mixed"]


def test_fix_is_safe_only_beyond_doubt() -> None:
    ((_, _, sure),) = run(BRITISH + "The theater closed.")
    assert sure.safety is None
    ((_, _, unsure),) = run("The council apologised. Its favourite grey theater closed.")
    assert unsure.safety is Safety.UNSAFE


def test_related_places_show_the_article_norm() -> None:
    text = BRITISH + "The theater closed."
    ((_, _, match),) = run(text)
    shown = [text[r.span.start : r.span.end] for r in match.related]
    assert 0 < len(shown) <= 3
    assert "neighbours" in shown
    assert "theater" not in shown


def test_accepted_words_are_not_reported() -> None:
    assert run(BRITISH + "The theater closed.", accept=frozenset({"theater"})) == []


def test_endings() -> None:
    check = IzeEnding()
    text = "A surprize, capsised, in prise fund. Devizes. Prise it open. The wise advertise."
    found = [(word, fixed) for word, fixed, _ in run(text, check=check)]
    assert found == [("surprize", "surprise"), ("capsised", "capsized"), ("prise", "prize")]


def test_many_spellings_take_linear_time() -> None:
    text = BRITISH + "The theater and the colour of honor. " * 20_000
    assert len(run(text)) in (0, 40_000)
