"""A mistake in a command line is one line that names the remedy."""

from __future__ import annotations

import sys

import pytest

from copylint.cli.main import main


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("chekc", "there is no command 'chekc'; did you mean 'check'?"),
        ("cache foo", "there is no command 'foo' (see 'copylint cache --help')"),
        ("check --selct names", "there is no option '--selct'; did you mean '--select'?"),
        ("check --xyzzy", "there is no option '--xyzzy' (see 'copylint check --help')"),
        ("check --format", "option '--format' requires an argument"),
        ("check --jobs many", "--jobs: 'many' is not a whole number (see 'copylint check --help')"),
        ("check --timeout 0", "--timeout: 0 is less than 1 (see 'copylint check --help')"),
        (
            "check --language en-UK",
            "--language: 'en-UK' is not one of auto, en-GB, en-US, en-AU, en-CA; "
            "did you mean 'en-GB'?",
        ),
        ("explain", "RULE|FILE... is missing (see 'copylint explain --help')"),
        ("explain names.varient", "RULE|FILE: there is no rule or file 'names.varient'; "
         "did you mean 'names.variant'?"),
    ],
)  # fmt: skip
def test_usage_errors_are_one_line(
    line: str, said: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["copylint", *line.split()])
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 2
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == 1 and lines[0].startswith(f"copylint: {said}")


def test_help_has_no_notation_of_typers(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for command in ("", "check", "fix", "explain", "trial", "stats", "warm"):
        monkeypatch.setattr(sys, "argv", ["copylint", *command.split(), "--help"])
        with pytest.raises(SystemExit):
            main()
        text = capsys.readouterr().out
        assert text.startswith("Usage: copylint")
        assert not any(sign in text for sign in ("{", "<", "x>=", "[default: ("))
