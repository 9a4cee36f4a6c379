"""The examples of every engine's rules that are known before it starts."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from copylint.analysis.article import Article
from copylint.config.schema import Config
from copylint.contract.engine import EngineSession
from copylint.core.errors import EngineError
from copylint.core.rule import Rule
from copylint.runner.engine_sessions import engine_settings
from copylint.runner.listed_rules import engine_names
from copylint.runner.rules import engine

Make = Callable[..., Article]
#: Engines whose examples other modules test, more strictly.
_TESTED = ("deep", "harper")
CASES = [
    (name, rule) for name in engine_names() if name not in _TESTED for rule in engine(name).rules
]
EACH = pytest.mark.parametrize(("name", "rule"), CASES, ids=[rule.id for _, rule in CASES])


@pytest.fixture
def session(name: str) -> Iterator[EngineSession]:
    settings = engine_settings(Config(grammar=(name,)), name)
    try:
        opened = engine(name).connect(engine(name).start(settings), settings)
    except EngineError as error:
        pytest.skip(str(error))
    yield opened
    opened.close()
    engine(name).stop()


def fixed(article: Article, session: EngineSession, rule: Rule) -> list[tuple[str, str]]:
    """The text of each finding of ``rule``, and the article with its first suggestion."""
    (matches,) = session.check([article])
    text = article.text
    return [
        (
            text[match.span.start : match.span.end],
            text[: match.span.start] + "".join(match.replacements[:1]) + text[match.span.end :],
        )
        for match in matches
        if match.rule == rule.id
    ]


@EACH
def test_bad_examples(name: str, rule: Rule, session: EngineSession, article: Make) -> None:
    assert rule.bad, "a rule shows what it finds"
    for bad in rule.bad:
        found = fixed(article(bad.text), session, rule)
        assert [text for text, _ in found] == [bad.found], bad.text
        if bad.fixed is not None:
            assert found[0][1].strip() == bad.fixed.strip()


@EACH
def test_good_examples(name: str, rule: Rule, session: EngineSession, article: Make) -> None:
    for good in rule.good:
        assert fixed(article(good.text), session, rule) == [], good.text


def test_examples_of_engines_without_tests_of_their_own_are_run() -> None:
    assert set(_TESTED) < set(engine_names())
