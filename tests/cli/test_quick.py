"""A command line that is read without typer means the same as with it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
import typer
from hypothesis import given, settings
from hypothesis import strategies as st

from copylint.cli import quick
from copylint.cli.choices import FailOn
from copylint.cli.command_list import Command
from copylint.cli.commands.check import CheckOptions
from copylint.cli.typer_command import add_command
from copylint.config.enums import Language

WORDS = st.sampled_from(
    [
        "a.txt",
        "-",
        "spelling",
        "names,spelling",
        "3",
        "0",
        "-1",
        "",
        "Ä b",
        "en-GB",
        "en-gb",
        "never",
        "error",
        "always",
        "json",
        "json=x",
        "x=y=z",
        "--",
        "-q",
        "--fix",
        "off",
    ]
)
NAMES = list(CheckOptions.by_name())
FLAGS = [name for name, option in CheckOptions.by_name().items() if option.is_flag]
OPTIONS = st.sampled_from(NAMES)
LINES = st.lists(
    st.one_of(
        WORDS.map(lambda word: [word]),
        st.sampled_from(FLAGS).map(lambda name: [name]),
        st.tuples(OPTIONS, WORDS).map(list),
        st.builds(lambda name, word: [f"{name}={word}"], OPTIONS, WORDS),
        st.sampled_from(["--help", "-h", "-qj2", "-j2", "--sel", "--no-such"]).map(lambda o: [o]),
    ),
    max_size=6,
).map(lambda parts: [word for part in parts for word in part])


def by_typer(arguments: Sequence[str]) -> dict[str, Any] | None:
    """The values that typer hands to ``check``; None if it does not get so far."""
    called: list[CheckOptions] = []

    def check(options: CheckOptions) -> int:
        called.append(options)
        return 0

    spied = typer.Typer()
    add_command(spied, Command("check", check, CheckOptions))
    with pytest.raises(SystemExit):
        typer.main.get_command(spied)(list(arguments), prog_name="copylint")
    return values(called[0]) if called else None


def values(options: CheckOptions) -> dict[str, Any]:
    return {each.argument: getattr(options, each.argument) for each in CheckOptions.table()}


@settings(max_examples=300)
@given(LINES)
def test_quick_reader_agrees_with_typer(arguments: list[str]) -> None:
    given = quick.read(arguments, CheckOptions)
    if given is not None:
        assert values(CheckOptions(**given)) == by_typer(arguments)


def test_quick_reader_handles_common_command_lines() -> None:
    line = ["a.txt", "--select=names", "--select", "spelling", "-j", "2", "-q", "-", "--no-warm"]
    line += ["--language", "en-GB", "--fail-on=never", "--output=json=out.json"]
    assert quick.read(line, CheckOptions) == {
        "paths": ["a.txt", "-"],
        "select": ["names", "spelling"],
        "jobs": 2,
        "quiet": True,
        "warm": False,
        "language": Language.BRITISH,
        "fail_on": FailOn.NEVER,
        "output": ["json=out.json"],
    }


@pytest.mark.parametrize(
    "line",
    [
        ["--help"],
        ["--no-such-option"],
        ["--quiet=yes"],
        ["-qj2"],
        ["--jobs", "-1"],
        ["--jobs"],
        ["--select"],
        ["--color", "red"],
    ],
)
def test_errors_and_help_are_left_to_typer(line: list[str]) -> None:
    assert quick.read(line, CheckOptions) is None


def test_what_follows_two_hyphens_is_a_path() -> None:
    assert quick.read(["-q", "a.md", "--", "--config=b.md", "-"], CheckOptions) == {
        "quiet": True,
        "paths": ["a.md", "--config=b.md", "-"],
    }
