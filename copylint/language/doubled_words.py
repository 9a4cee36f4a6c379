"""Decides whether a word repeated in a row is an error or English.

"He had had enough", "what it is is", "logged in in May", "very very" and "ha ha" are
English; "the the" is not. The verdict rests on the class of the word and on the words
around it.
"""

from __future__ import annotations

from copylint.language.doubled_auxiliaries import ENDS_CLAUSE
from copylint.language.doubled_auxiliaries import is_slip as is_doubled_auxiliary
from copylint.language.word_list import listed, words

#: Words of grammar. Doubled, they are typos unless the syntax below calls for both.
FUNCTION = listed("function-words")
#: Words that never occur twice in a row and whose second copy is not a typo for another
#: word, as it may be in "as as" (for "as a") and "it it" (for "it if").
CERTAIN = words("""
    a the this these those my your his its our their of to at by for from with into onto about
    between during without within against among and but because while although who whom whose
    could would should they we she them
    """)
# Said twice for effect, in speech and print.
_EMPHATIC = words("""
    very really so too much many far long more most never ever way quite big tiny old little hard
    high deep no yes now there well again over round truly super long-long soon oh ah ha haha he
    ho hey hi la na bye blah yeah please wow wait go come on big bad good great
    """)
_RELATIVE = words("""
    what who whom which that whatever whoever where how why when question thing things point
    problem issue truth answer reason all anything everything something lengths people place way
    asked wonder
    """)
_DETERMINER = words("""
    a an the this these those my your his her its our their each every some any no all both he she
    it we they i you there if when while in as
    """)
# Verbs whose particle or preposition may meet another of the same form: "logged in in May",
# "the man they came to to ask".
_PARTICLES = words("in on over up out off by to through about around for at with from")
_PHRASAL = listed("phrasal-verbs")
_PARTICIPLE = words("been gone become taken given done seen made")


def is_repeated_word(
    word: str, before: list[str], following: list[str], *, quoted: bool, alone: bool
) -> bool:
    """Whether ``word``, printed twice in a row, is a typo.

    ``word`` is in lower case; ``before`` are the words and commas of the sentence before
    it, the nearest last, and ``following`` those after it, in lower case. ``quoted`` says
    that it is spoken; ``alone`` that there is punctuation on both sides, as in "Ha ha,".
    """
    last = next((each for each in reversed(before) if each != ","), "")
    after = following[0] if following and following[0] != "," else ""
    if word not in FUNCTION:
        return not alone and word not in _EMPHATIC and len(word) > 2
    if alone:
        return False
    if word in ("that", "had"):
        return _that_or_had(word, after)
    if word in ENDS_CLAUSE:
        return is_doubled_auxiliary(word, before, following)
    if word in _PARTICLES and last in _PHRASAL:
        # "In order to to" and "to speak to to the" are slips; "lengths he had gone to to" is not.
        return word not in ("in", "on", "over", "by", "up", "off", "out") and (
            _RELATIVE.isdisjoint(before)
        )
    if word in ("you", "it", "her", "there", "here", "this", "what", "him", "us", "me"):
        return _pronoun(word, last, after, quoted)
    if word in ("he", "she", "we", "they", "i"):
        return not quoted and last != word
    return not (word in _EMPHATIC and quoted)


_AFTER_SUBJECT = words(
    "is was will would has had can could should may might must does did are were 's"
)


def _that_or_had(word: str, after: str) -> bool:
    if word == "had":
        return after in _PARTICIPLE
    # "He said that that was wrong" is English; "said that that the council" is not.
    return after in _DETERMINER - {"in", "as", "all", "no"}


def _pronoun(word: str, last: str, after: str, quoted: bool) -> bool:
    if quoted or word in ("her", "there", "what", "this"):
        return False
    if word in ("him", "us", "me"):
        return True
    if word in ("it", "you") and last in _WANTS_SUBJECT:
        return True
    # "Anyone who has it it seems"; "told you you were": only after a preposition or "said".
    return last in ("of", "for", "with", "by", "said", "says", "and", "because", "as", "if") and (
        after in _AFTER_SUBJECT or word == "here"
    )


# A clause begins after one of these: the first "it" is its subject, the second is extra.
_WANTS_SUBJECT = words(
    "which that because when where while although though unless until whether what how why since"
)

# Words in English phrases of the form "a b a b": "more and more and more", "to do to do",
# "day by day by day".
_JOINS = words("and or by to after upon on in over for than as but with")


def is_repeated_phrase(words: tuple[str, ...], following: str) -> bool:
    """Whether ``words`` (lower case), printed twice in a row, are a typo.

    ``following`` is the lower-case word after the second printing, or "".
    """
    if len(set(words)) == 1:
        return False
    if following == words[0] and not _JOINS.isdisjoint(words):
        return False  # day after day after day, block on top of block on top of block
    if words[-1] == "of" and len(words) > 2 and words[-2] in _KIN:
        return False  # the first child of the first child of …
    if len(words) > 2:
        return True
    first, second = words
    if first in _JOINS and (second not in FUNCTION or second in _ADVERBS):
        return False  # again and again, on and on, tit for tat, what they have to do to do it
    if words in (("to", "do"), ("to", "be"), ("to", "have")):
        return False  # all that they have to do to do it
    if first in ("a", "an", "the") and second not in FUNCTION:
        return False  # call a spade a spade
    if "as" in words:
        return False  # as long as long-term …
    return not _EMPHATIC.issuperset(words) and not FUNCTION.isdisjoint(words)


_KIN = words("""
    parent parents child children son daughter father mother brother sister wife husband friend
    friends half best worst copy king heart
    """)
_ADVERBS = words("on over up down out off so then here there")
