"""Runs the network: a label for each word of a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from copylint.core.errors import EngineError
from copylint.deep.sessions import each_of, session
from copylint.deep.weights import ENGINE, Weights
from copylint.deep.word_pieces import WordPieces

_INPUTS = ("ids", "case", "widx")
_OUTPUTS = ("keep", "topv", "topk")


class Verdicts(NamedTuple):
    """The network's output for a sentence.

    Item 0 of each list is the place before the first word; words beyond the part that the
    network reads have no item. ``wrong`` is the probability that an edit is needed at a place;
    ``labels`` are the numbers of the three likeliest edits, ``shares`` their probabilities.
    """

    wrong: list[float]
    labels: list[list[int]]
    shares: list[list[float]]


class Network:
    """A network in memory. Raises ``EngineError`` if it cannot be run.

    Sentences are read one by one, several in parallel, and never in a batch. The weights are
    eight-bit numbers, and activations are rounded by the range of the whole batch, so verdicts
    would depend on the other sentences in it (by up to 0.36) and on how a run is divided. Nor
    does a batch run faster on a CPU (docs/explanation/deep.md).
    """

    def __init__(self, weights: Weights) -> None:
        self._session = session(weights.network, _INPUTS, _OUTPUTS)
        try:
            self._pieces = WordPieces(weights.vocabulary)
        except KeyError as error:
            raise EngineError(ENGINE, f"its vocabulary lacks {error}") from None

    def read(self, sentences: Sequence[Sequence[str]], threads: int) -> list[Verdicts]:
        """The verdicts on every sentence, ``threads`` read at a time. Raises ``EngineError``."""
        return each_of(sentences, self._read, threads)

    def _read(self, words: Sequence[str]) -> Verdicts:
        import numpy

        encoded = self._pieces.encode(words)
        given = {
            name: numpy.array([numbers], numpy.int64)
            for name, numbers in zip(_INPUTS, encoded, strict=True)
        }
        keep, shares, labels = self._session.run(_OUTPUTS, given)
        return Verdicts((1 - keep[0]).tolist(), labels[0].tolist(), shares[0].tolist())
