"""LanguageTool's client against a server that misbehaves on demand."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from languagetool_fakes import Answer, Form, fake_server, found, reply

from copylint.analysis.article import Article
from copylint.config.schema import Config
from copylint.core.errors import EngineError
from copylint.core.finding import Match
from copylint.engines.languagetool.engine import LanguageToolEngine
from copylint.engines.languagetool.http_client import Client, normalised
from copylint.engines.languagetool.noise import CATEGORIES, RULES, is_off
from copylint.runner.pipeline import run
from copylint.runner.result import Input

Make = Callable[..., Article]
NONE: frozenset[str] = frozenset()


def ask(url: str, articles: list[Article], **settings: object) -> list[list[Match]]:
    engine = LanguageToolEngine()
    given = {"url": url, "timeout": 5.0, **settings}
    session = engine.connect(engine.start(given), given)
    return session.check(articles)


def test_places_with_emoji_before_and_inside(article: Make) -> None:
    text = "😀😀 This 😀 word is wr😀ng, and 😀 it ends."
    with fake_server(lambda form: found(reply(form["text"], "wr😀ng"))) as (url, _):
        read = article(text)
        ((match,),) = ask(url, [read])
    assert read.document.slice(match.span) == "wr😀ng"
    assert match.rule == "languagetool.FAKE"
    assert match.message == "Mind wr😀ng."
    assert match.replacements == tuple(f"wr😀ng{n}" for n in range(5))


def test_small_articles_share_a_request_and_large_ones_are_split(article: Make) -> None:
    small = [article(f"Article {number} 😀 says wrong things.") for number in range(5)]
    large = article(
        "\n\n".join(f"Paragraph {n} is wrong here. " + "word " * 200 for n in range(50))
    )

    def answer(form: Form) -> Answer:
        text, at, replies = form["text"], 0, []
        while (at := text.find("wrong", at)) >= 0:
            one = reply(text[at:], "wrong")
            one["offset"] = len(text[:at].encode("utf-16-le")) // 2
            replies.append(one)
            at += 1
        return found(*replies)

    with fake_server(answer) as (url, asked):
        answers = ask(url, [*small, large])
    assert [len(matches) for matches in answers] == [1, 1, 1, 1, 1, 50]
    for read, matches in zip([*small, large], answers, strict=True):
        assert {read.document.slice(match.span) for match in matches} == {"wrong"}
    assert len(asked) < 8
    assert all(len(form["text"]) < 20_000 for form in asked)


def test_each_language_has_its_own_request(article: Make) -> None:
    read = [article("Some words.", language=code) for code in ("en-GB", "en-US", "en-US", "en-AU")]
    with fake_server() as (url, asked):
        ask(url, read)
    assert [form["language"] for form in asked] == ["en-GB", "en-US", "en-AU"]


def test_noisy_rules_are_off_unless_configured(article: Make) -> None:
    def answer(form: Form) -> Answer:
        text = form["text"]
        return found(
            reply(text, "one", "MORFOLOGIK_RULE_EN_GB", "TYPOS"),
            reply(text, "two", "EN_A_VS_AN", "MISC"),
            reply(text, "three", "EN_COMPOUNDS_MID_AIR", "MISC"),
            reply(text, "four", "HE_VERB_AGR"),
        )

    def rules(**settings: object) -> list[str]:
        return [
            m.rule for m in ask(url, [article("Here one two three four stand.")], **settings)[0]
        ]

    with fake_server(answer) as (url, asked):
        assert rules() == ["languagetool.HE_VERB_AGR"]
        assert rules(disable=("languagetool.HE_VERB_AGR",)) == []
        assert rules(enable=("EN_A_VS_AN",), disable=("HE_VERB_AGR",)) == [
            "languagetool.EN_A_VS_AN"
        ]
    assert "TYPOS" in asked[0]["disabledCategories"].split(",")
    assert "EN_A_VS_AN" in asked[0]["disabledRules"].split(",")
    assert "EN_A_VS_AN" not in asked[2]["disabledRules"].split(",")
    assert asked[2]["enabledRules"] == "EN_A_VS_AN"


def test_every_noisy_rule_has_a_reason() -> None:
    for reason in (*CATEGORIES.values(), *RULES.values()):
        assert len(reason) > 4
    assert is_off("X", "TYPOS", NONE, NONE)
    assert not is_off("X", "TYPOS", frozenset({"X"}), NONE)
    assert is_off("X", "GRAMMAR", frozenset({"X"}), frozenset({"X"}))


def test_headlines_bylines_and_code_are_not_sent(article: Make) -> None:
    read = article("# Minister quit\n\nThe `for_each()` call ends.\n", "a.md")
    with fake_server() as (url, asked):
        ask(url, [read])
    (sent,) = [form["text"] for form in asked]
    assert sent.split()[1] == "x" * len(sent.split()[1])
    assert sent.split()[2:] == ["call", "ends."]


def test_a_finding_in_code_is_dropped(article: Make) -> None:
    read = article("The `for_each()` call ends.\n", "a.md")
    with fake_server(lambda form: found(reply(form["text"], form["text"].split()[1]))) as (url, _):
        assert ask(url, [read]) == [[]]


def test_text_too_long_is_halved(article: Make) -> None:
    read = article("\n\n".join(f"Paragraph {number} is here." for number in range(8)))

    def answer(form: Form) -> Answer:
        if len(form["text"]) > 60:
            return 413, b"Error: Your text exceeds the limit"
        return found(reply(form["text"], "here"))

    with fake_server(answer) as (url, _):
        (matches,) = ask(url, [read])
    assert [read.document.slice(match.span) for match in matches] == ["here"] * 4


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        ((500, b"Error: Internal Error"), "refused with HTTP 500: Internal Error"),
        ((503, b""), "refused with HTTP 503 .too many requests"),
        ((429, b"Error: slow down"), "HTTP 429 .too many requests: try again later.: slow down"),
        ((400, b"Error: no such language"), "refused with HTTP 400: no such language"),
        ((404, b"<html>nginx</html>"), "refused with HTTP 404$"),
        ((413, b"Error: too long"), "does not take a paragraph of 16 characters: Error: too long"),
        ((200, b"<html>welcome</html>"), "not that of a LanguageTool server"),
        ((200, b"[1, 2]"), "not that of a LanguageTool server"),
        ((200, b'{"matches": 7}'), "not that of a LanguageTool server"),
        ((200, b'{"matches": [{"offset": 1}]}'), "not that of a LanguageTool server"),
        ((200, b"[" * 100_000), "not that of a LanguageTool server"),
        ((200, b"\xff\xfe\x00"), "not that of a LanguageTool server"),
    ],
)
def test_malformed_answers_are_errors(answer: Answer, told: str, article: Make) -> None:
    with (
        fake_server(lambda form: answer) as (url, _),
        pytest.raises(EngineError, match=told) as raised,
    ):
        ask(url, [article("Some words here.")])
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize(("offset", "length"), [(-3, 2), (5, 0), (900, 4), (2, 900), (10**30, 1)])
def test_places_outside_the_text_are_dropped(offset: int, length: int, article: Make) -> None:
    def answer(form: Form) -> Answer:
        one = reply(form["text"], "words")
        return found({**one, "offset": offset, "length": length})

    with fake_server(answer) as (url, _):
        assert ask(url, [article("Some words here.")]) == [[]]


def test_slow_server_times_out(article: Make) -> None:
    def answer(form: Form) -> Answer:
        time.sleep(1.0)
        return found()

    with (
        fake_server(answer) as (url, _),
        pytest.raises(EngineError, match=r"did not answer within 0\.2 seconds; raise languagetool"),
    ):
        ask(url, [article("Some words here.")], timeout=0.2)


def test_unreachable_server_is_an_error() -> None:
    with fake_server() as (url, _):
        pass
    with pytest.raises(EngineError, match=f"no answer from the server at {url}/v2: Conn"):
        LanguageToolEngine().start({"url": url})


def test_a_server_without_english() -> None:
    with fake_server() as (url, _), pytest.MonkeyPatch.context() as patch:
        patch.setattr(Client, "languages", lambda self: frozenset({"de", "de-DE"}))
        with pytest.raises(EngineError, match="does not support English"):
            LanguageToolEngine().start({"url": url})


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("http://host:8081", "http://host:8081/v2"),
        (" http://host:8081/ ", "http://host:8081/v2"),
        ("https://host/v2/", "https://host/v2"),
        ("https://host/api/v2/check", "https://host/api/v2"),
        ("http://[::1]:8081", "http://[::1]:8081/v2"),
    ],
)
def test_valid_addresses_are_accepted(written: str, meant: str) -> None:
    assert normalised(written) == meant


@pytest.mark.parametrize(
    "written", ["localhost:8081", "ftp://host", "http://", "http://h:99999", "http://[x"]
)
def test_invalid_addresses_are_refused(written: str) -> None:
    with pytest.raises(EngineError, match="must look like http://localhost:8081"):
        normalised(written)


def test_a_password_goes_to_the_server_and_nowhere_else(article: Make) -> None:
    with (
        fake_server(lambda form: (500, b"")) as (url, _),
        pytest.raises(EngineError) as raised,
    ):
        ask(url.replace("//", "//desk:secret@"), [article("Some words here.")])
    assert "secret" not in str(raised.value)


def test_a_proxy_is_not_asked_for_the_loopback(
    article: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    with fake_server() as (url, asked):
        ask(url, [article("Some words here.")])
    assert len(asked) == 1


def config(url: str, **settings: object) -> Config:
    return Config(
        grammar=("languagetool",),
        engines={"languagetool": {"url": url, "timeout": 5.0}},
        **settings,
    )


def test_a_server_that_dies_in_mid_run_costs_its_findings_only(tmp_path: Path) -> None:
    calls = []

    def answer(form: Form) -> Answer:
        calls.append(form)
        return found() if len(calls) == 1 else (500, b"Error: out of memory")

    files = []
    for number in range(3):
        path = tmp_path / f"{number}.txt"
        path.write_text("The recieve word stands here.\n\n" + "Many words follow. " * 4_200)
        files.append(Input(str(path)))
    with fake_server(answer) as (url, _):
        result = run(files, config(url), jobs=1)
    assert len(result.engine_errors) == 1
    assert "out of memory" in result.engine_errors[0]
    assert {file.path for file in result.files if file.findings} == {each.path for each in files}


def check(path: Path, url: str, *options: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "copylint", "check", "--isolated", "--grammar", "languagetool"]
    return subprocess.run(
        [*command, "--languagetool-url", url, "--format", "jsonl", *options, str(path)],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def test_the_command_line_gives_one_notice_and_the_rest(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("The recieve word stands here.\n")
    with fake_server(lambda form: (500, b"Error: no")) as (url, _):
        lenient, strict = check(path, url), check(path, url, "--strict-engines")
    assert lenient.returncode == 1
    assert json.loads(lenient.stdout.splitlines()[0])["text"] == "recieve"
    assert lenient.stderr.count("refused with HTTP 500") == 1
    assert strict.returncode == 2
    assert "refused with HTTP 500" in strict.stderr
    assert "Traceback" not in lenient.stderr + strict.stderr
