"""The number of English nouns, as far as the form shows it."""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path

from copylint.language.lexicon import Lexicon
from copylint.language.word_list import listed
from copylint.language.word_tags import tags_of

_DATA = Path(__file__).parent.parent / "data"
_COUNTED, _MODIFIERS = _DATA / "counted.txt", _DATA / "modifiers.txt"
_IRREGULAR = {
    "man": "men",
    "woman": "women",
    "child": "children",
    "person": "people",
    "foot": "feet",
    "tooth": "teeth",
    "mouse": "mice",
    "crisis": "crises",
    "analysis": "analyses",
    "basis": "bases",
    "thesis": "theses",
    "hypothesis": "hypotheses",
    "criterion": "criteria",
    "phenomenon": "phenomena",
    "wife": "wives",
    "life": "lives",
    "knife": "knives",
    "leaf": "leaves",
    "half": "halves",
    "thief": "thieves",
    "shelf": "shelves",
    "wolf": "wolves",
    "loaf": "loaves",
    "calf": "calves",
    "hero": "heroes",
    "potato": "potatoes",
    "tomato": "tomatoes",
    "echo": "echoes",
    "veto": "vetoes",
}
_SINGULAR = {plural: singular for singular, plural in _IRREGULAR.items()}

#: Nouns that are plural in form but singular or either in use, or the same in both numbers.
UNSURE_NUMBER = listed("unsure-number")

#: Uncountable nouns, which have no plural in edited copy.
MASS = listed("mass-nouns")
#: Groups that British copy treats as one or as many; and words for amounts.
COLLECTIVE = listed("collectives")


@lru_cache(maxsize=30_000)
def singular_of(word: str) -> str:
    """The singular of a plural noun in lower case, empty if none is known."""
    irregular = _SINGULAR.get(word)
    if irregular is not None:
        return irregular
    if not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return ""
    candidates = [word[:-1]]
    if word.endswith("ies"):
        candidates = [word[:-3] + "y", word[:-1]]
    elif word.endswith(("ses", "xes", "zes", "ches", "shes", "oes")):
        candidates = [word[:-1], word[:-2]]
    for each in candidates:
        tags = tags_of(each)
        if "NN" in tags or (not tags and len(each) > 3 and Lexicon.shared().is_word(each)):
            return each
    return ""


@lru_cache(maxsize=30_000)
def plural_of(word: str) -> str:
    """The plural of a singular noun in lower case, empty if it has none or none is known."""
    if word in MASS:
        return ""
    irregular = _IRREGULAR.get(word)
    if irregular is not None:
        return irregular
    if word.endswith("y") and word[-2:-1] not in tuple("aeiou"):
        plural = word[:-1] + "ies"
    else:
        plural = word + ("es" if word.endswith(("s", "x", "z", "ch", "sh")) else "s")
    return plural if "NNS" in tags_of(plural) else ""


@lru_cache(maxsize=30_000)
def is_plural(word: str) -> bool:
    """Whether the lower-case word is a plural noun with a singular, and nothing else."""
    return set(tags_of(word)) == {"NNS"} and may_be_plural(word)


@lru_cache(maxsize=30_000)
def may_be_plural(word: str) -> bool:
    """Whether the word is mostly a plural noun with a singular, if sometimes a verb."""
    tags = tags_of(word)
    if word in UNSURE_NUMBER or tags[:1] != ("NNS",) or not set(tags) <= {"NNS", "VBZ"}:
        return False
    return bool(singular_of(word))


@lru_cache(maxsize=30_000)
def is_singular(word: str) -> bool:
    """Whether the lower-case word is a countable singular noun, and nothing else.

    Countable means that its plural is known; ``MASS`` nouns pass too.
    """
    return set(tags_of(word)) == {"NN"} and may_be_singular(word)


@lru_cache(maxsize=30_000)
def may_be_singular(word: str) -> bool:
    """Whether the word is mostly a singular noun, countable or ``MASS``, if sometimes a verb."""
    tags = tags_of(word)
    if word in UNSURE_NUMBER or tags[:1] != ("NN",) or not set(tags) <= {"NN", "VB", "VBP"}:
        return False
    return word in MASS or (not word.endswith("ing") and bool(plural_of(word)))


@cache
def counted_nouns() -> frozenset[str]:
    """Singular nouns that rarely occur in edited copy without a word like "the" or "his"."""
    return frozenset(_COUNTED.read_text(encoding="utf-8").split())


@cache
def bare_modifiers() -> frozenset[str]:
    """Plurals that rarely occur before another noun in edited copy (handguns permits)."""
    return frozenset(_MODIFIERS.read_text(encoding="utf-8").split())
