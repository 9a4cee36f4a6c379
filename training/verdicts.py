"""Record the network's verdicts on text with inserted errors, to train the gate.

    python training/verdicts.py TEXT --model FOLDER --out FILE [--every N] [--first N]

Writes one sentence per line as JSON: its words, the places of inserted errors, and every place
where the score of an edit comes near the threshold.
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

from copylint.deep.classifier import EditClassifier
from copylint.deep.edit_groups import group_of
from copylint.deep.edit_tagger import EditTagger
from copylint.deep.features import SentenceFeatures
from copylint.deep.gate import KINDS
from copylint.deep.network import Network
from copylint.deep.weights import Weights, load

_CONFUSIONS = Path(__file__).parent.parent / "tools" / "models" / "confusions.txt"
# Places with a lower probability of an error, or a lower margin, are not recorded.
_LEAST_WRONG = 0.02
_LEAST_MARGIN = -6.0
_SHARE = 100


class Faulty(NamedTuple):
    """A sentence and the words at which errors were inserted."""

    words: list[str]
    faults: list[int]


@dataclass(frozen=True)
class Judged:
    """A sentence with the network's verdict.

    ``faults`` are the words at which errors were inserted. ``margins`` has the word, the number
    of the kind in ``KINDS``, and the natural log odds of the edit above its threshold. ``wrong``
    has the word and the probability that some edit is needed there.
    """

    words: list[str]
    faults: list[int]
    margins: list[tuple[int, int, float]]
    wrong: list[tuple[int, float]]


class Teacher:
    """The network with the classifier of its edits."""

    def __init__(self, weights: Weights) -> None:
        self._network = Network(weights)
        self._classifier = EditClassifier.read(weights.classifier)
        self._tagger = EditTagger(weights, self._classifier)

    def judged(self, texts: Sequence[str], faults: Sequence[int]) -> Judged:
        """The verdict on a sentence."""
        (chances,) = self._network.read([texts], 1)
        wrong = [
            (at - 1, round(each, 4))
            for at, each in enumerate(chances.wrong)
            if at and each >= _LEAST_WRONG
        ]
        return Judged(list(texts), list(faults), [*self._margins(texts, len(chances.wrong))], wrong)

    def _margins(self, texts: Sequence[str], read: int) -> Iterator[tuple[int, int, float]]:
        """The best edit of each kind at each word; ``read`` items were read."""
        words = words_in(texts)
        (verdict,) = self._tagger.verdicts([words], 1)
        sentence = SentenceFeatures(words, ())
        best: dict[tuple[int, int], float] = {}
        for proposal in verdict.proposals:
            # Edits after the last word are never shown.
            if proposal.change.first < read - 1:
                group = group_of(proposal.label, texts, proposal.change)
                features = [*proposal.features, *sentence.of_words(proposal.change)]
                margin = self._classifier.score(features, group.name)
                place = proposal.change.first, KINDS.index(group.kind)
                best[place] = max(best.get(place, _LEAST_MARGIN), margin)
        for (at, kind), margin in best.items():
            if margin > _LEAST_MARGIN:
                yield at, kind, round(margin, 3)


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
    """The sentences, all but a share of ``clean`` with an inserted error."""
    weights = load(model)
    labels = (model / "labels.txt").read_text("utf-8").split()
    faults = Faults(labels, weights.forms, read_confusions(_CONFUSIONS))
    chance = random.Random(seed)
    for words in texts:
        example = faults.example(words, chance, clean)
        yield Faulty(example.words[1:], _places(example.labels))


def _places(labels: Sequence[str]) -> list[int]:
    """The words at labels that correct something, and those after a gap or a deletion."""
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
