"""The set of quotations: pairs from a seed, and nearly every class right."""

from __future__ import annotations

from facts.quotes.pairs import CLASSES, generated, handmade
from facts.quotes.run import measure


def test_pairs_are_the_same_for_the_same_seed() -> None:
    made = list(generated(3))
    assert made == list(generated(3))
    assert made != list(generated(4))
    assert len(made) == 300
    assert {pair.kind for pair in made} == set(CLASSES)


def test_pairs_by_hand_have_their_classes() -> None:
    pairs = list(handmade())
    counts, _ = measure(pairs)
    assert len(pairs) == 60
    assert sum(count for (kind, given), count in counts.items() if kind == given) >= 57
