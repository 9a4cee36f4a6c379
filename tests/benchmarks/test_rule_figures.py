"""A rule's precision from labels and readings."""

from __future__ import annotations

from figures import Figures, Heard, joined
from readings import Share

NOTHING = Heard()


def record(
    seeded: Heard, real: Heard, read: Share, pairs: Heard = NOTHING
) -> dict[str, str | float] | None:
    figures = Figures("x.y", seeded, real, read, pairs, 100_000, 2_000_000, 200_000)
    return figures.record("2026-11")


def test_figures_combine_labels_with_the_share_read() -> None:
    found = record(NOTHING, Heard(findings=100, matched=40), Share(read=30, true=15))
    assert found == {
        "rule": "x.y",
        "precision": 0.7,  # 40 with a label, and half of the other 60
        "per_1000": 0.05,
        "on": "2.0 million words of web copy: 100 findings, 40 with a label, 30 of the others read",
        "when": "2026-11",
    }


def test_nothing_is_left_to_read_if_all_have_labels() -> None:
    found = record(NOTHING, Heard(findings=5, matched=5), Share(0, 0))
    assert found is not None and found["precision"] == 1.0


def test_unread_findings_are_not_guessed_at() -> None:
    assert record(NOTHING, Heard(findings=50, matched=40), Share(0, 0)) is None
    seeded = record(Heard(20, 18, 5), Heard(findings=50, matched=40), Share(0, 0))
    assert seeded is not None
    assert seeded["precision"] == 0.72  # 18 of 20, and 5 in clean copy
    assert seeded["per_1000"] == 0.25


def test_sentences_that_people_corrected_count_if_nothing_else_does() -> None:
    found = record(Heard(2, 2, 0), Heard(4, 1, 0), Share(0, 0), Heard(10, 8, 1))
    assert found is not None
    assert (found["precision"], found["per_1000"]) == (0.8, 0.05)
    assert found["on"] == (
        "200,000 words of sentences that people corrected: 10 findings, 8 with a label"
    )


def test_few_findings_are_counted_in_all_sets_together() -> None:
    found = record(Heard(1, 1, 0), Heard(2, 1, 0), Share(0, 0), Heard(1, 1, 0))
    assert found is not None
    assert found["precision"] == 0.75
    assert found["on"] == (
        "2.3 million words of web copy, news and corrected sentences: "
        "4 findings, 3 right, 1 not read"
    )


def test_no_findings_give_no_figure() -> None:
    assert record(NOTHING, NOTHING, Share(0, 0)) is None


def test_rules_of_either_set_are_joined() -> None:
    read = {"a": Share(1, 1), "": Share(1, 1)}
    pairs = {"b": Heard(3, 3, 0)}
    every = joined(({"b": Heard(1, 1, 0)}, 10), ({"a": Heard(2, 1, 0)}, 20), (pairs, 30), read)
    assert [(each.rule, each.seeded, each.real, each.read, each.pairs) for each in every] == [
        ("a", NOTHING, Heard(2, 1, 0), Share(1, 1), NOTHING),
        ("b", Heard(1, 1, 0), NOTHING, Share(0, 0), Heard(3, 3, 0)),
    ]
