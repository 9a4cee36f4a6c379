"""List the misspellings that people are known to make.

    python tools/lexicon/build_known_slips.py [--cache FOLDER] [--out FOLDER]

The source is ``src/word_codegen.rs`` of the crate typos-dict (MIT or Apache-2.0), the
list of the spell checker typos. Ships as ``copylint/data/known_slips.marisa``, by misspelling
what was meant, and ``copylint/data/doubted.txt``: words that large dictionaries have, but
that all but always stand for another.
"""

from __future__ import annotations

import argparse
import re
from pathlib import Path

import fetch

from copylint.language.known_misspellings import packed
from copylint.language.lexicon import Kinds, Lexicon

SHORTEST = 4
# A word as rare as this, for one a hundred times as frequent, is a typo (Zipf).
RARE, GAP, WIDE_GAP = 2.3, 2.0, 3.0
DOUBTED = 6  # letters of a word that may be doubted
_ROW = re.compile(r'InsensitiveStr::Ascii\("([^"]+)"\),\s*&\[([^\]]*)\]')


def main() -> None:
    import marisa_trie

    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--cache", type=Path, default=fetch.CACHE)
    parser.add_argument("--out", type=Path, default=Path("copylint/data"))
    options = parser.parse_args()
    lexicon = Lexicon.shared()
    rows, doubted = [], []
    source = fetch.misspellings(options.cache).read_text(encoding="utf-8")
    for wrong, meant in _ROW.findall(source):
        corrections = re.findall(r'"([^"]+)"', meant)
        if len(corrections) != 1 or len(wrong) < SHORTEST or not (wrong + corrections[0]).isascii():
            continue
        (right,) = corrections
        own, its = lexicon.entry(wrong), lexicon.entry(right)
        if its is None or its.kinds & Kinds.OFFENSIVE:
            continue
        if not wrong.isalpha() or not right.islower():
            continue
        if own is not None and own.kinds & Kinds.WORD:
            gap = its.zipf - own.zipf
            if own.zipf > RARE or gap < GAP or len(wrong) < DOUBTED:
                continue
            if gap < WIDE_GAP and not own.kinds & Kinds.RARE:
                continue
            doubted.append(wrong)
        rows.append((wrong, packed(wrong, right)))
    marisa_trie.BytesTrie(rows).save(str(options.out / "known_slips.marisa"))
    (options.out / "doubted.txt").write_text(" ".join(sorted(doubted)) + "\n", encoding="utf-8")
    print(f"{len(rows)} misspellings, {len(doubted)} of them doubted words")


if __name__ == "__main__":
    main()
