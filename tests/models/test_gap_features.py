"""The features of a place that the models of small words read."""

from __future__ import annotations

from copylint.models.gap_model import PADDING, gap_features


def features(text: str, tags: str, left: int) -> set[str]:
    """The features of the place after word ``left`` of ``text``."""
    words = ["^"] * PADDING + text.split() + ["$"] * PADDING
    classes = ["^"] * PADDING + tags.split() + ["$"] * PADDING
    at = left + PADDING
    return set(gap_features(words, classes, at, at + 1, "of"))


def test_the_determiner_is_sought_across_adjectives_and_nouns() -> None:
    found = features("the old stone bridge river runs", "DT JJ NN NN NN VBZ", 3)
    assert "Sthe 3 NN" in found


def test_the_search_for_a_determiner_stops_at_a_preposition() -> None:
    found = features("the crew at stone bridge river", "DT NN IN NN NN NN", 4)
    assert "Sat 2 NN" in found


def test_the_search_for_a_determiner_goes_no_further_than_four_words() -> None:
    found = features("the a b c d e river", "DT NN NN NN NN NN NN", 5)
    assert "Sa 4 NN" in found
