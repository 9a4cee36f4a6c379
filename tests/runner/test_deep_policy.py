"""When the deep check runs: the setting and the packages decide, never the amount of copy."""

from __future__ import annotations

from pathlib import Path

import pytest

from copylint import lint_text
from copylint.config.enums import Deep
from copylint.config.schema import Config
from copylint.deep import weights
from copylint.runner import deep_policy
from copylint.runner.deep_policy import apply_deep_policy
from copylint.runner.pipeline import run
from copylint.runner.result import Input

FAULT = "The bakery is planning open a second shop near the station.\n"

needs_model = pytest.mark.skipif(
    not weights.is_installed(), reason="copylint[deep] is not installed"
)


@pytest.fixture
def installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(deep_policy, "is_installed", lambda: True)


@pytest.mark.usefixtures("installed")
def test_auto_is_the_gated_check() -> None:
    config = apply_deep_policy(Config())
    assert (config.grammar, config.deep_gate) == (("deep",), True)
    config = apply_deep_policy(Config(grammar=("harper",)))
    assert (config.grammar, config.deep_gate) == (("harper", "deep"), True)


def test_auto_asks_for_nothing_that_is_not_installed() -> None:
    assert apply_deep_policy(Config()) == Config()


@pytest.mark.usefixtures("installed")
@pytest.mark.parametrize(
    ("deep", "grammar", "gate", "runs", "gated"),
    [
        (Deep.FULL, (), False, True, False),
        (Deep.FULL, ("harper",), False, True, False),
        (Deep.FULL, (), True, True, True),
        (Deep.NEVER, (), False, False, False),
        (Deep.NEVER, ("deep", "harper"), False, False, False),
        # Who names the engine has it read everything.
        (Deep.AUTO, ("deep",), False, True, False),
        (Deep.AUTO, ("deep",), True, True, True),
    ],
)
def test_an_explicit_setting_is_obeyed(
    deep: Deep, grammar: tuple[str, ...], gate: bool, runs: bool, gated: bool
) -> None:
    config = apply_deep_policy(Config(deep=deep, grammar=grammar, deep_gate=gate))
    assert ("deep" in config.grammar) is runs
    assert config.deep_gate is gated
    assert ("harper" in config.grammar) is ("harper" in grammar)
    assert apply_deep_policy(config) == config


@needs_model
@pytest.mark.usefixtures("installed")
def test_the_programming_interface_has_the_same_default() -> None:
    assert [finding.rule for finding in lint_text(FAULT)] == ["deep.missing-word"]
    assert not lint_text(FAULT, config=Config(deep=Deep.NEVER))


@needs_model
@pytest.mark.usefixtures("installed")
def test_an_article_has_the_same_findings_in_any_company(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(FAULT, "utf-8")
    own = Input(str(tmp_path / "a.txt"))
    (alone,) = run([own], Config()).files
    others = [Input(f"{number}.txt", text=FAULT * 40) for number in range(80)]
    for jobs in (1, 2):
        among = run([*others, own, *others], Config(), jobs=jobs).files[len(others)]
        assert among.findings == alone.findings
    assert [finding.rule for finding in alone.findings] == ["deep.missing-word"]
