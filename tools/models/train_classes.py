"""Count the rows of word classes that ship in ``copylint/data/classes.bin``.

    python tools/models/train_classes.py TEXT [TEXT …]

TEXT is one sentence a line, tokens apart by spaces (plain or ``.xz``). The class of a word
are its likeliest tags (``copylint.models.confusion_model.word_class``). Only counts ship.
"""

from __future__ import annotations

import argparse
import math
from collections import Counter
from pathlib import Path

from corpus import read_sentences

from copylint.language.hash_table import write
from copylint.models.confusion_model import word_class
from copylint.models.word_classes import STEPS

LEAST = 6


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("texts", type=Path, nargs="+")
    parser.add_argument("--out", type=Path, default=Path("copylint/data/classes.bin"))
    parser.add_argument("--bits", type=int, default=17)
    options = parser.parse_args()
    counts = count(options.texts)
    kept = [(key, n) for key, n in counts.most_common() if n >= LEAST]
    rows = [(key, min(127, round(STEPS * math.log2(n)))) for key, n in kept]
    lost = write(options.out, rows, options.bits)
    print(f"{len(rows)} rows, {lost} lost, {options.out.stat().st_size / 1e6:.1f} MB")


def count(paths: list[Path]) -> Counter[str]:
    """How often each class, and each row of three classes, occurs."""
    counts: Counter[str] = Counter()
    before, after = word_class("^"), word_class("$")
    for path in paths:
        for tokens in read_sentences(path):
            classes = [before, before, *map(word_class, tokens), after, after]
            counts.update(classes)
            counts.update(
                f"{a} {b} {c}" for a, b, c in zip(classes, classes[1:], classes[2:], strict=False)
            )
    return counts


if __name__ == "__main__":
    main()
