"""Which of two words that are often mistaken for each other a sentence asks for.

One logistic model a pair of words, over the words and word classes on either side,
trained on edited English where the word that stands is the word that was meant
(``tools/train_confusions.py``; the method is that of Golding and Roth 1999, with logistic
regression for Winnow). Scores are natural log odds.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from zlib import crc32

from copylint.language.hash_table import HashTable, encoded
from copylint.language.ngrams import COUNTS, NGrams
from copylint.language.tagger import Tagger
from copylint.language.tokens import HYPHENS, Token, TokenKind
from copylint.language.vocabulary import straight
from copylint.models.confusion_exceptions import is_settled
from copylint.models.edit import ScoredEdit, SentenceEditor

if TYPE_CHECKING:
    from copylint.models.sentence_context import Scene

_WORD, _CODE = TokenKind.WORD, TokenKind.CODE

_DATA = Path(__file__).parent.parent / "data"
#: Stored steps per unit of weight.
STEPS = 16
# Doublings by which a triple of words must lead one that was seen too.
_OVERRULES = 5
# What is asked above a pair's threshold: most of what just reaches it in other copy than the
# models know is right; more where a contraction may begin a clause, which goes on in many ways; and
# where the counts know nothing.
_MARGIN, _OWNED = 0.1, 2.5
_BEFORE_CLAUSE = frozenset(
    [
        "^",
        "and",
        "or",
        "but",
        "so",
        "if",
        "when",
        "while",
        "because",
        "since",
        "as",
        "that",
        "which",
        "say",
        "says",
        "said",
        "sure",
        "think",
        "thinks",
        "know",
        "knows",
        "believe",
        "believes",
        "hope",
        "feel",
        ",",
        ";",
        ":",
        "(",
        "-",
    ]
)
_UNKNOWN = 2.0
# log2 of the count from which a triple is well known; what it takes off a pair's threshold.
_WELL_KNOWN, _EASED = 3.5, 3.0


class Rival(NamedTuple):
    """A word that may be meant where another stands.

    ``sign`` is +1 where the pair's model speaks for ``word``, -1 where it speaks against
    it. ``threshold`` is the log odds above which a slip is more likely than the word.
    """

    word: str
    pair: str
    sign: int
    bias: float
    threshold: float


def context_features(words: Sequence[str], classes: Sequence[str], index: int) -> list[str]:
    """What stands around ``words[index]``.

    Words are in lower case; at least two of padding stand on either side of the index.
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
    """The likeliest tags of a word as one class; the shape of one that is not known."""
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
        #: The words that a word (in lower case) may have been written for.
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
        """Natural log odds that ``rival.word`` is meant and not the word that stands."""
        total = self._table.total(features, crc32(encoded(rival.pair)))
        return rival.sign * (total / STEPS + rival.bias)


class ConfusionEditor(SentenceEditor):
    """Proposes the other word of a pair where its context asks for it."""

    def __init__(self) -> None:
        self._model = ConfusionModel.shared()
        self._counts = NGrams.shared()

    @classmethod
    @cache
    def shared(cls) -> ConfusionEditor:
        """The editor of this process."""
        return cls()

    def edits(self, scenes: Sequence[Scene]) -> list[list[ScoredEdit]]:
        """Confusions in each sentence, scored in log odds above the pair's threshold."""
        return [self._of(scene) for scene in scenes]

    def _of(self, scene: Scene) -> list[ScoredEdit]:
        found: list[ScoredEdit] = []
        model, tokens, words = self._model, scene.tokens, scene.words
        # Plain counts first: nine words in ten end there, and every fourth word has rivals.
        for place, at_home, asked in self._more_at_home(scene):
            index = place - scene.padding
            token = tokens[index]
            if token.kind is not _WORD:
                continue
            if straight(token.text) != words[place] and not _opens(tokens, index):
                continue
            if in_compound(tokens, index) or beside_code(tokens, index):
                continue
            if is_settled(words, place):
                continue
            if "'" in words[place] and words[place + 1] in _QUOTES:
                continue  # it opens a quotation (they're "very keen"): what it asks for is within
            features = _features_at(tokens, index)
            best: ScoredEdit | None = None
            clause = "'" in words[place] and words[place - 1] in _BEFORE_CLAUSE
            for rival in at_home:
                score = model.score(rival, features) - rival.threshold - asked
                score -= _OWNED if clause else _MARGIN
                if -_EASED < score <= 0 and self._is_decisive(words, place, rival.word):
                    score += _EASED
                if score > 0 and (best is None or score > best.score):
                    best = ScoredEdit(token.start, token.end, rival.word, score, "confusion")
            if best is not None:
                shown = best.replacement
                if token.text[0].isupper():
                    shown = shown[0].upper() + shown[1:]
                found.append(best._replace(replacement=shown))
        return found

    def _is_decisive(self, words: Sequence[str], place: int, other: str) -> bool:
        """Whether counts know ``other`` well between its neighbours, and not the word there."""
        left, word, right = words[place - 1 : place + 2]
        pair, triple = self._counts.pair, self._counts.triple
        if triple(left, other, right) < _WELL_KNOWN or triple(left, word, right):
            return False
        here = pair(left, word), pair(word, right)
        there = pair(left, other), pair(other, right)
        return min(here) == 0 or sum(there) - sum(here) > 2 * _OVERRULES

    def _more_at_home(self, scene: Scene) -> Iterator[tuple[int, Sequence[Rival], float]]:
        """Where plain counts find rivals more at home than the word that stands, and which.

        Beside names counts know nothing of either; then the model must be surer, by the
        last of the three.
        """
        words, pairs, rivals_of = scene.words, scene.pairs, self._model.by_word
        for place in scene.contested:
            rivals = rivals_of.get(words[place])
            if rivals is None:
                continue
            before, after = pairs[place], pairs[place + 1]
            now = before.count + after.count
            at = before.others.rivals
            at_home = [
                rival
                # Other words follow: they are nobody's rivals.
                for rival, left, right in zip(
                    rivals, before.after[at:], after.before[at:], strict=False
                )
                if COUNTS[left] + COUNTS[right] > now
            ]
            if at_home:
                at_home = self._overruling(scene, place, at_home)
            if at_home:
                yield place, at_home, 0.0
            elif not now and "'" not in words[place]:
                yield place, rivals, _UNKNOWN

    def _overruling(self, scene: Scene, place: int, rivals: list[Rival]) -> list[Rival]:
        """Those of which the triple leads that of the word, if it was ever seen, by far."""
        together = scene.triple(place)
        if not together:
            return rivals
        left, _, right = scene.words[place - 1 : place + 2]
        triple = self._counts.triple
        return [
            rival for rival in rivals if triple(left, rival.word, right) - together >= _OVERRULES
        ]


def _features_at(tokens: Sequence[Token], index: int) -> list[str]:
    """What stands around the token at ``index`` of a sentence."""
    forms = [_form(each) for each in tokens[max(0, index - 2) : index + 3]]
    forms = ["^"] * (2 - index) + forms + ["$"] * (index + 3 - len(tokens))
    return context_features([form.lower() for form in forms], [*map(word_class, forms)], 2)


_QUOTES = ("'", '"')
# The training text has straight quotation marks.
_SET = {"“": '"', "”": '"'}


def _form(token: Token) -> str:
    """The token as the training text writes it."""
    return _SET.get(token.text) or straight(token.text)


def in_compound(tokens: Sequence[Token], index: int) -> bool:
    """Whether a hyphen joins the word to another ("by-pass"): its neighbours tell nothing."""
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


def _opens(tokens: Sequence[Token], index: int) -> bool:
    """Whether the word stands first in its sentence, and opens no name ("Norm Larsen")."""
    if index + 1 < len(tokens) and tokens[index + 1].text[:1].isupper():
        return False
    return all(token.kind is not _WORD for token in tokens[:index])
