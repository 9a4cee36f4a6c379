"""``copylint test-rules`` takes packs and rules by their paths, and help lists what exists."""

from __future__ import annotations

from pathlib import Path

import pytest

from copylint.cli.main import run_here
from copylint.inventory.places import shipped
from copylint.report.lookup import format_names

RULE = "extends: existence\nmessage: 'No %s.'\ntokens: [kerb]\n"


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str]:
    import sys

    before, sys.argv = sys.argv, ["copylint", *arguments]
    try:
        code = run_here()
    except SystemExit as end:
        code = end.code
    finally:
        sys.argv = before
    shown = capsys.readouterr()
    return int(code or 0), shown.out + shown.err


@pytest.mark.parametrize(
    ("path", "told"),
    [
        (shipped() / "News" / "Eggcorn.yml", "1 rule, "),
        (shipped() / "News" / "Eggcorn.md", "1 rule, "),
        (shipped() / "Legal", "all is well"),
    ],
)
def test_rules_of_copylint(path: Path, told: str, capsys: pytest.CaptureFixture[str]) -> None:
    code, shown = run(capsys, "test-rules", "--isolated", str(path))
    assert code == 0
    assert told in shown


def test_a_folder_that_no_configuration_names(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "Desk").mkdir()
    (tmp_path / "Desk" / "Kerb.yml").write_text(RULE, "utf-8")
    for path in (tmp_path / "Desk", tmp_path / "Desk" / "Kerb.yml"):
        code, shown = run(capsys, "test-rules", "--isolated", str(path))
        assert (code, shown) == (0, "1 rule, 0 examples; 1 without examples: all is well\n")


def test_a_path_that_does_not_exist(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, shown = run(capsys, "test-rules", "--isolated", str(tmp_path / "Desk"))
    assert code == 2
    assert "there is no pack or rule" in shown


def test_help_lists_formats_and_engines(capsys: pytest.CaptureFixture[str]) -> None:
    shown = " ".join(run(capsys, "check", "--help")[1].split())
    assert "How to print findings: " + ", ".join(format_names()[:-1]) in shown
    assert "Grammar engines: deep, harper, languagetool or off." in shown
