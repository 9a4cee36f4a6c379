"""Write down the forms of every word that is in use, with their tags.

    python tools/models/build_families.py

Ships as ``copylint/data/families.marisa``, so that a check need not work them out. Made
from the rules of inflection, the lexicon, the tagger's words and the word counts. To be run
again when any of these changes.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from copylint.language.lexicon import Lexicon
from copylint.language.ngrams import NGrams
from copylint.language.tagger import Tagger
from copylint.models.derived_forms import derived


def main() -> None:
    import marisa_trie

    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--out", type=Path, default=Path("copylint/data/families.marisa"))
    options = parser.parse_args()
    counts = NGrams.shared()
    words = sorted({*Lexicon.shared(), *Tagger.shared().words()})
    rows = []
    for word in words:
        family = derived(word) if word == word.lower() else None
        # A form that was never counted is at home nowhere.
        if family and any(counts.word(form) for form, _ in family.forms):
            rows.append((word, family.encoded()))
    marisa_trie.BytesTrie(rows).save(str(options.out))
    print(f"{len(rows)} words, {options.out.stat().st_size / 1e3:.0f} kB")


if __name__ == "__main__":
    main()
