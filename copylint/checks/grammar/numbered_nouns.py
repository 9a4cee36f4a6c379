"""Numbers and the nouns that they count: three argument, 12 new school."""

from __future__ import annotations

from copylint.checks.grammar.tagged_sentence import (
    Detection,
    Detector,
    TaggedSentence,
    correction,
    pair,
)
from copylint.language.nouns import (
    UNSURE_NUMBER,
    counted_nouns,
    is_singular,
    plural_of,
)
from copylint.language.word_list import words
from copylint.language.word_tags import tags_of

_RULE = "grammar.agreement"
_NUMBERS = words("two three four five six seven eight nine ten eleven twelve fifteen twenty")
#: Tags of the words after which a number counts what follows; after a noun it is its name.
_BEFORE = frozenset(("VB", "VBD", "VBZ", "VBP", "VBG", "VBN", "IN", "TO", "RB"))
_LABELS = words("under over page at past to no")
#: Where the noun ends its phrase, so that it is no part of a compound.
_AFTER = words(". , ; ? ! : are were have of in on for from with that which who to by at has")
_UNITS = words(
    "pm am km cm kg mm mph percent percentage dollar pound euro mile foot inch head word noon mln "
    "pct dlr per dozen hundred thousand million billion trillion crew staff youth couple pair "
    "score time gross stone"
)
_DATES = words("last next previous past early late mid same following first")
_MOST_DIGITS = 3


def numbered(sentence: TaggedSentence, at: int) -> Detection | None:
    """``three argument``, ``12 new school``."""
    if not sentence.opens(at) and (
        sentence.tag(at - 1) not in _BEFORE or sentence.word(at - 1) in _LABELS
    ):
        return None
    noun = at + 1
    while noun < at + 4 and tags_of(sentence.word(noun))[:1] == ("JJ",):
        if sentence.word(noun) in _DATES:
            return None  # "up from 13 last year"
        noun += 1
    if _is_compound(sentence, noun):
        noun += 1
    word = sentence.word(noun)
    if not sentence.is_lower(noun) or sentence.tag(noun) != "NN" or word in _UNITS:
        return None
    if word in UNSURE_NUMBER:
        return None
    if word not in counted_nouns() and not is_singular(word):
        return None
    if sentence.word(noun + 1) not in _AFTER:
        return None
    right = plural_of(word)
    message = f"After '{sentence.word(at)}' write '{right}'."
    return correction(_RULE, sentence, noun, right, message)


def _is_compound(sentence: TaggedSentence, at: int) -> bool:
    """Whether a noun at ``at`` and the one after it are a known compound: railway station."""
    return (
        tags_of(sentence.word(at))[:1] == ("NN",)
        and sentence.is_lower(at + 1)
        and tags_of(sentence.word(at + 1))[:1] == ("NN",)
        and sentence.word(at) not in _UNITS
        and pair(sentence.word(at), sentence.word(at + 1)) > _KNOWN
    )


# log2 of the count from which two nouns in a row are a compound.
_KNOWN = 2.0

TRIGGERS: dict[str, Detector] = dict.fromkeys(_NUMBERS, numbered)


def by_shape(_shown: str, word: str) -> Detector | None:
    """The detector for numbers in figures; a year counts nothing."""
    return numbered if word.isdecimal() and word != "1" and len(word) <= _MOST_DIGITS else None
