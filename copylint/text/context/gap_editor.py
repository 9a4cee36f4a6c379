"""Small words too many, missing, or written one for the other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from copylint.text.article import Sentence
from copylint.text.context.gaps import GapModel, gap_features
from copylint.text.context.judge import judges
from copylint.text.context.scene import PADDING, Scene
from copylint.text.edits import ScoredEdit, SentenceEditor
from copylint.text.ngrams import NGrams
from copylint.text.tokens import TokenKind


class SmallWords(NamedTuple):
    """The words that may be too many, may be missing, and may stand for each other."""

    extra: frozenset[str]
    missing: frozenset[str]
    instead: Mapping[str, Sequence[str]]


class GapProposal(NamedTuple):
    """A change at ``at`` of a scene: the word there left out, replaced, or one put before it.

    ``kind`` is ``extra-word``, ``missing-word`` or ``confusion``; ``group`` is what the
    judge knows the change by: ``the`` or, for a confusion, ``of>on``.
    """

    at: int
    kind: str
    group: str
    figures: tuple[float, ...]


@cache
def judged() -> SmallWords:
    """The words that the judges that ship know."""
    known = judges()
    instead: dict[str, list[str]] = {}
    for group in known["confusion"].groups:
        written, _, meant = group.partition(">")
        instead.setdefault(written, []).append(meant)
    return SmallWords(
        frozenset(known["extra-word"].groups), frozenset(known["missing-word"].groups), instead
    )


class GapEditor(SentenceEditor):
    """Proposes to leave out, put in or exchange a small word."""

    def __init__(self, words: SmallWords | None = None) -> None:
        self._words = words or judged()
        self._model = GapModel.shared()
        self._counts = NGrams.shared()
        self._after = lru_cache(maxsize=50_000)(self._mates_after)
        self._before = lru_cache(maxsize=50_000)(self._mates_before)

    def edits(self, sentences: Sequence[Sentence]) -> list[list[ScoredEdit]]:
        """Slips in each sentence, scored in log odds above what their judge asks."""
        known = judges()
        found: list[list[ScoredEdit]] = []
        for sentence in sentences:
            best: dict[int, ScoredEdit] = {}
            for proposal in self.proposals(Scene.of(sentence)):
                score = known[proposal.kind].weigh(proposal.group, proposal.figures)
                other = best.get(proposal.at)
                if score > 0 and (other is None or score > other.score):
                    best[proposal.at] = _edit(sentence, proposal, score)
            found.append([edit for _, edit in sorted(best.items())])
        return found

    def proposals(self, scene: Scene) -> Iterator[GapProposal]:
        """Every change that plain counts do not rule out, with the figures for its judge."""
        words, tokens = scene.words, scene.tokens
        extra, _, instead = self._words
        pair, triple = self._counts.pair, self._counts.triple
        for index in range(PADDING, len(words) - PADDING):
            left, word, right = words[index - 1 : index + 2]
            if (
                (word in extra or word in instead)
                and not triple(left, word, right)
                and scene.is_plain_word(index)
            ):
                yield from self._at_word(scene, index)
            if index == PADDING or pair(left, word):
                continue
            wanted = self._after(left) & self._before(word)
            at = index - PADDING
            if (
                wanted
                and tokens[at].kind is TokenKind.WORD
                and tokens[at - 1].kind in (TokenKind.WORD, TokenKind.NUMBER)
                and tokens[at].start == tokens[at - 1].end + 1
            ):
                for each in wanted:
                    yield self._missing(scene, index, each)

    def _at_word(self, scene: Scene, index: int) -> Iterator[GapProposal]:
        words, pair, triple = scene.words, self._counts.pair, self._counts.triple
        before, left, word, right, after = words[index - 2 : index + 3]
        features = gap_features(words, scene.classes, index - 1, index + 1, word)
        own = self._model.score(word, features)
        here = pair(left, word), pair(word, right)
        if word in self._words.extra:
            figures: tuple[float, ...] = (
                own,
                *here,
                pair(left, right),
                triple(before, left, right),
                triple(left, right, after),
                triple(before, left, word),
                triple(word, right, after),
                float(here[0] == 0),
                float(here[1] == 0),
                float(pair(left, right) > 0),
            )
            yield GapProposal(index, "extra-word", word, figures)
        for other in self._words.instead.get(word, ()):
            there = pair(left, other), pair(other, right)
            if sum(there) > sum(here):
                features = gap_features(words, scene.classes, index - 1, index + 1, other)
                figures = (
                    own,
                    self._model.score(other, features),
                    *here,
                    *there,
                    triple(left, other, right),
                    triple(before, left, word),
                    triple(word, right, after),
                    triple(before, left, other),
                    triple(other, right, after),
                    float(here[0] == 0),
                    float(here[1] == 0),
                    float(min(there) > 0),
                )
                yield GapProposal(index, "confusion", f"{word}>{other}", figures)

    def _missing(self, scene: Scene, index: int, meant: str) -> GapProposal:
        words, pair, triple = scene.words, self._counts.pair, self._counts.triple
        before, left, right, after = words[index - 2 : index + 2]
        features = gap_features(words, scene.classes, index - 1, index, meant)
        figures = (
            self._model.score(meant, features),
            pair(left, meant),
            pair(meant, right),
            triple(left, meant, right),
            triple(before, left, meant),
            triple(meant, right, after),
            triple(before, left, right),
            triple(left, right, after),
            self._counts.word(left),
            self._counts.word(right),
        )
        return GapProposal(index, "missing-word", meant, figures)

    def _mates_after(self, word: str) -> frozenset[str]:
        """The words that may be missing which are seen after ``word``."""
        pair = self._counts.pair
        return frozenset(each for each in self._words.missing if pair(word, each))

    def _mates_before(self, word: str) -> frozenset[str]:
        """The words that may be missing which are seen before ``word``."""
        pair = self._counts.pair
        return frozenset(each for each in self._words.missing if pair(each, word))


def _edit(sentence: Sentence, proposal: GapProposal, score: float) -> ScoredEdit:
    token = sentence.tokens[proposal.at - PADDING]
    _, _, meant = proposal.group.rpartition(">")
    if proposal.kind == "missing-word":
        return ScoredEdit(token.start, token.start, meant, score, proposal.kind)
    if proposal.kind == "extra-word":
        meant = ""
    return ScoredEdit(token.start, token.end, meant, score, proposal.kind)
