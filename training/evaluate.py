"""What a model finds of faults put into held-out text, and what it says of text without.

    python training/evaluate.py TEXT --model FOLDER [--every N]

Prints recall by kind of fault and false alarms per 1,000 words, at several probabilities.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from faults import Example, Faults
from mistaken import read_confusions
from text import sentences

from copylint.deep.edit_tagger import EditTagger
from copylint.deep.network_words import Word
from copylint.deep.weights import load

LEASTS = (0.5, 0.9, 0.97, 0.99)
# A proposal so near to a fault has found it.
_NEAR = 1
_RESTLESS = 0.5
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
    tagger = EditTagger(weights)
    total, found = recall(tagger, examples)
    alarms = sum(map(Counter, alarms_in(tagger, clean)), Counter[float]())
    words = sum(map(len, clean))
    print(f"{'kind':14}{'faults':>8}" + "".join(f"{least:>8}" for least in LEASTS))
    for kind in sorted(total):
        shares = (found[kind, least] / total[kind] for least in LEASTS)
        print(f"{kind:14}{total[kind]:>8}" + "".join(f"{share:>8.2f}" for share in shares))
    rates = (1000 * alarms[least] / words for least in LEASTS)
    print(f"{'false / 1,000':14}{words:>8}" + "".join(f"{rate:>8.2f}" for rate in rates))


def recall(
    tagger: EditTagger, examples: Iterable[Example]
) -> tuple[Counter[str], Counter[tuple[str, float]]]:
    """How many faults of each kind there are, and are found at each probability."""
    total: Counter[str] = Counter()
    found: Counter[tuple[str, float]] = Counter()
    # With two faults in a sentence it is not known which label is whose.
    single = [example for example in examples if len(example.kinds) == 1]
    proposed = tagger.proposals([words_in(each.words[1:]) for each in single], 2)
    for example, proposals in zip(single, proposed, strict=True):
        (kind,) = example.kinds
        places = [at - 1 for at, label in enumerate(example.labels) if label != "KEEP"]
        total[kind] += 1
        sure = [
            p.wrong
            for p in proposals
            if p.rest < _RESTLESS and any(abs(p.at - place) <= _NEAR for place in places)
        ]
        for least in LEASTS:
            found[kind, least] += max(sure, default=0) >= least
    return total, found


def alarms_in(tagger: EditTagger, clean: Iterable[list[str]]) -> Iterable[dict[float, int]]:
    """For every sentence how many proposals it has at each probability."""
    for proposals in tagger.proposals([words_in(words) for words in clean], 2):
        sure = [p.wrong for p in proposals if p.rest < _RESTLESS]
        yield {least: sum(wrong >= least for wrong in sure) for least in LEASTS}


def words_in(texts: Iterable[str]) -> list[Word]:
    """Words with places, a space between each."""
    words: list[Word] = []
    at = 0
    for text in texts:
        words.append(Word(text, at, at + len(text)))
        at += len(text) + 1
    return words


if __name__ == "__main__":
    main()
