"""Which of two words that are often mistaken for each other a sentence asks for.

One logistic model a pair of words, over the words and word classes on either side,
trained on edited English where the word that stands is the word that was meant
(``tools/train_confusions.py``; the method is that of Golding and Roth 1999, with logistic
regression for Winnow). Scores are natural log odds.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from zlib import crc32

from copylint.text.edits import ScoredEdit, SentenceEditor
from copylint.text.hashtable import HashTable, encoded
from copylint.text.ngrams import Line, NGrams
from copylint.text.tagger import Tagger
from copylint.text.tokens import HYPHENS, Token, TokenKind
from copylint.text.vocabulary import straight

if TYPE_CHECKING:
    from copylint.text.context.scene import Scene

_DATA = Path(__file__).parent.parent / "data"
#: Stored steps per unit of weight.
STEPS = 16
# Doublings by which a triple of words must lead one that was seen too.
_OVERRULES = 5


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


@cache
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
        self._rivals: dict[str, list[Rival]] = {}
        for line in (folder / "confusions.txt").read_text(encoding="utf-8").splitlines():
            first, second, bias, for_second, for_first = line.split("\t")
            pair = f"{first}/{second} "
            if for_second != "-":
                rival = Rival(second, pair, 1, float(bias), float(for_second))
                self._rivals.setdefault(first, []).append(rival)
            if for_first != "-":
                rival = Rival(first, pair, -1, float(bias), float(for_first))
                self._rivals.setdefault(second, []).append(rival)

    @classmethod
    @cache
    def shared(cls) -> ConfusionModel:
        """The model of this process."""
        return cls()

    def rivals(self, word: str) -> Sequence[Rival]:
        """The words that ``word`` (in lower case) may have been written for."""
        return self._rivals.get(word, ())

    @property
    def confusable(self) -> Collection[str]:
        """All words that have rivals, in lower case."""
        return self._rivals.keys()

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
        confusable = model.confusable
        # Plain counts first: nine words in ten end there, and every fourth word has rivals.
        for place in [at for at, word in enumerate(words) if word in confusable]:
            at_home = self._more_at_home(scene.line, words[place], place)
            if not at_home:
                continue
            index = place - scene.padding
            token = tokens[index]
            if token.kind is not TokenKind.WORD:
                continue
            if straight(token.text) != words[place] and not _opens(tokens, index):
                continue
            if in_compound(tokens, index) or beside_code(tokens, index):
                continue
            if "'" in words[place] and words[place + 1] in _QUOTES:
                continue  # it opens a quotation (they're "very keen"): what it asks for is within
            features = _features_at(tokens, index)
            best: ScoredEdit | None = None
            for rival in at_home:
                score = model.score(rival, features) - rival.threshold
                if score > 0 and (best is None or score > best.score):
                    best = ScoredEdit(token.start, token.end, rival.word, score, "confusion")
            if best is not None:
                shown = best.replacement
                if token.text[0].isupper():
                    shown = shown[0].upper() + shown[1:]
                found.append(best._replace(replacement=shown))
        return found

    def _more_at_home(self, line: Line, word: str, place: int) -> list[Rival]:
        """The rivals that plain counts find more at home here than the word that stands."""
        spelled, hashes, tails = self._counts.spelled, line.hashes, line.tails
        before, after = hashes[place - 1], tails[place + 1]
        rivals = self._model.rivals(word)
        keys: list[int] = []
        for rival in rivals:
            code, tail = spelled[rival.word]
            keys += crc32(tail, before), crc32(after, code)
        counts = iter(self._counts.at(keys))
        now = line.pairs[place] + line.pairs[place + 1]
        at_home = [
            rival
            for rival, left, right in zip(rivals, counts, counts, strict=False)
            if left + right > now
        ]
        if at_home and (together := line.triples[place]):
            keys = [crc32(after, crc32(spelled[rival.word][1], before)) for rival in at_home]
            at_home = [
                rival
                for rival, count in zip(at_home, self._counts.at(keys), strict=True)
                if count - together >= _OVERRULES
            ]
        return at_home


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
    return tokens[last][0] is TokenKind.CODE or bool(
        index and tokens[index - 1][0] is TokenKind.CODE
    )


def _opens(tokens: Sequence[Token], index: int) -> bool:
    """Whether the word stands first in its sentence, and opens no name ("Norm Larsen")."""
    if index + 1 < len(tokens) and tokens[index + 1].text[:1].isupper():
        return False
    return all(token.kind is not TokenKind.WORD for token in tokens[:index])
