"""Help at several widths: whole, and by purpose."""

from __future__ import annotations

import re
import sys

import pytest

from copylint.cli.app import command
from copylint.cli.command_list import COMMANDS, GROUPS
from copylint.cli.main import main

NAMES = [each.name for each in (*COMMANDS, *GROUPS)]


def shown(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], *words: str) -> str:
    monkeypatch.setattr(sys, "argv", ["copylint", *words])
    with pytest.raises(SystemExit) as end:
        main()
    assert not end.value.code
    return capsys.readouterr().out


@pytest.mark.parametrize("width", [60, 80, 120])
@pytest.mark.parametrize("words", [[], *([name] for name in NAMES)], ids=" ".join)
def test_help_fits_and_is_not_cut(
    width: int,
    words: list[str],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    text = shown(monkeypatch, capsys, *words, "--help")
    assert all(len(line) <= width for line in text.splitlines())
    assert not re.search(r"(?<![A-Z\]])\.\.\.", text), "only what may be repeated has dots"


def test_commands_are_listed_by_purpose(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    text = shown(monkeypatch, capsys, "--help")
    listed = text.partition("Articles:")[2]
    assert listed.index("  check ") < listed.index("Rules:") < listed.index("  explain ")
    assert listed.index("Set-up and engines:") < listed.index("  init ")
    whole = " ".join(listed.split())
    for name in (*NAMES, "help"):
        about = (command().get_command(None, name).help or "").partition("\n\n")[0]
        assert " ".join(about.split()) in whole
