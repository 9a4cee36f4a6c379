"""Spellings that differ between the dialects of English, and which dialect each belongs to.

The table is ``copylint/data/variants.txt``, built by ``tools/lexicon/build_variants.py``.
"""

from __future__ import annotations

from enum import IntFlag
from functools import cache
from pathlib import Path

from copylint.core.record import record


class Norm(IntFlag):
    """A spelling norm. British comes in two: with -ise, and with -ize (Oxford)."""

    BRITISH = 1
    OXFORD = 2
    AMERICAN = 4
    AUSTRALIAN = 8
    CANADIAN = 16


#: Every norm, in the order of ``Scores``.
NORMS = (Norm.BRITISH, Norm.OXFORD, Norm.AMERICAN, Norm.AUSTRALIAN, Norm.CANADIAN)
ALL_NORMS = Norm(31)

#: The language setting of each norm.
LANGUAGE = {
    Norm.BRITISH: "en-GB",
    Norm.OXFORD: "en-GB",
    Norm.AMERICAN: "en-US",
    Norm.AUSTRALIAN: "en-AU",
    Norm.CANADIAN: "en-CA",
}
#: The norms that a language setting allows.
ALLOWED = {
    "en-GB": Norm.BRITISH | Norm.OXFORD,
    "en-US": Norm.AMERICAN,
    "en-AU": Norm.AUSTRALIAN,
    "en-CA": Norm.CANADIAN,
}

_DATA = Path(__file__).parent.parent / "data" / "variants.txt"
_LETTERS = dict(zip("GXUAC", NORMS, strict=True))


@record
class SpellingVariant:
    """One spelling of a word that has several.

    ``norms`` are those in which this is a normal spelling; ``others`` are the word's
    other spellings with theirs. ``is_ize`` says that they differ as -ise and -ize do.
    """

    form: str
    norms: Norm
    others: tuple[tuple[str, Norm], ...]

    @property
    def is_ize(self) -> bool:
        """Whether British English itself uses both (-ise and -ize)."""
        both = Norm.BRITISH | Norm.OXFORD
        return self.norms & both not in (both, Norm(0))

    def spelled(self, norm: Norm) -> str:
        """The word's spelling in ``norm``: this one if it is normal there."""
        if self.norms & norm:
            return self.form
        return next((form for form, norms in self.others if norms & norm), self.form)


class SpellingVariants:
    """The table. ``shared`` gives the one instance; it loads in a few milliseconds."""

    def __init__(self, table: str) -> None:
        self._lines: dict[str, str] = {}
        self._known: dict[str, SpellingVariant] = {}
        for line in table.splitlines():
            for entry in line.split(" "):
                form, _, letters = entry.partition(":")
                if letters != "*":
                    self._lines[form] = line

    @staticmethod
    @cache
    def shared() -> SpellingVariants:
        """The table that ships with copylint."""
        return SpellingVariants(_DATA.read_text(encoding="ascii"))

    def __len__(self) -> int:
        return len(self._lines)

    def __contains__(self, word: str) -> bool:
        return word in self._lines

    def get(self, word: str) -> SpellingVariant | None:
        """``word`` (lower case) as a variant; None if it is right in every dialect."""
        known = self._known.get(word)
        if known is None and (line := self._lines.get(word)) is not None:
            forms = [entry.partition(":") for entry in line.split(" ")]
            norms = {form: _norms(letters) for form, _, letters in forms}
            others = tuple((form, mask) for form, mask in norms.items() if form != word)
            known = self._known[word] = SpellingVariant(word, norms[word], others)
        return known


def _norms(letters: str) -> Norm:
    if letters == "*":
        return ALL_NORMS
    mask = Norm(0)
    for letter in letters:
        mask |= _LETTERS[letter]
    return mask


def recased(word: str, model: str) -> str:
    """``word`` (lower case) with the capitals of ``model``."""
    if model.isupper() and len(model) > 1:
        return word.upper()
    return word[:1].upper() + word[1:] if model[:1].isupper() else word
