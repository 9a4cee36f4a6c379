"""The forms of one word: ``plan``, ``plans``, ``planned``, ``planning``, with their tags."""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

_DATA = Path(__file__).parent.parent / "data" / "families.marisa"
#: The tags between which a form is chosen.
FORM_TAGS = ("NN", "NNS", "VB", "VBP", "VBZ", "VBD", "VBN", "VBG", "JJ")


class Family(NamedTuple):
    """The forms of ``lemma``, each with the numbers of its tags in ``FORM_TAGS``."""

    lemma: str
    forms: tuple[tuple[str, tuple[int, ...]], ...]

    @property
    def tags(self) -> frozenset[int]:
        """The tags of all forms of the family."""
        return frozenset(tag for _, tags in self.forms for tag in tags)

    def encoded(self) -> bytes:
        """The family as the table stores it: the lemma, then each form and its tags."""
        rows = (f"{form} {''.join(map(str, tags))}" for form, tags in self.forms)
        return " ".join((self.lemma, *rows)).encode()

    @classmethod
    def decoded(cls, row: bytes) -> Family:
        """The family that ``encoded`` wrote."""
        lemma, *fields = row.decode().split(" ")
        return cls(lemma, tuple(zip(fields[::2], map(_numbers, fields[1::2]), strict=True)))


@lru_cache(maxsize=20_000)
def family_of(word: str) -> Family | None:
    """The family of a word in lower case; None if no other form of it is in use.

    It is read from the table that ``tools/models/build_families.py`` makes for all known words.
    """
    if len(word) < 3 or not word.isalpha():
        return None
    rows = _table().get(word)
    return Family.decoded(rows[0]) if rows else None


@cache
def _table():  # type: ignore[no-untyped-def]  # marisa_trie has no types
    import marisa_trie

    return marisa_trie.BytesTrie().mmap(str(_DATA))


@cache
def _numbers(digits: str) -> tuple[int, ...]:
    return tuple(map(int, digits))
