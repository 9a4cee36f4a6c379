"""Decides which unknown words of an article are misspelled, and what was meant.

A lower-case word that no dictionary knows is misspelled if a likely word is near enough and
nothing supports it: it is not formed by rule, not a term that the article keeps to, not part of
a foreign phrase and not a name. A capitalised word is a name unless the evidence is against it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterator, Sequence

from copylint.analysis.article import Article
from copylint.analysis.misspelling_evidence import (
    TINY,
    demand_inside,
    fits,
    is_clipped,
    is_inflected,
    is_near,
    is_place_here,
    is_shaped_like,
    same_ends,
    strength_of,
)
from copylint.analysis.name_evidence import NameEvidence, name_evidence, yields
from copylint.analysis.own_terms import OwnTerms
from copylint.analysis.unknown_words import (
    UnknownWord,
    WordOccurrence,
    is_name_like,
    is_roman,
    is_title_case,
    unknown_words,
)
from copylint.core.record import record
from copylint.core.span import TextSpan
from copylint.language.context_score import fit_between
from copylint.language.edit_cost import edit_cost
from copylint.language.known_misspellings import best_known, known_misspelling
from copylint.language.lexicon import Kinds, Lexicon
from copylint.language.suggestions import Candidate, Suggester, plausible, rank, with_case_of
from copylint.language.tokens import Token
from copylint.language.word_formation import FormationStrength, formed, is_coined, is_fragment
from copylint.language.word_list import words

# Kinds of names whose misspelling is unlikely to be another person's name.
_COMMON_NAMES = Kinds.DEMONYM | Kinds.CALENDAR | Kinds.ORGANISATION | Kinds.PLACE
_PLACES_AND_PEOPLE = Kinds.PERSON | Kinds.PLACE | Kinds.NAME | Kinds.WORD
# The least and most letters of a word; a longer form is a chemical, a long name or noise.
_SHORTEST, _LONGEST = 2, 24
# A place this frequent (Zipf) is so well known that it is recognised without its capital.
_KNOWN_PLACE = 4.2
# A term that occurs this often is intended.
_TERM = 3
# Words with this many first letters in common are of one family.
_STEM = 5
# A known misspelling of fewer letters may be an abbreviation or a foreign word, or, beside a
# hyphen, a part of a compound.
_KNOWN, _KNOWN_PART = 6, 8
# A word of this many letters may be an abbreviation; one of this many is near to many words.
_ABBREVIATED, _SHORT = 5, 5
# Frequencies (Zipf): of an abbreviation that is written in lower case too; of a word that is
# likelier than an abbreviation, or than a name; of a word that any short form is a slip for.
_USUAL, _RIVALS_ABBREVIATION, _RIVALS_NAME, _MOST_FREQUENT = 3.0, 5.3, 4.2, 6.0
# How often a short form must be written to count as a possible term.
_WRITTEN = 1.8
# How much likelier another correction must be to be offered before the listed one.
_NEARER = 0.3
# The highest cost of spelling an ending as it sounds (*-able* for *-ible*).
_SAME_SOUND = 0.7
# How many unknown words nearby make a foreign phrase likely, or certain.
_DOUBTFUL, _FOREIGN = 2, 4
# A search takes milliseconds, so a file of noise must not cause one for each word; no
# article has this many misspellings.
_MOST_SEARCHES = 1000
# How certain the dialect must be before suggestions are spelled in it.
_SURE_OF_DIALECT = 0.9
# Nouns whose plural is the same, or that have no plural.
_WITHOUT_PLURAL = words(
    "aircraft spacecraft hovercraft watercraft software hardware malware firmware furniture "
    "luggage baggage machinery homework housework livestock offspring jewellery jewelry"
)
_FOREIGN_MONTHS = words(
    "janvier fevrier mars avril juin juillet aout septembre octobre novembre januar februar marz "
    "juni juli oktober dezember enero febrero marzo abril mayo junio julio agosto septiembre "
    "octubre noviembre maart augustus januari februari gennaio aprile maggio giugno settembre"
)
_VOWELS = frozenset("aeiouyàáâäæèéêëìíîïòóôöøœùúûü")


@record
class Misspelling:
    """A misspelled word: its span, the word, the corrections (best first), and its kind.

    ``certain`` says that everybody knows the misspelling and the one word that it can mean;
    ``near`` that the best correction is a common word and a small slip away.
    """

    span: TextSpan
    text: str
    corrections: tuple[str, ...]
    proper: bool
    certain: bool = False
    near: bool = True


# More than any evidence amounts to.
_NEVER = 9


def misspellings(article: Article) -> Iterator[Misspelling]:
    """The misspelled words of ``article``, one finding for every occurrence."""
    unknown = unknown_words(article)
    if not unknown:
        return
    check = _WordChecker(article, unknown)
    for unknown_word in unknown:
        yield from check.check(unknown_word)


class _WordChecker:
    def __init__(self, article: Article, unknown: Sequence[UnknownWord]) -> None:
        self._article = article
        self._lexicon = Lexicon.shared()
        self._suggester = Suggester.shared()
        self._forms = {unknown_word.form for unknown_word in unknown}
        self._capitalised_forms = {
            token.text for token in article.words if token.text[:1].isupper()
        }
        # Misspellings that everybody knows do not make their neighbours a foreign phrase.
        self._best_known = max(0, sum(form in best_known() for form in self._forms) - 1)
        self._own = OwnTerms(article, self._forms)
        self._searches = 0
        self._counts: Counter[str] = Counter()
        self._capitals: Counter[str] = Counter()
        for unknown_word in unknown:
            low = unknown_word.word.lower()
            self._counts[low] += len(unknown_word.places)
            if unknown_word.word != low:
                self._capitals[low] += sum(not p.starts_sentence for p in unknown_word.places)

    def check(self, unknown_word: UnknownWord) -> Iterator[Misspelling]:
        word = unknown_word.word
        # A word with accents that no list knows is foreign.
        if not _SHORTEST <= len(word) <= _LONGEST or not word.isascii() or is_roman(word):
            return
        if word.islower():
            yield from self._lower(unknown_word)
        elif is_title_case(word) and len(word) >= 3:
            yield from self._capitalised(unknown_word)

    def _lower(self, unknown_word: UnknownWord) -> Iterator[Misspelling]:
        word = unknown_word.word
        proper = self._lexicon.entry(word[0].upper() + word[1:])
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
        candidates = self._plausible(word) if self._may_search() else []
        if not candidates:
            return
        demand = self._demand(unknown_word, proper is not None)
        loose = formed(word, self._lexicon) is FormationStrength.LOOSELY
        without_capitals = self._rivals_capitals(word, proper is not None)
        for place in unknown_word.places:
            if place.code_like or place.name_part or (place.hyphenated and is_fragment(word)):
                continue
            if self._own.is_listed_name(place):
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
            elif self._among_unknown_words(place):
                needed = max(2, demand)
            ranked = self._ranked(candidates, place)
            if self._own.keeps_to(unknown_word.places, ranked[0], self._lexicon.seen(word)):
                return
            if place.unknown_neighbours >= _DOUBTFUL:
                needed = 4
            if loose and ranked[0].cost > _SAME_SOUND:
                needed = 4
            if ranked[0].zipf < without_capitals and (
                ranked[0].cost > TINY or without_capitals == _RIVALS_ABBREVIATION
            ):
                needed = 4
            if self._strength(word, ranked[0], place) >= needed:
                yield self._found(place, unknown_word, ranked)

    def _rivals_capitals(self, word: str, is_name: bool) -> float:
        """How frequent a correction must be to be likelier than a name or an abbreviation."""
        entry = self._lexicon.entry(word.upper()) if len(word) <= _ABBREVIATED else None
        if entry is not None and entry.kinds & Kinds.ABBREVIATION and entry.zipf >= _USUAL:
            return _RIVALS_ABBREVIATION
        return _RIVALS_NAME if is_name else 0.0

    def _certain(self, unknown_word: UnknownWord, meant: str) -> Iterator[Misspelling]:
        """The places of a misspelling that can mean only one word."""
        right = (self._in_dialect(meant),)
        proper = meant[:1].isupper()
        for place in unknown_word.places:
            if place.code_like or place.name_part or self._own.is_listed_name(place):
                continue
            if place.unknown_neighbours - self._best_known < _DOUBTFUL and not is_clipped(
                unknown_word.word, place
            ):
                alone = not (place.hyphenated or self._among_unknown_words(place, best_known()))
                span = _span(place, unknown_word)
                yield Misspelling(span, unknown_word.word, right, proper, certain=alone)

    def _known(self, unknown_word: UnknownWord, meant: str) -> Iterator[Misspelling]:
        """The places of a common misspelling; repeating it does not make it a term."""
        word = unknown_word.word
        others = self._plausible(word) if self._may_search() else []
        order = [meant, *(candidate.text for candidate in others[:4])]
        if others and others[0].cost < edit_cost(word, meant) - _NEARER:
            order = [*order[1:], meant]
        texts = dict.fromkeys(self._in_dialect(text) for text in order)
        for place in unknown_word.places:
            if place.code_like or place.name_part or self._own.is_listed_name(place):
                continue
            if place.unknown_neighbours >= _DOUBTFUL or is_clipped(word, place):
                continue
            if place.hyphenated and (len(word) < _KNOWN_PART or self._among_unknown_words(place)):
                continue
            yield Misspelling(_span(place, unknown_word), word, tuple(texts), False)

    def _demand(self, unknown_word: UnknownWord, is_name: bool) -> int:
        """How strong the evidence must be for this form: 1 (fair) to 3 (overwhelming)."""
        word = unknown_word.word
        # Abbreviations have no vowels; a short one that occurs again is intended.
        unvoiced = not _VOWELS & set(word)
        if unvoiced and len(word) <= 3 and self._counts[word] > 1:
            return _NEVER
        if self._capitals[word]:
            return 4
        if word[:-1] in _WITHOUT_PLURAL and word.endswith("s"):
            return 1
        if is_name:
            return 3
        built = formed(word, self._lexicon)
        if built:
            return 3 if built is FormationStrength.SURELY else 2
        if unvoiced:
            return 3
        if len(word) <= 4:
            return 3
        if word + "s" in self._forms or (word.endswith("s") and word[:-1] in self._forms):
            # A noun that the article inflects.
            return 3 if len(word) >= 7 else 4
        return 2 if self._counts[word] >= _TERM or len(word) <= 6 else 1

    def _without_capital(self, unknown_word: UnknownWord) -> Iterator[Misspelling]:
        """*russian*, *wednesday*: right except for the capital."""
        word = unknown_word.word[0].upper() + unknown_word.word[1:]
        entry = self._lexicon.entry(word)
        if entry is None or entry.zipf < 3.5 or len(word) < 4:
            return
        for place in unknown_word.places:
            if not place.code_like and not self._among_unknown_words(place):
                yield Misspelling(_span(place, unknown_word), unknown_word.word, (word,), True)

    def _capitalised(self, unknown_word: UnknownWord) -> Iterator[Misspelling]:
        word = unknown_word.word
        low = word.lower()
        place = unknown_word.places[0]
        if place.code_like or self._has_relatives(word) or is_clipped(low, place):
            return
        if self._counts[low] > 1 and low not in self._forms:
            return  # the article keeps to it: a name
        evidence = [name_evidence(each, self._forms, self._lexicon) for each in unknown_word.places]
        if NameEvidence.SURE in evidence or not self._may_search():
            return
        near = self._suggester.candidates(low, near_only=True)
        candidates = plausible(low, [candidate.in_capitals for candidate in near])
        if not candidates:
            return
        ranked = self._ranked(candidates, place)
        months = [each for each in ranked if each.kinds & Kinds.CALENDAR]
        if months and _is_day(place) and len(word) >= 4 and low not in _FOREIGN_MONTHS:
            for each in unknown_word.places:
                yield self._found(each, unknown_word, months)
            return
        best = ranked[0]
        expected = known_misspelling(low) == best.text.lower() or fits(best, place)
        vouched = expected or best.cost <= TINY or is_shaped_like(low, best, place)
        if not all(yields(evidence, best, expected, vouched) for evidence in evidence):
            return
        strength = self._strength(low, best, place)
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
            needed = 4 if is_name_like(place.following, self._lexicon) else 3
            needed -= len(word) >= 8
        else:
            needed = demand_inside(word, best, place)
        if self._counts[low] > 1:
            needed = 2 if len(word) >= 8 else 4
        if formed(low, self._lexicon):
            needed = max(needed, 3 if len(word) >= 9 else 4)
        if strength >= needed:
            for each in unknown_word.places:
                yield self._found(each, unknown_word, ranked)

    def _has_relatives(self, word: str) -> bool:
        """Whether the article has the same name with or without a plural ending."""
        return word + "s" in self._capitalised_forms or (
            word.endswith("s") and word[:-1] in self._capitalised_forms
        )

    def _family(self, word: str) -> float:
        """Frequency of the commonest word that begins as ``word`` does and is near it."""
        start = word[:_STEM]
        near = self._suggester.candidates(word)
        return max((c.zipf for c in near if c.text.lower().startswith(start)), default=0.0)

    def _strength(self, word: str, best: Candidate, place: WordOccurrence) -> int:
        """Strength of the evidence, increased by one if the correction fits its neighbours."""
        strength = strength_of(word, best, self._lexicon.seen(word), self._family(word))
        known = known_misspelling(word) == best.text.lower()
        return strength + (strength > 0 and fits(best, place)) + known

    def _among_unknown_words(self, place: WordOccurrence, known: Container[str] = ()) -> bool:
        """Whether a neighbour not in ``known`` is unknown too: a foreign phrase, a list."""
        previous = place.previous
        if previous is not None and previous.text in self._forms and self._is_latin_name(previous):
            return True
        return any(
            near is not None
            and near.text in self._forms
            and near.text not in known
            and near.text.islower()
            for near in (previous, place.following)
        )

    def _is_latin_name(self, token: Token) -> bool:
        """Whether ``token`` is a capitalised word that opens brackets: *(Vanellus spinosus)*."""
        text = self._article.text
        return token.text[:1].isupper() and text[token.start - 1 : token.start] in ("(", "*", "_")

    def _may_search(self) -> bool:
        """Whether the article has searches left; counts this one."""
        self._searches += 1
        return self._searches <= _MOST_SEARCHES

    def _plausible(self, word: str) -> list[Candidate]:
        return plausible(word, self._suggester.candidates(word))

    def _ranked(self, candidates: Sequence[Candidate], place: WordOccurrence) -> list[Candidate]:
        return rank(candidates, scorer=fit_between(place.before, place.after))

    def _found(
        self, place: WordOccurrence, unknown_word: UnknownWord, ranked: Sequence[Candidate]
    ) -> Misspelling:
        texts = []
        for candidate in ranked[:5]:
            text = self._in_dialect(candidate.text)
            texts.append(with_case_of(unknown_word.word, text))
        best = ranked[0]
        proper = unknown_word.word[:1].isupper() or best.text[:1].isupper()
        corrections = tuple(dict.fromkeys(texts))
        given = unknown_word.word[:1].isupper() or best.kinds & (Kinds.DEMONYM | Kinds.CALENDAR)
        near = bool(given) or is_near(unknown_word.word.lower(), best)
        if (
            near
            and len(unknown_word.word) <= _SHORT
            and best.cost > TINY
            and not given
            and best.zipf < _MOST_FREQUENT
            and self._lexicon.seen(unknown_word.word.lower()) >= _WRITTEN
        ):
            # A short form that people write is a term, unless its neighbours fit the correction.
            near = known_misspelling(unknown_word.word.lower()) is not None or fits(best, place)
        return Misspelling(
            _span(place, unknown_word), unknown_word.word, corrections, proper, near=near
        )

    def _in_dialect(self, text: str) -> str:
        dialect = self._article.dialect
        if dialect.configured or dialect.confidence >= _SURE_OF_DIALECT:
            return dialect.spelled(text)
        return text


def _is_day(place: WordOccurrence) -> bool:
    """Whether the number of a day precedes it: *24 Setember*."""
    shown = place.previous.text if place.previous is not None else ""
    return shown.isascii() and shown.isdigit() and 1 <= int(shown[:3]) <= 31


def _span(place: WordOccurrence, unknown_word: UnknownWord) -> TextSpan:
    """The word without a possessive ending, so that its apostrophe stays as it is."""
    return TextSpan(place.token.start, place.token.end - unknown_word.ending)
