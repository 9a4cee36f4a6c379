"""The network's veto: findings of ours that it can remove, and findings that it cannot."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import pytest

from copylint.analysis.article import Article
from copylint.config.schema import Config
from copylint.contract.engine import Engine, EngineSession, RuleMatch
from copylint.core.errors import EngineError
from copylint.core.finding import Match
from copylint.core.rule import Rule
from copylint.core.span import TextSpan
from copylint.deep import weights as deep_weights
from copylint.engines.deep import DeepSession
from copylint.runner import linter
from copylint.runner.linter import Linter
from copylint.runner.result import Input

Make = Callable[..., Article]
PLAIN = "The ferry left the harbour at noon and came back in the evening."
FAULTY = "The bakery is planning open a second shop near the station."

needs_model = pytest.mark.skipif(
    not deep_weights.is_installed(), reason="copylint[deep] is not installed"
)


def found(rule: str, text: str, words: str) -> RuleMatch:
    start = text.index(words)
    match = Match(TextSpan(start, start + len(words)), "It looks wrong.", ("right",))
    return Rule(id=rule, summary="", why="", bad=(), good=()), match


@needs_model
@pytest.mark.parametrize("gated", [False, True])
@pytest.mark.parametrize(
    ("rule", "stands"),
    [
        ("grammar.agreement", False),
        ("grammar.missing-word", False),
        ("context.form", False),
        ("confusion.word", False),
        ("grammar.article", True),
        ("grammar.apostrophe", True),
        ("spelling.unknown", True),
    ],
)
def test_words_that_the_network_holds_to_be_right(
    rule: str, stands: bool, gated: bool, article: Make
) -> None:
    read = article(PLAIN)
    own = [found(rule, PLAIN, "ferry left")]
    assert DeepSession(gated=gated).review([read], [own]) == [own if stands else []]


@needs_model
def test_the_finding_is_kept_if_the_network_doubts_too(article: Make) -> None:
    session = DeepSession()
    read = [article(FAULTY), article(PLAIN)]
    own = [[found("grammar.missing-word", FAULTY, "planning open")], []]
    assert session.review(read, own) == own
    # The check reports the verdicts that the review has read.
    assert [[match.rule for match in each] for each in session.check(read)] == [
        ["deep.missing-word"],
        [],
    ]
    assert session.check(read) == DeepSession().check(read)


@needs_model
def test_a_sentence_that_is_not_read_is_not_refuted(article: Make) -> None:
    verse = "The ferry left\nWe stood and waited\nThe gate was open\n"
    read = article(verse)
    own = [found("grammar.agreement", verse, "ferry left")]
    assert DeepSession().review([read], [own]) == [own]


class Refuting(Engine):
    """Refutes all but the first finding, or fails."""

    name = "deep"

    def __init__(self, *, fails: bool = False) -> None:
        self.fails = fails

    def start(self, settings: Mapping[str, object]) -> str:
        return ""

    def connect(self, address: str, settings: Mapping[str, object]) -> EngineSession:
        outer = self

        class Session(EngineSession):
            def review(
                self, articles: Sequence[Article], findings: Sequence[Sequence[RuleMatch]]
            ) -> list[list[RuleMatch]]:
                if outer.fails:
                    raise EngineError(outer.name, "is not well")
                return [list(own[:1]) for own in findings]

            def check(self, articles: Sequence[Article]) -> list[list[Match]]:
                return [[] for _ in articles]

        return Session()


@pytest.mark.parametrize("fails", [False, True])
def test_a_finding_that_an_engine_refutes_is_not_reported(
    fails: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(linter, "engine", lambda name: Refuting(fails=fails))
    text = [
        Input("a.txt", text="The ferry left teh harbour at noon, and the crew recieved  a gift.")
    ]
    (alone,) = Linter(Config(), {}).lint(text).files
    assert len(alone.findings) == 3
    result = Linter(Config(grammar=("deep",)), {"deep": ""}).lint(text)
    (file,) = result.files
    assert len(file.findings) == (3 if fails else 1)
    assert result.engine_errors == (["deep: is not well"] if fails else [])
