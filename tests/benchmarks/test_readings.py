"""Verdicts on findings: what carries over to a later draw, and what a sheet may say."""

from __future__ import annotations

from pathlib import Path

import pytest
from readings import Share, Verdict, carried, draw, judged, load, shares, store
from rows import Row


def row(doc_id: str, start: int, end: int, rule: str) -> Row:
    return {"doc_id": doc_id, "start": start, "end": end, "rule": rule, "suggestions": []}


ROWS = [row("a", n, n + 2, "spelling.unknown") for n in range(30)]


def test_a_draw_is_the_same_for_the_same_seed_whatever_the_order() -> None:
    assert draw(ROWS, 10, 3) == draw(ROWS[::-1], 10, 3)
    assert draw(ROWS, 10, 3) != draw(ROWS, 10, 4)
    assert len(draw(ROWS, 100, 3)) == len(ROWS)


def test_only_the_same_place_and_rule_keeps_its_verdict() -> None:
    verdict = Verdict("a", 5, 7, "spelling.unknown", "true")
    drawn = [
        row("a", 5, 7, "spelling.unknown"),
        row("a", 5, 8, "spelling.unknown"),
        row("a", 5, 7, "confusion.word"),
        row("b", 5, 7, "spelling.unknown"),
    ]
    old, new = carried(drawn, [verdict])
    assert old == [verdict]
    assert new == drawn[1:]


def test_stored_verdicts_come_back_and_the_last_file_wins(tmp_path: Path) -> None:
    first = [Verdict("b", 1, 2, "x", "true"), Verdict("a", 1, 2, "x", "true")]
    store(tmp_path / "1.jsonl", first)
    store(tmp_path / "2.jsonl", [Verdict("b", 1, 2, "x", "false")])
    assert load([tmp_path / "1.jsonl"]) == sorted(first)
    both = load([tmp_path / "1.jsonl", tmp_path / "2.jsonl"])
    assert [each.verdict for each in both] == ["true", "false"]


def test_stored_verdicts_hold_places_and_no_text(tmp_path: Path) -> None:
    verdicts = judged([row("a", 1, 2, "x")], ["1 true # a remark"])
    store(tmp_path / "1.jsonl", verdicts)
    assert (tmp_path / "1.jsonl").read_text() == (
        '{"doc_id": "a", "start": 1, "end": 2, "rule": "x", "verdict": "true"}\n'
    )


def test_unknown_verdict_is_an_error(tmp_path: Path) -> None:
    store(tmp_path / "1.jsonl", [Verdict("b", 1, 2, "x", "maybe")])
    with pytest.raises(ValueError, match=r"1\.jsonl: 'maybe' is no verdict"):
        load([tmp_path / "1.jsonl"])


@pytest.mark.parametrize(
    ("lines", "complaint"),
    [
        (["1 true", "3 true"], "there is no finding 3"),
        (["1 true", "2 perhaps"], "finding 2: 'perhaps' is no verdict"),
        (["1 true", "2"], "finding 2: '' is no verdict"),
        (["1 true", "1 false", "2 true"], "finding 1 has two verdicts"),
        (["1 true", "# 2 true"], "no verdict on finding 2"),
    ],
)
def test_incomplete_sheet_is_an_error(lines: list[str], complaint: str) -> None:
    with pytest.raises(ValueError, match=complaint):
        judged(ROWS[:2], lines)


def test_shares_are_counted_by_rule_and_overall() -> None:
    verdicts = [
        Verdict("a", 1, 2, "x", "true"),
        Verdict("a", 3, 4, "x", "false"),
        Verdict("b", 1, 2, "y", "true"),
    ]
    assert shares(verdicts) == {"": Share(3, 2), "x": Share(2, 1), "y": Share(1, 1)}
    assert shares([]) == {}
    assert Share(0, 0).value == 0.0
