"""Train the model of word forms that ships as ``copylint/data/forms.bin``.

    python tools/models/train_forms.py TAGGED [--most N]

TAGGED is edited English as copylint's tagger sees it, one sentence a line, tokens written
``word_TAG`` (``tools/models/tag_text.py``). Needs numpy and scipy. A softmax over the tags that a
word's family allows, with an L2 penalty, by L-BFGS.
"""

from __future__ import annotations

import argparse
from array import array
from multiprocessing import get_context
from pathlib import Path

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from copylint.models.confusion_model import word_class
from copylint.models.form_model import STEPS, WIDTH, form_features, padded, slot_of, write
from copylint.models.word_families import FORM_TAGS, family_of


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("text", type=Path)
    parser.add_argument("--out", type=Path, default=Path("copylint/data/forms.bin"))
    parser.add_argument("--bits", type=int, default=18)
    parser.add_argument("--most", type=int, default=2_500_000)
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--penalty", type=float, default=1.0)
    parser.add_argument("--rounds", type=int, default=50)
    options = parser.parse_args()
    with options.text.open(encoding="utf-8") as lines:
        chosen = [line for number, line in enumerate(lines) if number % options.every == 0]
    parts = [chosen[i : i + 5000] for i in range(0, len(chosen), 5000)]
    global _mask
    _mask = (1 << options.bits) - 1
    slots, starts, truths, masks = [], [0], [], []
    count = 0
    with get_context("fork").Pool(2) as pool:
        for columns, lengths, truth, allowed in pool.imap(instances, parts):
            slots.append(np.frombuffer(columns, dtype=np.int32))
            starts += lengths
            truths.append(np.frombuffer(truth, dtype=np.int8))
            masks.append(np.frombuffer(allowed, dtype=np.int16))
            count += len(truths[-1])
            if count > options.most:
                break
    columns = np.concatenate(slots)
    truth = np.concatenate(truths)
    allowed = np.concatenate(masks)
    pointers = np.cumsum(np.array(starts, dtype=np.int64))
    print(f"{len(truth)} instances, {len(columns)} features", flush=True)
    matrix = csr_matrix(
        (np.ones(len(columns), dtype=np.float32), columns, pointers),
        shape=(len(truth), 1 << options.bits),
    )
    weights = softmax(matrix, truth, allowed, options.penalty, options.rounds)
    stored = np.clip(np.round(weights * STEPS), -127, 127).astype(np.int8)
    write(options.out, stored.tobytes(), options.bits)


_mask = 0


def instances(lines: list[str]) -> tuple[bytes, list[int], bytes, bytes]:
    """The features' slots of every word with other forms, its tag, and the tags allowed."""
    columns, lengths, truth, allowed = array("i"), [], array("b"), array("h")
    for line in lines:
        pairs = [token.rsplit("_", 1) for token in line.split()]
        shown, tags = [p[0] for p in pairs], [p[1] for p in pairs]
        classes = [word_class(word) for word in shown]
        words, tags = padded([word.lower() for word in shown], tags)
        ends = word_class("^"), word_class("$")
        classes = [ends[0]] * 3 + classes + [ends[1]] * 3
        for number, word in enumerate(shown):
            if not word.islower():
                continue
            family = family_of(word)
            index = number + 3
            if family is None or tags[index] not in FORM_TAGS:
                continue
            tag = FORM_TAGS.index(tags[index])
            if tag not in family.tags:
                continue
            found = form_features(words, tags, classes, index, family.lemma)
            columns.extend(slot_of(each, _mask) for each in found)
            lengths.append(len(found))
            truth.append(tag)
            allowed.append(sum(1 << each for each in family.tags))
    return columns.tobytes(), lengths, truth.tobytes(), allowed.tobytes()


def softmax(
    matrix: csr_matrix, truth: np.ndarray, allowed: np.ndarray, penalty: float, rounds: int
) -> np.ndarray:
    """Weights by slot and tag."""
    transposed = matrix.T.tocsr()
    rows = np.arange(len(truth))
    barred = np.array([[not mask >> tag & 1 for tag in range(WIDTH)] for mask in range(1 << WIDTH)])
    barred = barred[allowed]
    shape = (matrix.shape[1], WIDTH)

    def loss(flat: np.ndarray) -> tuple[float, np.ndarray]:
        weights = flat.reshape(shape).astype(np.float32)
        logits = matrix @ weights
        logits[barred] = -1e9
        logits -= logits.max(axis=1, keepdims=True)
        spread = np.exp(logits)
        total = spread.sum(axis=1)
        value = float((np.log(total) - logits[rows, truth]).sum(dtype=np.float64))
        spread /= total[:, None]
        spread[rows, truth] -= 1
        gradient = (transposed @ spread).astype(np.float64).ravel() + penalty * flat
        value += 0.5 * penalty * float(flat @ flat)
        print(f"{value / len(truth):.4f}", flush=True)
        return value, gradient

    start = np.zeros(shape[0] * shape[1])
    found = minimize(
        loss, start, jac=True, method="L-BFGS-B", options={"maxiter": rounds, "maxcor": 5}
    )
    return found.x.reshape(shape)


if __name__ == "__main__":
    main()
