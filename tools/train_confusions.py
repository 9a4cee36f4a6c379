"""Train the pair models that ship as ``copylint/data/confusions.bin`` and ``.txt``.

    python tools/train_confusions.py TEXT [TEXT …] --held TEXT

TEXT is edited English, one sentence a line, tokens apart by blanks (plain or ``.xz``).
Needs numpy and scipy. For each pair of ``tools/confusions.txt`` a logistic
regression learns which of the two stood in the text; the threshold of each direction is
what the word's right uses in the held-out text never reach.
"""

from __future__ import annotations

import argparse
import math
import random
from collections import Counter, defaultdict
from itertools import combinations
from multiprocessing import get_context
from pathlib import Path

import numpy as np
from corpus import read_sentences
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from copylint.text.confusion import STEPS, context_features, word_class
from copylint.text.hashtable import write

PER_WORD = 16000  # occurrences of a word that are learned from, at most
LEAST = 60  # occurrences below which a word cannot be learned

Instances = dict[str, list[list[str]]]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("texts", type=Path, nargs="+")
    parser.add_argument("--held", type=Path, required=True)
    parser.add_argument("--pairs", type=Path, default=Path("tools/confusions.txt"))
    parser.add_argument("--out", type=Path, default=Path("copylint/data"))
    parser.add_argument("--bits", type=int, default=21)
    parser.add_argument("--jobs", type=int, default=2)
    options = parser.parse_args()
    directions = read_pairs(options.pairs)
    words = {word for pair in directions for word in pair}
    instances, counts = occurrences(options.texts, words, PER_WORD)
    held, _ = occurrences([options.held], words, 6000)
    print(f"{len(directions)} pairs, {sum(map(len, instances.values()))} instances", flush=True)
    rows: list[tuple[str, int]] = []
    lines = []
    global _data
    _data = (instances, counts, held)
    # Forked workers see the instances without a copy.
    with get_context("fork").Pool(options.jobs) as pool:
        for learned in pool.imap(learn, sorted(directions.items()), chunksize=4):
            if learned is not None:
                lines.append(learned[0])
                rows += learned[1]
                print(learned[0], learned[2], flush=True)
    rows.sort(key=lambda row: -abs(row[1]))
    lost = write(options.out / "confusions.bin", rows, options.bits)
    (options.out / "confusions.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(lines)} pairs, {len(rows)} weights, {lost} lost")


_data: tuple[Instances, Counter[str], Instances]


def learn(
    task: tuple[tuple[str, str], set[str]],
) -> tuple[str, list[tuple[str, int]], str] | None:
    """A pair's line for the table of pairs, its weights, and what it catches of held-out uses."""
    (first, second), slips = task
    instances, counts, held = _data
    if min(counts[first], counts[second]) < LEAST:
        return None
    weights, bias = train(instances[first], instances[second], counts[first], counts[second])
    kept = {f: w for f, w in weights.items() if abs(w) >= 0.12}
    limits: list[float | None] = []
    caught: list[float] = []
    for slip, meant, sign in ((first, second, +1), (second, first, -1)):
        limit = threshold(held.get(slip, []), kept, bias, sign) if slip in slips else None
        share = recall(held.get(meant, []), kept, bias, sign, limit)
        limits.append(limit if share >= 0.2 else None)
        caught.append(share)
    if limits == [None, None]:
        return None
    shown = ["-" if limit is None else f"{limit:.1f}" for limit in limits]
    line = "\t".join((first, second, f"{bias:.2f}", *shown))
    rows = [
        (f"{first}/{second} {feature}", max(-127, min(127, round(weight * STEPS))))
        for feature, weight in kept.items()
    ]
    return line, rows, f"catches {caught[0]:.2f} {caught[1]:.2f}"


def read_pairs(path: Path) -> dict[tuple[str, str], set[str]]:
    """Pairs in alphabetical order, with the words of each that may be slips."""
    directions: dict[tuple[str, str], set[str]] = defaultdict(set)
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        words = [entry for entry in line.split() if ">" not in entry]
        for first, second in combinations(words, 2):
            if first != second:
                directions[tuple(sorted((first, second)))] |= {first, second}  # type: ignore[index]
        for entry in line.split():
            if ">" in entry:
                slip, meant = entry.split(">")
                directions[tuple(sorted((slip, meant)))].add(slip)  # type: ignore[index]
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


def margin(instance: list[str], weights: dict[str, float], bias: float, sign: int) -> float:
    return sign * (bias + sum(weights.get(f, 0.0) for f in instance))


def threshold(right: list[list[str]], weights: dict[str, float], bias: float, sign: int) -> float:
    """Log odds that no context of the right word reaches, and at least those of a slip."""
    margins = sorted((margin(i, weights, bias, sign) for i in right), reverse=True)
    # One held-out context in a thousand may be odd, or itself an error.
    allowed = len(margins) // 1000
    worst = margins[allowed] if allowed < len(margins) else 0.0
    return max(4.0, worst + 0.7)


def recall(
    meant: list[list[str]], weights: dict[str, float], bias: float, sign: int, least: float | None
) -> float:
    if least is None or not meant:
        return 0.0
    return sum(margin(i, weights, bias, sign) >= least for i in meant) / len(meant)


if __name__ == "__main__":
    main()
