"""List the words that are one typo apart.

    python tools/models/build_neighbours.py

Ships as ``copylint/data/neighbours.marisa``: by word, the words in use that it may have been
meant to be. Made from the lexicon and the word counts alone.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from copylint.language.dialect_variants import SpellingVariants
from copylint.language.lexicon import LEXICON_FILE, RECORD, Kinds, Lexicon
from copylint.language.ngrams import NGrams
from copylint.language.word_list import words
from copylint.models.word_families import family_of

LEAST_LENGTH = 3
# Words of old or other languages, and spellings of one word.
LEFT_ALONE = words("thy thee thou hast unto und les des farther info ho rand")
IN_USE = 3.5  # log2 of the count in the counted text: about 11 times in ten million words


def main() -> None:
    import marisa_trie

    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--out", type=Path, default=Path("copylint/data/neighbours.marisa"))
    parser.add_argument("--small-words", type=Path, default=Path("tools/models/gap_words.txt"))
    options = parser.parse_args()
    lexicon, counts = Lexicon.shared(), NGrams.shared()
    # Which of two small words is meant is decided by the model of small words.
    small = set(options.small_words.read_text(encoding="utf-8").split())
    known = sorted(
        word
        for word in marisa_trie.RecordTrie(RECORD).mmap(str(LEXICON_FILE))
        if word.isascii() and word.isalpha() and word.islower() and len(word) >= LEAST_LENGTH
    )
    by_deletion: dict[str, list[str]] = defaultdict(list)
    for word in known:
        entry = lexicon.entry(word)
        offered = entry is not None and not entry.kinds & (Kinds.OFFENSIVE | Kinds.RARE)
        if offered and counts.word(word) >= IN_USE:
            for key in deletions(word):
                by_deletion[key].append(word)
    rows = []
    for word in known:
        entry = lexicon.entry(word)
        if entry is None or not entry.kinds & Kinds.WORD or word in LEFT_ALONE:
            continue
        near = {
            other
            for key in deletions(word)
            for other in by_deletion.get(key, ())
            if other != word and one_slip(word, other) and not inflected(word, other)
        }
        if word in small:
            near -= small
        if near:
            rows.append((word, " ".join(sorted(near)).encode()))
    marisa_trie.BytesTrie(rows).save(str(options.out))
    print(f"{len(rows)} words, {sum(len(row.split()) for _, row in rows)} neighbours")


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
    """Forms and spellings of one word are other checks' matter."""
    shorter, longer = sorted((word, other), key=len)
    if word.removesuffix("men") == other.removesuffix("man") or (
        word.removesuffix("man") == other.removesuffix("men")
    ):
        return True
    if longer in (shorter + "s", shorter + "d", shorter + "r", shorter + "y", shorter + "n"):
        return True
    variant = SpellingVariants.shared().get(word)
    if variant is not None and any(form == other for form, _ in variant.others):
        return True
    family = family_of(word)
    return family is not None and any(form == other for form, _ in family.forms)


if __name__ == "__main__":
    main()
