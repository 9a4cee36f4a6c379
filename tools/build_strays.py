"""List the rare words that are one slip away from a common one.

    python tools/build_strays.py

Ships as ``copylint/data/strays.txt``: a line a rare word, then the common words that it may
have been meant to be. Made from the lexicon and the word counts alone.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from copylint.text.lexicon import LEXICON_FILE, RECORD, Kinds, Lexicon
from copylint.text.ngrams import NGrams

LEAST_LENGTH = 4
COMMON = 6.5  # log2 of the count in the counted text: about 90 times in ten million words
GAP = 1.0  # a tenth as frequent, in steps of ten


def main() -> None:
    import marisa_trie

    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--out", type=Path, default=Path("copylint/data/strays.txt"))
    options = parser.parse_args()
    lexicon, counts = Lexicon.shared(), NGrams.shared()
    words = sorted(
        word
        for word in marisa_trie.RecordTrie(RECORD).mmap(str(LEXICON_FILE))
        if word.isascii() and word.isalpha() and word.islower() and len(word) >= LEAST_LENGTH
    )
    common = [word for word in words if counts.word(word) >= COMMON]
    by_deletion: dict[str, list[str]] = defaultdict(list)
    for word in common:
        for key in deletions(word):
            by_deletion[key].append(word)
    rows = []
    for word in words:
        entry = lexicon.entry(word)
        if entry is None or not entry.kinds & Kinds.WORD:
            continue
        near = {
            other
            for key in deletions(word)
            for other in by_deletion.get(key, ())
            if other != word
            and lexicon.zipf(other) - entry.zipf >= GAP
            and one_slip(word, other)
            and not inflected(word, other)
        }
        if near:
            best = sorted(near, key=lambda other: -lexicon.zipf(other))[:4]
            rows.append(" ".join((word, *best)))
    options.out.write_text("\n".join(rows) + "\n", encoding="utf-8")
    print(f"{len(common)} common words, {len(rows)} slips")


def deletions(word: str) -> Iterator[str]:
    yield word
    for index in range(len(word)):
        yield word[:index] + word[index + 1 :]


def one_slip(word: str, other: str) -> bool:
    """A letter dropped, added, changed, or two neighbours swapped."""
    if abs(len(word) - len(other)) == 1:
        longer, shorter = sorted((word, other), key=len, reverse=True)
        return any(longer[:i] + longer[i + 1 :] == shorter for i in range(len(longer)))
    if len(word) != len(other):
        return False
    different = [i for i, (a, b) in enumerate(zip(word, other, strict=True)) if a != b]
    if len(different) == 1:
        return True
    return (
        len(different) == 2
        and different[1] == different[0] + 1
        and word[different[0]] == other[different[1]]
        and word[different[1]] == other[different[0]]
    )


def inflected(word: str, other: str) -> bool:
    """Forms of one word are a matter of grammar, not of slips."""
    shorter, longer = sorted((word, other), key=len)
    return longer in (shorter + "s", shorter + "d", shorter + "r", shorter + "y", shorter + "n")


if __name__ == "__main__":
    main()
