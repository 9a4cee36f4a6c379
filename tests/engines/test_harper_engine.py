"""Harper itself, on the examples of our rules and on awkward text."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from copylint.analysis.article import Article
from copylint.core.errors import EngineError
from copylint.core.finding import Match
from copylint.engines.harper import CHOICES, HarperEngine, HarperSession
from copylint.engines.harper_choice import Choice

Make = Callable[..., Article]
NAMES = [choice.name for choice in CHOICES]


@pytest.fixture(scope="module")
def session() -> HarperSession:
    return HarperSession()


def said(article: Article, matches: list[Match]) -> list[tuple[str, str]]:
    return [(match.rule, article.document.slice(match.span)) for match in matches]


@pytest.mark.parametrize("choice", CHOICES, ids=NAMES)
def test_bad_examples(choice: Choice, session: HarperSession, article: Make) -> None:
    assert choice.rule.bad
    for example in choice.rule.bad:
        read = article(example.text)
        (matches,) = session.check([read])
        assert said(read, matches) == [(choice.rule.id, example.found)], example.text
        (match,) = matches
        fixed = (
            example.text[: match.span.start]
            + match.replacements[0]
            + example.text[match.span.end :]
        )
        assert fixed == example.fixed
        assert "{" not in match.message and match.message.endswith(".")


@pytest.mark.parametrize("choice", CHOICES, ids=NAMES)
def test_good_examples(choice: Choice, session: HarperSession, article: Make) -> None:
    assert choice.rule.good
    for example in choice.rule.good:
        read = article(example.text)
        assert said(read, session.check([read])[0]) == [], example.text


def test_the_names_are_harpers() -> None:
    from harper import get_default_lint_config

    assert set(NAMES) <= set(get_default_lint_config())
    assert len(set(NAMES)) == len(NAMES)
    assert "SpellCheck" not in NAMES


@pytest.mark.parametrize("mark", ["’", "'"])
def test_either_apostrophe(mark: str, session: HarperSession, article: Make) -> None:
    read = article(f"We{mark}ve went home by train.")
    found = said(read, session.check([read])[0])
    assert found == [("harper.SimplePastToPastParticiple", "went")]


@pytest.mark.parametrize(
    "before",
    [
        "😀 ",
        "😀😀\r\n\r\n",
        "A wrapped\r\nline of words.\r\n\r\n",
        "e\u0301 \U0001f469\u200d\U0001f680 ",
    ],
)
def test_places_after_awkward_characters(
    before: str, session: HarperSession, article: Make
) -> None:
    text = f"{before}The road is not longer safe. 😀"
    read = article(text)
    (match,) = session.check([read])[0]
    where = read.document.to_source(match.span)
    assert read.document.source[where.start : where.end] == "not"
    assert where.start == text.index("not")


def test_a_wrapped_line_is_one_sentence(session: HarperSession, article: Make) -> None:
    read = article("Text of the first line goes on here, and the road is not\nlonger safe.\n")
    assert [found for _, found in said(read, session.check([read])[0])] == ["not"]


def test_code_is_not_sent(session: HarperSession, article: Make) -> None:
    read = article("We saw `is not longer` there, but the road is not longer safe.\n", "a.md")
    (match,) = session.check([read])[0]
    assert read.document.source[: read.document.to_source(match.span).start].count("not") == 1


def test_lone_surrogates_are_accepted(session: HarperSession, article: Make) -> None:
    read = article("\ud800 \x00 The road is not longer \udfff safe.")
    assert [found for _, found in said(read, session.check([read])[0])] == ["not"]


def test_batched_articles_keep_their_findings(session: HarperSession, article: Make) -> None:
    wrong, right = "He have no plans to leave.", "He has no plans to leave."
    read = [article(text) for text in (right, wrong, right, wrong + "\n\n" + wrong)]
    assert [len(matches) for matches in session.check(read)] == [0, 1, 0, 2]


def test_harper_is_built_only_when_needed(article: Make) -> None:
    idle = HarperSession()
    clean = article("The bridge opened on Friday.")
    idle.prepare([clean])
    assert idle.check([clean]) == [[]]
    assert idle._builder is None and idle._linter is None
    wrong = article("He have no plans to leave.")
    idle.prepare([wrong])
    assert idle._builder is not None
    assert len(idle.check([wrong])[0]) == 1
    idle.close()
    idle.close()


def test_a_panic_is_an_engine_error(session: HarperSession, article: Make) -> None:
    class Panic(BaseException):
        pass

    class Broken:
        def organized_lints(self, *args: object, **settings: object) -> None:
            raise Panic("index out of bounds\n at lib.rs")

    broken = HarperSession()
    broken._linter = Broken()  # type: ignore[assignment]
    with pytest.raises(EngineError, match="harper: failed on this text: index out of bounds at"):
        broken.check([article("He have no plans to leave.")])


def test_a_missing_package_is_an_engine_error(
    monkeypatch: pytest.MonkeyPatch, article: Make
) -> None:
    import sys

    monkeypatch.setitem(sys.modules, "harper", None)
    lost = HarperSession()
    wrong = article("He have no plans to leave.")
    lost.prepare([wrong])
    with pytest.raises(EngineError, match=r"cannot be loaded .* run: .* install 'harper-py[^ ]*'$"):
        lost.check([wrong])


def test_missing_engine_is_reported_at_start(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("copylint.engines.harper", "copylint.core.installed"):
        monkeypatch.setattr(f"{module}.find_spec", lambda name: None)
    wanted = r"^harper: Harper is not installed; run: .* -m pip install 'harper-py[^ ]*'$"
    with pytest.raises(EngineError, match=wanted):
        HarperEngine().start({})


def test_the_engine_names_its_rules() -> None:
    engine = HarperEngine()
    assert engine.start({}) == ""
    for rule in engine.rules:
        assert rule.summary.endswith(".") and rule.why.endswith(".")
        assert rule.id.startswith("harper.")
