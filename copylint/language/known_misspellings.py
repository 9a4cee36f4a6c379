"""Known misspellings, each with its correction.

The list is that of the spell checker typos (crate typos-dict, MIT or Apache-2.0), without
the words in the lexicon; ``tools/lexicon/build_known_slips.py`` makes the files.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

_DATA = Path(__file__).parent.parent / "data"


@cache
def known_misspelling(word: str) -> str | None:
    """The word meant by ``word`` (in lower case) if that is a known misspelling, else None."""
    if not word.isascii():
        return None
    rows = _table().get(word)
    return unpacked(word, rows[0]) if rows else None


@cache
def best_known() -> dict[str, str]:
    """The correction of each misspelling that everybody knows, by misspelling in lower case.

    Each can mean one word only; ``copylint/data/best_known_misspellings.txt`` lists them.
    """
    meant: dict[str, str] = {}
    for line in (_DATA / "best_known_misspellings.txt").read_text(encoding="utf-8").splitlines():
        right, colon, wrong = line.partition(": ")
        if colon and not line.startswith("#"):
            meant.update(dict.fromkeys(wrong.split(), right))
    return meant


@cache
def doubted() -> frozenset[str]:
    """Words of large dictionaries that are almost always misspellings of frequent words.

    Two words that are written as one open sentences too, and gazetteers have a place *Alot*.
    """
    listed = (_DATA / "doubted.txt").read_text(encoding="utf-8").split()
    joined = (form.capitalize() for form, meant in best_known().items() if " " in meant)
    return frozenset((*listed, *joined))


def packed(wrong: str, right: str) -> bytes:
    """``right`` as its difference from ``wrong``: letters kept before, kept after, between."""
    shorter = min(len(wrong), len(right))
    head = next((i for i in range(shorter) if wrong[i] != right[i]), shorter)
    tail = 0
    while tail < shorter - head and wrong[-1 - tail] == right[-1 - tail]:
        tail += 1
    return bytes((65 + head, 65 + tail)) + right[head : len(right) - tail].encode()


def unpacked(wrong: str, row: bytes) -> str:
    """The correction that ``packed`` stored for ``wrong``."""
    head, tail = row[0] - 65, row[1] - 65
    return wrong[:head] + row[2:].decode() + wrong[len(wrong) - tail :]


@cache
def _table():  # type: ignore[no-untyped-def]  # marisa_trie has no types
    import marisa_trie

    return marisa_trie.BytesTrie().mmap(str(_DATA / "known_slips.marisa"))
