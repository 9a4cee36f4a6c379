"""Words that no dictionary lists because anybody may form them: *unvaccinated*, *owl-like*.

Only formations with well-known parts are accepted, so that a typo rarely passes for one.
"""

from __future__ import annotations

from enum import IntEnum

from copylint.language.lexicon import Kinds, Lexicon
from copylint.language.word_tags import tags_of


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


def _list(words: str) -> tuple[str, ...]:
    return tuple(words.split())


#: Fragments that occur before a hyphen without being words.
HYPHEN_PREFIXES = _set(
    """
    ab ad aero afro agri ambi ante anti arch astro audio auto bi bio cardio centi chemo
    circum co contra counter cross crypto cyber de deca demi di dis e eco electro endo ethno
    euro ex extra franco geo giga hemi hetero homo hydro hyper ill immuno in indo infra
    inter intra iso kilo macro mal mega meta micro mid milli mini mis mono multi nano narco
    neo neuro non octo oft omni osteo out over paleo pan para per peri petro photo poly post
    pre pro proto pseudo psycho quadri quasi radio re retro russo self semi sino socio sub
    super supra techno tele tetra thermo trans tri turbo ultra un under uni up vice video
    anglo austro greco hispano italo judeo luso turco
    """
)
_SUFFIXED = _set(
    """
    esque ish like less wise ward wards fold hood ness ship ism ist ists er ers y ly ins
    outs ups offs downs overs ons olds uns somethings ed ing
    """
)
# Prefixes that join any word; the long ones are safe, the short ones only in rarer words.
_PREFIXES = _list(
    """
    counter electro hyper inter macro micro multi nano neuro photo pseudo psycho socio super
    techno thermo ultra under anti auto crypto cyber hydro immuno intra mega meta mini mono
    narco over poly post proto quasi semi tele trans video bio eco geo neo non out pre sub
    un re co de mis
    """
)
_SUFFIXES = _list(
    """
    fulness lessness ability ibility iness ishly lessly worthy maker makers making holder
    holders goer goers going taker takers taking keeper keepers proof like less ness wise
    ward wards hood ship ships fold free wide ish ist ists ism isms able ably er ers or ors
    ly s es
    """
)
_FUNCTION_WORDS = _set(
    """
    a about after all also an and any are as at be because been before being both but by can
    could did do does each even every for from get had has have he her here him his how i if
    in into is it its just like made make many may me more most much must my new no not now
    of off on one only or other our out over own said same say see she should so some such
    take than that the their them then there these they this those three to too two under up
    us very was way we well were what when where which while who whom why will with without
    would you your
    """
)
# Endings that are also words, but do not make compounds.
_ENDINGS = _set(
    """
    able ages ally ants cent ding full king less ling men mental ming ness ping rant rate
    rates rent rents ring rings sing son ted ten tern ties tied tier ting ton
    """
)
# The least frequent word (Zipf) to build on, and the shortest.
_BASE, _SHORTEST = 2.6, 4
_COMPOUND_PART = 3.3


class FormationStrength(IntEnum):
    """How surely a word is formed by rule. ``LOOSELY``: by an ending that typos share."""

    NOT = 0
    LOOSELY = 1
    SURELY = 2


def formed(word: str, lexicon: Lexicon) -> FormationStrength:
    """How surely ``word`` (lower case, not in a dictionary) is formed from known words by rule."""
    if _prefixed(word, lexicon) or is_compound(word, lexicon):
        return FormationStrength.SURELY
    return _suffixed(word, lexicon)


def _base(word: str, lexicon: Lexicon) -> bool:
    entry = lexicon.entry(word)
    return (
        entry is not None
        and len(word) >= _SHORTEST
        and Kinds.WORD in entry.kinds
        and not entry.kinds & Kinds.RARE
        and entry.zipf >= _BASE
    )


def _prefixed(word: str, lexicon: Lexicon) -> bool:
    for prefix in _PREFIXES:
        if word.startswith(prefix):
            rest = word[len(prefix) :]
            if len(rest) >= (5 if len(prefix) <= 3 else 4) and _base(rest, lexicon):
                return True
    return False


def _suffixed(word: str, lexicon: Lexicon) -> FormationStrength:
    for suffix in _SUFFIXES:
        if not word.endswith(suffix):
            continue
        stem = word[: -len(suffix)]
        if len(stem) < _SHORTEST:
            continue
        if suffix in ("s", "es"):
            if _takes_plural(stem, suffix) and _base(stem, lexicon) and _inflects(stem):
                return FormationStrength.LOOSELY
        elif suffix[0] in "aeiouy" or suffix == "ly":
            if _base(stem + "e", lexicon) or (_base(stem, lexicon) and stem[-1] not in "ey"):
                return FormationStrength.LOOSELY
        elif _base(stem, lexicon):
            return FormationStrength.SURELY
    if word.endswith("ies") and len(word) >= 7 and word[-4] not in "aeiou":
        return (
            FormationStrength.LOOSELY if _base(word[:-3] + "y", lexicon) else FormationStrength.NOT
        )
    return FormationStrength.NOT


def is_coined(word: str) -> bool:
    """Whether an ending is set off by an apostrophe on purpose: *undo'able*, *email'd*."""
    stem, mark, ending = word.replace("’", "'").partition("'")
    return bool(stem and mark) and ending in _SET_OFF


_SET_OFF = _set("able ing ish ed d er ers ism ist ness")


def _inflects(stem: str) -> bool:
    """Whether ``stem`` may be a noun or a verb: *those* and *never* do not take an *s*."""
    tags = tags_of(stem)
    return not tags or not _INFLECTED.isdisjoint(tags)


_INFLECTED = frozenset(("NN", "NNP", "VB", "VBP", "CD", "JJ"))


def _takes_plural(stem: str, suffix: str) -> bool:
    """Whether English spells the plural of ``stem`` with ``suffix``."""
    hisses = stem.endswith(("s", "x", "z", "ch", "sh"))
    if suffix == "es":
        return hisses or stem.endswith("o")
    return not hisses and not (stem.endswith("y") and stem[-2] not in "aeiou")


def is_compound(word: str, lexicon: Lexicon) -> bool:
    """Whether ``word`` is two content words run together, as nouns are (*gunboat*).

    Function words run together with others (*inthe*) are typos, not compounds.
    """
    for at in range(3, len(word) - 2):
        first, second = word[:at], word[at:]
        if first in _FUNCTION_WORDS or second in _FUNCTION_WORDS or second in _ENDINGS:
            continue
        left, right = lexicon.entry(first), lexicon.entry(second)
        if (
            left is not None
            and right is not None
            and Kinds.WORD in left.kinds & right.kinds
            and not (left.kinds | right.kinds) & Kinds.RARE
            and min(left.zipf, right.zipf) >= _COMPOUND_PART
            and max(len(first), len(second)) >= 4
        ):
            return True
    return False


def is_fragment(word: str) -> bool:
    """Whether ``word`` may occur beside a hyphen without being a word."""
    return word in HYPHEN_PREFIXES or word in _SUFFIXED
