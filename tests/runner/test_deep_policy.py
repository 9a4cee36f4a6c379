"""When the deep check runs: the setting, what is installed, and how much there is to read."""

from __future__ import annotations

from pathlib import Path

import pytest

from copylint.config.schema import Config
from copylint.runner import deep_policy as depth
from copylint.runner.deep_policy import MOST_BYTES, MOST_GATED, apply_deep_policy, as_named
from copylint.runner.result import Input

SHORT = (Input("a.txt", text="A short text."),)
LONG = (Input("a.txt", data=b"a" * MOST_BYTES), Input("b.txt", text="b"))
VERY_LONG = (*LONG, Input("c.txt", data=b"a" * (MOST_GATED - MOST_BYTES)))


@pytest.fixture
def installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(depth, "is_installed", lambda: True)


@pytest.mark.usefixtures("installed")
def test_auto_is_for_short_texts_and_says_so() -> None:
    config, note = apply_deep_policy(Config(), SHORT, any_amount=False)
    assert (config.grammar, note) == (("deep",), "")
    config, note = apply_deep_policy(Config(grammar=("harper",)), SHORT, any_amount=False)
    assert config.grammar == ("harper", "deep")
    assert not config.deep_gate
    config, note = apply_deep_policy(Config(), LONG, any_amount=False)
    assert (config.grammar, config.deep_gate) == (("deep",), True)
    assert "doubtful" in note and "6,600 words" in note and "--grammar deep" in note
    config, note = apply_deep_policy(Config(), VERY_LONG, any_amount=False)
    assert config.grammar == ()
    assert "left out" in note and "20,000 words" in note and "--grammar deep" in note


@pytest.mark.usefixtures("installed")
def test_explicit_gate_prints_no_note() -> None:
    config, note = apply_deep_policy(Config(deep_gate=True), LONG, any_amount=False)
    assert (config.grammar, config.deep_gate, note) == (("deep",), True, "")
    assert apply_deep_policy(Config(deep_gate=True), SHORT, any_amount=False)[0].deep_gate


@pytest.mark.usefixtures("installed")
def test_changed_text_of_any_length_is_read() -> None:
    config, note = apply_deep_policy(Config(), VERY_LONG, any_amount=True)
    assert (config.grammar, config.deep_gate, note) == (("deep",), False, "")


@pytest.mark.usefixtures("installed")
def test_files_are_measured(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"a" * (MOST_GATED + 1))
    there, missing = Input(str(tmp_path / "a.txt")), Input(str(tmp_path / "b.txt"))
    assert apply_deep_policy(Config(), (missing,), any_amount=False)[0].grammar == ("deep",)
    assert apply_deep_policy(Config(), (missing, there), any_amount=False)[0].grammar == ()


def test_auto_skips_a_missing_model() -> None:
    assert apply_deep_policy(Config(), SHORT, any_amount=True) == (Config(), "")


@pytest.mark.parametrize("inputs", [SHORT, LONG, VERY_LONG])
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
def test_explicit_setting_is_obeyed(
    inputs: tuple[Input, ...], deep: str, grammar: tuple[str, ...], runs: bool
) -> None:
    config = Config(deep=deep, grammar=grammar)
    settings, note = apply_deep_policy(config, inputs, any_amount=False)
    assert ("deep" in settings.grammar) is runs
    assert not note
    assert as_named(config) == settings
    assert ("harper" in settings.grammar) is ("harper" in grammar)
