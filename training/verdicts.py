"""What the network says of text with faults in it: what the gate learns from.

    python training/verdicts.py TEXT --model FOLDER --out FILE [--every N] [--first N]

Writes one sentence a line as JSON: its words, where faults were put in, and every place
where the network's verdict comes near to what is believed. The network reads each sentence
once: whether it is at rest after its edit makes little difference to which sentences it
must see.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass
from functools import cache
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from evaluate import words_in
from faults import KEEP, Faults
from mistaken import read_confusions
from text import sentences

from copylint.deep.calibration import Calibration
from copylint.deep.edit_groups import group_of
from copylint.deep.gate import KINDS
from copylint.deep.labels import change
from copylint.deep.network import Network, Verdicts
from copylint.deep.weights import Weights, load

_CONFUSIONS = Path(__file__).parent.parent / "tools" / "models" / "confusions.txt"
# Below this a place is as good as any other.
_LEAST_WRONG = 0.02
_LEAST_MARGIN = -6.0
_SHARE = 100


class Faulty(NamedTuple):
    """A sentence and the words at which faults were put in."""

    words: list[str]
    faults: list[int]


@dataclass(frozen=True)
class Judged:
    """A sentence with the network's verdict.

    ``faults`` are the words at which it was made faulty. ``margins``: the word, the number
    of the kind in ``KINDS``, and the natural log odds above those from which such an edit
    is believed. ``wrong``: the word and the probability that some edit is called for there.
    """

    words: list[str]
    faults: list[int]
    margins: list[tuple[int, int, float]]
    wrong: list[tuple[int, float]]


class Teacher:
    """The network, its labels and what is asked of it."""

    def __init__(self, weights: Weights) -> None:
        self._weights = weights
        self._network = Network(weights)
        self._calibration = Calibration.read(weights.calibration)

    def judged(self, words: Sequence[str], faults: Sequence[int]) -> Judged:
        """The verdict on a sentence."""
        (verdict,) = self._network.read([words], 1)
        places = [(at, wrong) for at, wrong in enumerate(verdict.wrong) if wrong >= _LEAST_WRONG]
        margins = [each for at, _ in places for each in self._margin(words, verdict, at)]
        wrong = [(at - 1, round(wrong, 4)) for at, wrong in places if at]
        return Judged(list(words), list(faults), margins, wrong)

    def _margin(
        self, words: Sequence[str], verdict: Verdicts, place: int
    ) -> Iterator[tuple[int, int, float]]:
        label = self._weights.labels[verdict.labels[place][0]]
        made = change(label, words_in(words), place - 1, self._weights.forms)
        # What comes after the last word is not shown to anyone.
        if made is None or made.first >= len(verdict.wrong) - 1:
            return
        group = group_of(label, words, made)
        margin = self._calibration.margin(verdict.wrong[place], verdict.shares[place][0], group)
        if margin >= _LEAST_MARGIN:
            yield made.first, KINDS.index(group.kind), round(margin, 3)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("text", type=Path)
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--every", type=int, default=1, help="read every Nth sentence")
    parser.add_argument("--first", type=int, default=None, help="stop after N sentences")
    parser.add_argument("--clean", type=float, default=0.3, help="share left without a fault")
    parser.add_argument("--seed", type=int, default=17)
    options = parser.parse_args()
    texts = islice(sentences(options.text, options.every), options.first)
    given = with_faults(texts, options.model, options.clean, options.seed)
    with ProcessPoolExecutor() as pool, options.out.open("w", encoding="utf-8") as out:
        shares = ((options.model, share) for share in _shares(given))
        for judged in pool.map(_read, shares):
            out.writelines(f"{json.dumps(asdict(each))}\n" for each in judged)


def _shares(given: Iterator[Faulty]) -> Iterator[list[Faulty]]:
    while share := [*islice(given, _SHARE)]:
        yield share


def with_faults(
    texts: Iterable[list[str]], model: Path, clean: float, seed: int
) -> Iterator[Faulty]:
    """The sentences, all but a share of ``clean`` with a fault."""
    weights = load(model)
    labels = (model / "labels.txt").read_text("utf-8").split()
    faults = Faults(labels, weights.forms, read_confusions(_CONFUSIONS))
    chance = random.Random(seed)
    for words in texts:
        example = faults.example(words, chance, clean)
        yield Faulty(example.words[1:], _places(example.labels))


def _places(labels: Sequence[str]) -> list[int]:
    """The words at labels that mend something, and those after a gap or a cut."""
    places: list[int] = []
    for at, label in enumerate(labels):
        if label != KEEP:
            places.append(at - 1)
            if label == "MERGE" or label.startswith("INS_"):
                places.append(at)
    return [at for at in places if 0 <= at < len(labels) - 1]


def read(path: Path) -> Iterator[Judged]:
    """The sentences of a file that ``main`` wrote."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield Judged(**json.loads(line))


@cache
def _teacher(model: Path) -> Teacher:
    return Teacher(load(model))


def _read(share: tuple[Path, Sequence[Faulty]]) -> list[Judged]:
    model, given = share
    return [_teacher(model).judged(words, faults) for words, faults in given]


if __name__ == "__main__":
    main()
