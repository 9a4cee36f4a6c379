"""Build copylint/data/corrections.sieve from the lexicon: run it after build_lexicon.py."""

from __future__ import annotations

from copylint.language.bloom_filter import FILTER_FILE, write
from copylint.language.lexicon import Lexicon
from copylint.language.suggestions import may_correct


def main() -> None:
    lexicon = Lexicon.shared()
    chosen = {form[:1].lower() + form[1:] for form in lexicon if may_correct(form, lexicon)}
    write(FILTER_FILE, chosen)
    print(f"{len(chosen)} forms, {FILTER_FILE.stat().st_size / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
