"""Whether the words beside an unknown capitalised word claim it as part of a name."""

from __future__ import annotations

from collections.abc import Container
from enum import IntEnum

from copylint.analysis.unknown_words import WordOccurrence
from copylint.language.lexicon import Kinds, Lexicon
from copylint.language.suggestions import Candidate

# Kinds of names that are not a person's.
_NOT_PERSONS = Kinds.DEMONYM | Kinds.CALENDAR | Kinds.ORGANISATION | Kinds.PLACE
# A place so frequent (Zipf) is the place, though people are called after it.
_BIG_PLACE = 4.0


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_SPEAKING = _set("said says told added asked replied")
_TITLES = _set(
    """
    mr mrs ms miss dr sir dame lord lady prof professor president minister senator sen rep
    gov governor captain capt sergeant sgt lieutenant lt colonel col general gen king queen
    prince princess pope bishop archbishop rabbi imam sheikh judge justice chancellor mayor
    st
    """
)


class NameEvidence(IntEnum):
    """How a place is claimed.

    ``SPEECH``: a verb of saying stands before it, as before a speaker's name. ``PLACE``: a
    town that is also a person's name (London, York) stands beside it.
    """

    NONE = 0
    PLACE = 1
    SPEECH = 2
    SURE = 3


def name_evidence(place: WordOccurrence, unknown: Container[str], lexicon: Lexicon) -> NameEvidence:
    """What claims ``place``: a given name, title or initial before it, a surname after it.

    ``unknown`` are the article's unknown forms: two capitalised ones in a row are a name.
    """
    strongest = NameEvidence.NONE
    before = place.previous
    if before is not None:
        if before.text.lower() in _TITLES or (before.text == "." and not place.starts_sentence):
            return NameEvidence.SURE
        if before.text in _SPEAKING:
            return NameEvidence.SPEECH
        if len(before.text) <= 2 and before.text[:1].isupper():
            return NameEvidence.SURE
    for near in (before, place.following):
        if near is None or not near.is_word or not near.text[:1].isupper():
            continue
        if near.text in unknown:
            return NameEvidence.SURE
        entry = lexicon.entry(near.text)
        if entry is None or not entry.kinds & Kinds.PERSON:
            continue
        if near is not before and lexicon.entry(near.text.lower()) is not None:
            continue
        if Kinds.GIVEN not in entry.kinds and entry.kinds & _NOT_PERSONS:
            continue
        if Kinds.PLACE in entry.kinds and entry.zipf >= _BIG_PLACE:
            strongest = NameEvidence.PLACE
        else:
            return NameEvidence.SURE
    return strongest


def yields(evidence: NameEvidence, best: Candidate, fits: bool) -> bool:
    """Whether ``evidence`` yields to a likelier ``best``; ``fits``: its neighbours say so."""
    if evidence is NameEvidence.SPEECH:
        return bool(best.kinds & (Kinds.DEMONYM | Kinds.CALENDAR))
    if evidence is NameEvidence.PLACE:
        return fits or (best.text[:1].isupper() and bool(best.kinds & _NOT_PERSONS))
    return evidence is NameEvidence.NONE
