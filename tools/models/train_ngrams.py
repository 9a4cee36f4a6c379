"""Count the word pairs and triples that ship in ``copylint/data/ngrams.bin``.

    python tools/models/train_ngrams.py TEXT [TEXT …]

TEXT is one sentence a line, tokens apart by spaces (plain or ``.xz``). Only counts ship.
"""

from __future__ import annotations

import argparse
import math
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from corpus import read_sentences

from copylint.language.hash_table import write
from copylint.language.ngrams import STEPS


def sentences(paths: list[Path]) -> Iterator[list[str]]:
    for path in paths:
        for tokens in read_sentences(path):
            yield ["^", *(token.lower() for token in tokens), "$"]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("texts", type=Path, nargs="+")
    parser.add_argument("--out", type=Path, default=Path("copylint/data/ngrams.bin"))
    parser.add_argument("--bits", type=int, default=21)
    options = parser.parse_args()
    counts: Counter[str] = Counter()
    for words in sentences(options.texts):
        counts.update(words)
        counts.update(f"{a} {b}" for a, b in pairwise(words))
    counts = Counter({key: n for key, n in counts.items() if n >= 2})
    triples: Counter[str] = Counter()
    for words in sentences(options.texts):
        triples.update(f"{a} {b} {c}" for a, b, c in zip(words, words[1:], words[2:], strict=False))
    counts.update({key: n for key, n in triples.items() if n >= 3})
    rows = [(key, min(127, round(STEPS * math.log2(n)))) for key, n in counts.most_common()]
    lost = write(options.out, rows, options.bits)
    print(f"{len(rows)} rows, {lost} lost, {options.out.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
