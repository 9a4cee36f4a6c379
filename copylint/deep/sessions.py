"""ONNX sessions in memory, run one sentence at a time."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import Any, TypeVar

from copylint.core.errors import EngineError
from copylint.core.interruption import may_end
from copylint.deep.weights import ENGINE

# The number of sentences that a thread gets at a time.
_SHARE = 16

_Sentence = TypeVar("_Sentence")
_Answer = TypeVar("_Answer")


def session(model: bytes, inputs: Collection[str], outputs: Collection[str]) -> Any:
    """An ``onnxruntime.InferenceSession`` that runs in the calling thread.

    Raises ``EngineError`` if the model cannot be run, or has other inputs or outputs.
    """
    try:
        import onnxruntime
    except ImportError as error:
        raise EngineError(ENGINE, f"cannot be loaded ({error})") from None
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.execution_mode = onnxruntime.ExecutionMode.ORT_SEQUENTIAL
    # Without the arena, memory is freed after each sentence; the arena would keep its peak.
    options.enable_cpu_mem_arena = False
    options.log_severity_level = 4
    try:
        made: Any = onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
    except Exception as error:  # noqa: BLE001 - its errors are many and have no common base
        raise EngineError(ENGINE, f"the network cannot be run: {_told(error)}") from None
    given = {each.name for each in made.get_inputs()}
    answers = {each.name for each in made.get_outputs()}
    if given != set(inputs) or not answers.issuperset(outputs):
        raise EngineError(ENGINE, "the network is another one than this copylint reads")
    return made


def each_of(
    sentences: Sequence[_Sentence], read: Callable[[_Sentence], _Answer], threads: int
) -> list[_Answer]:
    """The result of ``read`` for each sentence, ``threads`` of them at a time.

    Raises ``EngineError`` if ``read`` fails for a sentence.
    """

    def read_one(sentence: _Sentence) -> _Answer:
        may_end()
        return read(sentence)

    def read_share(share: Sequence[_Sentence]) -> list[_Answer]:
        return [read_one(sentence) for sentence in share]

    may_end()
    try:
        if threads <= 1 or len(sentences) <= _SHARE:
            return read_share(sentences)
        from concurrent.futures import ThreadPoolExecutor

        with ThreadPoolExecutor(threads, "copylint-deep") as pool:
            shares = [sentences[at : at + _SHARE] for at in range(0, len(sentences), _SHARE)]
            return [answer for share in pool.map(read_share, shares) for answer in share]
    except Exception as error:  # noqa: BLE001 - as above
        raise EngineError(ENGINE, f"failed on a sentence: {_told(error)}") from None


def _told(error: Exception) -> str:
    return " ".join(str(error).split())[:300] or type(error).__name__
