"""Numbers and the nouns that they count: three argument, 12 new school."""

from __future__ import annotations

from copylint.checks.grammar.determiners import RULE
from copylint.checks.grammar.tagged_sentence import (
    Detection,
    Detector,
    TaggedSentence,
    correction,
    pair,
)
from copylint.language.nouns import (
    COLLECTIVE,
    UNSURE_NUMBER,
    counted_nouns,
    is_singular,
    may_be_singular,
    plural_of,
)
from copylint.language.word_list import words
from copylint.language.word_tags import tags_of

_NUMBERS = words("two three four five six seven eight nine ten eleven twelve fifteen twenty")
#: Tags of the words after which a number counts what follows; after a noun it is its name.
_BEFORE = frozenset(("VB", "VBD", "VBZ", "VBP", "VBG", "VBN", "IN", "TO", "RB"))
_BEFORE_WORDS = words("the these those his her its their our my last next first other top past")
_LABELS = words("under over page at past to no")
#: Words that follow a noun that ends its phrase and so is not part of a compound.
_AFTER = words(". , ; ? ! : are were have of in on for from with that which who to by at has")
_UNITS = words(
    "pm am km cm kg mm mph percent percentage dollar pound euro mile foot inch head word noon mln "
    "pct dlr per dozen hundred thousand million billion trillion crew staff youth couple pair "
    "score time gross stone"
)
_TIMES = words("second minute hour day week month year decade century")
_DATES = words("last next previous past early late mid same following first")
_MOST_DIGITS = 3


def numbered(sentence: TaggedSentence, at: int) -> Detection | None:
    """``three argument``, ``12 new school``, ``the last two match``."""
    noun = at + 1
    while noun < at + 4 and tags_of(sentence.word(noun))[:1] == ("JJ",):
        if sentence.word(noun) in _DATES:
            return None  # "up from 13 last year"
        noun += 1
    if _is_compound(sentence, noun):
        noun += 1
    word = sentence.word(noun)
    if sentence.word(noun + 1) not in _AFTER or not sentence.is_lower(noun):
        return None
    if word in _UNITS or word in UNSURE_NUMBER:
        return None
    if word not in counted_nouns() and not is_singular(word):
        return None
    if not _counts(sentence, at) or sentence.tag(noun) != "NN":
        return None
    right = plural_of(word)
    message = f"After '{sentence.word(at)}' write '{right}'."
    return correction(RULE.id, sentence, noun, right, message)


def _counts(sentence: TaggedSentence, at: int) -> bool:
    """Whether a number at ``at`` counts what follows, and is not the name of a thing."""
    before = sentence.word(at - 1)
    if sentence.opens(at) or (sentence.word(at) in _NUMBERS and before in _BEFORE_WORDS):
        return True
    return before not in _LABELS and sentence.tag(at - 1) in _BEFORE


def of_the(sentence: TaggedSentence, at: int) -> Detection | None:
    """``many of the reason``, ``two of his brother``; numbers without "of" as well."""
    first = at + 2
    if sentence.word(at + 1) != "of" or sentence.word(first) not in _DEFINITE:
        return numbered(sentence, at) if sentence.word(at) in _NUMBERS else None
    noun = first + 1
    while noun < first + 4 and tags_of(sentence.word(noun))[:1] == ("JJ",):
        noun += 1
    word = sentence.word(noun)
    if not may_be_singular(word) or word in COLLECTIVE or word in _UNITS:
        return None
    if not sentence.is_lower(noun) or sentence.tag(noun) != "NN":
        return None
    if sentence.word(noun + 1) not in _AFTER or sentence.word(noun + 1) == "of":
        return None
    right = plural_of(word)
    message = f"After '{sentence.word(at)} of' write '{right}'."
    return correction(RULE.id, sentence, noun, right, message)


def both(sentence: TaggedSentence, at: int) -> Detection | None:
    """``both side``, ``different school``, ``such case``: a counted noun that ends its phrase."""
    before, word = sentence.word(at - 1), sentence.word(at)
    if before in _DETERMINED or (word == "such" and sentence.word(at + 2) == "as"):
        return None
    noun = at + 1
    if tags_of(sentence.word(noun))[:1] == ("JJ",):
        noun += 1
    following = sentence.word(noun + 1)
    noun_word = sentence.word(noun)
    right = plural_of(noun_word)
    if (
        not may_be_singular(noun_word)
        or noun_word in COLLECTIVE
        or noun_word in _UNITS
        or not right
    ):
        return None
    last = sentence.word(noun - 1)
    if noun_word not in counted_nouns() and pair(last, right) <= pair(last, noun_word) + 1:
        return None
    if not sentence.is_lower(noun) or following not in _AFTER or sentence.tag(noun) != "NN":
        return None
    if sentence.tag(at - 1) in ("RB", "JJ", "DT", "PRP$", "POS", "NN", "NNP"):
        return None  # "a slightly different version", "the school's different rooms"
    if (word == "both" and "and" in sentence.lower[noun:]) or pair(word, sentence.word(at + 1)) > 2:
        return None
    return correction(RULE.id, sentence, noun, right, f"After '{word}' write '{right}'.")


_DEFINITE = words("the these those his her its their our my your")
_DETERMINED = words(
    "a an the no any some one every each this that another what my his her its our their your or "
    "than as much whole entirely completely very quite totally"
)
_OF_SEVERAL = words("many several few both each neither either")


def _is_compound(sentence: TaggedSentence, at: int) -> bool:
    """Whether a noun at ``at`` and the one after it are a known compound: railway station."""
    return (
        tags_of(sentence.word(at))[:1] == ("NN",)
        and sentence.is_lower(at + 1)
        and tags_of(sentence.word(at + 1))[:1] == ("NN",)
        and sentence.word(at) not in _UNITS | _TIMES
        and pair(sentence.word(at), sentence.word(at + 1)) > _KNOWN
    )


# log2 of the count from which two nouns in a row are a compound.
_KNOWN = 2.0

TRIGGERS: dict[str, Detector] = {
    **dict.fromkeys(_NUMBERS | _OF_SEVERAL, of_the),
    **dict.fromkeys(words("different such"), both),
    "both": lambda sentence, at: of_the(sentence, at) or both(sentence, at),
}


def by_shape(_shown: str, word: str) -> Detector | None:
    """The detector for numbers in figures; a year counts nothing."""
    return numbered if word.isdecimal() and word != "1" and len(word) <= _MOST_DIGITS else None
