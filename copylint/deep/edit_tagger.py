"""What the network proposes and, shown the sentence without the fault, is at rest with."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from copylint.deep.labels import Label, WordChange, change
from copylint.deep.network import Network, Verdicts
from copylint.deep.network_words import Word
from copylint.deep.weights import Weights

# Words on either side of a change in which the network must then be at rest.
_BEFORE, _AFTER = 2, 4
# Figures are kept with so many digits after the point.
_DIGITS = 6
#: Below this probability a place is not looked at again: far below what any rule asks.
LEAST = 0.4


class Proposal(NamedTuple):
    """An edit at the word ``at`` of a sentence (-1: before the first).

    ``wrong`` is the probability that some edit is called for there, ``share`` that of this
    one; ``rest`` is the greatest probability of an edit near by once it is made.
    """

    at: int
    label: Label
    change: WordChange
    wrong: float
    share: float
    rest: float


class EditTagger:
    """The network with its labels: sentences in, proposals out."""

    def __init__(self, weights: Weights) -> None:
        self._network = Network(weights)
        self._labels, self._forms = weights.labels, weights.forms

    def proposals(self, sentences: Sequence[Sequence[Word]], threads: int) -> list[list[Proposal]]:
        """Every edit of each sentence whose place is wrong with probability ``LEAST``.

        Reads ``threads`` sentences at a time. Raises ``EngineError``.
        """
        texts = [[word.text for word in words] for words in sentences]
        wanted: list[tuple[int, int, Verdicts, Label, WordChange]] = []
        for number, verdict in enumerate(self._network.read(texts, threads)):
            for place, wrong in enumerate(verdict.wrong):
                if wrong >= LEAST:
                    label = self._labels[verdict.labels[place][0]]
                    made = change(label, sentences[number], place - 1, self._forms)
                    if made is not None:
                        wanted.append((number, place, verdict, label, made))
        mended = [made.apply(texts[number]) for number, *_, made in wanted]
        after = self._network.read(mended, threads)
        found: list[list[Proposal]] = [[] for _ in sentences]
        for (number, place, verdict, label, made), then in zip(wanted, after, strict=True):
            near = then.wrong[max(0, place - _BEFORE) : place + _AFTER]
            figures = verdict.wrong[place], verdict.shares[place][0], max(near, default=1.0)
            wrong, share, rest = (round(figure, _DIGITS) for figure in figures)
            found[number].append(Proposal(place - 1, label, made, wrong, share, rest))
        return found
