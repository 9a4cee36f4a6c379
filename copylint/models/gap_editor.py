"""Finds function words that are extra, missing, or mistaken for one another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple
from zlib import crc32

from copylint.language.ngrams import COUNTS, NGrams
from copylint.language.tokens import TokenKind
from copylint.models.calibrator import calibrators
from copylint.models.collocations import Collocations
from copylint.models.edit import ScoredEdit
from copylint.models.editor import SentenceEditor
from copylint.models.function_words import FunctionWords, calibrated_words
from copylint.models.gap_model import (
    MOST_AMONG_COLLOCATIONS,
    MOST_AMONG_OTHERS,
    MOST_BETWEEN,
    MOST_EXCHANGED,
    GapModel,
    gap_features,
)
from copylint.models.gap_score_bound import GapScoreBound, GapScoreBounds
from copylint.models.sentence_context import PADDING, SentenceContext

_WORD, _NUMBER = TokenKind.WORD, TokenKind.NUMBER

# How far a word written for another must exceed its calibrator's limit; negative,
# since findings are judged once more (``copylint.runner.finding_judge``).
_MARGIN = -0.8


class GapProposal(NamedTuple):
    """A change at ``at`` of a context: that word removed or replaced, or one inserted before it.

    ``kind`` is ``extra-word``, ``missing-word`` or ``confusion``; ``group`` is the judge's
    name for the change: ``the`` or, for a confusion, ``of>on``.
    """

    at: int
    kind: str
    group: str
    figures: tuple[float, ...]


class GapEditor(SentenceEditor):
    """Proposes to remove, insert or exchange a function word.

    Given ``words``, it proposes every change that plain counts do not rule out. Without them, it
    proposes only changes that the shipped judges might accept at some score of the model.
    """

    def __init__(self, words: FunctionWords | None = None) -> None:
        self._words = words or calibrated_words()
        self._calibrators = None if words else calibrators()
        self._bound = self._calibrators and GapScoreBound.of(self._calibrators["missing-word"])
        self._small = self._words.extra.union(self._words.instead)
        self._collocations = Collocations(self._words.missing)
        self._bounds: tuple[Mapping[str, float], Mapping[str, float]] | None = None
        if self._bound:
            self._bounds = (
                GapScoreBounds(self._bound, self._collocations.after, after=False),
                GapScoreBounds(self._bound, self._collocations.before, after=True),
            )
        self._model = GapModel.shared()
        self._counts = NGrams.shared()

    @classmethod
    @cache
    def shared(cls) -> GapEditor:
        """The editor of this process; its look-ups serve the next article too."""
        return cls()

    def edits(self, contexts: Sequence[SentenceContext]) -> list[list[ScoredEdit]]:
        """Errors in each sentence, scored in log odds above their judge's threshold."""
        return [self._best(context, self.proposals(context)) for context in contexts]

    def exchanges(self, contexts: Sequence[SentenceContext]) -> list[list[ScoredEdit]]:
        """The same, but only for function words written for each other, which is fast."""
        return [self._best(context, self._exchanged(context)) for context in contexts]

    @staticmethod
    def _best(context: SentenceContext, proposals: Iterable[GapProposal]) -> list[ScoredEdit]:
        """The edits of a sentence, at most one per place."""
        known = calibrators()
        best: dict[int, ScoredEdit] = {}
        for proposal in proposals:
            score = known[proposal.kind].score(proposal.group, proposal.figures)
            if proposal.kind == "confusion":
                score -= _MARGIN
            other = best.get(proposal.at)
            if score > 0 and (other is None or score > other.score):
                best[proposal.at] = _edit(context, proposal, score)
        return [edit for _, edit in sorted(best.items())]

    def _exchanged(self, context: SentenceContext) -> Iterator[GapProposal]:
        """Function words in whose place another fits better by counts of pairs."""
        words, instead = context.words, calibrated_words().instead
        for index in context.contested:
            others = instead.get(words[index])
            if others is None:
                continue
            before, after = context.pairs[index : index + 2]
            at = before.others.small
            sides = [
                (COUNTS[left], COUNTS[right])
                for left, right in zip(before.after[at:], after.before[at:], strict=True)
            ]
            now = before.count + after.count
            if max(map(sum, sides)) > now and not context.triple(index):
                yield from self._instead(context, index, others, sides)

    def proposals(self, context: SentenceContext) -> Iterator[GapProposal]:
        """The changes of a sentence, with the figures for their judges."""
        words, small = context.words, self._small
        line, last = context.line, len(words) - PADDING
        for index in range(PADDING, last):
            if words[index] in small and not line.triples[index]:
                yield from self._at_word(context, index)
        for index in range(PADDING + 1, last):
            if not line.pairs[index] and self._may_lack_word(words[index - 1], words[index]):
                before, after = context.tokens[index - PADDING - 1 : index - PADDING + 1]
                if (
                    after[0] is _WORD
                    and after[2] == before[3] + 1
                    and (before[0] is _WORD or before[0] is _NUMBER)
                ):
                    yield from self._before_word(context, index)

    def _may_lack_word(self, left: str, right: str) -> bool:
        bounds = self._bounds
        return bounds is None or bounds[0][left] + bounds[1][right] > 0

    def _before_word(self, context: SentenceContext, index: int) -> Iterator[GapProposal]:
        """The words that may be missing before a word that never follows the one before it."""
        left, right = context.words[index - 1 : index + 1]
        sides = self._counts.word(left), self._counts.word(right)
        if not all(sides):
            return
        before = self._collocations.before[right]
        beside = {
            each: (count, before[each])
            for each, count in self._collocations.after[left].items()
            if each in before
        }
        if not beside:
            return
        if bound := self._bound:
            of_sides = bound.left * sides[0] + bound.right * sides[1]
            beside = {
                each: (first, second)
                for each, (first, second) in beside.items()
                if bound.bias[each]
                + bound.before * first
                + bound.after * second
                + bound.least * (first if first < second else second)
                + of_sides
                > 0
            }
        for each, counts in beside.items():
            proposal = self._missing(context, index, each, (*counts, *sides))
            if proposal is not None:
                yield proposal

    def _may_accept(
        self, kind: str, group: str, figures: Sequence[float], most: float, models: int = 1
    ) -> bool:
        calibrators = self._calibrators
        return calibrators is None or calibrators[kind].may_accept(group, figures, most, models)

    def _at_word(self, context: SentenceContext, index: int) -> Iterator[GapProposal]:
        """The changes that delete the word or put another function word in its place."""
        word, line, spelled = context.words[index], context.line, self._counts.spelled
        before, after = line.hashes[index - 1], line.tails[index + 1]
        others = self._words.instead.get(word, ())
        keys = [crc32(after, before)]
        for other in others:
            code, tail = spelled[other]
            keys += crc32(tail, before), crc32(after, code)
        closed, *beside = self._counts.at(keys)
        # A word belongs if it is seen beside both neighbours and they are never side by side.
        belongs = not closed and line.pairs[index] and line.pairs[index + 1]
        if word in self._words.extra and not (belongs and self._calibrators):
            figures = self._extra_figures(context, index, closed, keys[0])
            most = MOST_AMONG_COLLOCATIONS if closed else MOST_AMONG_OTHERS
            may = self._may_accept("extra-word", word, figures, most)
            if may and context.is_plain_word(index):
                own = self._score(context, index, word)
                yield GapProposal(index, "extra-word", word, (own, *figures[1:]))
        yield from self._instead(
            context, index, others, [*zip(beside[::2], beside[1::2], strict=True)]
        )

    def _instead(
        self,
        context: SentenceContext,
        index: int,
        others: Sequence[str],
        sides: Sequence[tuple[float, float]],
    ) -> Iterator[GapProposal]:
        """Another function word in place of the word; ``sides`` has its counts on each side."""
        word, pairs = context.words[index], context.pairs
        now = pairs[index].count + pairs[index + 1].count
        for other, there in zip(others, sides, strict=True):
            if sum(there) <= now:
                continue
            group = f"{word}>{other}"
            figures = self._other_figures(context, index, other, there)
            if self._may_accept("confusion", group, figures, MOST_EXCHANGED, 2):
                if not context.is_plain_word(index):
                    return
                scores = self._score(context, index, word), self._score(context, index, other)
                yield GapProposal(index, "confusion", group, (*scores, *figures[2:]))

    def _extra_figures(
        self, context: SentenceContext, index: int, pair: float, closed: int
    ) -> tuple[float, ...]:
        """The judge's figures for a word that may be extra; its score is not yet known.

        ``pair`` is the count of the pair that would be left, ``closed`` its hash.
        """
        line = context.line
        here = line.pairs[index], line.pairs[index + 1]
        triples = [0.0, 0.0]
        if pair:
            right, after = line.tails[index + 1 : index + 3]
            triples = self._counts.at(
                (crc32(right, line.pair_hashes[index - 2]), crc32(after, closed))
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
        self, context: SentenceContext, index: int, other: str, there: Sequence[float]
    ) -> tuple[float, ...]:
        """The same for a word that may be written for ``other``; two scores are not yet known."""
        key, pairs = self._counts.key, context.pairs
        b, a, word, y, z = context.words[index - 2 : index + 3]
        here = pairs[index].count, pairs[index + 1].count
        whole, before, after, *wide = self._counts.at(
            (key(a, other, y), key(b, a, word), key(word, y, z), key(b, a, other), key(other, y, z))
        )
        return (
            0.0,
            0.0,
            *here,
            *there,
            whole,
            before,
            after,
            *wide,
            float(here[0] == 0),
            float(here[1] == 0),
            float(min(there) > 0),
        )

    def _score(self, context: SentenceContext, index: int, word: str) -> float:
        """The model's score of ``word`` in place of the written word."""
        features = gap_features(context.words, context.classes, index - 1, index + 1, word)
        return self._model.score(word, features)

    def _missing(
        self,
        context: SentenceContext,
        index: int,
        meant: str,
        counts: tuple[float, float, float, float],
    ) -> GapProposal | None:
        """The proposal to insert ``meant`` before the word; None if no judge would accept it.

        ``counts`` are those of the pairs that it would be in, and of the words beside it.
        """
        line, (code, tail) = context.line, self._counts.spelled[meant]
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
        if not self._may_accept("missing-word", meant, figures, MOST_BETWEEN):
            return None
        features = gap_features(context.words, context.classes, index - 1, index, meant)
        score = self._model.score(meant, features)
        return GapProposal(index, "missing-word", meant, (score, *figures[1:]))


def _edit(context: SentenceContext, proposal: GapProposal, score: float) -> ScoredEdit:
    token = context.tokens[proposal.at - PADDING]
    _, _, meant = proposal.group.rpartition(">")
    if proposal.kind == "missing-word":
        return ScoredEdit(token.start, token.start, meant, score, proposal.kind)
    if proposal.kind == "extra-word":
        meant = ""
    kind = "small-word" if proposal.kind == "confusion" else proposal.kind
    return ScoredEdit(token.start, token.end, meant, score, kind)
