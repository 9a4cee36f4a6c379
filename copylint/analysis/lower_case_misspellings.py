"""Misspelled words in lower case, by what supports the written form and what the correction."""

from __future__ import annotations

from collections.abc import Iterator

from copylint.analysis.correction_evidence import Misspelling, UnknownWords, span_of
from copylint.analysis.misspelling_evidence import TINY, is_clipped, is_inflected
from copylint.analysis.unknown_words import UnknownWord
from copylint.language.edit_cost import edit_cost
from copylint.language.known_misspellings import best_known, known_misspelling
from copylint.language.lexicon import Kinds
from copylint.language.word_formation import FormationStrength, formed, is_coined, is_fragment
from copylint.language.word_list import words

# A place this frequent (Zipf) is so well known that it is recognised without its capital.
_KNOWN_PLACE = 4.2
# A term that occurs this often is intended.
_TERM = 3
# A known misspelling of fewer letters may be an abbreviation or a foreign word, or, beside a
# hyphen, a part of a compound.
_KNOWN, _KNOWN_PART = 6, 8
# A word of this many letters may be an abbreviation.
_ABBREVIATED = 5
# Frequencies (Zipf): of an abbreviation that is written in lower case too; of a word that is
# likelier than an abbreviation, or than a name.
_USUAL, _RIVALS_ABBREVIATION, _RIVALS_NAME = 3.0, 5.3, 4.2
# How much likelier another correction must be to be offered before the listed one.
_NEARER = 0.3
# The highest cost of spelling an ending as it sounds (*-able* for *-ible*).
_SAME_SOUND = 0.7
# How many unknown words nearby make a foreign phrase likely, or certain.
_DOUBTFUL, _FOREIGN = 2, 4
# Nouns whose plural is the same, or that have no plural.
_WITHOUT_PLURAL = words(
    "aircraft spacecraft hovercraft watercraft software hardware malware firmware furniture "
    "luggage baggage machinery homework housework livestock offspring jewellery jewelry"
)
_VOWELS = frozenset("aeiouyàáâäæèéêëìíîïòóôöøœùúûü")
# More than any evidence amounts to.
_NEVER = 9


class LowerCaseWords:
    """Judges the unknown words of an article that are written in lower case."""

    def __init__(self, evidence: UnknownWords) -> None:
        self._evidence = evidence

    def misspellings(self, unknown_word: UnknownWord) -> Iterator[Misspelling]:
        """The places where ``unknown_word`` is a misspelling."""
        word = unknown_word.word
        proper = self._evidence.lexicon.entry(word[0].upper() + word[1:])
        if proper is not None and (
            proper.kinds & (Kinds.DEMONYM | Kinds.CALENDAR)
            or (proper.kinds & Kinds.PLACE and proper.zipf >= _KNOWN_PLACE)
        ):
            yield from self._without_capital(unknown_word)
            return
        if min(place.unknown_neighbours for place in unknown_word.places) >= _FOREIGN or is_coined(
            word
        ):
            return
        if word in best_known():
            yield from self._certain(unknown_word, best_known()[word])
            return
        meant = known_misspelling(word) if len(word) >= _KNOWN else None
        if meant is not None:
            yield from self._known(unknown_word, meant)
            return
        candidates = self._evidence.plausible(word) if self._evidence.may_search() else []
        if not candidates:
            return
        demand = self._demand(unknown_word, proper is not None)
        loose = formed(word, self._evidence.lexicon) is FormationStrength.LOOSELY
        without_capitals = self._rivals_capitals(word, proper is not None)
        for place in unknown_word.places:
            if place.code_like or place.name_part or (place.hyphenated and is_fragment(word)):
                continue
            if self._evidence.own.is_listed_name(place):
                continue
            if len(word) <= 4 and place.follows_number:
                continue  # a unit
            if is_clipped(word, place):
                continue
            needed = demand
            if place.hyphenated:
                if is_inflected(word):
                    continue  # ride-alongs, work-arounds: the compound has the ending
                needed = max(2, demand)
            elif self._evidence.among_unknown_words(place):
                needed = max(2, demand)
            ranked = self._evidence.ranked(candidates, place)
            if self._evidence.own.keeps_to(
                unknown_word.places, ranked[0], self._evidence.lexicon.seen(word)
            ):
                return
            if place.unknown_neighbours >= _DOUBTFUL:
                needed = 4
            if loose and ranked[0].cost > _SAME_SOUND:
                needed = 4
            if ranked[0].zipf < without_capitals and (
                ranked[0].cost > TINY or without_capitals == _RIVALS_ABBREVIATION
            ):
                needed = 4
            if self._evidence.strength(word, ranked[0], place) >= needed:
                yield self._evidence.found(place, unknown_word, ranked)

    def _rivals_capitals(self, word: str, is_name: bool) -> float:
        """How frequent a correction must be to be likelier than a name or an abbreviation."""
        entry = self._evidence.lexicon.entry(word.upper()) if len(word) <= _ABBREVIATED else None
        if entry is not None and entry.kinds & Kinds.ABBREVIATION and entry.zipf >= _USUAL:
            return _RIVALS_ABBREVIATION
        return _RIVALS_NAME if is_name else 0.0

    def _certain(self, unknown_word: UnknownWord, meant: str) -> Iterator[Misspelling]:
        """The places of a misspelling that can mean only one word."""
        right = (self._evidence.in_dialect(meant),)
        proper = meant[:1].isupper()
        for place in unknown_word.places:
            if place.code_like or place.name_part or self._evidence.own.is_listed_name(place):
                continue
            if place.unknown_neighbours - self._evidence.best_known < _DOUBTFUL and not is_clipped(
                unknown_word.word, place
            ):
                alone = not (
                    place.hyphenated or self._evidence.among_unknown_words(place, best_known())
                )
                span = span_of(place, unknown_word)
                yield Misspelling(span, unknown_word.word, right, proper, certain=alone)

    def _known(self, unknown_word: UnknownWord, meant: str) -> Iterator[Misspelling]:
        """The places of a common misspelling; repeating it does not make it a term."""
        word = unknown_word.word
        others = self._evidence.plausible(word) if self._evidence.may_search() else []
        order = [meant, *(candidate.text for candidate in others[:4])]
        if others and others[0].cost < edit_cost(word, meant) - _NEARER:
            order = [*order[1:], meant]
        texts = dict.fromkeys(self._evidence.in_dialect(text) for text in order)
        for place in unknown_word.places:
            if place.code_like or place.name_part or self._evidence.own.is_listed_name(place):
                continue
            if place.unknown_neighbours >= _DOUBTFUL or is_clipped(word, place):
                continue
            if place.hyphenated and (
                len(word) < _KNOWN_PART or self._evidence.among_unknown_words(place)
            ):
                continue
            yield Misspelling(span_of(place, unknown_word), word, tuple(texts), False)

    def _demand(self, unknown_word: UnknownWord, is_name: bool) -> int:
        """How strong the evidence must be for this form: 1 (fair) to 3 (overwhelming)."""
        word = unknown_word.word
        # Abbreviations have no vowels; a short one that occurs again is intended.
        unvoiced = not _VOWELS & set(word)
        if unvoiced and len(word) <= 3 and self._evidence.counts[word] > 1:
            return _NEVER
        if self._evidence.capitals[word]:
            return 4
        if word[:-1] in _WITHOUT_PLURAL and word.endswith("s"):
            return 1
        if is_name:
            return 3
        built = formed(word, self._evidence.lexicon)
        if built:
            return 3 if built is FormationStrength.SURELY else 2
        if unvoiced:
            return 3
        if len(word) <= 4:
            return 3
        if word + "s" in self._evidence.forms or (
            word.endswith("s") and word[:-1] in self._evidence.forms
        ):
            # A noun that the article inflects.
            return 3 if len(word) >= 7 else 4
        return 2 if self._evidence.counts[word] >= _TERM or len(word) <= 6 else 1

    def _without_capital(self, unknown_word: UnknownWord) -> Iterator[Misspelling]:
        """*russian*, *wednesday*: right except for the capital."""
        word = unknown_word.word[0].upper() + unknown_word.word[1:]
        entry = self._evidence.lexicon.entry(word)
        if entry is None or entry.zipf < 3.5 or len(word) < 4:
            return
        for place in unknown_word.places:
            if not place.code_like and not self._evidence.among_unknown_words(place):
                yield Misspelling(span_of(place, unknown_word), unknown_word.word, (word,), True)
