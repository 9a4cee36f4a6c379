"""Proposes edits with the network, and reads each sentence again with an edit made."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from copylint.deep.candidates import Candidate, candidates
from copylint.deep.classifier import EditClassifier
from copylint.deep.edit_groups import group_of
from copylint.deep.features import SentenceFeatures
from copylint.deep.labels import Label, WordChange
from copylint.deep.network import Network, Verdicts
from copylint.deep.network_words import Word
from copylint.deep.weights import Weights

#: With a lower probability of an error, the network considers a word right.
ABSURD = 0.05
# The number of decimal places with which features are kept.
_DIGITS = 5


class Proposal(NamedTuple):
    """An edit at word ``place - 1`` of a sentence; ``place`` 0 is before the first.

    ``features`` are those of the network, which do not depend on where the sentence occurs.
    """

    place: int
    label: Label
    change: WordChange
    features: tuple[float, ...]


class Verdict(NamedTuple):
    """The network's verdict on a sentence.

    ``doubted`` holds the numbers of the words that it is not certain are right; -1 is the place
    before the first word.
    """

    proposals: list[Proposal]
    doubted: list[int]


class _Draft(NamedTuple):
    number: int
    candidate: Candidate
    features: list[float]


class EditTagger:
    """The network with its labels: proposes edits for sentences."""

    def __init__(self, weights: Weights, classifier: EditClassifier) -> None:
        self._network = Network(weights)
        self._labels, self._forms = weights.labels, weights.forms
        self._classifier = classifier

    def verdicts(self, sentences: Sequence[Sequence[Word]], threads: int) -> list[Verdict]:
        """The edits of each sentence that are worth a second reading, and its doubted words.

        Reads ``threads`` sentences at a time. Raises ``EngineError``.
        """
        texts = [[word.text for word in words] for words in sentences]
        verdicts = self._network.read(texts, threads)
        drafts = [
            draft
            for number, words in enumerate(sentences)
            for draft in self._drafts(number, words, verdicts[number])
        ]
        mended = [draft.candidate.change.apply(texts[draft.number]) for draft in drafts]
        found: list[list[Proposal]] = [[] for _ in sentences]
        for draft, after in zip(drafts, self._network.read(mended, threads), strict=True):
            number, candidate, features = draft
            sentence = SentenceFeatures(sentences[number], verdicts[number].wrong)
            features += sentence.of_rereading(candidate, after.wrong)
            rounded = tuple(round(each, _DIGITS) for each in features)
            made = Proposal(candidate.place, candidate.label, candidate.change, rounded)
            found[number].append(made)
        return [
            Verdict(own, [at - 1 for at, wrong in enumerate(verdict.wrong) if wrong >= ABSURD])
            for own, verdict in zip(found, verdicts, strict=True)
        ]

    def _drafts(self, number: int, words: Sequence[Word], verdict: Verdicts) -> list[_Draft]:
        sentence = SentenceFeatures(words, verdict.wrong)
        drafts: list[_Draft] = []
        for candidate in candidates(words, verdict, self._labels, self._forms):
            group = group_of(candidate.label, sentence.texts, candidate.change)
            features = self._classifier.first_features(sentence, candidate, group)
            if not self._classifier.is_hopeless(features):
                drafts.append(_Draft(number, candidate, features))
        return drafts
