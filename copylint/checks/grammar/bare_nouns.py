"""A noun that is counted, bare after a verb or a preposition: is member of, works as teacher."""

from __future__ import annotations

from copylint.checks.grammar.frames import indefinite_before, insertion, is_full_prose
from copylint.checks.grammar.missing_a import RULE
from copylint.checks.grammar.participles import after_be
from copylint.checks.grammar.tagged_sentence import Detection, Detector, TaggedSentence, pair
from copylint.language.nouns import counted_nouns
from copylint.language.word_list import listed, words
from copylint.language.word_tags import tags_of

_BE = words("is was be been being becomes became remains remained isn't wasn't")
_HAVE = words("has have had having needs needed wants wanted")
# Verbs that are participles too, so that their subject must come right before them.
_ACTIONS = words(
    "need want buy buys bought build builds built find finds found make makes made give gives gave "
    "write writes wrote hire hires hired meet meets met open opens opened sign signs signed draw "
    "drew wear wears wore tell tells told ask asks asked hold holds held sell sells sold get gets "
    "got see sees saw plant planted owns owned create creates created reach reached runs ran "
    "launched"
)
_PLAIN_FORMS = words(
    "need want buy build find make give write hire meet open sign draw wear tell ask hold sell get "
    "see plant own create reach"
)
_SUBJECTS = words("he she they we i it you who which that nobody everybody someone")
_HEADS = _BE | _HAVE | _ACTIONS | {"as"}
# Somebody works as something; an argument may be passed "as reference".
_WORKS = words(
    "work works worked working serve serves served serving act acts acted acting job career role "
    "life living trained"
)
# A sentence that opens with one of these is not a headline, even without an article.
_PRONOUNS = words("it he she they we i this that there these those who")
#: Nouns that take an article after a verb, though copy has them bare elsewhere: by bus, at school.
_COUNTED = listed("count-nouns")
_NO_ADJECTIVES = words("much such own other same little few less more most enough last next")
_DEGREES = words("very really rather fairly highly too extremely truly hugely")
_ENDS = words(
    ". , ; ? ! of in for on that who which at to from with near about after before over when "
    "because last next yesterday today by between where"
)
_MOST_ADJECTIVES = 2
# How often (log2) edited copy may have the head and the noun in a row.
_SELDOM = 1.0


def bare(sentence: TaggedSentence, at: int) -> Detection | None:
    """The detection at the counted noun ``at``, if its head before it has no article."""
    if not sentence.is_lower(at):
        return None
    if sentence.word(at + 1) not in _ENDS and at + 1 < len(sentence):
        return None
    # Words before tags: few places have a head at all, and a tag has the whole sentence tagged.
    near = range(max(1, at - _MOST_ADJECTIVES - 2), at)
    if not any(sentence.word(index) in _HEADS for index in near) or sentence.tag(at) != "NN":
        return None
    first = at
    while first > at - _MOST_ADJECTIVES and _is_plain_adjective(sentence, first - 1):
        first -= 1
    if first < at and sentence.word(first - 1) in _DEGREES:
        first -= 1
    head = sentence.word(first - 1)
    if head not in _HEADS or not sentence.is_word(first - 1) or first < 2:
        return None
    if head in _HAVE and sentence.word(first - 2) in _NOT_BEFORE_HAVE:
        return None
    if head not in _ACTIONS and head != "as" and sentence.word(first - 2) in _NOT_BEFORE_VERB:
        return None  # "a much-needed break", "the wanted article"
    if head in _ACTIONS and not _has_subject(sentence, first - 1):
        return None
    if head == "as" and (sentence.word(first - 2) not in _WORKS or first < at):
        return None  # "as strong coffee as" is right
    if pair(head, sentence.word(first)) > _SELDOM and first == at:
        return None
    if head in _BE and first == at and after_be(sentence, at - 1) is not None:
        return None  # "is base on": a participle without its ending
    spoken = sentence.word(0) in _PRONOUNS and sentence.word(len(sentence) - 1) in (".", "!", "?")
    if not spoken and not is_full_prose(sentence, first - 1, at):
        return None
    return insertion(RULE.id, sentence, first - 1, indefinite_before(sentence.word(first)))


_NOT_BEFORE_HAVE = words("to would")
_NOT_BEFORE_VERB = words("a an the my your his her its our their much badly sorely -")


def _has_subject(sentence: TaggedSentence, verb: int) -> bool:
    """Whether a possible subject of the verb comes right before it."""
    before = sentence.word(verb - 1)
    if before in _SUBJECTS:
        return True
    if sentence.word(verb) in _PLAIN_FORMS and sentence.tag(verb - 1) != "NNS":
        return False  # "a plain build environment"
    return sentence.is_word(verb - 1) and sentence.tag(verb - 1) in ("NN", "NNS", "NNP", "NNPS")


def _is_plain_adjective(sentence: TaggedSentence, at: int) -> bool:
    if sentence.word(at) in _NO_ADJECTIVES:
        return False
    return sentence.tag(at) == "JJ" and tags_of(sentence.word(at))[:1] == ("JJ",)


def by_shape(_shown: str, word: str) -> Detector | None:
    """The detector for nouns that are counted."""
    return bare if word in counted_nouns() or word in _COUNTED else None
