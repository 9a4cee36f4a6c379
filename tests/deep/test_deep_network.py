"""The network gives the results of an earlier implementation for the same sentences."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from deep_golden import GOLDEN, golden

from copylint.core.errors import EngineError
from copylint.deep.candidates import candidates
from copylint.deep.network import Network
from copylint.deep.network_words import words_of
from copylint.deep.weights import Weights
from copylint.language.tokens import tokenise

# Processors without instructions for eight-bit numbers round otherwise.
NEAR = 0.05
# From here on no rounding makes another edit the likeliest.
SURE = 0.45


@golden("case")
def test_the_verdicts_are_the_same(case: dict[str, Any], weights: Weights) -> None:
    (verdict,) = Network(weights).read([[word for word, _, _ in case["tokens"]]], 1)
    assert verdict.wrong == pytest.approx(case["wrong"], abs=NEAR)


@golden("case")
def test_the_edits_are_the_same(case: dict[str, Any], weights: Weights) -> None:
    words = words_of(tokenise(case["text"]))
    texts = [word.text for word in words]
    network = Network(weights)
    (verdict,) = network.read([texts], 1)
    considered = candidates(words, verdict, weights.labels, weights.forms)
    likeliest = {each.place: each for each in considered if not each.rank}
    for edit in case["edits"]:
        if edit["new"] is not None and case["wrong"][edit["place"]] > SURE:
            change = likeliest[edit["place"]].change
            assert change.apply(texts) == edit["new"]
            (after,) = network.read([edit["new"]], 1)
            near = after.wrong[max(0, edit["place"] - 2) : edit["place"] + 4]
            assert max(near) == pytest.approx(edit["after"], abs=NEAR)


def test_output_is_independent_of_batch_and_threads(weights: Weights) -> None:
    network = Network(weights)
    sentences = [[word for word, _, _ in case["tokens"]] for case in GOLDEN]
    alone = [network.read([words], 1)[0] for words in sentences]
    assert network.read(sentences, 1) == alone
    assert network.read(sentences[::-1], 2) == alone[::-1]


def test_empty_and_very_long_sentences_are_read(weights: Weights) -> None:
    verdicts = Network(weights).read([[], ["word"] * 500], 1)
    assert len(verdicts[0].wrong) == 1
    assert 100 < len(verdicts[1].wrong) < 128


@pytest.mark.parametrize("network", [b"", b"not a network"])
def test_file_that_is_not_a_network_is_refused(network: bytes, weights: Weights) -> None:
    with pytest.raises(EngineError, match="cannot be run"):
        Network(replace(weights, network=network))


def test_a_vocabulary_without_signs_is_refused(weights: Weights) -> None:
    with pytest.raises(EngineError, match="vocabulary"):
        Network(replace(weights, vocabulary=("word",)))
