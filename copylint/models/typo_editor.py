"""Finds typos that are words: ``plants`` for ``plans``, ``socks`` for ``stocks``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import repeat
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

from copylint.core.memo import Memo
from copylint.language.edit_cost import edit_cost
from copylint.language.lexicon import Lexicon
from copylint.language.ngrams import NGrams
from copylint.models.confusion_model import word_class
from copylint.models.decision_trees import read_trees
from copylint.models.edit import ScoredEdit
from copylint.models.edit_neighbours import neighbours
from copylint.models.editor import SentenceEditor
from copylint.models.sentence_context import PADDING, SentenceContext
from copylint.models.word_classes import class_counts, class_figures
from copylint.models.word_pairs import WordPair

_FOLDER = Path(__file__).parent.parent / "data"
#: The trees that judge typos, made by ``tools/models/train_slips.py``.
TREES_FILE = _FOLDER / "typo_trees.json"
#: The lead in doublings that the other word needs; with a smaller one the trees reject it.
LEAST = 4.0
# log2 of the number of words in the text from which the counts were made.
_TOTAL = 23.4
# The most words whose neighbours are remembered; beyond this the memo is emptied.
_REMEMBERED = 20_000
# How far a typo must exceed its judge's limit, since other copy differs from the training text.
_MARGIN = 1.0


class _Near(NamedTuple):
    """The words one typo away from a word, and the rest of the look-up key for each."""

    words: tuple[str, ...]
    tails: tuple[bytes, ...]


def _near(word: str) -> _Near | None:
    """The words one typo away from a word; None if there are none."""
    near, spelled = neighbours(word), NGrams.shared().spelled
    tails = tuple([spelled[each][1] for each in near])
    return _Near(near, tails) if near else None


class TypoProposal(NamedTuple):
    """A replacement for the word at ``at`` of a context, with the figures for the judge."""

    at: int
    written: str
    meant: str
    figures: tuple[float, ...]


class TypoEditor(SentenceEditor):
    """Proposes the intended word for one that was never seen beside its neighbours."""

    def __init__(self) -> None:
        self._counts = NGrams.shared()
        self._known: Mapping[str, _Near | None] = Memo(_near, _REMEMBERED)
        self._classes = class_counts()

    @classmethod
    @cache
    def shared(cls) -> TypoEditor:
        """The editor of this process."""
        return cls()

    def edits(self, contexts: Sequence[SentenceContext]) -> list[list[ScoredEdit]]:
        """Errors in each sentence, scored in log odds above the judge's threshold."""
        calibrator = read_trees(TREES_FILE)
        self._look(contexts)
        found: list[list[ScoredEdit]] = []
        for context in contexts:
            best: dict[int, ScoredEdit] = {}
            for proposal in self._proposals(context):
                score = calibrator.score(proposal.figures) - _MARGIN
                known = best.get(proposal.at)
                if score > 0 and (known is None or score > known.score):
                    token = context.tokens[proposal.at - PADDING]
                    best[proposal.at] = ScoredEdit(
                        token.start, token.end, proposal.meant, score, "slip"
                    )
            found.append([*best.values()])
        return found

    def _look(self, contexts: Sequence[SentenceContext]) -> None:
        """Find the near words seen after the preceding word, for pairs not yet looked up."""
        keys: list[int] = []
        looked: list[tuple[WordPair, tuple[str, ...]]] = []
        for context in contexts:
            words, pairs = context.words, context.pairs
            last = len(words) - PADDING
            for index in [at for at in range(PADDING, last) if pairs[at].near is None]:
                pair = pairs[index]
                # The same pair may come twice.
                if pair.near is not None or (pair.count and pairs[index + 1].count):
                    continue
                pair.near = ()
                near = self._known[words[index]]
                if near is not None:
                    looked.append((pair, near.words))
                    before = self._counts.spelled[words[index - 1]][0]
                    keys += map(crc32, near.tails, repeat(before))
        counts = self._counts.at(keys)
        at = 0
        for pair, near_words in looked:
            end = at + len(near_words)
            seen = counts[at:end]
            if any(seen):
                both = zip(near_words, seen, strict=True)
                pair.near = tuple([(word, count) for word, count in both if count])
            at = end

    def _proposals(self, context: SentenceContext) -> Iterator[TypoProposal]:
        """Every near word that fits better than the written word by plain counts."""
        words, pairs = context.words, context.pairs
        last = len(words) - PADDING
        for index in [at for at in range(PADDING, last) if pairs[at].near]:
            before, after = pairs[index], pairs[index + 1]
            # A word that was seen beside both its neighbours is not a typo, and the intended word
            # must have been seen beside both.
            if not before.near or (before.count and after.count):
                continue
            right = self._counts.spelled[words[index + 1]][1]
            keys = [crc32(right, self._counts.spelled[other][0]) for other, _ in before.near]
            seen = self._counts.at(keys)
            # A triple is never seen more often than the pairs in it.
            now = before.count + after.count
            for (other, left), count in zip(before.near, seen, strict=True):
                if not count or left + count + min(left, count) <= now:
                    continue
                if not context.is_plain_word(index):
                    break
                here = before.count, after.count
                figures = self._figures(context, index, other, here, (left, count))
                if figures is not None:
                    yield TypoProposal(index, words[index], other, figures)

    def _figures(
        self,
        context: SentenceContext,
        index: int,
        other: str,
        here: tuple[float, float],
        there: tuple[float, float],
    ) -> tuple[float, ...] | None:
        """The judge's figures; None if the other word does not fit better after all."""
        counts, key, pairs = self._counts, self._counts.key, context.pairs
        before, left, word, right, after = context.words[index - 2 : index + 3]
        (whole,) = counts.at((key(left, other, right),))
        if sum(there) + whole < sum(here) + LEAST:
            return None
        wide = counts.at(
            (
                key(before, left, word),
                key(word, right, after),
                key(before, left, other),
                key(other, right, after),
            )
        )
        beside = pairs[index - 1].count, pairs[index + 2].count
        around = ContextCounts((*here, *there, whole), wide, beside)
        return typo_figures(counts, self._classes, context, index, other, around)


class ContextCounts(NamedTuple):
    """Counts around a place, for the written word and for another.

    ``near`` has the counts of both with their neighbours, and of the other between them;
    ``wide`` has those of the triples that extend to the left and to the right, for the word
    and for the other; ``beside`` has those of the pairs before and after these.
    """

    near: tuple[float, ...]
    wide: Sequence[float]
    beside: tuple[float, float]


@lru_cache(maxsize=20_000)
def _edit_cost(word: str, other: str) -> float:
    return edit_cost(word, other)


def typo_figures(
    counts: NGrams,
    classes: NGrams,
    context: SentenceContext,
    index: int,
    other: str,
    around: ContextCounts,
) -> tuple[float, ...]:
    """Evidence for ``other`` and for the word at ``index`` of a context."""
    count, (near, wide, beside) = counts.word, around
    zipf = Lexicon.shared().zipf
    left, word, right = context.words[index - 1 : index + 2]
    own, its, before_it, after_it = count(word), count(other), count(left), count(right)
    return (
        *near,
        *wide,
        own,
        its,
        zipf(word),
        zipf(other),
        before_it,
        after_it,
        # By how many bits the pairs are more frequent than chance predicts.
        near[2] and near[2] + _TOTAL - its - before_it,
        near[3] and near[3] + _TOTAL - its - after_it,
        near[0] and near[0] + _TOTAL - own - before_it,
        near[1] and near[1] + _TOTAL - own - after_it,
        # How often either word would be beside its neighbours by chance.
        own + before_it - _TOTAL,
        own + after_it - _TOTAL,
        its + before_it - _TOTAL,
        its + after_it - _TOTAL,
        float(len(word)),
        float(len(other) - len(word)),
        _edit_cost(word, other),
        *beside,
        *class_figures(classes, context.classes, index, word_class(other)),
    )
