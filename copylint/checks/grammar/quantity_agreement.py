"""Quantities and what they count: dozens of page, every schools, 70% knows."""

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
    counted_nouns,
    may_be_plural,
    may_be_singular,
    plural_of,
    singular_of,
)
from copylint.language.verbs import base_of_third
from copylint.language.word_list import words
from copylint.language.word_tags import tags_of


def of_many(sentence: TaggedSentence, at: int) -> Detection | None:
    """``a number of report``, ``dozens of page``."""
    if sentence.word(at + 1) != "of" or sentence.word(at - 1) not in _A_FEW[sentence.word(at)]:
        return None
    return _plural_wanted(sentence, at, at + 2, f"{sentence.word(at)} of")


def more(sentence: TaggedSentence, at: int) -> Detection | None:
    """``more public report are``, ``all relevant report``."""
    noun = at + 1
    while (
        noun < at + 4
        and sentence.is_lower(noun)
        and tags_of(sentence.word(noun))[:1] in (("JJ",), ("NN",))
        and sentence.word(noun + 1) not in _BE_HAVE
    ):
        noun += 1
    word, before = sentence.word(noun), sentence.word(at - 1)
    if sentence.word(noun + 1) not in _BE_HAVE or not may_be_singular(word) or word in COLLECTIVE:
        return _all(sentence, at)
    if sentence.tag(noun) != "NN" or not sentence.is_lower(noun):
        return None
    if (noun == at + 1 and sentence.word(at) == "most") or before in _NO_QUANTITY:
        return None
    if sentence.tag(at - 1) in ("DT", "PRP$", "JJ", "POS", "RB", "CD", "NN", "CC"):
        return None
    right = plural_of(word)
    return correction(
        RULE.id, sentence, noun, right, f"Write '{right}' before '{sentence.word(noun + 1)}'."
    )


_NO_QUANTITY = words("no much than or")
_BEFORE_ALL = words("at after above and -")
_BE_HAVE = words("are were have aren't weren't haven't")


def _all(sentence: TaggedSentence, at: int) -> Detection | None:
    """``all relevant report``: with an adjective that goes with the plural."""
    noun = at + 2
    word = sentence.word(noun)
    if sentence.word(at) != "all" or tags_of(sentence.word(at + 1))[:1] != ("JJ",):
        return None
    if word not in counted_nouns() or word in COLLECTIVE or sentence.tag(noun) != "NN":
        return None
    if sentence.word(noun + 1) not in _PHRASE_ENDS or sentence.word(at - 1) in _BEFORE_ALL:
        return None
    right = plural_of(word)
    if pair(sentence.word(at + 1), right) < pair(sentence.word(at + 1), word):
        return None
    return correction(RULE.id, sentence, noun, right, f"After 'all' write '{right}'.")


def other(sentence: TaggedSentence, at: int) -> Detection | None:
    """``other report say``: without a determiner before it."""
    before = sentence.word(at - 1)
    if before in _BEFORE_DETERMINED or (
        sentence.tag(at - 1) not in _BEFORE_OTHER and before != ","
    ):
        return None
    return _plural_wanted(sentence, at, at + 1, "other") or more(sentence, at)


_BEFORE_DETERMINED = words("the a any no every some each or than this that his her their its many")
_BEFORE_OTHER = ("IN", "VB", "VBD", "VBZ", "VBP", "VBG", "CC", "")
_A_FEW: dict[str, frozenset[str]] = {
    "number": words("a the large small growing record increasing total any maximum"),
    **dict.fromkeys(words("list series collection pair set group"), words("a the this long small")),
    "couple": frozenset(("a",)),
    "handful": frozenset(("a",)),
    "lots": frozenset(("", ",", "and", "with", "of", "have", "has", "had")),
    **dict.fromkeys(
        ("dozens", "hundreds", "thousands", "millions"),
        words("of by with for in to and the , has have had are were says said killed many") | {""},
    ),
}


def _plural_wanted(sentence: TaggedSentence, first: int, noun: int, label: str) -> Detection | None:
    """The plural for a counted noun at ``noun``, past adjectives, if it is singular."""
    end = noun + 2
    while noun < end and sentence.is_lower(noun) and tags_of(sentence.word(noun))[:1] == ("JJ",):
        noun += 1
    word = sentence.word(noun)
    if word not in counted_nouns() or word in COLLECTIVE or word in _UNITS:
        return None
    if not sentence.is_lower(noun) or sentence.tag(noun) != "NN":
        return None
    if sentence.word(noun + 1) not in _PHRASE_ENDS or (
        noun == first + 1 and pair(sentence.word(first), word) > 1
    ):
        return None
    between = (each for each in range(first + 1, noun) if sentence.word(each) != "of")
    if any(sentence.tag(each) not in ("JJ", "VBN", "JJR", "JJS") for each in between):
        return None
    right = plural_of(word)
    return correction(RULE.id, sentence, noun, right, f"After '{label}' write '{right}'.")


_UNITS = words("mln pct dlr percent dollar mile foot pound point yard head word percentage")
_PHRASE_ENDS = words(
    ". ; ? ! is are was were has have had will would can could to in on at "
    "of for from with by into against who which that"
)


def every(sentence: TaggedSentence, at: int) -> Detection | None:
    """``every documents``, ``another reasons``."""
    noun = at + 1
    while noun < at + 3 and tags_of(sentence.word(noun))[:1] == ("JJ",):
        noun += 1
    word = sentence.word(noun)
    if not may_be_plural(word) or word in COLLECTIVE or not sentence.is_lower(noun):
        return None
    if sentence.word(noun + 1) not in _PHRASE_ENDS | _MARKS:
        return None
    if sentence.tag(noun) != "NNS" or pair(sentence.word(noun - 1), word) > 1:
        return None
    right = singular_of(word)
    return correction(
        RULE.id, sentence, noun, right, f"After '{sentence.word(at)}' write '{right}'."
    )


_MARKS = words(", : )")


def share(sentence: TaggedSentence, at: int) -> Detection | None:
    """``70% knows``, ``40% of voters says``."""
    verb = at + 1
    if sentence.word(verb) == "of" and may_be_plural(sentence.word(verb + 1)):
        verb += 2
    if sentence.word(verb) not in _OPINIONS or sentence.tag(at - 1) in ("DT", "NN"):
        return None
    right = base_of_third(sentence.word(verb))
    return correction(RULE.id, sentence, verb, right, f"A percentage of people takes '{right}'.")


_OPINIONS = words(
    "thinks says believes wants supports approves opposes disapproves favors favours agrees "
    "disagrees trusts prefers expects feels knows"
)

TRIGGERS: dict[str, Detector] = {
    **dict.fromkeys(_A_FEW, of_many),
    "other": other,
    **dict.fromkeys(words("more all most many some"), more),
    **dict.fromkeys(words("every each another"), every),
}


def by_shape(_shown: str, word: str) -> Detector | None:
    """The detector for percentages."""
    return share if word.endswith("%") and word[:1].isdigit() else None
