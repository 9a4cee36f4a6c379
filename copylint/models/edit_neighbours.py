"""Words one typo apart, as listed by ``tools/models/build_neighbours.py``."""

from __future__ import annotations

from functools import cache
from pathlib import Path

_DATA = Path(__file__).parent.parent / "data" / "neighbours.marisa"


def neighbours(word: str) -> tuple[str, ...]:
    """The common words one edit away from ``word`` (in lower case), except forms of it.

    Words of one or two letters have none.
    """
    if len(word) < 3 or not word.isascii():
        return ()
    rows = _table().get(word)
    return tuple(rows[0].decode().split()) if rows else ()


@cache
def _table():  # type: ignore[no-untyped-def]  # marisa_trie has no types
    import marisa_trie

    return marisa_trie.BytesTrie().mmap(str(_DATA))
