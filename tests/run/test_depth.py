"""When the deep check runs: the setting, what is installed, and how much there is to read."""

from __future__ import annotations

from pathlib import Path

import pytest

from copylint.config.schema import Config
from copylint.run import depth
from copylint.run.depth import MOST_BYTES, as_named, settled
from copylint.run.result import Input

SHORT = (Input("a.txt", text="A short text."),)
LONG = (Input("a.txt", data=b"a" * MOST_BYTES), Input("b.txt", text="b"))


@pytest.fixture
def installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(depth, "is_installed", lambda: True)


@pytest.mark.usefixtures("installed")
def test_auto_is_for_short_texts_and_says_so() -> None:
    config, note = settled(Config(), SHORT, any_amount=False)
    assert (config.grammar, note) == (("deep",), "")
    config, note = settled(Config(grammar=("harper",)), SHORT, any_amount=False)
    assert config.grammar == ("harper", "deep")
    config, note = settled(Config(), LONG, any_amount=False)
    assert config.grammar == ()
    assert "6,600 words" in note and "--grammar deep" in note


@pytest.mark.usefixtures("installed")
def test_of_what_changed_any_amount_is_read() -> None:
    config, note = settled(Config(), LONG, any_amount=True)
    assert (config.grammar, note) == (("deep",), "")


@pytest.mark.usefixtures("installed")
def test_files_are_measured(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"a" * (MOST_BYTES + 1))
    there, missing = Input(str(tmp_path / "a.txt")), Input(str(tmp_path / "b.txt"))
    assert settled(Config(), (missing,), any_amount=False)[0].grammar == ("deep",)
    assert settled(Config(), (missing, there), any_amount=False)[0].grammar == ()


def test_auto_asks_for_nothing_that_is_not_installed() -> None:
    assert settled(Config(), SHORT, any_amount=True) == (Config(), "")


@pytest.mark.parametrize("inputs", [SHORT, LONG])
@pytest.mark.parametrize(
    ("deep", "grammar", "runs"),
    [
        ("always", (), True),
        ("always", ("harper",), True),
        ("never", (), False),
        ("never", ("deep", "harper"), False),
        ("auto", ("deep",), True),
    ],
)
def test_who_says_so_is_obeyed(
    inputs: tuple[Input, ...], deep: str, grammar: tuple[str, ...], runs: bool
) -> None:
    config = Config(deep=deep, grammar=grammar)
    settings, note = settled(config, inputs, any_amount=False)
    assert ("deep" in settings.grammar) is runs
    assert not note
    assert as_named(config) == settings
    assert ("harper" in settings.grammar) is ("harper" in grammar)
