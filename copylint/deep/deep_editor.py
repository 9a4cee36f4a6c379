"""The neural editor: proposes scored edits for sentences and stores its verdicts."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from copylint.cache.store import Store
from copylint.core.recent import Recent
from copylint.deep.classifier import EditClassifier
from copylint.deep.edit_groups import group_of
from copylint.deep.edit_tagger import EditTagger, Proposal, Verdict
from copylint.deep.features import SentenceFeatures
from copylint.deep.gate import Gate, Places, doubts_at
from copylint.deep.memory import Memory
from copylint.deep.network_words import Word, words_of
from copylint.deep.weights import foreign, load
from copylint.models.edit import ScoredEdit
from copylint.models.editor import SentenceEditor
from copylint.models.sentence_context import SentenceContext

# The network cannot judge sentences of fewer words.
_LEAST_WORDS = 3


#: Whether an edit would be shown in the sentence with a given number.
Allows = Callable[[int, ScoredEdit], bool]


class LoadedWeights(NamedTuple):
    """Weights in memory, shared by all sessions of a process."""

    version: str
    tagger: EditTagger
    gate: Gate
    classifier: EditClassifier


@cache
def loaded(where: Path) -> LoadedWeights:
    """Read the weights in a folder. Raises ``EngineError``."""
    weights = load(where)
    try:
        classifier = EditClassifier.read(weights.classifier)
    except ValueError as error:
        raise foreign(where, str(error)) from None
    gate = Gate(weights, classifier.gate)
    return LoadedWeights(weights.version, EditTagger(weights, classifier), gate, classifier)


class Review(NamedTuple):
    """The network's verdict on a sentence.

    ``edits`` holds the accepted edits and, with scores of 0 or less, those that are merely
    plausible, the surest first. ``doubted`` holds the spans of the words that the network is
    not certain are right. If it did not read the sentence, both are empty and ``is_read`` is
    False.
    """

    edits: list[ScoredEdit]
    doubted: list[tuple[int, int]]
    is_read: bool


_UNREAD = Review([], [], is_read=False)


class DeepEditor(SentenceEditor):
    """The network as an editor. Not for use by several threads at once.

    It reads ``threads`` sentences at a time. Verdicts are kept in ``store``; those on the last
    ``recent`` sentences also stay in memory, together with the answers of the gate.
    """

    def __init__(
        self, ready: LoadedWeights, threads: int, store: Store | None, recent: int = 0
    ) -> None:
        self._gate = ready.gate
        self._tagger, self._classifier, self._threads = ready.tagger, ready.classifier, threads
        verdicts: Recent[bytes, Verdict] | None = Recent(recent) if recent else None
        self._memory = Memory(ready.version, store, verdicts)
        self._doubted: Recent[bytes, Places] | None = Recent(recent) if recent else None

    def edits(self, contexts: Sequence[SentenceContext]) -> list[list[ScoredEdit]]:
        """The accepted and the plausible edits of each sentence, the surest first."""
        return [review.edits for review in self.reviews(contexts)]

    def reviews(
        self,
        contexts: Sequence[SentenceContext],
        may: Allows | None = None,
        always: Collection[int] = (),
    ) -> list[Review]:
        """The network's verdict on each sentence.

        Without ``may`` the network reads every sentence. With it, the network reads the sentences
        that the gate doubts and those whose numbers are in ``always``. ``may`` says whether an
        edit would be shown in the sentence with a given number; doubts about edits that would
        not be shown are ignored.
        """
        texts = [words_of(context.tokens) for context in contexts]
        numbers = self._long_enough(texts)
        if may is not None:
            numbers = self._doubtful(texts, numbers, may, always)
        found = [_UNREAD] * len(texts)
        read = self._memory.verdicts([texts[number] for number in numbers], self._read)
        for number, verdict in zip(numbers, read, strict=True):
            words = texts[number]
            edits = self._shown(words, verdict.proposals)
            found[number] = Review(edits, _spans(words, verdict.doubted), is_read=True)
        return found

    def _doubtful(
        self,
        texts: Sequence[Sequence[Word]],
        numbers: Sequence[int],
        may: Allows,
        always: Collection[int],
    ) -> list[int]:
        open_ones = [number for number in numbers if number not in always]
        doubts = self._doubts([texts[number] for number in open_ones])
        doubtful = {
            number
            for number, own in zip(open_ones, doubts, strict=True)
            if any(may(number, edit) for edit in own)
        }
        return [number for number in numbers if number in doubtful or number in always]

    def _doubts(self, sentences: Sequence[Sequence[Word]]) -> list[list[ScoredEdit]]:
        """The doubts of the gate about each sentence."""
        known = self._doubted
        if known is None:
            return self._gate.doubts(sentences, self._threads)
        keys = [self._memory.key(words) for words in sentences]
        places = [known.get(key) for key in keys]
        new = [number for number, own in enumerate(places) if own is None]
        made = self._gate.places([sentences[number] for number in new], self._threads)
        for number, own in zip(new, made, strict=True):
            places[number] = own
            known.put(keys[number], own)
        return [doubts_at(words, own or []) for words, own in zip(sentences, places, strict=True)]

    def _read(self, sentences: Sequence[Sequence[Word]]) -> list[Verdict]:
        return self._tagger.verdicts(sentences, self._threads)

    @staticmethod
    def _long_enough(sentences: Sequence[Sequence[Word]]) -> list[int]:
        """The numbers of the sentences that are long enough to be judged."""
        return [
            number
            for number, words in enumerate(sentences)
            if sum(word.text[0].isalpha() for word in words) >= _LEAST_WORDS
        ]

    def _shown(self, words: Sequence[Word], proposals: Sequence[Proposal]) -> list[ScoredEdit]:
        edits: list[ScoredEdit] = []
        sentence = SentenceFeatures(words, ())
        for proposal in proposals:
            group = group_of(proposal.label, sentence.texts, proposal.change)
            features = [*proposal.features, *sentence.of_words(proposal.change)]
            score = self._classifier.score(features, group.name)
            if self._classifier.is_plausible(score, group.name):
                edits.append(edit_of(words, proposal, score, group.kind))
        return sorted(edits, key=lambda edit: -edit.score)


def _spans(words: Sequence[Word], doubted: Sequence[int]) -> list[tuple[int, int]]:
    """The spans of words by number; -1 means the start of the sentence."""
    start = words[0].start
    return [(words[at].start, words[at].end) if at >= 0 else (start, start) for at in doubted]


def edit_of(words: Sequence[Word], proposal: Proposal, score: float, kind: str) -> ScoredEdit:
    """The edit in code points. An insertion goes before the following word."""
    first, last, put = proposal.change
    if first == last:
        start = end = words[first].start if first < len(words) else words[-1].end
    else:
        start, end = words[first].start, words[last - 1].end
    return ScoredEdit(start, end, " ".join(put), score, kind)
