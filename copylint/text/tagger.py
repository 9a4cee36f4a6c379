"""Part-of-speech tags (Penn Treebank) by an averaged perceptron with a tag dictionary.

Words that a large text shows with one tag only are looked up; the others are decided
from left to right by their neighbours (Collins 2002). Two tags are ours, since tokens
keep their clitics: ``POS`` for a word with a possessive ending (``town's``), ``PRPV`` for
a word with a verb on it (``it's``, ``they've``). ``don't`` has the tag of ``do``.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

_TAGS = (
    "CC CD DT EX FW IN JJ JJR JJS LS MD NN NNP NNPS NNS PDT POS PRP PRP$ PRPV RB RBR RBS RP SYM TO "
    "UH VB VBD VBG VBN VBP VBZ WDT WP WP$ WRB . , : `` '' $ # HYPH -LRB- -RRB- NFP ADD AFX GW XX"
)
TAGS = tuple(_TAGS.split())

_DATA = Path(__file__).parent.parent / "data" / "tagger.marisa"
# Weights are stored as signed bytes: units of a twelfth, clipped at ten and a half.
_UNIT = 12.0


def encode_weights(by_tag: dict[str, float]) -> bytes:
    """Weights by tag as pairs of bytes: tag number, weight + 128."""
    packed = bytearray()
    for tag, weight in sorted(by_tag.items()):
        packed += bytes((TAGS.index(tag), max(-127, min(127, round(weight * _UNIT))) + 128))
    return bytes(packed)


def ambiguity(classes: Sequence[tuple[str, ...]], index: int) -> str:
    """The possible tags of the word at ``index`` as one feature value."""
    if index >= len(classes):
        return "$"
    return "|".join(classes[index][:3]) or "?"


def features(
    words: Sequence[str],
    index: int,
    previous: str,
    before: str,
    following: str,
    candidates: tuple[str, ...],
) -> list[str]:
    """The features of ``words[index]``, given the two tags before it and what may follow."""
    word = words[index]
    lower = word.lower()
    left = words[index - 1].lower() if index else "^"
    right = words[index + 1].lower() if index + 1 < len(words) else "$"
    found = [
        "0" + lower,
        "1" + previous,
        f"2{before} {previous}",
        "3" + left,
        "4" + right,
        "5" + following,
        f"6{previous} {following}",
        f"7{previous} {lower}",
        f"9{lower} {following}",
    ]
    if not candidates:
        shape = ("U" if word[:1].isupper() else "l") + ("^" if index == 0 else "")
        if any(c.isdigit() for c in word):
            shape += "d"
        found += [f"s{shape}", f"e{lower[-3:]}", f"d{lower[-2:]}", f"x{shape}{previous}"]
    return found


class Tagger:
    """Tags sentences. The data file is memory-mapped; look-ups are kept per process."""

    def __init__(self, path: Path = _DATA) -> None:
        import marisa_trie

        self._trie = marisa_trie.BytesTrie().mmap(str(path))
        self._classes: dict[str, tuple[tuple[str, ...], bool]] = {}
        self._weights: dict[str, tuple[tuple[str, float], ...]] = {}

    @classmethod
    @cache
    def shared(cls) -> Tagger:
        """The tagger of this process."""
        return cls()

    def _rows(self, key: str) -> list[bytes] | None:
        # A NUL ends a key of the trie, and a lone surrogate is in none.
        if "\0" in key:
            return None
        try:
            rows: list[bytes] | None = self._trie.get(key)
        except UnicodeEncodeError:
            return None
        return rows

    def possible(self, word: str) -> tuple[str, ...]:
        """The tags that the word has been seen with, most frequent first; may be empty."""
        return self._class_of(word)[0] or self._class_of(word.lower())[0]

    def _class_of(self, word: str) -> tuple[tuple[str, ...], bool]:
        known = self._classes.get(word)
        if known is None:
            rows = self._rows("w" + word)
            if rows:
                sure = rows[0][-1] != 0xFF
                known = (tuple(TAGS[b] for b in rows[0] if b != 0xFF), sure)
            else:
                known = ((), False)
            self._classes[word] = known
        return known

    def _lookup(self, word: str, first: bool) -> tuple[tuple[str, ...], bool]:
        found = self._class_of(word)
        if not found[0]:
            return self._class_of(word.lower())
        if first and word[:1].isupper():
            lower = self._class_of(word.lower())
            if lower[0]:
                return tuple(dict.fromkeys((*lower[0], *found[0]))), lower[1] and found[1]
        return found

    def _weights_of(self, feature: str) -> tuple[tuple[str, float], ...]:
        known = self._weights.get(feature)
        if known is None:
            rows = self._rows("f" + feature)
            packed = rows[0] if rows else b""
            known = tuple(
                (TAGS[packed[i]], float(packed[i + 1] - 128)) for i in range(0, len(packed), 2)
            )
            if len(self._weights) < 200_000:
                self._weights[feature] = known
        return known

    def tag(self, words: Sequence[str]) -> list[str]:
        """One tag per word of a sentence (punctuation marks are words here)."""
        words = [word.replace("’", "'") for word in words]
        looked = [self._lookup(word, i == 0) for i, word in enumerate(words)]
        classes = [each[0] for each in looked]
        tags: list[str] = []
        previous = before = "^"
        for i, (candidates, sure) in enumerate(looked):
            if len(candidates) == 1 and sure:
                guess = candidates[0]
            else:
                scores: dict[str, float] = {}
                for feature in features(
                    words, i, previous, before, ambiguity(classes, i + 1), candidates
                ):
                    for tag, weight in self._weights_of(feature):
                        scores[tag] = scores.get(tag, 0.0) + weight
                pool = candidates or TAGS
                guess = max(pool, key=lambda tag: (scores.get(tag, 0.0), tag))
            tags.append(guess)
            before, previous = previous, guess
        return tags
