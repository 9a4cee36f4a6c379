"""A command line that is read without typer means what it means with it."""

from __future__ import annotations

import inspect
from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from copylint.cli import app, checking, quick
from copylint.cli.choices import FailOn, Language

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
OPTIONS = st.sampled_from([*quick.FLAGS, *quick.VALUES, *quick.REPEATED])
LINES = st.lists(
    st.one_of(
        WORDS.map(lambda word: [word]),
        st.sampled_from(list(quick.FLAGS)).map(lambda name: [name]),
        st.tuples(OPTIONS, WORDS).map(list),
        st.builds(lambda name, word: [f"{name}={word}"], OPTIONS, WORDS),
        st.sampled_from(["--help", "-h", "-qj2", "-j2", "--sel", "--no-such"]).map(lambda o: [o]),
    ),
    max_size=6,
).map(lambda parts: [word for part in parts for word in part])


def by_typer(arguments: Sequence[str], monkeypatch: pytest.MonkeyPatch) -> dict[str, Any] | None:
    """What typer has ``checking.check`` called with; None where it does not get so far."""
    called: list[dict[str, Any]] = []

    def check(paths: list[str] | None = None, **rest: Any) -> int:
        called.append({"paths": paths, **rest})
        return 0

    with monkeypatch.context() as patched, pytest.raises(SystemExit):
        patched.setattr(checking, "check", check)
        app.command()(["check", *arguments], prog_name="copylint")
    return called[0] if called else None


def in_full(asked: dict[str, Any]) -> dict[str, Any]:
    parameters = inspect.signature(checking.check).parameters.values()
    return {each.name: each.default for each in parameters} | asked


@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(LINES)
def test_both_read_the_same(monkeypatch: pytest.MonkeyPatch, arguments: list[str]) -> None:
    asked = quick.read(arguments)
    if asked is not None:
        assert in_full(asked) == by_typer(arguments, monkeypatch)


def test_every_option_is_known() -> None:
    options = {
        name
        for parameter in app.command().commands["check"].params
        for name in (*parameter.opts, *parameter.secondary_opts)
        if name.startswith("-")
    }
    assert options - {"--help", "-h"} == {*quick.FLAGS, *quick.VALUES, *quick.REPEATED}


def test_what_it_reads_is_what_is_common() -> None:
    line = ["a.txt", "--select=names", "--select", "spelling", "-j", "2", "-q", "-", "--no-warm"]
    line += ["--language", "en-GB", "--fail-on=never", "--output=json=out.json"]
    assert quick.read(line) == {
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
    [["--help"], ["-qj2"], ["--jobs", "-1"], ["--jobs"], ["--select"], ["--color", "red"], ["--"]],
)
def test_what_needs_explaining_is_left_to_typer(line: list[str]) -> None:
    assert quick.read(line) is None
