"""When to colour, and how wide to write."""

from __future__ import annotations

import io

import pytest

from copylint.cli.terminal import Colour, wants_colour, width


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("choice", "environment", "on_terminal", "elsewhere"),
    [
        (Colour.AUTO, {}, True, False),
        (Colour.ALWAYS, {"NO_COLOR": "1"}, True, True),
        (Colour.NEVER, {"FORCE_COLOR": "1"}, False, False),
        (Colour.AUTO, {"NO_COLOR": "1"}, False, False),
        (Colour.AUTO, {"NO_COLOR": ""}, True, False),
        (Colour.AUTO, {"NO_COLOR": "1", "FORCE_COLOR": "1"}, False, False),
        (Colour.AUTO, {"FORCE_COLOR": "1"}, True, True),
        (Colour.AUTO, {"FORCE_COLOR": "0"}, True, False),
        (Colour.AUTO, {"TERM": "dumb"}, False, False),
    ],
)
def test_colour_follows_option_terminal_and_environment(
    choice: Colour,
    environment: dict[str, str],
    on_terminal: bool,
    elsewhere: bool,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm")
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert wants_colour(choice, Terminal()) is on_terminal
    assert wants_colour(choice, io.StringIO()) is elsewhere


@pytest.mark.parametrize(("columns", "expected"), [("80", 80), ("7", 40), ("9999", 200)])
def test_width_is_kept_readable(
    columns: str, expected: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    assert width() == expected
