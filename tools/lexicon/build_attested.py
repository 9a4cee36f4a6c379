"""Build copylint/data/attested.marisa: forms that copy uses and no list of ours has.

    python tools/lexicon/build_attested.py [--cache FOLDER] [--out FILE]

Every form of four letters or more of wordfreq's English list (its own notice names the
corpora behind it; data under CC BY-SA 4.0) that the lexicon does not know, with its
frequency. They are names of people, places and products for the most part, and misspellings:
no proof of a spelling, but a reason not to take it for a typo lightly. Run it after
build_lexicon.py.
"""

from __future__ import annotations

import argparse
import math
import sys
from pathlib import Path

import fetch
import marisa_trie

from copylint.analysis.names.attested_forms import ATTESTED_FILE, RECORD
from copylint.language.lexicon import ZIPF_STEP, Lexicon

#: Shorter forms are not compared, so need no entry.
SHORTEST = 4


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--cache", type=Path, default=fetch.CACHE)
    parser.add_argument("--out", type=Path, default=ATTESTED_FILE)
    options = parser.parse_args()
    fetch.python_packages(options.cache)
    sys.path.insert(0, str(options.cache / "python"))
    from wordfreq import get_frequency_dict

    lexicon = Lexicon.shared()
    entries = []
    for form, frequency in sorted(get_frequency_dict("en", "large").items()):
        if len(form) < SHORTEST or not form.isalpha() or lexicon.is_word(form.title()):
            continue
        entries.append((form, (round((math.log10(frequency) + 9) / ZIPF_STEP),)))
    marisa_trie.RecordTrie(RECORD, entries).save(str(options.out))
    print(f"{len(entries)} forms, {options.out.stat().st_size} bytes")


if __name__ == "__main__":
    main()
