"""How strong the evidence is that an unknown word is a typo for a known one."""

from __future__ import annotations

from copylint.analysis.unknown_words import WordOccurrence
from copylint.language.context_score import fit_between
from copylint.language.correction_ranking import Candidate
from copylint.language.known_misspellings import known_misspelling
from copylint.language.lexicon import Kinds, Lexicon
from copylint.language.tokens import APOSTROPHES, Token
from copylint.language.word_formation import formed
from copylint.language.word_list import words

#: Just above the cost of two swapped letters, or of a doubled letter too many or too few.
TINY = 0.5
# A correction fits if its neighbours make it this much likelier (base-10 logarithm).
_FITS = 0.8
# A correction is near if it costs no more and is not rarer (Zipf) than one of these; if two words
# are run together, the phrase must be as common as the limit below.
_NEAR_AND_COMMON = ((TINY, 2.5), (1.0, 3.0), (1.7, 4.2), (2.4, 5.0))
_COMMON_PHRASE = 0.5
_STOPS = frozenset(".,;:!?")
#: More than any evidence amounts to.
NEVER = 9


def is_capitalised(token: Token | None) -> bool:
    """Whether ``token`` is a word with an initial capital."""
    return token is not None and token.is_word and token.text[:1].isupper()


def same_ends(word: str, best: Candidate) -> bool:
    """Whether the first and last letters agree, or the typo is tiny and the first letters agree."""
    other = best.text.lower()
    return word[0] == other[0] and (word[-1] == other[-1] or best.cost <= TINY)


def strength_of(word: str, best: Candidate, seen: float, family: float = 0.0) -> int:
    """How surely ``word`` is a typo for ``best``: 0 (not at all) to 3.

    ``seen`` is how often people write ``word``: a typo is far rarer than the intended word,
    or than the commonest word of its ``family``.
    """
    gap = max(best.zipf, family) - seen
    if gap < 0.6 or best.zipf < (1.8 if len(word) < 9 else 1.2):
        return 0
    if best.cost <= 0.95 and best.zipf >= 6.5 and gap >= 2.5:
        return 3
    if best.cost <= 0.95 and best.zipf >= 3.8 and gap >= 1.5 and len(word) >= 4:
        return 3
    if best.cost <= TINY and best.zipf >= 3.0 and gap >= 1.2:
        return 3
    if best.cost <= 0.8 and best.zipf >= 3.3 and gap >= 1.5 and len(word) >= 8:
        return 3
    if best.cost <= 1.5 and best.zipf >= 2.8 and gap >= 1.0:
        return 2
    # Few words are as long as this, so a near one is not an accident.
    if best.cost <= 0.8 and gap >= 1.0 and len(word) >= 8:
        return 2
    return 1


def is_near(word: str, best: Candidate) -> bool:
    """Whether ``best`` is so common and so near that ``word`` is not a word at all."""
    if " " in best.text:
        return best.zipf >= _COMMON_PHRASE
    if known_misspelling(word) == best.text.lower():
        return True
    if formed(word, Lexicon.shared()):
        return best.cost <= TINY
    return any(best.cost <= cost and best.zipf >= zipf for cost, zipf in _NEAR_AND_COMMON)


def is_inflected(word: str) -> bool:
    """Whether ``word`` is a word with an ending that a compound gives it: *ride-alongs*."""
    is_word = Lexicon.shared().is_word
    return any(
        word.endswith(ending) and is_word(word[: -len(ending)])
        for ending in ("s", "es", "er", "ers", "ed", "ing")
    )


def fits(best: Candidate, place: WordOccurrence) -> bool:
    """Whether the words around ``place`` support ``best``."""
    return fit_between(place.before, place.after)(best.text) >= _FITS


def is_shaped_like(word: str, best: Candidate, place: WordOccurrence) -> bool:
    """Whether ``word`` is near, and not a name by its length, its ending, or its neighbours.

    A rather long word that opens its sentence needs little support from its neighbours.
    """
    if best.cost > _NEAR or len(word) < _RATHER_LONG:
        return False
    if len(word) >= _LONG or (best.text.endswith(_ENDINGS) and word[-2:] == best.text[-2:]):
        return True
    fit = fit_between(place.before, place.after)
    return place.starts_sentence and fit(best.text) >= _FITS_A_LITTLE


# The cost of one letter; the length from which a word is not a name, and that from which the
# ending or the neighbours decide.
_NEAR, _LONG, _RATHER_LONG = 0.8, 9, 7
_FITS_A_LITTLE = 0.2
_ENDINGS = tuple(
    words(
        "ly tion sion ment ments ness able ible ical ically ance ence ancy ency ory ary ity ive "
        "ing ous tions ated ful"
    )
)


def is_place_here(best: Candidate, place: WordOccurrence) -> bool:
    """Whether ``best`` is a big city or a country, and the words around the place fit one.

    People are called London and England too, but things do not happen "in" them.
    """
    if Kinds.PLACE not in best.kinds or best.zipf < _GREAT_PLACE:
        return False
    return place.before.lower() in _BEFORE_PLACES or fits(best, place)


# How frequent (Zipf) the name of a big city or a country is.
_GREAT_PLACE = 4.4
_BEFORE_PLACES = words(
    "in across throughout around from to into near outside inside within over through via western "
    "eastern northern southern central"
)


def demand_inside(word: str, best: Candidate, place: WordOccurrence) -> int:
    """How strong the evidence must be that a capitalised word inside a sentence is not a name.

    ``best`` is an ordinary word. A name or a foreign title is likelier, unless the ends
    agree and the word is long, or unless it is part of a title that it fits.
    """
    in_title = is_capitalised(place.previous) or is_capitalised(place.following)
    if not same_ends(word.lower(), best):
        return 4 if in_title and best.cost <= 0.8 else NEVER
    if best.zipf < (
        (2.8 if len(word) >= 9 else 3.0) if best.cost <= TINY else 3.3 if len(word) >= 8 else 3.8
    ):
        return NEVER
    if len(word) >= (6 if best.cost <= TINY else 7):
        return 3
    return 4 if in_title else NEVER


def is_clipped(word: str, place: WordOccurrence) -> bool:
    """Whether a mark replaces the last letters of ``word``: *goin'*, or *didn* and a stray sign."""
    following = place.following
    if following is None or following.is_word or following.text in _STOPS:
        return False
    is_word = Lexicon.shared().is_word
    touches = following.start == place.token.end and following.text in APOSTROPHES
    return (touches and word.endswith("in") and is_word(word + "g")) or is_word(word + "'t")
