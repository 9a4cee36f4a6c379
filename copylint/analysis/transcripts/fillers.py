"""Words of hesitation, which a reporter may leave out of a quotation."""

from __future__ import annotations

from collections.abc import Sequence

from copylint.language.word_list import words

_HESITATIONS = words("um umm uh uhh er err erm ah ahh eh hm hmm mm mmm mhm huh")
#: Words that fill a pause, but that may mean something too.
_SOFT = words("like well so actually basically right okay yes look literally now honestly")
_PHRASES = (("you", "know"), ("i", "mean"), ("sort", "of"), ("kind", "of"), ("you", "see"))
_JOINING = words("and but so because or")

#: What it costs an alignment to leave a word out: a filler, a soft word, any other word.
FILLER, SOFT, OTHER = 0.1, 0.4, 0.8


def costs_of_omission(keys: Sequence[str], sentences: frozenset[int]) -> list[float]:
    """For each word, what it costs to leave it out."""
    costs = [OTHER] * len(keys)
    for at, key in enumerate(keys):
        if key in _HESITATIONS:
            costs[at] = FILLER
        elif key in _SOFT or (key in _JOINING and at in sentences):
            costs[at] = SOFT
        for phrase in _PHRASES:
            if key == phrase[0] and tuple(keys[at : at + 2]) == phrase:
                costs[at] = costs[at + 1] = FILLER
        # "I, I was", "we were, we were": a false start.
        for length in (1, 2, 3):
            if keys[at : at + length] == keys[at + length : at + 2 * length]:
                for each in range(at, min(at + length, len(keys))):
                    costs[each] = min(costs[each], FILLER)
    return costs
