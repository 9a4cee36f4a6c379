"""Train the network and write it into a model's folder.

    python training/train.py TEXT --model FOLDER [--from-shipped] [--steps N] [--every N]

FOLDER holds ``vocabulary.txt``, ``labels.txt`` and ``forms.tsv`` (those of the shipped
package, or others); ``network.onnx`` is written into it. ``--from-shipped`` continues from the
network in FOLDER. A CPU is enough for small networks (``--layers 2 --width 64``) and experiments;
if JAX finds an accelerator, the same command uses it.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import jax
import jax.numpy as jnp
import network
import numpy as np
import optax
from export import export, read
from faults import Example, Faults
from mistaken import read_confusions
from network import Params, Size
from text import sentences

from copylint.deep.weights import read_forms
from copylint.deep.word_pieces import WordPieces

_CONFUSIONS = Path(__file__).parent.parent / "tools" / "models" / "confusions.txt"
# The lengths to which batches are padded, in pieces and words. Few lengths, few compilations.
_LENGTHS = (32, 64, 128)
_CLEAN = 0.3
#: The label of padding.
NO_WORD = -1


@dataclass(frozen=True)
class Folder:
    """The parts of a model's folder that training needs."""

    path: Path

    @property
    def vocabulary(self) -> list[str]:
        return self._read("vocabulary.txt").splitlines()

    @property
    def labels(self) -> list[str]:
        return self._read("labels.txt").split()

    def faults(self) -> Faults:
        """The errors that the labels can correct."""
        forms = read_forms(self._read("forms.tsv"))
        return Faults(self.labels, forms, read_confusions(_CONFUSIONS))

    def _read(self, name: str) -> str:
        return (self.path / name).read_text("utf-8")


@dataclass(frozen=True)
class Batch:
    """Sentences in numbers, padded: [batch, pieces] and [batch, words]."""

    ids: np.ndarray
    cases: np.ndarray
    places: np.ndarray
    labels: np.ndarray


class Encoder:
    """Turns examples into batches."""

    def __init__(self, folder: Folder) -> None:
        vocabulary = folder.vocabulary
        self._pieces = WordPieces(vocabulary)
        self.pad = vocabulary.index("[PAD]")
        self._labels = {label: number for number, label in enumerate(folder.labels)}

    def batches(self, examples: Iterator[Example], pieces: int) -> Iterator[Batch]:
        """Batches of at most ``pieces`` pieces each, with sentences of similar length."""
        waiting: dict[int, list[tuple[Any, list[int]]]] = {length: [] for length in _LENGTHS}
        for example in examples:
            encoded = self._pieces.encode(example.words[1:])
            labels = [self._labels[label] for label in example.labels[: len(encoded.words)]]
            length = next(size for size in _LENGTHS if len(encoded.ids) <= size)
            rows = waiting[length]
            rows.append((encoded, labels))
            if len(rows) == pieces // length:
                yield self._batch(rows, length)
                rows.clear()

    def _batch(self, rows: list[tuple[Any, list[int]]], length: int) -> Batch:
        def padded(value: int) -> np.ndarray:
            return np.full((len(rows), length), value, np.int32)

        batch = Batch(padded(self.pad), padded(0), padded(0), padded(NO_WORD))
        for number, (encoded, labels) in enumerate(rows):
            for array, values in (
                (batch.ids, encoded.ids),
                (batch.cases, encoded.cases),
                (batch.places, encoded.words),
                (batch.labels, labels),
            ):
                array[number, : len(values)] = values
        return batch


def loss(params: Params, batch: tuple[Any, ...], pad: int, heads: int) -> Any:
    """The mean cross entropy over words."""
    ids, cases, places, labels = batch
    scores = network.logits(params, ids, cases, places, pad, heads)
    there = labels != NO_WORD
    each = optax.softmax_cross_entropy_with_integer_labels(scores, jnp.where(there, labels, 0))
    return (each * there).sum() / there.sum()


def train(
    params: Params, batches: Iterator[Batch], *, pad: int, heads: int, steps: int, rate: float
) -> tuple[Params, list[float]]:
    """The parameters after ``steps`` batches, and the loss of each batch."""
    warm = max(1, steps // 20)
    schedule = optax.warmup_cosine_decay_schedule(0.0, rate, warm, steps)
    optimiser = optax.chain(optax.clip_by_global_norm(1.0), optax.adamw(schedule))
    state = optimiser.init(params)

    @jax.jit
    def step(params: Params, state: Any, batch: tuple[Any, ...]) -> tuple[Params, Any, Any]:
        value, gradient = jax.value_and_grad(loss)(params, batch, pad, heads)
        updates, state = optimiser.update(gradient, state, params)
        return optax.apply_updates(params, updates), state, value

    losses: list[float] = []
    for number, batch in zip(range(steps), batches, strict=False):
        arrays = (batch.ids, batch.cases, batch.places, batch.labels)
        params, state, value = step(params, state, arrays)
        losses.append(float(value))
        if number % 100 == 0:
            recent = losses[-100:]
            print(f"step {number}: loss {sum(recent) / len(recent):.4f}", flush=True)
    return params, losses


def examples(text: Path, faults: Faults, every: int, seed: int = 11) -> Iterator[Example]:
    """An endless series of examples; each pass over the text inserts other errors."""
    chance = random.Random(seed)
    while True:
        for words in sentences(text, every):
            yield faults.example(words, chance, _CLEAN)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("text", type=Path)
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--from-shipped", action="store_true")
    parser.add_argument("--every", type=int, default=1, help="learn from every Nth sentence")
    parser.add_argument("--steps", type=int, default=10_000)
    parser.add_argument("--pieces", type=int, default=16_384, help="pieces in a batch")
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument("--layers", type=int, default=6)
    parser.add_argument("--width", type=int, default=384)
    parser.add_argument("--heads", type=int, default=12)
    parser.add_argument("--inner", type=int, default=1536)
    options = parser.parse_args()
    folder = Folder(options.model)
    encoder = Encoder(folder)
    path = options.model / "network.onnx"
    if options.from_shipped:
        params: Params = {name: jnp.asarray(a) for name, a in read(path.read_bytes()).items()}
    else:
        size = Size(
            len(folder.vocabulary),
            len(folder.labels),
            options.layers,
            options.width,
            options.heads,
            options.inner,
        )
        params = network.begin(size, jax.random.key(5))
    batches = encoder.batches(
        examples(options.text, folder.faults(), options.every), options.pieces
    )
    params, _ = train(
        params,
        batches,
        pad=encoder.pad,
        heads=options.heads,
        steps=options.steps,
        rate=options.rate,
    )
    export(params, path, encoder.pad, options.heads)


if __name__ == "__main__":
    main()
