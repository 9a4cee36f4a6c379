"""The network at work: what it thinks of each word of a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from copylint.deep.pieces import WordPieces
from copylint.deep.weights import ENGINE, Weights
from copylint.model.errors import EngineError

# Sentences given to the threads at a time.
_SHARE = 16
_INPUTS = ("ids", "case", "widx")
_OUTPUTS = ("keep", "topv", "topk")


class Verdicts(NamedTuple):
    """What the network thinks of a sentence.

    Item 0 of each list is the place before the first word; words beyond what the network
    reads of a sentence have none. ``wrong`` is the probability that an edit is called for
    there; ``labels`` are the numbers of the three likeliest edits, ``shares`` their
    probabilities.
    """

    wrong: list[float]
    labels: list[list[int]]
    shares: list[list[float]]


class Network:
    """A network in memory. Raises ``EngineError`` where it is none that can be run.

    Every sentence is read by itself. The weights are eight-bit numbers, and what goes
    between layers is rounded by the range of all that is read together: in a batch a
    sentence's verdicts would depend on its companions (by up to 0.36), and so on how a run
    is divided; and on a processor a batch is no faster (docs/deep.md). Sentences are read
    in parallel instead.
    """

    def __init__(self, weights: Weights) -> None:
        try:
            import onnxruntime
        except ImportError as error:
            raise EngineError(ENGINE, f"cannot be loaded ({error})") from None
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.execution_mode = onnxruntime.ExecutionMode.ORT_SEQUENTIAL
        # Memory goes back after each sentence: the arena would keep the most ever used.
        options.enable_cpu_mem_arena = False
        options.log_severity_level = 4
        try:
            self._session: Any = onnxruntime.InferenceSession(
                weights.network, options, providers=["CPUExecutionProvider"]
            )
        except Exception as error:  # noqa: BLE001 - its errors are many and have no common base
            raise EngineError(ENGINE, f"the network cannot be run: {_told(error)}") from None
        given = {each.name for each in self._session.get_inputs()}
        answers = {each.name for each in self._session.get_outputs()}
        if given != set(_INPUTS) or not answers.issuperset(_OUTPUTS):
            raise EngineError(ENGINE, "the network is another one than this copylint reads")
        try:
            self._pieces = WordPieces(weights.vocabulary)
        except KeyError as error:
            raise EngineError(ENGINE, f"its vocabulary lacks {error}") from None

    def read(self, sentences: Sequence[Sequence[str]], threads: int) -> list[Verdicts]:
        """The verdicts on every sentence, ``threads`` read at a time. Raises ``EngineError``."""
        try:
            if threads <= 1 or len(sentences) <= _SHARE:
                return self._read_share(sentences)
            from concurrent.futures import ThreadPoolExecutor

            with ThreadPoolExecutor(threads, "copylint-deep") as pool:
                shares = [sentences[at : at + _SHARE] for at in range(0, len(sentences), _SHARE)]
                return [each for share in pool.map(self._read_share, shares) for each in share]
        except Exception as error:  # noqa: BLE001 - as above
            raise EngineError(ENGINE, f"failed on a sentence: {_told(error)}") from None

    def _read_share(self, sentences: Sequence[Sequence[str]]) -> list[Verdicts]:
        return [self._read(words) for words in sentences]

    def _read(self, words: Sequence[str]) -> Verdicts:
        import numpy

        encoded = self._pieces.encode(words)
        given = {
            name: numpy.array([numbers], numpy.int64)
            for name, numbers in zip(_INPUTS, encoded, strict=True)
        }
        keep, shares, labels = self._session.run(_OUTPUTS, given)
        return Verdicts((1 - keep[0]).tolist(), labels[0].tolist(), shares[0].tolist())


def _told(error: Exception) -> str:
    return " ".join(str(error).split())[:300] or type(error).__name__
