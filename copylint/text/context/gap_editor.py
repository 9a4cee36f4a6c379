"""Small words too many, missing, or written one for the other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple
from zlib import crc32

from copylint.text.context.gaps import MOST_AT_WORD, MOST_BETWEEN, GapModel, gap_features
from copylint.text.context.judge import Judge, judges
from copylint.text.context.mates import Mates
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


class _Room(NamedTuple):
    """How much a judge of missing words could make of a proposal, by its pairs alone.

    ``bias`` has the model's score at its most; then what a bit counts of the pair before
    the place, of the pair after it, of the lesser of the two (no triple is seen more often
    than the pairs in it), and of the words on either side.
    """

    bias: Mapping[str, float]
    before: float
    after: float
    least: float
    left: float
    right: float

    @classmethod
    def of(cls, judge: Judge) -> _Room:
        score, before, after, whole, wide_before, wide_after, _, _, left, right = judge.weights
        most = abs(score) * MOST_BETWEEN
        return cls(
            {group: bias + most for group, bias in judge.groups.items()},
            before + max(0.0, wide_before),
            after + max(0.0, wide_after),
            max(0.0, whole),
            left,
            right,
        )


class GapEditor(SentenceEditor):
    """Proposes to leave out, put in or exchange a small word.

    Given ``words``, it proposes whatever plain counts do not rule out; without, only what
    the judges that ship might take, whatever the model says.
    """

    def __init__(self, words: SmallWords | None = None) -> None:
        self._words = words or judged()
        self._judges = None if words else judges()
        self._room = self._judges and _Room.of(self._judges["missing-word"])
        self._small = self._words.extra.union(self._words.instead)
        self._mates = Mates(self._words.missing)
        self._model = GapModel.shared()
        self._counts = NGrams.shared()

    @classmethod
    @cache
    def shared(cls) -> GapEditor:
        """The editor of this process: what it has looked up serves the next article."""
        return cls()

    def edits(self, scenes: Sequence[Scene]) -> list[list[ScoredEdit]]:
        """Slips in each sentence, scored in log odds above what their judge asks."""
        known = judges()
        found: list[list[ScoredEdit]] = []
        for scene in scenes:
            best: dict[int, ScoredEdit] = {}
            for proposal in self.proposals(scene):
                score = known[proposal.kind].weigh(proposal.group, proposal.figures)
                other = best.get(proposal.at)
                if score > 0 and (other is None or score > other.score):
                    best[proposal.at] = _edit(scene, proposal, score)
            found.append([edit for _, edit in sorted(best.items())])
        return found

    def proposals(self, scene: Scene) -> Iterator[GapProposal]:
        """The changes of a sentence, with the figures for their judges."""
        words, tokens, small = scene.words, scene.tokens, self._small
        pairs, triples = scene.line.pairs, scene.line.triples
        for index in range(PADDING, len(words) - PADDING):
            word = words[index]
            if word in small and not triples[index] and scene.is_plain_word(index):
                yield from self._at_word(scene, index)
            if pairs[index] or index == PADDING:
                continue
            before, after = tokens[index - PADDING - 1 : index - PADDING + 1]
            if (
                after[0] is TokenKind.WORD
                and after[2] == before[3] + 1
                and (before[0] is TokenKind.WORD or before[0] is TokenKind.NUMBER)
            ):
                yield from self._before_word(scene, index)

    def _before_word(self, scene: Scene, index: int) -> Iterator[GapProposal]:
        """The words that may be missing before a word that does not follow the one before."""
        left, right = scene.words[index - 1 : index + 1]
        sides = self._counts.word(left), self._counts.word(right)
        if not all(sides):
            return
        before = self._mates.before[right]
        beside = {
            each: (count, before[each])
            for each, count in self._mates.after[left].items()
            if each in before
        }
        if not beside:
            return
        if room := self._room:
            of_sides = room.left * sides[0] + room.right * sides[1]
            beside = {
                each: (first, second)
                for each, (first, second) in beside.items()
                if room.bias[each]
                + room.before * first
                + room.after * second
                + room.least * (first if first < second else second)
                + of_sides
                > 0
            }
        for each, counts in beside.items():
            proposal = self._missing(scene, index, each, (*counts, *sides))
            if proposal is not None:
                yield proposal

    def _may_take(
        self, kind: str, group: str, figures: Sequence[float], most: float, models: int = 1
    ) -> bool:
        judges = self._judges
        return judges is None or judges[kind].may_take(group, figures, most, models)

    def _at_word(self, scene: Scene, index: int) -> Iterator[GapProposal]:
        word = scene.words[index]
        if word in self._words.extra:
            figures = self._extra_figures(scene, index)
            if self._may_take("extra-word", word, figures, MOST_AT_WORD):
                own = self._score(scene, index, word)
                yield GapProposal(index, "extra-word", word, (own, *figures[1:]))
        others = self._words.instead.get(word, ())
        if not others:
            return
        line, spelled = scene.line, self._counts.spelled
        before, after = line.hashes[index - 1], line.tails[index + 1]
        keys: list[int] = []
        for other in others:
            code, tail = spelled[other]
            keys += crc32(tail, before), crc32(after, code)
        counts = iter(self._counts.at(keys))
        now = line.pairs[index] + line.pairs[index + 1]
        for other, *there in zip(others, counts, counts, strict=False):
            if sum(there) <= now:
                continue
            group = f"{word}>{other}"
            figures = self._other_figures(scene, index, other, there)
            if self._may_take("confusion", group, figures, MOST_AT_WORD, 2):
                scores = self._score(scene, index, word), self._score(scene, index, other)
                yield GapProposal(index, "confusion", group, (*scores, *figures[2:]))

    def _extra_figures(self, scene: Scene, index: int) -> tuple[float, ...]:
        """What the judge weighs of a word that may be too many; its score is yet to be told."""
        line = scene.line
        here = line.pairs[index], line.pairs[index + 1]
        # The pair that would be left, and the triples that it would be part of.
        right, after = line.tails[index + 1 : index + 3]
        closed = crc32(right, line.hashes[index - 1])
        pair, *triples = self._counts.at(
            (closed, crc32(right, line.pair_hashes[index - 2]), crc32(after, closed))
        )
        return (
            0.0,
            *here,
            pair,
            *triples,
            line.triples[index - 1],
            line.triples[index + 1],
            float(here[0] == 0),
            float(here[1] == 0),
            float(pair > 0),
        )

    def _other_figures(
        self, scene: Scene, index: int, other: str, there: Sequence[float]
    ) -> tuple[float, ...]:
        """The same of a word that may be written for ``other``: two scores are yet to be told."""
        line, (code, tail) = scene.line, self._counts.spelled[other]
        right, after = line.tails[index + 1 : index + 3]
        left_other, other_right = crc32(tail, line.hashes[index - 1]), crc32(right, code)
        here = line.pairs[index], line.pairs[index + 1]
        whole, *wide = self._counts.at(
            (
                crc32(right, left_other),
                crc32(tail, line.pair_hashes[index - 2]),
                crc32(after, other_right),
            )
        )
        return (
            0.0,
            0.0,
            *here,
            *there,
            whole,
            line.triples[index - 1],
            line.triples[index + 1],
            *wide,
            float(here[0] == 0),
            float(here[1] == 0),
            float(min(there) > 0),
        )

    def _score(self, scene: Scene, index: int, word: str) -> float:
        """The model's score of ``word`` in the place of the word that stands."""
        features = gap_features(scene.words, scene.classes, index - 1, index + 1, word)
        return self._model.score(word, features)

    def _missing(
        self, scene: Scene, index: int, meant: str, counts: tuple[float, float, float, float]
    ) -> GapProposal | None:
        """The proposal to put ``meant`` before the word; None where no judge would take it.

        ``counts`` are those of the pairs that it would be in, and of the words beside it.
        """
        line, (code, tail) = scene.line, self._counts.spelled[meant]
        right, after = line.tails[index : index + 2]
        triples = self._counts.at(
            (
                crc32(right, crc32(tail, line.hashes[index - 1])),
                crc32(tail, line.pair_hashes[index - 2]),
                crc32(after, crc32(right, code)),
            )
        )
        beside, sides = counts[:2], counts[2:]
        figures = (0.0, *beside, *triples, line.triples[index - 1], line.triples[index], *sides)
        if not self._may_take("missing-word", meant, figures, MOST_BETWEEN):
            return None
        features = gap_features(scene.words, scene.classes, index - 1, index, meant)
        score = self._model.score(meant, features)
        return GapProposal(index, "missing-word", meant, (score, *figures[1:]))


def _edit(scene: Scene, proposal: GapProposal, score: float) -> ScoredEdit:
    token = scene.tokens[proposal.at - PADDING]
    _, _, meant = proposal.group.rpartition(">")
    if proposal.kind == "missing-word":
        return ScoredEdit(token.start, token.start, meant, score, proposal.kind)
    if proposal.kind == "extra-word":
        meant = ""
    return ScoredEdit(token.start, token.end, meant, score, proposal.kind)
