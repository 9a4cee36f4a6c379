"""The deep check as an engine: its rules' examples, exact places, and what it leaves alone."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Callable
from itertools import chain
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copylint.analysis.article import Article
from copylint.cli.main import main
from copylint.config.schema import Config
from copylint.core import installed
from copylint.core.errors import EngineError
from copylint.core.finding import Finding, Match
from copylint.core.fix import Safety
from copylint.core.rule import Rule
from copylint.deep import weights as deep_weights
from copylint.engines.deep import DeepEngine, DeepSession
from copylint.engines.deep_rules import RULES
from copylint.runner import deep_policy as depth
from copylint.runner.document_reader import read_document
from copylint.runner.pipeline import run
from copylint.runner.result import Input

pytestmark = pytest.mark.skipif(
    not deep_weights.is_installed(), reason="copylint[deep] is not installed"
)

Make = Callable[..., Article]
DEEP = Config(grammar=("deep",))
ALONE = Config(grammar=("deep",), select=("deep",))
EACH = pytest.mark.parametrize("rule", RULES, ids=[rule.id for rule in RULES])


@pytest.fixture(scope="module")
def session() -> DeepSession:
    return DeepSession()


def said(article: Article, matches: list[Match]) -> list[tuple[str, str]]:
    return [(match.rule, article.document.slice(match.span)) for match in matches]


@EACH
def test_bad_examples(rule: Rule, session: DeepSession, article: Make) -> None:
    assert rule.bad
    for example in rule.bad:
        read = article(example.text)
        (matches,) = session.check([read])
        assert said(read, matches) == [(rule.id, example.found)], example.text
        (match,) = matches
        before, after = example.text[: match.span.start], example.text[match.span.end :]
        assert before + match.replacements[0] + after == example.fixed
        assert match.message.endswith((".", "?"))


@EACH
def test_good_examples(rule: Rule, session: DeepSession, article: Make) -> None:
    assert rule.good
    for example in (*rule.good, *rule.bad):
        text = example.text if example in rule.good else getattr(example, "fixed", "")
        read = article(text)
        assert said(read, session.check([read])[0]) == [], text


def found(source: str, name: str = "a.md") -> list[Finding]:
    result = run([Input(name, text=source)], ALONE, jobs=1)
    assert not result.engine_errors
    return list(result.findings)


def fixed(source: str, finding: Finding) -> str:
    (edit,) = finding.fixes[0].edits
    return source[: edit.span.start] + edit.text + source[edit.span.end :]


@pytest.mark.parametrize(
    ("source", "mended"),
    [
        (
            "The *harbour* board is expected to an**noun**ced its decision on Thursday.",
            "The *harbour* board is expected to an**noun**ce its decision on Thursday.",
        ),
        (
            "The &pound;40 ferry is expected to announ*c*ed its decision on Thursday.",
            "The &pound;40 ferry is expected to announ*c*e its decision on Thursday.",
        ),
        (
            "😀 The governments decision to close the port surprised the fishermen’s wives.",
            "😀 The government’s decision to close the port surprised the fishermen’s wives.",
        ),
        (
            "The [bakery](q.html) is\nplanning open a second shop near the station.",
            "The [bakery](q.html) is\nplanning to open a second shop near the station.",
        ),
    ],
)
def test_places_and_fixes_in_markdown(source: str, mended: str) -> None:
    (finding,) = found(source)
    assert fixed(source, finding) == mended


BITS = st.sampled_from(
    ["😀 ", "e\u0301 ", "“", "” ", "*", "&amp; ", "\u00a0", "\r\n", "\n\n", "> ", "[a](b) ", "’s "]
)
FAULTS = st.sampled_from([bad.text for rule in RULES for bad in rule.bad])


@settings(max_examples=40)
@given(st.lists(BITS, max_size=5), FAULTS, st.lists(BITS, max_size=5))
def test_every_match_is_of_whole_words(before: list[str], fault: str, after: list[str]) -> None:
    source = f"{''.join(before)}{fault} {''.join(after)}"
    for name in ("a.txt", "a.md"):
        read = Article(read_document(name, source))
        for match in SHARED.check([read])[0]:
            where = read.document.to_source(match.span)
            text = read.document.slice(match.span)
            assert text == text.strip()
            assert text.split()[0] in read.document.source[where.start : where.end]
            for replacement in match.replacements:
                assert replacement != text


SHARED = DeepSession()


FAULT = "The bakery is planning open a second shop near the station."


@pytest.mark.parametrize(
    "source",
    [
        f"# {FAULT}\n",
        f"| a | b |\n|---|---|\n| {FAULT} | c |\n",
        f"![{FAULT[:-1]}](a.jpg)\n",
        "| Planning open\n| the gate to the sea\n| We stood and waited\n",
        "The keeper had had no warning that that storm would come.\n",
        "Quist 3, Brindle 2; Tolvane 4, Harrow planning open 1; Marsh 0, Dale 2, 3, 4.\n",
        "The bakery is planning `open` a second shop near the station.\n",
        "The Planning Open Day is a day that all of the town looks forward to.\n",
    ],
    ids=["headline", "table", "label", "verse", "repeated", "results", "code", "name"],
)
def test_correct_copy_is_silent(source: str) -> None:
    assert len(found(f"{FAULT}\n")) == 1
    assert not found(source)


def test_repeated_wording_is_the_articles_own() -> None:
    once = "The trust bought a new boats for the lifeboat crew in the summer.\n"
    again = "Everybody said that a new boats for the lifeboat was what they had wanted.\n"
    assert len(found(once)) == 1
    assert not found(f"{once}\n{again}")


def test_own_rule_replaces_the_deep_finding() -> None:
    source = "The pier will reopen in in May once the last repairs to it are done.\n"
    result = run([Input("a.md", text=source)], DEEP, jobs=1)
    assert [finding.rule for finding in result.findings] == ["duplicates.word"]


def test_only_certain_fixes_are_safe(session: DeepSession, article: Make) -> None:
    bare = "The club appointed an new manager after the defeat on Saturday."
    quoted = f"“{bare}” he said."
    (match,) = session.check([article(bare)])[0]
    assert match.safety is Safety.SAFE
    (match,) = session.check([article(quoted)])[0]
    assert match.safety is Safety.UNSAFE


@pytest.mark.parametrize("text", ["", "\n\n", "\ud800 \0 \ufffd", "word " * 3000, "a\u0301" * 500])
def test_any_text_is_read(text: str, session: DeepSession, article: Make) -> None:
    assert isinstance(session.check([article(text)])[0], list)


def test_findings_are_independent_of_other_articles(article: Make) -> None:
    texts = [bad.text for rule in RULES for bad in rule.bad]
    together = article("\n\n".join(texts))
    alone = [said(read, SHARED.check([read])[0]) for read in map(article, texts)]
    assert sorted(said(together, SHARED.check([together])[0])) == sorted(chain(*alone))


def test_damaged_weights_are_one_line_and_the_rest_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    where = deep_weights.folder()
    assert where is not None
    shutil.copytree(where, tmp_path / "model")
    with (tmp_path / "model" / "network.onnx").open("r+b") as file:
        file.seek(5000)
        file.write(b"damage")
    monkeypatch.setattr(deep_weights, "folder", lambda: tmp_path / "model")
    result = run([Input("a.txt", text="Teh ferry left the harbour at noon.")], DEEP, jobs=1)
    (error,) = result.engine_errors
    assert "network.onnx is damaged" in error and "\n" not in error
    assert [finding.rule for finding in result.findings] == ["spelling.proper"]


def test_a_missing_package_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (deep_weights, installed):
        monkeypatch.setattr(module, "find_spec", lambda name: None)
    wanted = (
        "^deep: numpy, onnxruntime and copylint-deep-model are not installed; "
        ".* install .*copylint-deep-model.* 'numpy>=.*' 'onnxruntime>=.*'$"
    )
    with pytest.raises(EngineError, match=wanted):
        DeepEngine().start({})


def test_gated_check_runs_by_default_if_it_is_installed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(depth, "is_installed", lambda: True)
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text(f"{FAULT}\n", "utf-8")
    Path("long.txt").write_text(f"{FAULT}\n\n" * 1000, "utf-8")

    def check(*arguments: str) -> tuple[list[str], str]:
        command = ["copylint", "check", "--isolated", "--format", "jsonl", *arguments]
        monkeypatch.setattr(sys, "argv", command)
        with pytest.raises(SystemExit):
            main()
        out, err = capsys.readouterr()
        rules = [json.loads(line).get("rule", "") for line in out.splitlines()]
        return [rule for rule in rules if rule.startswith("deep.")], err

    first = check("a.txt")
    assert first == (["deep.missing-word"], "")
    assert check("a.txt") == first  # from what has been kept
    assert check("--no-cache", "a.txt") == first
    assert check("--grammar", "off", "a.txt") == ([], "")
    assert check("a.txt", "long.txt") == first  # the long one keeps to its wording
    assert check("--grammar", "deep", "--jobs", "2", "a.txt", "long.txt") == first
