"""Collects the edits that the network considers, for the classifier to judge."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from copylint.deep.labels import Forms, Label, LabelAction, WordChange, change, in_case_of
from copylint.deep.network import Verdicts
from copylint.deep.network_words import Word
from copylint.language.lexicon import Lexicon
from copylint.language.ngrams import NGrams
from copylint.models.confusion_model import ConfusionModel
from copylint.models.edit_neighbours import neighbours

#: A place with a lower probability of an error is skipped.
LEAST = 0.1
# The least probability at which an edit is considered, and its least share of the probability
# of its place.
_LEAST_SHARE, _LEAST_OF_PLACE = 0.02, 0.1
# The most words tried if the network marks a word as wrong but proposes no replacement.
_TRIED = 2
_WITHOUT_A_WORD = (Label(LabelAction.REPLACE, "OTHER"), Label(LabelAction.SPLIT))
# Shorter words are not two words run together. Neither half is shorter than the second figure,
# except the article "a".
_LEAST_JOINED, _LEAST_PART = 5, 2
# Words, with the familiar word that sounds the same: a slip goes the other way.
_UNMISTAKABLE = frozenset(
    {("quay", "key"), ("quays", "keys"), ("knight", "night"), ("knights", "nights")}
)


class Candidate(NamedTuple):
    """An edit at ``place`` of the verdicts: word ``place - 1``, or the start for 0.

    ``share`` is the network's probability of this edit, ``next_share`` that of the edit
    after it at the same place, ``rank`` its number among the edits of the place.
    """

    place: int
    rank: int
    share: float
    next_share: float
    label: Label
    change: WordChange


def candidates(
    words: Sequence[Word], verdicts: Verdicts, labels: Sequence[Label], forms: Forms
) -> Iterator[Candidate]:
    """The edits of a sentence that the network considers, the likeliest of each place first."""
    for place, wrong in enumerate(verdicts.wrong):
        if wrong < LEAST:
            continue
        shares = [*verdicts.shares[place], 0.0]
        known: set[WordChange] = set()
        for rank, number in enumerate(verdicts.labels[place]):
            share = shares[rank]
            if share < _LEAST_SHARE or share < _LEAST_OF_PLACE * wrong:
                break
            label = labels[number]
            for each in _changes(label, words, place - 1, forms):
                if each not in known and not _is_unmistakable(words, each):
                    known.add(each)
                    yield Candidate(place, rank, share, shares[rank + 1], label, each)


def _is_unmistakable(words: Sequence[Word], made: WordChange) -> bool:
    """Whether a change puts a familiar word for a rare one that sounds the same."""
    old = " ".join(word.text for word in words[made.first : made.last])
    return (old.lower(), " ".join(made.put).lower()) in _UNMISTAKABLE


def _changes(label: Label, words: Sequence[Word], index: int, forms: Forms) -> Iterator[WordChange]:
    """The edits that a label proposes or, if it names no replacement, that counts propose."""
    made = change(label, words, index, forms)
    if made is not None:
        yield made
    elif index >= 0 and not words[index].opaque and label in _WITHOUT_A_WORD:
        yield from _found(words, index, parted=label.action is LabelAction.SPLIT)


def _found(words: Sequence[Word], index: int, *, parted: bool) -> Iterator[WordChange]:
    """The words one typo away that, by their counts, fit best in place of a word.

    With ``parted``, only pairs of words that were run together.
    """
    word = words[index].text
    low = word.lower()
    if not low.isalpha():
        return
    left = words[index - 1].text.lower() if index else "^"
    right = words[index + 1].text.lower() if index + 1 < len(words) else "$"
    counts = NGrams.shared()
    fits: dict[tuple[str, ...], float] = {}
    if not parted:
        rivals = [rival.word for rival in ConfusionModel.shared().by_word.get(low, ())]
        for other in (*neighbours(low), *rivals):
            seen = counts.pair(left, other) + counts.pair(other, right)
            fits[other,] = seen + counts.triple(left, other, right)
    for first, second in _halves(low):
        inner = counts.pair(first, second)
        if inner:
            # Scaled, since three counts of pairs are compared with two.
            seen = counts.pair(left, first) + inner + counts.pair(second, right)
            fits[first, second] = seen * 2 / 3
    here = counts.pair(left, low) + counts.pair(low, right)
    for put in sorted(fits, key=lambda each: (-fits[each], each))[:_TRIED]:
        if fits[put] > here:
            yield WordChange(index, index + 1, (in_case_of(word, put[0]), *put[1:]))


def _halves(word: str) -> Iterator[tuple[str, str]]:
    """The ways to split a word into two words."""
    if len(word) < _LEAST_JOINED:
        return
    entry = Lexicon.shared().entry
    for at in range(1, len(word) - 1):
        first, second = word[:at], word[at:]
        short = min(len(first), len(second)) < _LEAST_PART
        if (first == "a" or not short) and entry(first) and entry(second):
            yield first, second
