"""Build copylint/data/corrections.bloom from the lexicon.

    python tools/lexicon/build_sieve.py [--out FILE]

To be run again whenever build_lexicon.py has been.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from copylint.language.bloom_filter import FILTER_FILE, write
from copylint.language.lexicon import Lexicon
from copylint.language.suggestions import may_correct


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--out", type=Path, default=FILTER_FILE)
    out = parser.parse_args().out
    lexicon = Lexicon.shared()
    chosen = {form[:1].lower() + form[1:] for form in lexicon if may_correct(form, lexicon)}
    write(out, chosen)
    print(f"{len(chosen)} forms, {out.stat().st_size / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
