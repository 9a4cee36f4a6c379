"""The patterns on the page about editors match copylint's output."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from copylint.cli.main import main

PAGE = (Path(__file__).parents[2] / "docs" / "guides" / "editors.md").read_text("utf-8")


@pytest.fixture
def printed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> list[str]:
    """The lines of ``check --quiet`` for an article with an error and a warning."""
    article = tmp_path / "ferry.md"
    article.write_text("They recieve the the mail.\n", "utf-8")
    monkeypatch.setattr("sys.argv", ["copylint", "check", "--quiet", "--isolated", str(article)])
    with pytest.raises(SystemExit):
        main()
    return capsys.readouterr().out.splitlines()


def test_the_problem_matcher_of_vs_code(printed: list[str]) -> None:
    blocks = (json.loads(block) for block in re.findall(r"```json\n(.*?)```", PAGE, re.S))
    (tasks,) = (block for block in blocks if "tasks" in block)
    pattern = tasks["tasks"][0]["problemMatcher"]["pattern"]
    matches = [re.fullmatch(pattern["regexp"], line) for line in printed]
    found = [(each[pattern["line"]], each[pattern["severity"]]) for each in matches if each]
    assert found == [("1", "error"), ("1", "warning")]


def test_the_pattern_for_emacs(printed: list[str]) -> None:
    (written,) = re.findall(r'\(copylint "(.*?)"\n', PAGE)
    emacs = written.replace("\\\\", "\\")
    swapped = {r"\(": "(", r"\)": ")", r"\|": "|", r"\(?:": "(?:"}
    pattern = re.sub(r"\\\(\?:|\\[()|]", lambda each: swapped[each[0]], emacs)
    matches = [re.match(pattern, line) for line in printed]
    assert [(each[2], each[4]) for each in matches if each] == [("1", None), ("1", "warning")]
