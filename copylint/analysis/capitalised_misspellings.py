"""Misspelled words with a capital: names, unless the evidence is against it."""

from __future__ import annotations

from collections.abc import Iterator

from copylint.analysis.article import Article
from copylint.analysis.correction_evidence import Misspelling, UnknownWords, span_of
from copylint.analysis.misspelling_evidence import (
    TINY,
    demand_inside,
    fits,
    is_clipped,
    is_place_here,
    is_shaped_like,
    same_ends,
)
from copylint.analysis.name_evidence import NameEvidence, name_evidence, yields
from copylint.analysis.names.name_words import OFFICES
from copylint.analysis.unknown_words import UnknownWord, WordOccurrence, is_name_like
from copylint.language.correction_ranking import plausible
from copylint.language.known_misspellings import best_known, known_misspelling
from copylint.language.lexicon import Kinds
from copylint.language.word_formation import formed
from copylint.language.word_list import words

# Kinds of names whose misspelling is unlikely to be another person's name.
_COMMON_NAMES = Kinds.DEMONYM | Kinds.CALENDAR | Kinds.ORGANISATION | Kinds.PLACE
_PLACES_AND_PEOPLE = Kinds.PERSON | Kinds.PLACE | Kinds.NAME | Kinds.WORD
_FOREIGN_MONTHS = words(
    "janvier fevrier mars avril juin juillet aout septembre octobre novembre januar februar marz "
    "juni juli oktober dezember enero febrero marzo abril mayo junio julio agosto septiembre "
    "octubre noviembre maart augustus januari februari gennaio aprile maggio giugno settembre"
)


class CapitalisedWords:
    """Judges the unknown words of an article that are written with a capital."""

    def __init__(self, article: Article, evidence: UnknownWords) -> None:
        self._evidence = evidence
        distinct = {token[1] for token in article.words}
        self._capitalised_forms = {text for text in distinct if text[:1].isupper()}

    def misspellings(self, unknown_word: UnknownWord) -> Iterator[Misspelling]:
        """The places of ``unknown_word`` if it is a misspelling and no name."""
        word = unknown_word.word
        low = word.lower()
        place = unknown_word.places[0]
        if place.code_like or self._has_relatives(word) or is_clipped(low, place):
            return
        if self._evidence.counts[low] > 1 and low not in self._evidence.forms:
            return  # the article keeps to it: a name
        meant = best_known().get(low, "")
        if " " in meant:  # Alot: no name is two words written as one
            for each in unknown_word.places:
                if each.starts_sentence and each.following is not None and each.following.is_word:
                    right = (meant[:1].upper() + meant[1:],)
                    span = span_of(each, unknown_word)
                    yield Misspelling(span, word, right, True, certain=True)
            return
        evidence = [
            name_evidence(each, self._evidence.forms, self._evidence.lexicon)
            for each in unknown_word.places
        ]
        office = known_misspelling(low)
        if office not in OFFICES:
            office = ""
        if (NameEvidence.SURE in evidence and not office) or not self._evidence.may_search():
            return
        near = self._evidence.suggester.candidates(low, near_only=True)
        candidates = plausible(low, [candidate.in_capitals for candidate in near])
        if not candidates:
            return
        ranked = self._evidence.ranked(candidates, place)
        if office and ranked[0].text.lower() == office:
            for each in unknown_word.places:
                yield self._evidence.found(each, unknown_word, ranked)
            return
        months = [each for each in ranked if each.kinds & Kinds.CALENDAR]
        if months and _is_day(place) and len(word) >= 4 and low not in _FOREIGN_MONTHS:
            for each in unknown_word.places:
                yield self._evidence.found(each, unknown_word, months)
            return
        best = ranked[0]
        expected = known_misspelling(low) == best.text.lower() or fits(best, place)
        vouched = expected or best.cost <= TINY or is_shaped_like(low, best, place)
        if not all(yields(evidence, best, expected, vouched) for evidence in evidence):
            return
        strength = self._evidence.strength(low, best, place)
        if low.startswith(best.text.lower()) and best.cost > TINY:
            return  # Saudia, Modelo: a name made of a word, not a typo
        if best.text[:1].isupper():
            known_to_all = best.kinds & (Kinds.DEMONYM | Kinds.CALENDAR)
            needed, frequent = (2, 3.5) if known_to_all else (3, 4.0)
            if not best.kinds & _COMMON_NAMES or best.zipf < frequent:
                return
            a_person = best.kinds & Kinds.SURNAME and not best.kinds & ~_PLACES_AND_PEOPLE
            if a_person and best.cost > TINY and not is_place_here(best, place):
                return  # perhaps a person's name: the checks of names know more
            if not known_to_all and not same_ends(low, best):
                return
        elif not vouched:
            return  # a name that occurs once, near a word that does not belong here
        elif place.starts_sentence:
            after = place.following
            if after is None or not (
                after.is_word or after.text == "," or (after.text == ":" and len(word) >= 8)
            ):
                return  # a sentence of one word is a title or a name
            needed = 4 if is_name_like(place.following, self._evidence.lexicon) else 3
            needed -= len(word) >= 8
        else:
            needed = demand_inside(word, best, place)
        if self._evidence.counts[low] > 1:
            needed = 2 if len(word) >= 8 else 4
        if formed(low, self._evidence.lexicon):
            needed = max(needed, 3 if len(word) >= 9 else 4)
        if strength >= needed:
            for each in unknown_word.places:
                yield self._evidence.found(each, unknown_word, ranked)

    def _has_relatives(self, word: str) -> bool:
        """Whether the article has the same name with or without a plural ending."""
        return word + "s" in self._capitalised_forms or (
            word.endswith("s") and word[:-1] in self._capitalised_forms
        )


def _is_day(place: WordOccurrence) -> bool:
    """Whether the number of a day precedes it: *24 Setember*."""
    shown = place.previous.text if place.previous is not None else ""
    return shown.isascii() and shown.isdigit() and 1 <= int(shown[:3]) <= 31
