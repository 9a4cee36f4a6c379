"""Decides which of two commonly confused words a sentence calls for.

There is one logistic model per pair of words, over the words and word classes on either side. It
is trained on edited English, in which the written word is the word that was meant
(``tools/models/train_confusions.py``; the method is that of Golding and Roth 1999, with logistic
regression in place of Winnow). Scores are natural log odds.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

from copylint.language.hash_table import HashTable, encoded
from copylint.language.tagger import Tagger
from copylint.language.tokens import HYPHENS, Token, TokenKind

_WORD, _CODE = TokenKind.WORD, TokenKind.CODE

_DATA = Path(__file__).parent.parent / "data"
#: Stored steps per unit of weight.
STEPS = 16


class Rival(NamedTuple):
    """A word that may be meant where another is written.

    ``sign`` is +1 if the pair's model scores in favour of ``word``, -1 if it scores against
    it. ``threshold`` is the log odds above which a typo is more likely than the word.
    """

    word: str
    pair: str
    sign: int
    bias: float
    threshold: float


def context_features(words: Sequence[str], classes: Sequence[str], index: int) -> list[str]:
    """Features of the words around ``words[index]``.

    Words are in lower case, with at least two tokens of padding on either side of the index.
    """
    b, a = words[index - 2], words[index - 1]
    y, z = words[index + 1], words[index + 2]
    cb, ca, cy, cz = classes[index - 2], classes[index - 1], classes[index + 1], classes[index + 2]
    return [
        f"a{a}",
        f"y{y}",
        f"b{b}",
        f"z{z}",
        f"ba{b} {a}",
        f"yz{y} {z}",
        f"ay{a} {y}",
        f"A{ca}",
        f"Y{cy}",
        f"BA{cb} {ca}",
        f"YZ{cy} {cz}",
        f"AY{ca} {cy}",
        f"aY{a} {cy}",
        f"Ay{ca} {y}",
        f"BAY{cb} {ca} {cy}",
        f"AYZ{ca} {cy} {cz}",
        f"aYZ{a} {cy} {cz}",
        f"BAy{cb} {ca} {y}",
    ]


@lru_cache(maxsize=30_000)
def word_class(word: str) -> str:
    """The likeliest tags of a word as one class; for an unknown word, its shape."""
    tags = Tagger.shared().possible(word)
    if tags:
        return "|".join(tags[:2])
    if word[:1].isupper():
        return "U"
    return "N" if word[:1].isdigit() else "?"


class ConfusionModel:
    """The pair models, memory-mapped, and the table of pairs."""

    def __init__(self, folder: Path = _DATA) -> None:
        self._table = HashTable(folder / "confusions.bin")
        #: For each word in lower case, the words that may be meant by it.
        self.by_word: dict[str, list[Rival]] = {}
        for line in (folder / "confusions.txt").read_text(encoding="utf-8").splitlines():
            first, second, bias, for_second, for_first = line.split("\t")
            pair = f"{first}/{second} "
            if for_second != "-":
                rival = Rival(second, pair, 1, float(bias), float(for_second))
                self.by_word.setdefault(first, []).append(rival)
            if for_first != "-":
                rival = Rival(first, pair, -1, float(bias), float(for_first))
                self.by_word.setdefault(second, []).append(rival)

    @classmethod
    @cache
    def shared(cls) -> ConfusionModel:
        """The model of this process."""
        return cls()

    def score(self, rival: Rival, features: Iterable[str]) -> float:
        """Natural log odds that ``rival.word`` is meant instead of the written word."""
        total = self._table.total(features, crc32(encoded(rival.pair)))
        return rival.sign * (total / STEPS + rival.bias)


def in_compound(tokens: Sequence[Token], index: int) -> bool:
    """Whether a hyphen joins the word to another ("by-pass"), so that neighbours do not count."""
    token = tokens[index]
    if index:
        before = tokens[index - 1]
        if before[1] in HYPHENS and token[2] <= before[3]:
            return True
    if index + 1 < len(tokens):
        after = tokens[index + 1]
        return after[1] in HYPHENS and after[2] <= token[3]
    return False


def beside_code(tokens: Sequence[Token], index: int) -> bool:
    """Whether an address, a piece of code or the like is the word's neighbour."""
    last = min(index + 1, len(tokens) - 1)
    return tokens[last][0] is _CODE or bool(index and tokens[index - 1][0] is _CODE)
