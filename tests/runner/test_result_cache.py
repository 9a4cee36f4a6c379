"""Results that are kept: the same findings as without, whatever has changed in between."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copylint.analysis.article import Article
from copylint.cache.store import Store
from copylint.checks.spelling import SpellingCheck
from copylint.config.schema import (
    Config,
    FieldSetting,
    NameSetting,
    PathFormat,
    PathRules,
    VocabularySettings,
)
from copylint.config.trust import Trust
from copylint.contract.check import Options
from copylint.core.field_paths import Field
from copylint.core.finding import Match
from copylint.core.rule import Severity
from copylint.core.transcript import Transcript
from copylint.inventory.index import inventory
from copylint.runner import cache_key as fingerprint
from copylint.runner.pipeline import run
from copylint.runner.result import FileResult, Input, RunResult
from copylint.runner.result_cache import ResultCache, result_cache
from copylint.runner.result_codec import decode, encode
from copylint.runner.rule_index import editions

OFFLINE = Config(grammar=())
PARAGRAPHS = (
    "The harbor master, Orla Quist, recieved the the letter.",
    "Quist said the colour was “not right”. Orla Quisst disagreed.",
    "Image caption, The harbour at noon.",
    "It's a question of defence, he said; it’s not for us to decide.",
    "<!-- copylint-disable-next-line spelling -->\n\nTeh ferry left befor noon.",
    "They organised a a realization of Tuesday, 5 March 2024.",
    "Café naïve 😀 thier “quote that never ends.",
)


def keep(store: Store, config: Config = OFFLINE) -> ResultCache:
    cache = result_cache(store, config)
    assert cache is not None
    return cache


def check(
    inputs: Sequence[Input], store: Store, config: Config = OFFLINE, jobs: int = 1
) -> RunResult:
    return run(inputs, config, jobs=jobs, cache=keep(store, config))


def known(inputs: Sequence[Input], store: Store, config: Config = OFFLINE) -> list[bool]:
    return [found is not None for found in keep(store, config).find(inputs)]


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "cache")


def article(*paragraphs: str) -> bytes:
    return "\n\n".join(paragraphs).encode()


def test_cached_results_are_reused(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    inputs = [Input("a.txt", article(*PARAGRAPHS)), Input("b.md", article(PARAGRAPHS[0]))]
    first = check(inputs, store)
    assert len(list(first.findings)) > 5
    monkeypatch.setattr("copylint.runner.executor.check", None)
    assert check(inputs, store) == first
    assert known(inputs, store) == [True, True]


edits = st.lists(
    st.tuples(
        st.integers(0, 2),  # which file
        st.sampled_from(["insert", "delete", "replace", "type"]),
        st.integers(0, 5),
        st.sampled_from(PARAGRAPHS),
    ),
    min_size=1,
    max_size=6,
)


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.lists(st.sampled_from(PARAGRAPHS), max_size=5), min_size=3, max_size=3),
    edits,
    st.sampled_from([".txt", ".md"]),
)
def test_edited_articles_are_checked_again(
    tmp_path_factory: pytest.TempPathFactory,
    articles: list[list[str]],
    edits: list[tuple[int, str, int, str]],
    suffix: str,
) -> None:
    store = Store(tmp_path_factory.mktemp("cache"))

    def inputs() -> list[Input]:
        return [Input(f"{n}{suffix}", article(*each)) for n, each in enumerate(articles)]

    check(inputs(), store)
    for which, how, at, paragraph in edits:
        chosen = articles[which]
        if how == "insert":
            chosen.insert(at, paragraph)
        elif chosen:
            at %= len(chosen)
            if how == "delete":
                del chosen[at]
            else:
                chosen[at] = paragraph if how == "replace" else chosen[at][:at] + "x" + chosen[at]
        assert check(inputs(), store) == run(inputs(), OFFLINE, jobs=1)
    assert check(inputs(), store, jobs=2) == run(inputs(), OFFLINE, jobs=1)


def test_files_are_read_again(tmp_path: Path, store: Store) -> None:
    path = tmp_path / "a.txt"
    for text in ("They met the the mayor.", "They met at at noon, again."):
        path.write_text(text)
        result = check([Input(str(path))], store)
        assert result == run([Input(str(path))], OFFLINE, jobs=1)
        assert len(list(result.findings)) == 1
    path.unlink()
    assert "no such file" in check([Input(str(path))], store).files[0].error.lower()


def test_cached_result_takes_the_new_path(store: Store) -> None:
    text = article(*PARAGRAPHS)
    check([Input("a.txt", text)], store)
    assert known([Input("b/c.txt", text), Input("c.md", text)], store) == [True, False]
    again = check([Input("b/c.txt", text)], store)
    assert again == run([Input("b/c.txt", text)], OFFLINE, jobs=1)
    assert {finding.path for finding in again.findings} == {"b/c.txt"}


CHANGES = [
    Config(grammar=(), language="en-US"),
    Config(grammar=(), select=("spelling",)),
    Config(grammar=(), extend_select=("readability",)),
    Config(grammar=(), ignore=("spelling",)),
    Config(grammar=(), severity={"spelling": Severity.SUGGESTION}),
    Config(grammar=(), vocabulary=VocabularySettings(accept=frozenset({"teh"}))),
    Config(grammar=(), names=(NameSetting("Orla Quist", ("Orla Quisst",)),)),
    Config(grammar=("harper",)),
    Config(grammar=(), deep_gate=True),
    Config(grammar=(), engines={"languagetool": {"disable": ("X",)}}),
    Config(grammar=(), rules={"readability.grade": {"max": 3}}),
    Config(grammar=(), per_file_ignores=(PathRules("*.txt", ("spelling",)),)),
    Config(grammar=(), format_of=(PathFormat("*.txt", "markdown"),)),
    Config(grammar=(), fields=(FieldSetting(("*.txt",), Field("b")),)),
    Config(grammar=(), tracked_changes="original"),
    Config(grammar=(), packs=("/nowhere",), vale_compat="strict"),
    Config(grammar=(), trust=Trust(inline=False)),
    Config(grammar=(), transcripts=(Transcript("interview.srt", ()),)),
    Config(grammar=(), memory="/nowhere"),
    Config(grammar=(), against="/nowhere"),
    Config(grammar=(), gone={"https://fair.example/": "404"}),
]


@pytest.mark.parametrize("config", CHANGES)
def test_changed_settings_miss_the_cache(store: Store, config: Config) -> None:
    inputs = [Input("a.txt", article(*PARAGRAPHS))]
    check(inputs, store)
    assert known(inputs, store, config) == [False]


@pytest.mark.parametrize(
    "config",
    [
        OFFLINE,
        Config(grammar=(), exclude=("*.bak",), exclude_base="/x"),
        Config(grammar=(), fail_on=Severity.ERROR, strict_engines=True),
        Config(grammar=(), per_file_ignores=(PathRules("*.html", ("spelling",)),)),
    ],
)
def test_settings_without_effect_hit_the_cache(store: Store, config: Config) -> None:
    inputs = [Input("a.txt", article(*PARAGRAPHS))]
    check(inputs, store)
    assert known(inputs, store, config) == [True]


def test_every_file_of_a_data_package_counts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = tmp_path / "copylint_deep_model"
    package.mkdir()
    (package / "__init__.py").touch()
    monkeypatch.syspath_prepend(tmp_path)
    fresh = fingerprint.installed.__wrapped__
    before = fresh()
    assert fresh() == before
    (package / "manifest.json").write_text("{}", "utf-8")
    assert fresh() != before


def test_every_setting_is_considered() -> None:
    """A setting added to Config changes the fingerprint unless it is listed as irrelevant."""
    changed = {
        field.name
        for config in CHANGES
        for field in dataclasses.fields(Config)
        if getattr(config, field.name) != getattr(OFFLINE, field.name)
    }
    left_out = {
        "baseline",
        "cache",
        "deep",  # it has become a name in ``grammar``, or none
        "exclude",
        "exclude_base",
        "fail_on",
        "max_file_size",
        "mirror",
        "project",
        "strict_engines",
        "timeout",
        "warm",
        "vale",
    }
    assert {field.name for field in dataclasses.fields(Config)} == changed | left_out


def test_cache_key_is_equal_in_every_process() -> None:
    words = ("alpha", "beta", "gamma", "delta")
    configs = [
        Config(
            vocabulary=VocabularySettings(accept=frozenset(order)),
            severity=dict.fromkeys(order, Severity.ERROR),
        )
        for order in (words, words[::-1])
    ]
    assert fingerprint.settings(configs[0]) == fingerprint.settings(configs[1])
    told = repr(fingerprint._told(configs[0]))
    assert "0x" not in told
    assert "frozenset" not in told


def test_installed_versions_are_part_of_the_key(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    inputs = [Input("a.txt", article(*PARAGRAPHS))]
    check(inputs, store)
    monkeypatch.setattr("copylint.runner.result_cache.installed", lambda: b"another")
    assert known(inputs, store) == [False]


def test_installed_changes_with_any_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    inventory()
    package = tmp_path / "copylint"
    (package / "data").mkdir(parents=True)
    (package / "__init__.py").touch()
    monkeypatch.setattr("copylint.__file__", str(package / "__init__.py"))

    def now() -> bytes:
        return fingerprint.installed.__wrapped__()

    seen = [now()]
    (package / "data" / "words.txt").write_text("one")
    seen.append(now())
    (package / "data" / "words.txt").write_text("one two")
    seen.append(now())
    monkeypatch.setattr("sys.version", "another")
    seen.append(now())
    (tmp_path / "site" / "other-1.0.dist-info").mkdir(parents=True)
    monkeypatch.syspath_prepend(str(tmp_path / "site"))
    seen.append(now())
    (tmp_path / "site" / "other-1.0.dist-info").rename(tmp_path / "site" / "other-1.1.dist-info")
    seen.append(now())
    assert len(set(seen)) == 6
    (package / "__pycache__").mkdir()
    (package / "__pycache__" / "x.pyc").touch()
    assert now() == seen[-1]


def test_failed_check_is_not_cached(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(self: SpellingCheck, article: Article, options: Options) -> Iterable[Match]:
        raise RuntimeError("out of order")

    inputs = [Input("a.txt", article(*PARAGRAPHS))]
    with monkeypatch.context() as patch:
        patch.setattr(SpellingCheck, "check", fail)
        assert "internal" in str([f.rule for f in check(inputs, store).findings])
    assert known(inputs, store) == [False]
    assert check(inputs, store) == run(inputs, OFFLINE, jobs=1)


def test_failed_engine_is_not_cached(
    store: Store, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    jar = tmp_path / "languagetool-server.jar"
    jar.write_bytes(b"no jar")
    monkeypatch.setenv("LTP_JAR_DIR_PATH", str(tmp_path))
    config = Config(grammar=("languagetool",))
    inputs = [Input("a.txt", article(*PARAGRAPHS))]
    assert check(inputs, store, config).engine_errors
    assert known(inputs, store, config) == [False]


def test_engines_whose_answers_may_change_unseen(monkeypatch: pytest.MonkeyPatch) -> None:
    elsewhere = Config(grammar=("languagetool",), engines={"languagetool": {"url": "http://x"}})
    assert editions(elsewhere) is None
    monkeypatch.setenv("LTP_JAR_DIR_PATH", "/nowhere")
    assert editions(Config(grammar=("languagetool",))) is None
    assert editions(Config()) == ""


def test_house_rules_are_part_of_the_key(store: Store, tmp_path: Path) -> None:
    pack = tmp_path / "House"
    pack.mkdir()
    config = Config(grammar=(), packs=(str(pack),))
    inputs = [Input("a.txt", article(*PARAGRAPHS))]
    check(inputs, store, config)
    assert known(inputs, store, config) == [True]
    (pack / "Rule.yml").write_text("extends: existence\nmessage: No.\ntokens: [letter]\n")
    assert known(inputs, store, config) == [False]
    assert known(inputs, store) == [False]
    (pack / "Words.yml").write_text("extends: spelling\nmessage: No.\nignore: [words.txt]\n")
    assert result_cache(store, config) is None
    assert result_cache(store, Config(vale=str(tmp_path / ".vale.ini"))) is None


def test_undecoded_text_is_not_cached(store: Store) -> None:
    inputs = [Input("a.txt", text="They met the the mayor.")]
    check(inputs, store)
    assert known(inputs, store) == [False]


def test_malformed_value_is_a_miss(store: Store) -> None:
    inputs = [Input("a.txt", article(*PARAGRAPHS))]
    cache = keep(store)
    for value in (b"", b"[]", b"[1, [[]]]", b"[1, [[1]]]", b"{}", b"\xff", b"[1, 2]", b"[3"):
        store.put([(cache._key_of(inputs[0]), value)])
        assert known(inputs, store) == [False]


def test_results_round_trip(store: Store) -> None:
    inputs = [Input("a.md", article(*PARAGRAPHS, *PARAGRAPHS))]
    (result,) = run(inputs, Config(), jobs=1).files
    assert any(finding.related for finding in result.findings)
    assert any(finding.fixes for finding in result.findings)
    assert decode("a.md", encode(result)) == result
    odd = dataclasses.replace(result.findings[0], text="\ud800 \0 ", part="b", line_cut=7)
    result = FileResult("a.md", (odd,), 3)
    assert decode("a.md", encode(result)) == result
