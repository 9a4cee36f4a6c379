from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copylint.analysis.names.name_typos import (
    Slip,
    close_pairs,
    deletions,
    folded,
    inflected,
    slip_between,
    womans,
)

WORDS = st.text(st.sampled_from("abcdeé"), min_size=1, max_size=8)


@pytest.mark.parametrize(
    ("wrong", "right", "slip"),
    [
        ("Havrestock", "Haverstock", Slip.SWAPPED),
        ("Haverstok", "Haverstock", Slip.DROPPED),
        ("Havverstock", "Haverstock", Slip.DOUBLED),
        ("Holis", "Hollis", Slip.DOUBLED),
        ("Haverstoclk", "Haverstock", Slip.EXTRA),
        ("Hsverstock", "Haverstock", Slip.KEY),
        ("Hiverstock", "Haverstock", Slip.VOWEL),
        ("Haverbtock", "Haverstock", Slip.OTHER),
        ("Harverstock", "Haverstock", Slip.EXTRA),
        ("Haevrstock", "Haverstock", Slip.SWAPPED),
        ("Hverastock", "Haverstock", Slip.MOVED),
        ("Jose", "José", Slip.ACCENT),
        ("Mcdonnell", "McDonnell", Slip.CASE),
        ("Haverstock", "Haverstock", None),
        ("Calder", "Colter", None),
        ("Li", "Lindqvist", None),
    ],
)
def test_slips(wrong: str, right: str, slip: Slip | None) -> None:
    assert slip_between(wrong, right) is slip


def _distance(a: str, b: str) -> int:
    """Optimal string alignment distance, by the book."""
    rows = [[i + j if i * j == 0 else 0 for j in range(len(b) + 1)] for i in range(len(a) + 1)]
    for i in range(1, len(a) + 1):
        for j in range(1, len(b) + 1):
            rows[i][j] = min(
                rows[i - 1][j] + 1,
                rows[i][j - 1] + 1,
                rows[i - 1][j - 1] + (a[i - 1] != b[j - 1]),
            )
            if i > 1 and j > 1 and a[i - 1] == b[j - 2] and a[i - 2] == b[j - 1]:
                rows[i][j] = min(rows[i][j], rows[i - 2][j - 2] + 1)
    return rows[len(a)][len(b)]


@given(WORDS, WORDS)
def test_a_slip_is_one_step_or_one_letter_moved(one: str, other: str) -> None:
    slip = slip_between(one, other)
    distance = _distance(folded(one), folded(other))
    if distance == 1:
        assert slip is not None and slip > Slip.MOVED
    elif slip is Slip.MOVED:
        assert distance == 2 and sorted(folded(one)) == sorted(folded(other))
    elif distance > 1:
        assert slip is None


@given(WORDS, WORDS)
def test_words_one_slip_apart_share_a_deletion(one: str, other: str) -> None:
    if slip_between(one, other) is not None:
        assert set(deletions(one)) & set(deletions(other))


def test_close_pairs_meet_once() -> None:
    pairs = list(close_pairs(["Haverstock", "Havrestock", "Lindqvist", "Penrose"]))
    assert pairs == [("Haverstock", "Havrestock")]


def test_a_generated_list_is_not_compared_pair_by_pair() -> None:
    import itertools

    forms = ["".join(letters) for letters in itertools.product("Qbcdefghij", repeat=4)]
    assert sum(1 for _ in close_pairs(forms)) <= 10 * len(forms)


def test_inflection_and_women() -> None:
    assert inflected("Calder", "Calders")
    assert inflected("Petrov", "Petrova")
    assert not inflected("Hollis", "Holliss")
    assert not inflected("Calder", "Caldar")
    assert womans("Paul", "Paula")
    assert not womans("Julie", "Julia")
