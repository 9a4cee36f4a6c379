"""Train the pair models that ship as ``copylint/data/confusions.bin`` and ``.txt``.

    python tools/models/train_confusions.py TEXT [TEXT …] --held TEXT

TEXT is edited English, one sentence a line, tokens apart by spaces (plain or ``.xz``).
Needs numpy and scipy. For each pair of ``tools/models/confusions.txt`` a logistic
regression learns which of the two stood in the text; the threshold of each direction is
what the word's right uses in the held-out text never reach.
"""

from __future__ import annotations

import argparse
import math
import random
from collections import Counter, defaultdict
from itertools import permutations
from multiprocessing import get_context
from pathlib import Path

import numpy as np
from corpus import read_sentences
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from copylint.language.hash_table import write
from copylint.models.confusion_model import (
    STEPS,
    ConfusionModel,
    Rival,
    context_features,
    word_class,
)

PER_WORD = 16000  # occurrences of a word that are learned from, at most
# Alarms allowed per million words, by the mark of a line; below none, log odds more are asked.
ALLOWED = {"!": 4.0, "": -1.0, "~": -3.0}
LEAST = 60  # occurrences below which a word cannot be learned
# What is asked of pairs that are not mistaken every day, in natural log odds: read on copy that is
# not news, what just reaches their limit is mostly right as it stands.
_UNCOMMON = 1.5

Instances = dict[str, list[list[str]]]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("texts", type=Path, nargs="*")
    parser.add_argument("--held", type=Path, required=True)
    parser.add_argument("--pairs", type=Path, default=Path("tools/models/confusions.txt"))
    parser.add_argument("--out", type=Path, default=Path("copylint/data"))
    parser.add_argument("--bits", type=int, default=21)
    parser.add_argument("--only-thresholds", action="store_true")
    parser.add_argument("--jobs", type=int, default=2)
    options = parser.parse_args()
    if options.only_thresholds:
        calibrate(options.out, options.pairs, options.held)
        return
    directions = read_pairs(options.pairs)
    words = {word for pair in directions for word in pair}
    instances, counts = occurrences(options.texts, words, PER_WORD)
    print(f"{len(directions)} pairs, {sum(map(len, instances.values()))} instances", flush=True)
    rows: list[tuple[str, int]] = []
    lines = []
    global _data
    _data = (instances, counts)
    # Forked workers see the instances without a copy.
    with get_context("fork").Pool(options.jobs) as pool:
        for learned in pool.imap(learn, sorted(directions.items()), chunksize=4):
            if learned is not None:
                lines.append(learned[0])
                rows += learned[1]
                print(learned[0], flush=True)
    rows.sort(key=lambda row: -abs(row[1]))
    lost = write(options.out / "confusions.bin", rows, options.bits)
    (options.out / "confusions.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(lines)} pairs, {len(rows)} weights, {lost} lost")
    calibrate(options.out, options.pairs, options.held)


_data: tuple[Instances, Counter[str]]


def learn(
    task: tuple[tuple[str, str], dict[str, float]],
) -> tuple[str, list[tuple[str, int]]] | None:
    """A pair's line for the table of pairs, and its weights."""
    (first, second), _ = task
    instances, counts = _data
    if min(counts[first], counts[second]) < LEAST:
        return None
    weights, bias = train(instances[first], instances[second], counts[first], counts[second])
    kept = {f: w for f, w in weights.items() if abs(w) >= 0.12}
    rows = [
        (f"{first}/{second} {feature}", max(-127, min(127, round(weight * STEPS))))
        for feature, weight in kept.items()
    ]
    return f"{first}\t{second}\t{bias:.2f}\t-\t-", rows


def read_pairs(path: Path) -> dict[tuple[str, str], dict[str, float]]:
    """Pairs in alphabetical order; for each word that may be a typo, the alarms allowed it.

    Alarms are counted per million words of held-out text, some of which are errors there.
    """
    directions: dict[tuple[str, str], dict[str, float]] = defaultdict(dict)
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        mark, _, rest = line.partition(" ")
        allowed = ALLOWED.get(mark, ALLOWED[""])
        entries = (rest if mark in ALLOWED else line).split()
        words = [entry for entry in entries if ">" not in entry]
        slips = [*permutations(words, 2), *(tuple(e.split(">")) for e in entries if ">" in e)]
        for slip, meant in slips:
            known = directions[min(slip, meant), max(slip, meant)]
            known[slip] = max(allowed, known.get(slip, ALLOWED["~"]))
    return directions


def occurrences(paths: list[Path], words: set[str], limit: int) -> tuple[Instances, Counter[str]]:
    """A fair sample of each word's contexts, and how often each word occurs."""
    counts: Counter[str] = Counter()
    sample: dict[str, list[tuple[list[str], int]]] = defaultdict(list)
    chance = random.Random(7)
    for path in paths:
        for tokens in read_sentences(path):
            for index, token in enumerate(tokens):
                word = token.lower()
                if word not in words:
                    continue
                counts[word] += 1
                kept = sample[word]
                if len(kept) < limit:
                    kept.append((tokens, index))
                else:
                    slot = chance.randrange(counts[word])
                    if slot < limit:
                        kept[slot] = (tokens, index)
    instances: Instances = {}
    for word, kept in sample.items():
        instances[word] = [window(tokens, index) for tokens, index in kept]
    return instances, counts


def window(tokens: list[str], index: int) -> list[str]:
    cut = ["^", "^", *tokens, "$", "$"][index : index + 5]
    return context_features([t.lower() for t in cut], [word_class(t) for t in cut], 2)


def train(
    first: list[list[str]], second: list[list[str]], first_count: int, second_count: int
) -> tuple[dict[str, float], float]:
    """Weights for ``second``, and the bias at the words' natural frequencies."""
    seen = Counter(f for instance in (*first, *second) for f in instance)
    numbers = {f: i for i, f in enumerate(f for f, n in seen.items() if n >= 2)}
    indices: list[int] = []
    starts = [0]
    for instance in (*first, *second):
        indices += [numbers[f] for f in instance if f in numbers]
        starts.append(len(indices))
    matrix = csr_matrix(
        (np.ones(len(indices)), np.array(indices), np.array(starts)),
        shape=(len(starts) - 1, len(numbers)),
    )
    truth = np.array([-1.0] * len(first) + [1.0] * len(second))
    solved = logistic(matrix, truth)
    natural = math.log(second_count / first_count) - math.log(len(second) / len(first))
    weights = {name: float(solved[i]) for i, name in enumerate(numbers)}
    return weights, float(solved[-1]) + natural


def logistic(matrix: csr_matrix, truth: np.ndarray) -> np.ndarray:
    """Weights of a logistic regression with an L2 penalty; the last is the bias."""
    transposed = matrix.T.tocsr()

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        margins = truth * (matrix @ weights[:-1] + weights[-1])
        pull = -truth / (1.0 + np.exp(np.clip(margins, -50, 50)))
        gradient = np.append(transposed @ pull + weights[:-1], pull.sum())
        value = np.logaddexp(0, -margins).sum() + 0.5 * (weights[:-1] ** 2).sum()
        return float(value), gradient

    start = np.zeros(matrix.shape[1] + 1)
    return minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 30}).x


def calibrate(folder: Path, pairs: Path, held: Path) -> None:
    """Set each direction's threshold by the alarms it may raise on held-out text."""
    directions = read_pairs(pairs)
    model = ConfusionModel(folder)
    words = sum(len(tokens) for tokens in read_sentences(held))
    instances, counts = occurrences([held], {w for pair in directions for w in pair}, 8000)
    lines = []
    for line in (folder / "confusions.txt").read_text(encoding="utf-8").splitlines():
        first, second, bias, *_ = line.split("\t")
        shown = []
        for slip, meant, sign in ((first, second, 1), (second, first, -1)):
            rival = Rival(meant, f"{first}/{second} ", sign, float(bias), 0.0)
            wanted = directions.get((first, second), {})
            if slip not in wanted:
                shown.append("-")
                continue
            right, wrong = (
                sorted((model.score(rival, i) for i in instances.get(word, [])), reverse=True)
                for word in (slip, meant)
            )
            share = len(right) / max(1, counts[slip])
            allowed = max(0, int(wanted[slip] * share * words / 1e6))
            worst = right[allowed] if allowed < len(right) else 0.0
            limit = max(3.5, worst + max(0.3, -wanted[slip]))
            if wanted[slip] == ALLOWED[""]:
                limit += _UNCOMMON
            caught = sum(score >= limit for score in wrong) / max(1, len(wrong))
            print(f"{slip} > {meant}: {limit:.1f}, {allowed} alarms, catches {caught:.2f}")
            shown.append(f"{limit:.1f}" if caught >= 0.1 else "-")
        if shown != ["-", "-"]:
            lines.append("\t".join((first, second, bias, *shown)))
    (folder / "confusions.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
