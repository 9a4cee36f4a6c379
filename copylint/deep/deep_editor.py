"""Sentences in, scored edits out: memory, network, judge."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from copylint.cache.store import Store
from copylint.deep.calibration import Calibration
from copylint.deep.edit_groups import group_of
from copylint.deep.edit_tagger import EditTagger, Proposal
from copylint.deep.gate import Gate
from copylint.deep.memory import Memory
from copylint.deep.network_words import Word, words_of
from copylint.deep.weights import foreign, load
from copylint.models.edit import ScoredEdit
from copylint.models.editor import SentenceEditor
from copylint.models.sentence_context import SentenceContext

# Fewer words are not a sentence that the network could judge.
_LEAST_WORDS = 5


#: Whether an edit would be shown in the sentence of a number.
Allows = Callable[[int, ScoredEdit], bool]


class LoadedWeights(NamedTuple):
    """Weights made ready: the same for every session of a process."""

    version: str
    tagger: EditTagger
    gate: Gate
    calibration: Calibration


@cache
def loaded(where: Path) -> LoadedWeights:
    """The weights in a folder, read and made ready. Raises ``EngineError``."""
    weights = load(where)
    try:
        calibration = Calibration.read(weights.calibration)
    except ValueError as error:
        raise foreign(where, str(error)) from None
    gate = Gate(weights, calibration.gate)
    return LoadedWeights(weights.version, EditTagger(weights), gate, calibration)


class DeepEditor(SentenceEditor):
    """The network as an editor. Not for use by several threads at once.

    It reads ``threads`` sentences at a time. Proposals are kept in ``store``.
    """

    def __init__(self, ready: LoadedWeights, threads: int, store: Store | None) -> None:
        self._gate = ready.gate
        self._tagger, self._calibration, self._threads = ready.tagger, ready.calibration, threads
        self._memory = Memory(ready.version, store)

    def edits(self, contexts: Sequence[SentenceContext]) -> list[list[ScoredEdit]]:
        """The edits of each sentence that are believed, the surest first."""
        texts = [words_of(context.tokens) for context in contexts]
        return self._edits(texts, self._long_enough(texts))

    def edits_where(
        self, contexts: Sequence[SentenceContext], may: Allows
    ) -> list[list[ScoredEdit]]:
        """As ``edits``, but the network reads only what the gate leaves in doubt.

        ``may`` says whether an edit would be shown in the sentence of a number: doubts that
        would not are none.
        """
        texts = [words_of(context.tokens) for context in contexts]
        long = self._long_enough(texts)
        doubts = self._gate.doubts([texts[number] for number in long], self._threads)
        shown = [
            number
            for number, own in zip(long, doubts, strict=True)
            if any(may(number, edit) for edit in own)
        ]
        return self._edits(texts, shown)

    def proposals(self, sentences: Sequence[Sequence[Word]]) -> list[list[Proposal]]:
        """What the network proposes for each sentence that is long enough."""
        return self._proposals(sentences, self._long_enough(sentences))

    def _edits(
        self, texts: Sequence[Sequence[Word]], shown: Sequence[int]
    ) -> list[list[ScoredEdit]]:
        return [
            self._believed(words, proposals)
            for words, proposals in zip(texts, self._proposals(texts, shown), strict=True)
        ]

    def _proposals(
        self, sentences: Sequence[Sequence[Word]], shown: Sequence[int]
    ) -> list[list[Proposal]]:
        found: list[list[Proposal]] = [[] for _ in sentences]
        read = self._memory.proposals([sentences[number] for number in shown], self._read)
        for number, proposals in zip(shown, read, strict=True):
            found[number] = proposals
        return found

    def _read(self, sentences: Sequence[Sequence[Word]]) -> list[list[Proposal]]:
        return self._tagger.proposals(sentences, self._threads)

    @staticmethod
    def _long_enough(sentences: Sequence[Sequence[Word]]) -> list[int]:
        """The numbers of the sentences that are long enough to be judged."""
        return [
            number
            for number, words in enumerate(sentences)
            if sum(word.text[0].isalpha() for word in words) >= _LEAST_WORDS
        ]

    def _believed(self, words: Sequence[Word], proposals: Sequence[Proposal]) -> list[ScoredEdit]:
        edits: list[ScoredEdit] = []
        texts = [word.text for word in words]
        for proposal in proposals:
            group = group_of(proposal.label, texts, proposal.change)
            score = self._calibration.score(proposal, group)
            if score > 0:
                edits.append(edit_of(words, proposal, score, group.kind))
        return sorted(edits, key=lambda edit: -edit.score)


def edit_of(words: Sequence[Word], proposal: Proposal, score: float, kind: str) -> ScoredEdit:
    """The edit in code points; what is to be inserted goes before the word that follows."""
    first, last, put = proposal.change
    if first == last:
        start = end = words[first].start if first < len(words) else words[-1].end
    else:
        start, end = words[first].start, words[last - 1].end
    return ScoredEdit(start, end, " ".join(put), score, kind)
