"""Whether the words beside an unknown capitalised word show that it is part of a name."""

from __future__ import annotations

from collections.abc import Container
from enum import IntEnum

from copylint.analysis.unknown_words import WordOccurrence
from copylint.language.correction_ranking import Candidate
from copylint.language.lexicon import Kinds, Lexicon

# Kinds of names that are not a person's.
_NOT_PERSONS = Kinds.DEMONYM | Kinds.CALENDAR | Kinds.ORGANISATION | Kinds.PLACE
# A place this frequent (Zipf) is read as the place, although people are named after it.
_BIG_PLACE = 4.0


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_SPEAKING = _set("said says told added asked replied")
_HONORIFICS = _set("mr mrs ms miss dr sir dame lady prof st capt sgt lt col gen gov sen rep rev")
_OFFICES = _set(
    """
    lord professor president minister senator governor captain sergeant lieutenant colonel
    general king queen prince princess pope bishop archbishop rabbi imam sheikh judge justice
    chancellor mayor
    """
)
# Words of one or two letters that are neither initials nor names at the start of a sentence.
_SMALL_WORDS = _set("a i am an as at by do go he if in is it my no of on or so to up us we")


class NameEvidence(IntEnum):
    """The evidence that a word is part of a name.

    ``SPEECH``: a verb of saying precedes it, as before a speaker's name. ``PLACE``: a
    town that is also a person's name (London, York) is next to it. ``OFFICE``: an office
    precedes it, as in *President Brown* and *General Election*.
    """

    NONE = 0
    PLACE = 1
    SPEECH = 2
    OFFICE = 3
    SURE = 4


def name_evidence(place: WordOccurrence, unknown: Container[str], lexicon: Lexicon) -> NameEvidence:
    """The evidence at ``place``: a given name, title or initial before it, a surname after it.

    ``unknown`` holds the article's unknown forms: two capitalised ones in a row are a name.
    """
    strongest = NameEvidence.NONE
    before = place.previous
    if before is not None:
        word = before.text.lower()
        if word in _HONORIFICS or (before.text == "." and not place.starts_sentence):
            return NameEvidence.SURE
        if word in _OFFICES:
            return NameEvidence.OFFICE
        if before.text in _SPEAKING:
            return NameEvidence.SPEECH
        if len(word) <= 2 and before.text[:1].isupper() and word not in _SMALL_WORDS:
            return NameEvidence.SURE
    for near in (before, place.following):
        if near is None or not near.is_word or not near.text[:1].isupper():
            continue
        if near.text.lower() in _SMALL_WORDS:
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


def yields(evidence: NameEvidence, best: Candidate, expected: bool, vouched: bool) -> bool:
    """Whether ``evidence`` gives way to ``best``.

    ``expected``: the neighbours of the word support ``best``, or the typo is a common one;
    ``vouched``: the same, or the typo is tiny.
    """
    if evidence is NameEvidence.SPEECH:
        return bool(best.kinds & (Kinds.DEMONYM | Kinds.CALENDAR))
    if evidence is NameEvidence.PLACE:
        return vouched or (best.text[:1].isupper() and bool(best.kinds & _NOT_PERSONS))
    if evidence is NameEvidence.OFFICE:
        if best.text[:1].isupper():
            return bool(best.kinds & (Kinds.DEMONYM | Kinds.CALENDAR))
        return expected and best.zipf >= _ORDINARY and len(best.text) >= _LONG
    return evidence is NameEvidence.NONE


# After an office, only a frequent (Zipf) and long ordinary word is not taken for a name.
_ORDINARY, _LONG = 4.5, 6
