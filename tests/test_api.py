from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import copylint
from copylint import (
    Config,
    InputError,
    Language,
    Safety,
    fix_text,
    lint_paths,
    lint_text,
    read_config,
)
from copylint.config.schema import PathRules
from copylint.core.errors import ConfigError

TWICE = Config(select=("duplicates.word",), grammar=())


def test_lint_text_gives_findings_in_order_with_places_in_the_text() -> None:
    text = "\ufeffWe met the the 😀 man.\r\n\r\nHe had had a a dog \ud800.\r\n"
    found = lint_text(text, config=TWICE)
    assert [text[each.span.start : each.span.end] for each in found] == ["the the", "a a"]
    assert [(each.start.line, each.path) for each in found] == [(1, ""), (3, "")]


def test_the_path_says_the_format_and_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "gone.md"
    text = "```\nWe met the the man.\n```\nand the the end.\n"
    assert [each.start.line for each in lint_text(text, path=str(path), config=TWICE)] == [4]
    assert [each.start.line for each in lint_text(text, config=TWICE)] == [2, 4]
    ignoring = Config(
        select=("duplicates.word",),
        grammar=(),
        per_file_ignores=(PathRules("*.md", ("duplicates",)),),
    )
    assert lint_text(text, path="a.md", config=ignoring) == []
    assert len(lint_text(text, path="a.txt", config=ignoring)) == 2


def test_lint_text_reads_no_configuration_and_writes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("copylint.toml").write_text("nonsense")
    lint_text("All is well.", path="a.txt", config=TWICE)
    assert [each.name for each in tmp_path.iterdir()] == ["copylint.toml"]
    with pytest.raises(ConfigError):
        read_config(["a.txt"])


def test_read_config_is_that_of_the_command(tmp_path: Path) -> None:
    (tmp_path / "copylint.toml").write_text('root = true\nselect = ["duplicates.word"]')
    (tmp_path / "a").mkdir()
    assert read_config([tmp_path / "a" / "x.txt"]).select == ("duplicates.word",)


def test_lint_paths(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text("We met the the man.")
    (tmp_path / "a.md").write_text("All is well.")
    (tmp_path / "x.py").write_text("the the")
    result = lint_paths([tmp_path, tmp_path / "gone.txt"], config=TWICE, jobs=1)
    assert [(Path(each.path).name, len(each.findings)) for each in result.files] == [
        ("a.md", 0),
        ("b.txt", 1),
        ("gone.txt", 0),
    ]
    assert [each.error for each in result.errors] == ["there is no such file or folder"]
    assert result.words == 8


def test_fix_text_corrects_what_is_certain() -> None:
    text = "\ufeffWe met the the man.\r\nShe had had a dog. Its deisgn is new.\r\n"
    fixed = fix_text(text)
    assert fixed.text == text.replace("the the", "the")
    assert [(each.rule, each.text) for each in fixed.fixed] == [("duplicates.word", "the the")]
    assert [each.rule for each in fixed.remaining] == ["spelling.unknown"]
    assert list(fixed.remaining) == lint_text(fixed.text)


def test_fix_text_applies_suggestions_on_request() -> None:
    text = "We reveived the the letter."
    assert fix_text(text, unsafe=True).text == "We received the letter."
    spelling = Config(select=("spelling",))
    assert fix_text(text, config=spelling).text == text
    assert fix_text(text, unsafe=True, config=spelling).text == "We received the the letter."


def test_fix_text_reads_and_writes_the_format_of_the_path() -> None:
    text = "<p>We met the the man.</p><code>the the</code>"
    assert fix_text(text, path="gone.html", config=TWICE).text == text.replace("the the m", "the m")


def test_fix_text_does_what_the_command_does(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    text = "# Harbour\n\nThe ferry left the the quay at noon .It recieved no no cargo.\n"
    path.write_text(text)
    command = [sys.executable, "-m", "copylint", "fix", "--isolated", "--quiet", "a.md"]
    subprocess.run(command, cwd=tmp_path, capture_output=True, check=False)
    assert path.read_text() == fix_text(text, path="a.md").text != text


def test_fixes_that_are_held_back_are_no_longer_safe() -> None:
    fixed = fix_text("We met the the man.", config=TWICE)
    assert all(fix.safety is not Safety.SAFE for each in fixed.remaining for fix in each.fixes)


def test_a_text_that_cannot_be_read_raises() -> None:
    # Long enough for the system's clock, which ticks some hundred times a second, to notice.
    text = "".join(f"We met the the man of house {each}.\n\n" for each in range(4000))
    for act in (lint_text, fix_text):
        with pytest.raises(InputError):
            act(text, config=Config(timeout=1e-3))


def test_the_findings_of_a_run_are_an_iterator(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text("We met the the man.")
    result = lint_paths([tmp_path], config=TWICE, jobs=1)
    for _ in range(2):  # each time from the start
        assert [each.text for each in result.findings] == ["the the"]
    with pytest.raises(TypeError):
        len(result.findings)  # type: ignore[arg-type]


def test_plain_strings_do_for_enums() -> None:
    text = "The color of the harbor, he realised, was gray."
    told = [lint_text(text, config=Config(language=each)) for each in ("en-GB", Language.BRITISH)]
    assert told[0] == told[1] != lint_text(text, config=Config(language=Language.AMERICAN))


def test_a_failing_engine_is_a_warning_or_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    from copylint.core.errors import EngineError
    from copylint.runner.listed_rules import engine_names
    from copylint.runner.rules import engine as engine_called

    name = engine_names()[0]
    engine = engine_called(name)

    def refuse(settings: object) -> str:
        raise EngineError(name, "not here")

    monkeypatch.setattr(engine, "start", refuse)
    with pytest.warns(RuntimeWarning, match="not here"):
        found = lint_text("We met the the man.", config=Config(grammar=(name,)))
    assert "duplicates.word" in [each.rule for each in found]
    with pytest.raises(EngineError):
        lint_text("Copy.", config=Config(grammar=(name,), strict_engines=True))


def test_importing_is_cheap_and_names_are_there() -> None:
    script = (
        "import sys, copylint\n"
        "heavy = [m for m in sys.modules if m.startswith('copylint.')]\n"
        "assert not heavy, heavy\n"
        "assert all(getattr(copylint, name) for name in copylint.__all__)\n"
    )
    subprocess.run([sys.executable, "-c", script], check=True)
    with pytest.raises(AttributeError, match="no attribute 'lint_everything'"):
        copylint.lint_everything  # noqa: B018
