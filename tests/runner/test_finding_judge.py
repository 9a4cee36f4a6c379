"""Findings of rules that are likelier wrong than right are not reported."""

from __future__ import annotations

import subprocess
import sys

import pytest

from copylint import Config, lint_text
from copylint.analysis.article import Article
from copylint.contract.engine import RuleMatch
from copylint.core.finding import Match
from copylint.core.record import replace
from copylint.core.rule import Rule, Severity
from copylint.core.rule_groups import group_of
from copylint.core.span import TextSpan
from copylint.models.decision_trees import trees_of
from copylint.runner import finding_judge
from copylint.runner.document_reader import read_input
from copylint.runner.finding_features import ALL, FindingFeatures
from copylint.runner.finding_judge import FindingJudge, Keys, believed, rates_of
from copylint.runner.result import Input
from copylint.runner.rule_selection import chosen
from copylint.runner.rules import all_rules

SPELLING = Rule("spelling.unknown", "", "", (), ())
EXACT = Rule("typography.double-space", "", "", (), ())
TEXT = "The harbour master closed the libary, the pier and the libary shop at noon.\n"


def article(text: str = TEXT) -> Article:
    return Article(read_input(Input("copy.txt", text=text)))


def match(text: str = TEXT, old: str = "libary", new: str = "library") -> Match:
    start = text.index(old)
    return Match(TextSpan(start, start + len(old)), "", (new,))


def judge(least: float) -> FindingJudge:
    """One that scores every finding 0."""
    return FindingJudge(trees_of({"trees": []}), ({}, {}, {}), {"spelling.unknown|WARNING": least})


@pytest.fixture
def strict(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(FindingJudge, "shared", classmethod(lambda _: judge(0.5)))


def test_a_finding_has_every_feature() -> None:
    features = FindingFeatures(article()).of(match())
    assert features is not None and len(features) == len(ALL)
    by_name = dict(zip(ALL, features, strict=True))
    assert (by_name["known_old"], by_name["known_new"]) == (0.0, 1.0)
    assert by_name["unknown_here"] == 2.0
    assert (by_name["size"], by_name["size_new"], by_name["replacements"]) == (6.0, 7.0, 1.0)


def test_unchanged_words_of_a_replacement_are_not_a_change() -> None:
    text = "The bakery is planning open a second shop.\n"
    whole = match(text, "planning open", "planning to open")
    features = FindingFeatures(article(text)).of(whole)
    assert features is not None
    by_name = dict(zip(ALL, features, strict=True))
    assert by_name["at"] == 4.0 and by_name["length_new"] == 2.0


def test_a_finding_in_no_sentence_has_no_features() -> None:
    assert FindingFeatures(article("Libary shut\n")).of(match("Libary shut\n", "Libary")) is None


@pytest.mark.usefixtures("strict")
def test_a_finding_that_is_not_believed_is_dropped() -> None:
    own: list[RuleMatch] = [(SPELLING, match()), (EXACT, match())]
    assert believed(article(), own) == [(EXACT, match())]


@pytest.mark.usefixtures("strict")
def test_a_selected_certain_or_repeated_finding_is_kept() -> None:
    again = Match(TextSpan(30, 36), "", ("library",), elsewhere=(TextSpan(55, 61),))
    assert believed(article(), [(SPELLING, again)]) == [(SPELLING, again)]
    certain = replace(match(), is_certain=True)
    assert believed(article(), [(SPELLING, certain)]) == [(SPELLING, certain)]
    own: list[RuleMatch] = [(SPELLING, match())]
    assert believed(article(), own, {SPELLING.id}) == own


def test_a_rule_without_a_limit_is_not_judged() -> None:
    error = Keys.of(SPELLING, Match(TextSpan(0, 1), "", severity=Severity.ERROR), "x")
    assert error.rule == "spelling.unknown|ERROR"
    assert judge(9.0).believes((), error)
    assert not judge(9.0).believes((), Keys.of(SPELLING, match(), "libary"))


def test_rates_of_unknown_words_are_those_of_the_rule() -> None:
    keys = Keys.of(SPELLING, match(), "Libary")
    assert keys == (
        "spelling.unknown|WARNING",
        "spelling.unknown|libary",
        "spelling.unknown|library",
    )
    tables = {keys.rule: 1.5}, {keys.old: -2.0}, {}
    assert rates_of(tables, keys) == (1.5, -2.0, 1.5)


def test_every_limit_is_of_a_judged_rule() -> None:
    names = {key.partition("|")[0] for key in FindingJudge.shared().least}
    assert names <= finding_judge.JUDGED
    assert finding_judge.OF_TASTE <= finding_judge.JUDGED
    config = Config()
    known = all_rules(config.rule_sources, chosen(config))
    assert {*map(group_of, known)} >= finding_judge.JUDGED


@pytest.mark.parametrize("asked", ["grammar.hyphen", "grammar.compound-hyphen"])
def test_a_matter_of_taste_is_reported_on_request(asked: str) -> None:
    text = "He lives in a two bedroom flat by the sea.\n"
    assert lint_text(text) == []
    (found,) = lint_text(text, config=Config(select=(asked,)))
    assert (found.rule, found.replacements) == ("grammar.compound-hyphen", ("two-bedroom",))
    assert lint_text(text, config=Config(select=("grammar",))) == []


def test_a_misspelling_is_believed() -> None:
    (found,) = lint_text("The council will accomodate the families from Monday.\n")
    assert found.replacements[0] == "accommodate"


def test_copy_without_such_findings_loads_no_trees() -> None:
    code = (
        "import sys; from copylint import lint_text; "
        "lint_text('The council met on Monday  and voted for the plan.\\n'); "
        "print('copylint.runner.finding_features' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"
