"""The classifier of edits: whose score counts, which threshold decides, what is refused."""

from __future__ import annotations

import json
import math
from typing import Any

import pytest

from copylint.deep.candidates import Candidate
from copylint.deep.classifier import EditClassifier
from copylint.deep.edit_groups import Group
from copylint.deep.features import (
    OF_NETWORK,
    OF_REREADING,
    OF_WORDS,
    SentenceFeatures,
    log_odds,
)
from copylint.deep.labels import Label, WordChange
from copylint.deep.network_words import words_of
from copylint.language.tokens import tokenise

WRONG, SHARE, RANK = (OF_NETWORK.index(name) for name in ("wrong", "share", "rank"))
REST = len(OF_NETWORK) + 4 + OF_REREADING.index("rest")
# Below even odds of a fault the edit is thought wrong, above right.
TREE = [[[WRONG, 0.0, -1, -2]], [-2.0, 2.0]]


def content(**changes: Any) -> bytes:
    given = {
        "first": {"trees": [TREE]},
        "trees": {"trees": [TREE]},
        "hopeless": 0.0,
        "rates": [{"article": 1.5}, {"REPL_an": 0.5}, {"REPL_an|a": 2.5}],
        "unknown": -1.0,
        "thresholds": {"article": 0.5, "extra-word": 1.0, "extra-word.unsure": 2.5},
        "sure": {"article": 0.9},
        "easing": 0.25,
        "gate": {"article": -2.0},
    }
    return json.dumps(given | changes).encode()


def features(wrong: float) -> list[float]:
    own = [0.0] * (len(OF_NETWORK) + 4 + len(OF_REREADING) + len(OF_WORDS))
    own[WRONG] = wrong
    return own


def test_the_trees_decide_above_the_threshold() -> None:
    classifier = EditClassifier.read(content())
    assert classifier.score(features(1.0), "article") == pytest.approx(2.0 - 0.5)
    assert classifier.score(features(-1.0), "article") == pytest.approx(-2.0 - 0.5)


def test_the_longest_name_decides() -> None:
    classifier = EditClassifier.read(content())
    scores = [
        classifier.score(features(1.0), group)
        for group in ("extra-word.any", "extra-word.unsure.more", "confusion")
    ]
    assert scores == [pytest.approx(1.0), pytest.approx(-0.5), -math.inf]


def test_an_edit_within_the_margin_of_its_group_is_plausible() -> None:
    classifier = EditClassifier.read(content(margins={"extra-word": 0.5}))
    shown = [classifier.is_plausible(score, "extra-word.unsure") for score in (0.1, -0.4, -0.6)]
    assert shown == [True, True, False]
    assert classifier.is_plausible(0.1, "article")
    assert not classifier.is_plausible(0.0, "article")
    assert not classifier.is_plausible(-math.inf, "extra-word")


def test_without_margins_only_what_is_believed_is_shown() -> None:
    classifier = EditClassifier.read(content())
    assert [classifier.is_plausible(score, "article") for score in (0.1, 0.0, -0.1)] == [
        True,
        False,
        False,
    ]


def test_a_first_look() -> None:
    classifier = EditClassifier.read(content())
    words = words_of(tokenise("She ate a apple on the pier."))
    sentence = SentenceFeatures(words, [0.01] * 3 + [0.9] + [0.01] * 5)
    sure = Candidate(3, 0, 0.8, 0.1, Label.read("REPL_an"), WordChange(2, 3, ("an",)))
    first = classifier.first_features(sentence, sure, Group("article", "article"))
    assert first[len(OF_NETWORK) :] == [1.5, 0.5, 2.5, 5.0]
    assert not classifier.is_hopeless(first)
    other = sure._replace(place=1, change=WordChange(0, 1, ("An",)), label=Label.read("REPL_the"))
    first = classifier.first_features(sentence, other, Group("confusion", "confusion"))
    assert first[len(OF_NETWORK) :] == [-1.0, -1.0, -1.0, 0.0]
    assert classifier.is_hopeless(first)


def test_log_odds() -> None:
    assert log_odds(0.5) == 0
    assert math.isfinite(log_odds(1.0)) and math.isfinite(log_odds(0.0))


def test_an_edit_that_the_network_is_sure_of_needs_a_lower_score() -> None:
    classifier = EditClassifier.read(content())
    sure = features(3.0)
    sure[REST] = 1.0
    assert classifier.score(sure, "article.a") == pytest.approx(2.0 - 0.5)
    sure[REST] = -2.0
    sure[SHARE] = 2.5
    assert classifier.score(sure, "article.a") == pytest.approx(2.0 - 0.5 + 0.25)
    assert classifier.score(sure, "extra-word") == pytest.approx(2.0 - 1.0)
    for at, figure in ((WRONG, 1.0), (REST, 1.0), (SHARE, -1.0), (RANK, 1.0)):
        other = [*sure]
        other[at] = figure
        assert classifier.score(other, "article") == pytest.approx(2.0 - 0.5), at


@pytest.mark.parametrize(
    "table",
    [b"", b"[]", b"{}", content(rates=[]), content(thresholds=3), content(gate=[1])],
)
def test_a_file_that_is_not_a_classifier_is_refused(table: bytes) -> None:
    with pytest.raises(ValueError):
        EditClassifier.read(table)
