"""Train the models of small words that ship as ``copylint/data/gaps.bin``.

    python tools/models/train_gaps.py TEXT [--most N]

TEXT is edited English, one sentence a line, tokens apart by spaces. Needs numpy and
scipy. For each word of ``tools/models/gap_words.txt`` a logistic regression learns to tell the
contexts in which it stands from places between words where nothing stands, half of them
places that the word is often seen beside.
"""

from __future__ import annotations

import argparse
import random
from array import array
from collections import Counter, defaultdict
from multiprocessing import get_context
from pathlib import Path

import numpy as np
from corpus import read_sentences
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from copylint.language.hash_table import write
from copylint.language.ngrams import NGrams
from copylint.models.confusion_model import word_class
from copylint.models.gap_model import PADDING, STEPS, gap_features

LEAST = 3  # places below which a feature is left out
LIGHTEST = 0.18  # weights below which it is

Place = tuple[int, int, int]  # sentence, left token, right token


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("text", type=Path)
    parser.add_argument("--words", type=Path, default=Path("tools/models/gap_words.txt"))
    parser.add_argument("--out", type=Path, default=Path("copylint/data/gaps.bin"))
    parser.add_argument("--bits", type=int, default=21)
    parser.add_argument("--most", type=int, default=40_000)
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=2)
    options = parser.parse_args()
    words = options.words.read_text(encoding="utf-8").split()
    global _standing, _empty, _hard
    _standing, _empty, _hard = gather(options.text, set(words), options.most, options.every)
    rows: list[tuple[str, int]] = []
    with get_context("fork").Pool(options.jobs) as pool:
        for learned in pool.imap(learn, words, chunksize=1):
            rows += learned
            print(learned[0][0], len(learned), flush=True)
    rows.sort(key=lambda row: -abs(row[1]))
    lost = write(options.out, rows, options.bits)
    print(f"{len(rows)} weights, {lost} lost")


_sentences: list[list[str]] = []
_standing: dict[str, list[Place]]
_empty: list[Place]
_hard: dict[str, list[Place]]


def gather(
    path: Path, words: set[str], most: int, every: int
) -> tuple[dict[str, list[Place]], list[Place], dict[str, list[Place]]]:
    """A fair sample of the places of each word, of all places between words, and hard ones."""
    standing: dict[str, list[Place]] = defaultdict(list)
    hard: dict[str, list[Place]] = defaultdict(list)
    counts: dict[str, int] = defaultdict(int)
    empty: list[Place] = []
    chance = random.Random(5)
    ordered = sorted(words)
    counter = NGrams.shared()
    for number, tokens in enumerate(read_sentences(path)):
        if number % every:
            continue
        kept = len(_sentences)
        _sentences.append(tokens)
        for index, token in enumerate(tokens):
            lower = token.lower()
            if lower in words:
                counts[lower] += 1
                place = (kept, index - 1, index + 1)
                if len(standing[lower]) < most:
                    standing[lower].append(place)
                elif (slot := chance.randrange(counts[lower])) < most:
                    standing[lower][slot] = place
            if index and chance.random() < 0.15:
                place = (kept, index - 1, index)
                empty.append(place)
                a, y = tokens[index - 1].lower(), lower
                for word in chance.sample(ordered, min(len(ordered), 12)):
                    if len(hard[word]) < most and (
                        counter.pair(a, word) > 2 and counter.pair(word, y) > 2
                    ):
                        hard[word].append(place)
    return standing, chance.sample(empty, min(len(empty), 2 * most)), hard


def learn(word: str) -> list[tuple[str, int]]:
    """The word's features and their weights."""
    most = len(_standing[word])
    chance = random.Random(word)
    hard = _hard[word][: most // 2]
    places = _standing[word] + hard + chance.sample(_empty, min(len(_empty), most - len(hard)))
    seen = Counter(each for place in places for each in features(place, word))
    numbers = {each: i for i, each in enumerate(e for e, n in seen.items() if n >= LEAST)}
    columns, starts = array("i"), [0]
    for place in places:
        columns.extend(numbers[each] for each in features(place, word) if each in numbers)
        starts.append(len(columns))
    matrix = csr_matrix(
        (np.ones(len(columns), dtype=np.float32), np.frombuffer(columns, np.int32), starts),
        shape=(len(places), len(numbers)),
    )
    truth = np.array([1.0] * len(_standing[word]) + [-1.0] * (len(places) - len(_standing[word])))
    weights = logistic(matrix, truth)
    return [
        (f"{word} {each}", max(-127, min(127, round(weights[number] * STEPS))))
        for each, number in numbers.items()
        if abs(weights[number]) >= LIGHTEST
    ]


def features(place: Place, word: str) -> list[str]:
    sentence, left, right = place
    first = max(0, left - 12)
    tokens = _sentences[sentence][first : right + 12]
    shown = ["^"] * PADDING + tokens + ["$"] * (PADDING + 1)
    shift = PADDING - first
    classes = [word_class(each) for each in shown]
    return gap_features([e.lower() for e in shown], classes, left + shift, right + shift, word)


def logistic(matrix: csr_matrix, truth: np.ndarray) -> np.ndarray:
    """Weights of a logistic regression with an L2 penalty; the bias is left out."""
    transposed = matrix.T.tocsr()

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        margins = truth * (matrix @ weights[:-1] + weights[-1])
        pull = -truth / (1.0 + np.exp(np.clip(margins, -50, 50)))
        gradient = np.append(transposed @ pull + weights[:-1], pull.sum())
        value = np.logaddexp(0, -margins).sum() + 0.5 * (weights[:-1] ** 2).sum()
        return float(value), gradient

    start = np.zeros(matrix.shape[1] + 1)
    options = {"maxiter": 30}
    return minimize(loss, start, jac=True, method="L-BFGS-B", options=options).x[:-1]


if __name__ == "__main__":
    main()
