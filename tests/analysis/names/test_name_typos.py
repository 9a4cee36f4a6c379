from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copylint.analysis.names.name_typos import (
    TypoKind,
    close_pairs,
    deletions,
    folded,
    inflected,
    typo_between,
    womans,
)

WORDS = st.text(st.sampled_from("abcdeé"), min_size=1, max_size=8)


@pytest.mark.parametrize(
    ("wrong", "right", "slip"),
    [
        ("Havrestock", "Haverstock", TypoKind.SWAPPED),
        ("Haverstok", "Haverstock", TypoKind.DROPPED),
        ("Havverstock", "Haverstock", TypoKind.DOUBLED),
        ("Holis", "Hollis", TypoKind.DOUBLED),
        ("Haverstoclk", "Haverstock", TypoKind.EXTRA),
        ("Hsverstock", "Haverstock", TypoKind.KEY),
        ("Hiverstock", "Haverstock", TypoKind.VOWEL),
        ("Haverbtock", "Haverstock", TypoKind.OTHER),
        ("Harverstock", "Haverstock", TypoKind.EXTRA),
        ("Haevrstock", "Haverstock", TypoKind.SWAPPED),
        ("Hverastock", "Haverstock", TypoKind.MOVED),
        ("Jose", "José", TypoKind.ACCENT),
        ("Mcdonnell", "McDonnell", TypoKind.CASE),
        ("Haverstock", "Haverstock", None),
        ("Calder", "Colter", None),
        ("Li", "Lindqvist", None),
    ],
)
def test_classifies_typos_between_names(wrong: str, right: str, slip: TypoKind | None) -> None:
    assert typo_between(wrong, right) is slip


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
def test_typo_is_one_edit_or_one_moved_letter(one: str, other: str) -> None:
    slip = typo_between(one, other)
    distance = _distance(folded(one), folded(other))
    if distance == 1:
        assert slip is not None and slip > TypoKind.MOVED
    elif slip is TypoKind.MOVED:
        assert distance == 2 and sorted(folded(one)) == sorted(folded(other))
    elif distance > 1:
        assert slip is None


@given(WORDS, WORDS)
def test_words_one_edit_apart_share_a_deletion(one: str, other: str) -> None:
    if typo_between(one, other) is not None:
        assert set(deletions(one)) & set(deletions(other))


def test_each_close_pair_is_yielded_once() -> None:
    pairs = list(close_pairs(["Haverstock", "Havrestock", "Lindqvist", "Penrose"]))
    assert pairs == [("Haverstock", "Havrestock")]


def test_a_generated_list_is_not_compared_pair_by_pair() -> None:
    import itertools

    forms = ["".join(letters) for letters in itertools.product("Qbcdefghij", repeat=4)]
    assert sum(1 for _ in close_pairs(forms)) <= 10 * len(forms)


def test_inflections_and_feminine_surnames_are_the_same_name() -> None:
    assert inflected("Calder", "Calders")
    assert inflected("Petrov", "Petrova")
    assert not inflected("Hollis", "Holliss")
    assert not inflected("Calder", "Caldar")
    assert womans("Paul", "Paula")
    assert not womans("Julie", "Julia")
