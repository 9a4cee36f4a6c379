"""Measure how many inserted errors a model finds in held-out text, and its false alarms.

    python training/evaluate.py TEXT --model FOLDER [--every N]

Prints recall by kind of error and false alarms per 1,000 words, at several probabilities.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from faults import Example, Faults
from mistaken import read_confusions
from text import sentences

from copylint.deep.candidates import candidates
from copylint.deep.network import Network
from copylint.deep.network_words import Word
from copylint.deep.weights import Weights, load

LEASTS = (0.5, 0.9, 0.97, 0.99)
# The distance in words within which a proposal counts as finding an error.
_NEAR = 1
_RESTLESS = 0.5
# The words on either side of an edit in which the network must then find nothing wrong.
_BEFORE, _AFTER = 2, 4
_CONFUSIONS = Path(__file__).parent.parent / "tools" / "models" / "confusions.txt"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("text", type=Path)
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--every", type=int, default=20, help="read every Nth sentence")
    options = parser.parse_args()
    weights = load(options.model)
    labels = (options.model / "labels.txt").read_text("utf-8").split()
    faults = Faults(labels, weights.forms, read_confusions(_CONFUSIONS))
    chance = random.Random(13)
    clean = [*sentences(options.text, options.every)]
    examples = [faults.example(words, chance, 0.0) for words in clean]
    network = Evaluated(weights)
    total, found = recall(network, examples)
    alarms = sum(map(Counter, alarms_in(network, clean)), Counter[float]())
    words = sum(map(len, clean))
    print(f"{'kind':14}{'faults':>8}" + "".join(f"{least:>8}" for least in LEASTS))
    for kind in sorted(total):
        shares = (found[kind, least] / total[kind] for least in LEASTS)
        print(f"{kind:14}{total[kind]:>8}" + "".join(f"{share:>8.2f}" for share in shares))
    rates = (1000 * alarms[least] / words for least in LEASTS)
    print(f"{'false / 1,000':14}{words:>8}" + "".join(f"{rate:>8.2f}" for rate in rates))


class Evaluated:
    """A network with its labels."""

    def __init__(self, weights: Weights) -> None:
        self._network = Network(weights)
        self._labels, self._forms = weights.labels, weights.forms

    def proposed(self, texts: Sequence[str]) -> Iterator[tuple[int, float]]:
        """The words with a proposed edit that satisfies the network, and their probabilities."""
        words = words_in(texts)
        (verdict,) = self._network.read([texts], 1)
        for each in candidates(words, verdict, self._labels, self._forms):
            if not each.rank:
                (after,) = self._network.read([each.change.apply(texts)], 1)
                near = after.wrong[max(0, each.place - _BEFORE) : each.place + _AFTER]
                if max(near, default=1.0) < _RESTLESS:
                    yield each.place - 1, verdict.wrong[each.place]


def recall(
    network: Evaluated, examples: Iterable[Example]
) -> tuple[Counter[str], Counter[tuple[str, float]]]:
    """The number of errors by kind, and of those found at each probability."""
    total: Counter[str] = Counter()
    found: Counter[tuple[str, float]] = Counter()
    # With two errors in a sentence, labels cannot be matched to errors.
    single = [example for example in examples if len(example.kinds) == 1]
    for example in single:
        (kind,) = example.kinds
        places = [at - 1 for at, label in enumerate(example.labels) if label != "KEEP"]
        total[kind] += 1
        sure = [
            wrong
            for at, wrong in network.proposed(example.words[1:])
            if any(abs(at - place) <= _NEAR for place in places)
        ]
        for least in LEASTS:
            found[kind, least] += max(sure, default=0) >= least
    return total, found


def alarms_in(network: Evaluated, clean: Iterable[list[str]]) -> Iterable[dict[float, int]]:
    """The number of proposals in every sentence at each probability."""
    for words in clean:
        sure = [wrong for _, wrong in network.proposed(words)]
        yield {least: sum(wrong >= least for wrong in sure) for least in LEASTS}


def words_in(texts: Iterable[str]) -> list[Word]:
    """The words with their places when joined by spaces."""
    words: list[Word] = []
    at = 0
    for text in texts:
        words.append(Word(text, at, at + len(text)))
        at += len(text) + 1
    return words


if __name__ == "__main__":
    main()
