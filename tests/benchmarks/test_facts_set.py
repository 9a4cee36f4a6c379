"""The labelled set of facts: the same texts for the same seed, and marks that are exact."""

from __future__ import annotations

import pytest
from facts.samples import Kind, kinds, samples
from facts.scenes import FILLER

KINDS = kinds()


@pytest.mark.parametrize("kind", KINDS, ids=[kind.name for kind in KINDS])
def test_texts_are_the_same_for_the_same_seed_and_sides_are_exact(kind: Kind) -> None:
    contradictions, decoys = len(kind.contradictions), len(kind.decoys)
    made = list(samples(kind, 3, contradictions, decoys))
    assert made == list(samples(kind, 3, contradictions, decoys))
    assert made != list(samples(kind, 4, contradictions, decoys))
    for sample in made:
        assert not any(mark in sample.text for mark in ("[[", "]]", "{", "}", "<", "|"))
        for start, end in sample.sides:
            side = sample.text[start:end]
            assert side == side.strip() != ""
            assert not sample.text[start - 1 : start].isalnum()


@pytest.mark.parametrize("kind", KINDS, ids=[kind.name for kind in KINDS])
def test_a_kind_has_at_least_eight_frames_of_each_sort(kind: Kind) -> None:
    assert len({*kind.contradictions}) >= 8
    assert len({*kind.decoys}) >= 8
    assert all("[[" in template for template in kind.contradictions)
    assert not any("[[" in template for template in kind.decoys)


def test_names_of_kinds_and_filler_are_distinct() -> None:
    assert len({kind.name for kind in KINDS}) == len(KINDS)
    assert len({*FILLER}) == len(FILLER)
