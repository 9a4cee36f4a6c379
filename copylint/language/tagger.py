"""Part-of-speech tags (Penn Treebank) by an averaged perceptron with a tag dictionary.

Words that have only one tag in a large text are looked up; the others are decided
from left to right by their neighbours (Collins 2002). Two tags have their own meaning here,
since tokens keep their clitics: ``POS`` for a word with a possessive ending (``town's``),
``PRPV`` for a word with a verb on it (``it's``, ``they've``). ``don't`` has the tag of ``do``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import overload

from copylint.core.memo import Memo

_TAGS = (
    "CC CD DT EX FW IN JJ JJR JJS LS MD NN NNP NNPS NNS PDT POS PRP PRP$ PRPV RB RBR RBS RP SYM TO "
    "UH VB VBD VBG VBN VBP VBZ WDT WP WP$ WRB . , : `` '' $ # HYPH -LRB- -RRB- NFP ADD AFX GW XX"
)
TAGS = tuple(_TAGS.split())

_DATA = Path(__file__).parent.parent / "data" / "tagger.marisa"
# Weights are stored as signed bytes: units of a twelfth, clipped at ten and a half.
_UNIT = 12.0

# Words never seen for which the weights of all tags are kept: some 2 kB each.
_UNKNOWN = 2_000

# Weights by tag.
_Weights = dict[str, int]


def encode_weights(by_tag: dict[str, float]) -> bytes:
    """Weights by tag as pairs of bytes: tag number, weight + 128."""
    packed = bytearray()
    for tag, weight in sorted(by_tag.items()):
        packed += bytes((TAGS.index(tag), max(-127, min(127, round(weight * _UNIT))) + 128))
    return bytes(packed)


def ambiguity(candidates: tuple[str, ...] | None) -> str:
    """The possible tags of a word as one feature value; None is the end of the sentence."""
    if candidates is None:
        return "$"
    return "|".join(candidates[:3]) or "?"


def shape_of(word: str, *, first: bool) -> str:
    """How a word looks: its first letter, whether it is the first word, whether it has digits."""
    shape = ("U" if word[:1].isupper() else "l") + ("^" if first else "")
    return shape + "d" if any(c.isdigit() for c in word) else shape


def features(
    words: Sequence[str],
    index: int,
    previous: str,
    before: str,
    following: str,
    candidates: tuple[str, ...],
) -> list[str]:
    """The features of ``words[index]``, given the two tags before it and those that may follow."""
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
        shape = shape_of(word, first=not index)
        found += [f"s{shape}", f"e{lower[-3:]}", f"d{lower[-2:]}", f"x{shape}{previous}"]
    return found


class Tagger:
    """Tags sentences. The data file is memory-mapped; look-ups are kept per process."""

    def __init__(self, path: Path = _DATA) -> None:
        import marisa_trie

        self._trie = marisa_trie.BytesTrie().mmap(str(path))
        self._class_of = Memo(self._read_class).__getitem__
        #: The weight of each tag, by feature.
        self.weights: Mapping[str, _Weights] = Memo(self.read_weights)
        #: Sums of the weights of several features: by a word in lower case and the tags that may
        #: follow it, and by the last tag but one, the last tag, and the tags that may follow.
        self.of_word: Mapping[tuple[str, str], _Weights] = Memo(self._of_word)
        self.of_place: Mapping[tuple[str, str, str], _Weights] = Memo(self._of_place)
        #: The same for every tag, of a word that was never seen: by the word in lower case, the
        #: tags that may follow it, and its shape.
        self.of_unknown: Mapping[tuple[str, str, str], _Weights] = Memo(self._of_unknown, _UNKNOWN)
        #: ``ambiguity`` by the tags that a word may have.
        self.ambiguities: Mapping[tuple[str, ...] | None, str] = Memo(ambiguity)

    @classmethod
    @cache
    def shared(cls) -> Tagger:
        """The tagger of this process."""
        return cls()

    def _rows(self, key: str) -> list[bytes] | None:
        # A NUL ends a key of the trie, and keys never contain a lone surrogate.
        if "\0" in key:
            return None
        try:
            rows: list[bytes] | None = self._trie.get(key)
        except UnicodeEncodeError:
            return None
        return rows

    def words(self) -> Iterator[str]:
        """All words that have been seen with a tag."""
        return (key[1:] for key, _ in self._trie.iteritems("w"))

    def possible(self, word: str) -> tuple[str, ...]:
        """The tags that the word has been seen with, most frequent first; may be empty."""
        return self._class_of(word) or self._class_of(word.lower())

    def candidates(self, word: str, *, first: bool = False) -> tuple[str, ...]:
        """The tags that the word may have here; ``first`` says that it opens its sentence."""
        found = self._class_of(word)
        if not found:
            return self._class_of(word.lower())
        if first and word[:1].isupper() and (lower := self._class_of(word.lower())):
            return tuple(dict.fromkeys((*lower, *found)))
        return found

    def _read_class(self, word: str) -> tuple[str, ...]:
        rows = self._rows("w" + word)
        # A last byte of 255 marks a word that was also seen with other tags, but rarely.
        return tuple(TAGS[b] for b in rows[0] if b != 0xFF) if rows else ()

    def read_weights(self, feature: str) -> _Weights:
        """The weight of each tag for a feature; use ``weights``, which caches them."""
        rows = self._rows("f" + feature)
        packed = rows[0] if rows else b""
        return {TAGS[packed[i]]: packed[i + 1] - 128 for i in range(0, len(packed), 2)}

    def sum_of(self, *features: str) -> _Weights:
        """The weight of each tag for several features together."""
        total: _Weights = {}
        for feature in features:
            for tag, weight in self.weights[feature].items():
                total[tag] = total.get(tag, 0) + weight
        return total

    def _of_word(self, key: tuple[str, str]) -> _Weights:
        lower, following = key
        return self.sum_of("0" + lower, f"9{lower} {following}")

    def _of_unknown(self, key: tuple[str, str, str]) -> _Weights:
        lower, following, shape = key
        of_form = self.sum_of(f"s{shape}", f"e{lower[-3:]}", f"d{lower[-2:]}")
        of_word = self.of_word[lower, following]
        return {tag: of_word.get(tag, 0) + of_form.get(tag, 0) for tag in TAGS}

    def _of_place(self, key: tuple[str, str, str]) -> _Weights:
        before, previous, following = key
        return self.sum_of(
            "1" + previous,
            f"2{before} {previous}",
            "5" + following,
            f"6{previous} {following}",
        )

    def tag(self, words: Sequence[str]) -> Tags:
        """One tag per word of a sentence (punctuation marks are words here), decided on access."""
        return Tags(self, words)


class Tags(Sequence[str]):
    """The tags of one sentence, each decided on first access.

    A tag depends on the two before it, so it is decided together with the words between it and
    the nearest two words in a row before it whose tags are settled, and with no others.
    """

    __slots__ = ("_candidates", "_tagger", "_tags", "_words")

    def __init__(self, tagger: Tagger, words: Sequence[str]) -> None:
        self._tagger = tagger
        self._words = [word.replace("’", "'") for word in words]
        self._candidates: list[tuple[str, ...] | None] = [None] * len(words)
        self._tags = [""] * len(words)

    def __len__(self) -> int:
        return len(self._tags)

    @overload
    def __getitem__(self, index: int) -> str: ...
    @overload
    def __getitem__(self, index: slice) -> list[str]: ...
    def __getitem__(self, index: int | slice) -> str | list[str]:
        if isinstance(index, slice):
            return [self[each] for each in range(*index.indices(len(self._tags)))]
        tag = self._tags[index]
        if not tag:
            self._decide(index % len(self._tags))
            tag = self._tags[index]
        return tag

    def _decide(self, index: int) -> None:
        start, settled = index, 0
        while start and settled < 2:
            start -= 1
            settled = settled + 1 if self._is_settled(start) else 0
        for each in range(start, index + 1):
            if not self._is_settled(each):
                self._tags[each] = self._best(each)

    def _is_settled(self, index: int) -> bool:
        """Whether the tag is decided, or the word has only one tag."""
        if self._tags[index]:
            return True
        candidates = self._candidates_at(index)
        if len(candidates) != 1:
            return False
        self._tags[index] = candidates[0]
        return True

    def _candidates_at(self, index: int) -> tuple[str, ...]:
        found = self._candidates[index]
        if found is None:
            found = self._tagger.candidates(self._words[index], first=not index)
            self._candidates[index] = found
        return found

    def _best(self, index: int) -> str:
        candidates = self._candidates_at(index)
        tags, weights = self._tags, self._tagger.weights
        following = self._candidates_at(index + 1) if index + 1 < len(tags) else None
        previous = tags[index - 1] if index else "^"
        before = tags[index - 2] if index > 1 else "^"
        words = self._words
        lower = words[index].lower()
        left = words[index - 1].lower() if index else "^"
        right = words[index + 1].lower() if index + 1 < len(words) else "$"
        ambiguous = self._tagger.ambiguities[following]
        # The same features as ``features`` gives, in five parts, two of which are sums of several.
        of_place = self._tagger.of_place[before, previous, ambiguous]
        of_both = weights[f"7{previous} {lower}"]
        of_left, of_right = weights["3" + left], weights["4" + right]
        if not candidates:
            shape = shape_of(words[index], first=not index)
            scores = self._tagger.of_unknown[lower, ambiguous, shape].copy()
            for told in (of_place, of_both, of_left, of_right, weights[f"x{shape}{previous}"]):
                for tag, weight in told.items():
                    scores[tag] += weight
            most = max(scores.values())
            return max([tag for tag, score in scores.items() if score == most])
        of_word = self._tagger.of_word[lower, ambiguous]
        best, most = "", -1_000_000
        for tag in candidates:
            score = of_word.get(tag, 0) + of_place.get(tag, 0) + of_both.get(tag, 0)
            score += of_left.get(tag, 0) + of_right.get(tag, 0)
            if score > most or (score == most and tag > best):
                best, most = tag, score
        return best
