"""Verdicts of reading sheets, and the figures that follow from them."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from copylint.core.errors import ConfigError
from copylint.core.rule import Measured
from copylint.runner.rule_metrics import house_figures, keep_house_figures
from copylint.runner.sheet_verdicts import JudgedRule, parse_verdicts


def verdicts(**changed: Any) -> bytes:
    rows = [{"rule": "House.Pier", "verdict": "right"}] * 9
    rows += [{"rule": "House.Pier", "verdict": "wrong"}]
    table = {
        "version": 1,
        "trial": "House",
        "archive": "archive",
        "words": 2000,
        "rules": {"House.Pier": 40},
        "verdicts": rows,
    }
    return json.dumps(table | changed).encode()


def test_the_figures_are_those_that_explain_shows() -> None:
    found = parse_verdicts("v.json", verdicts())
    (judged,) = found.rules
    assert found.measured(judged, date(2026, 3, 2)) == Measured(
        0.9, 20.0, "2,000 words of archive: 40 findings, 10 of them read", "2026-03"
    )


@pytest.mark.parametrize(
    ("right", "wrong", "low", "high"),
    # The values of the closed formula, worked out by hand.
    [(9, 1, 0.596, 0.982), (10, 0, 0.722, 1.0), (0, 4, 0.0, 0.490)],
)
def test_the_interval_is_wilsons(right: int, wrong: int, low: float, high: float) -> None:
    found = JudgedRule("House.Pier", 40, right, wrong).interval
    assert found == pytest.approx((low, high), abs=0.001)


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"{", "v.json:1:2: not verdicts: it is not JSON"),
        (b"\xff", "v.json: not verdicts: it is not JSON"),
        (b"[" * 100_000, "v.json: not verdicts: it is not JSON"),
        (b"[]", "v.json: not verdicts: it has no list of 'verdicts'"),
        (verdicts(version=2), "v.json: verdicts of version 1 are needed"),
        (verdicts(words="many"), "v.json: 'words' is not a whole number"),
        (verdicts(words=True), "v.json: 'words' is not a whole number"),
        (verdicts(rules=[]), "v.json: 'rules' does not say how often each rule fired"),
        (verdicts(verdicts=[7]), "v.json: verdict 1: names no rule"),
        (
            verdicts(verdicts=[{"rule": "A.B", "verdict": ["right"]}]),
            "v.json: verdict 1: 'verdict' is neither right nor wrong",
        ),
    ],
)
def test_what_is_no_verdict_is_named(data: bytes, told: str) -> None:
    with pytest.raises(ConfigError) as error:
        parse_verdicts("v.json", data)
    assert str(error.value).startswith(told)


def test_figures_are_kept_beside_the_rule_and_replaced(tmp_path: Path) -> None:
    rule = tmp_path / "Pier.yml"
    old, new = Measured(0.5, 1.0, "a", "2026-01"), Measured(0.9, 2.0, "b", "2026-02")
    keep_house_figures(rule, "House.Other", old)
    keep_house_figures(rule, "House.Pier", old)
    assert keep_house_figures(rule, "House.Pier", new) == tmp_path / "measured.jsonl"
    assert house_figures(rule) == {"House.Other": old, "House.Pier": new}


@pytest.mark.parametrize("content", ["nonsense", "[]", '{"rule": "A.B"}', '{"rule": 1, "on": []}'])
def test_figures_that_cannot_be_read_are_named(content: str, tmp_path: Path) -> None:
    (tmp_path / "measured.jsonl").write_text(content + "\n", "utf-8")
    with pytest.raises(ConfigError, match=r"measured.jsonl: not figures of rules"):
        house_figures(tmp_path / "Pier.yml")
