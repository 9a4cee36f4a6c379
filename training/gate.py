"""Train the gate on the network's verdicts, and write it into the model's folder.

    python training/gate.py VERDICTS... --model FOLDER [--steps N]

VERDICTS are files that ``verdicts.py`` wrote; ``gate.onnx`` is written into FOLDER. Then
``gate_curve.py`` measures how much reading the gate saves and sets its thresholds.
"""

from __future__ import annotations

import argparse
import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import jax
import numpy as np
import optax
import student
from export import read as read_network
from student import Params, Shape
from student_export import export
from verdicts import Judged, read

from copylint.deep.gate import KINDS
from copylint.deep.usual import FIGURES, SCALE, figures, spread
from copylint.deep.word_pieces import Encoded, WordPieces

# The lengths to which batches are padded, in pieces. Few lengths mean few compilations.
_LENGTHS = (16, 24, 32, 40, 48, 64, 96, 128)
# Margins are mapped to values from 0 to 1; this far below the threshold the value is one half.
_HALF, _STEEP = 0.7, 1.5
# The target for words that the network does not doubt.
_UNDOUBTED = 0.003
# The higher the last loss of a sentence, the likelier it is used again.
_ALWAYS, _SOMETIMES = 0.5, 0.15
_NEVER_SEEN = 9.0
# The figures that are counts: the first and last word counted, relative to the word itself, and
# the lowest value in the table of counts.
_COUNTED = (
    (0, -1, 0, 1.5),
    (1, 0, 1, 1.5),
    (2, -2, 0, 3),
    (3, -1, 1, 3),
    (4, 0, 2, 3),
    (6, 0, 0, 1.5),
)
_MOST_APART = 2
# The figures with the counts of the pair that ends with a word and of the triple around it, and
# the count (log2) from which a pair is common.
_BEFORE, _MIDDLE = 0, 3
_USUAL = 3.0


@dataclass(frozen=True)
class Lesson:
    """A sentence in numbers, with the targets for its words."""

    encoded: Encoded
    usual: np.ndarray
    margins: Sequence[tuple[int, int, float]]
    wrong: Sequence[tuple[int, float]]

    @classmethod
    def of(cls, judged: Judged, pieces: WordPieces) -> Lesson:
        """The lesson made from a verdict."""
        encoded = pieces.encode(judged.words)
        table = without_itself(figures(judged.words), judged.faults)
        return cls(encoded, spread(table, encoded), judged.margins, judged.wrong)


class Batch:
    """Lessons padded to one length; ``numbers`` are their indices."""

    def __init__(
        self, numbers: list[int], lessons: list[Lesson], length: int, embeddings: np.ndarray
    ) -> None:
        shape = len(lessons), length
        self.numbers = numbers
        self.embedded = np.zeros((*shape, embeddings.shape[1]), np.float32)
        self.there = np.zeros(shape, np.float32)
        self.cases = np.zeros(shape, np.int32)
        self.usual = np.zeros((*shape, FIGURES), np.float32)
        self.asked = np.zeros((*shape, len(KINDS)), np.float32)
        self.targets = np.zeros((*shape, len(KINDS)), np.float32)
        self.wrong = np.full(shape, _UNDOUBTED, np.float32)
        self.begins = np.zeros(shape, np.float32)
        for row, lesson in enumerate(lessons):
            encoded = lesson.encoded
            size = len(encoded.ids)
            places = encoded.words[1:]
            self.embedded[row, :size] = embeddings[encoded.ids]
            self.there[row, :size] = 1
            self.cases[row, :size] = encoded.cases
            self.usual[row, :size] = lesson.usual
            self.begins[row, places] = 1
            self.asked[row, places] = may_be_shown(lesson.usual[places])
            for at, kind, margin in lesson.margins:
                share = 1 / (1 + math.exp(-_STEEP * (margin + _HALF)))
                self.targets[row, places[at], kind] = share
            for at, chance in lesson.wrong:
                self.wrong[row, places[at]] = chance

    @property
    def given(self) -> tuple[np.ndarray, ...]:
        """The inputs of the gate."""
        return self.embedded, self.there, self.cases, self.usual

    @property
    def expected(self) -> tuple[np.ndarray, ...]:
        """The targets, and the places at which they count."""
        return self.targets, self.asked, self.wrong, self.begins


class Lessons:
    """All lessons, each with its last loss."""

    def __init__(
        self, judged: Iterable[Judged], vocabulary: Sequence[str], embeddings: np.ndarray
    ) -> None:
        pieces = WordPieces(vocabulary)
        self.embeddings = embeddings
        self._lessons = [Lesson.of(each, pieces) for each in judged]
        self.last = np.full(len(self._lessons), _NEVER_SEEN)

    def batches(self, chance: np.random.Generator, pieces: int) -> Iterator[Batch]:
        """One pass in a new random order, which skips most lessons with a low loss.

        Batches hold at most ``pieces`` pieces each and sentences of similar length.
        """
        again = chance.random(len(self.last)) < np.clip(self.last / _ALWAYS, _SOMETIMES, 1)
        waiting: dict[int, list[int]] = {length: [] for length in _LENGTHS}
        for number in chance.permutation(np.flatnonzero(again)).tolist():
            length = next(
                size for size in _LENGTHS if len(self._lessons[number].encoded.ids) <= size
            )
            rows = waiting[length]
            rows.append(number)
            if len(rows) == max(1, pieces // length):
                own = [self._lessons[row] for row in rows]
                yield Batch([*rows], own, length, self.embeddings)
                rows.clear()


def may_be_shown(usual: np.ndarray) -> np.ndarray:
    """For each word and kind 1, or 0 if no finding would be shown.

    Wording that is common in edited text is never reported (``Evidence``), so the gate need not
    learn anything about it.
    """
    may = np.ones((len(usual), len(KINDS)), np.float32)
    may[usual[:, _MIDDLE] > 0] = 0
    may[:, KINDS.index("apostrophe")] = 1
    may[:, KINDS.index("missing-word")] = usual[:, _BEFORE] * SCALE < _USUAL
    return may


def without_itself(table: np.ndarray, faults: Sequence[int]) -> np.ndarray:
    """The figures of a sentence without its own contribution to the counts.

    Words inserted at ``faults`` did not contribute.
    """
    words = len(table)
    put = np.zeros(words + 2 * _MOST_APART, bool)
    put[np.array(faults, int) + _MOST_APART] = True
    found = table.copy()
    for column, first, last, least in _COUNTED:
        span = range(_MOST_APART + first, _MOST_APART + last + 1)
        made_up = np.any([put[at : at + words] for at in span], axis=0)
        others = 2.0 ** (table[:, column] * SCALE) - 1
        known = np.where(others >= least, np.log2(np.maximum(others, 1)) / SCALE, 0)
        found[:, column] = np.where(made_up, table[:, column], known)
    return found


def train(
    params: Params,
    shape: Shape,
    lessons: Lessons,
    *,
    pieces: int,
    steps: int,
    rate: float,
) -> tuple[Params, list[float]]:
    """Parameters after ``steps`` batches, and the loss per word of each."""
    schedule = optax.warmup_cosine_decay_schedule(0.0, rate, max(1, steps // 20), steps)
    optimiser = optax.chain(
        optax.clip_by_global_norm(1.0), optax.adamw(schedule, b2=0.98, weight_decay=0.01)
    )
    state = optimiser.init(params)

    def total(params: Params, batch: tuple[Any, ...]) -> tuple[Any, Any]:
        given, expected = batch
        found = student.guesses(params, shape, *given)
        each = student.loss(found, *expected)
        return each.sum() / expected[-1].sum(), each

    @partial(jax.jit, donate_argnums=(0, 1))
    def step(params: Params, state: Any, batch: tuple[Any, ...]) -> tuple[Any, ...]:
        (value, each), gradient = jax.value_and_grad(total, has_aux=True)(params, batch)
        updates, state = optimiser.update(gradient, state, params)
        return optax.apply_updates(params, updates), state, value, each

    losses: list[float] = []
    for batch in _rounds(lessons, pieces):
        if len(losses) == steps:
            break
        params, state, value, each = step(params, state, (batch.given, batch.expected))
        lessons.last[batch.numbers] = np.asarray(each)
        losses.append(float(value))
        if len(losses) % 500 == 0:
            recent = losses[-500:]
            print(f"step {len(losses)}: loss {sum(recent) / len(recent):.4f}", flush=True)
    return params, losses


def _rounds(lessons: Lessons, pieces: int) -> Iterator[Batch]:
    chance = np.random.default_rng(3)
    while True:
        yield from lessons.batches(chance, pieces)


def embeddings_of(network: bytes) -> np.ndarray:
    """The network's embeddings, with mean 0 and in units of their standard deviation."""
    table = read_network(network)["emb.weight"]
    centred = table - table.mean(0)
    return np.asarray(centred / centred.std(), np.float32)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("verdicts", type=Path, nargs="+")
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--steps", type=int, default=20_000)
    parser.add_argument("--pieces", type=int, default=2048, help="pieces in a batch")
    parser.add_argument("--rate", type=float, default=1.5e-3)
    options = parser.parse_args()
    embeddings = embeddings_of((options.model / "network.onnx").read_bytes())
    vocabulary = (options.model / "vocabulary.txt").read_text("utf-8").splitlines()
    lessons = Lessons(
        (each for path in options.verdicts for each in read(path)), vocabulary, embeddings
    )
    shape = Shape()
    params = student.begin(shape, embeddings.shape[1], jax.random.key(1))
    params, _ = train(
        params,
        shape,
        lessons,
        pieces=options.pieces,
        steps=options.steps,
        rate=options.rate,
    )
    export(params, shape, embeddings, options.model / "gate.onnx")


if __name__ == "__main__":
    main()
