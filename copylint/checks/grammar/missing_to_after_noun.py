"""A "to" that is missing after a noun: allows you choose, wants Ann go, in an effort improve."""

from __future__ import annotations

from copylint.checks.grammar.frames import DETERMINERS, insertion
from copylint.checks.grammar.missing_to import RULE
from copylint.checks.grammar.tagged_sentence import Detection, Detector, TaggedSentence, pair
from copylint.language.verbs import is_base, only_base
from copylint.language.word_list import words

_OBJECTS = words("you him them us me it")
_ENDS = DETERMINERS | words("about on in over up out back for with how what if")
#: Verbs that take a person and an infinitive: "ask him to go".
_VERBS = words(
    "allow allows allowed allowing enable enables enabled enabling force forces forced forcing "
    "want wants wanted wanting ask asks asked asking urge urges urged urging direct directs "
    "directed encourage encourages encouraged order orders ordered permit permits "
    "permitted persuade persuades persuaded expect expects expected instruct instructed"
)


def with_object(sentence: TaggedSentence, at: int) -> Detection | None:
    """``lets or allows you choose``, ``wants Ann sell the``, ``allowing some clubs sell their``."""
    if sentence.word(at - 1) in _NO_OBJECT or sentence.shown(at)[0].isupper():
        return None
    if sentence.word(at + 1) == "to":
        return None
    verb = _verb_after_object(sentence, at + 1)
    if not verb or not sentence.is_lower(verb) or sentence.word(verb) == "be":
        return None
    if pair("to", sentence.word(verb)) < 3:
        return None
    return insertion(RULE.id, sentence, verb - 1, "to")


_NO_OBJECT = words("that who not - the a")


def _verb_after_object(sentence: TaggedSentence, first: int) -> int:
    """The index of the bare verb after the object that starts at ``first``; 0 if none is."""
    if not sentence.is_word(first) or not _may_hold_verb(sentence, first + 1):
        return 0
    if sentence.word(first) in _OBJECTS:
        verb = first + 1
        return verb if only_base(sentence.word(verb)) and _has_complement(sentence, verb) else 0
    last = first + (sentence.word(first) in _OPENERS)
    end = last + 6
    while last < end and sentence.tag(last) in _NOUNLIKE:
        last += 1
    if last == first:
        return 0
    # The verb may have been read as one more noun.
    for verb in (last, last - 1):
        if (
            verb > first
            and sentence.tag(verb - 1) in ("NNP", "NNS", "NNPS")
            and _is_bare(sentence, verb)
        ):
            return verb
    return 0


def _may_hold_verb(sentence: TaggedSentence, first: int) -> bool:
    """Whether a plain verb may follow a name, a plural or a pronoun, judged without tags."""
    for at in range(first, min(first + 6, len(sentence))):
        if is_base(sentence.word(at)) and sentence.is_lower(at):
            before = sentence.word(at - 1)
            if before in _OBJECTS or before.endswith("s") or not sentence.is_lower(at - 1):
                return True
    return False


def _is_bare(sentence: TaggedSentence, verb: int) -> bool:
    word, following = sentence.word(verb), sentence.word(verb + 1)
    if only_base(word):
        return _has_complement(sentence, verb)
    if not is_base(word):
        return False
    if following in _PARTICLES:
        return word in _WITH_PARTICLE
    articles = ("a", "an", "the", "his", "her", "their")
    return sentence.tag(verb) in ("VB", "VBP", "NN") and following in articles


def _has_complement(sentence: TaggedSentence, verb: int) -> bool:
    tags = ("NNP", "JJ", "NNS", "NN", "CD", "IN", "POS")
    return sentence.word(verb + 1) in _ENDS or sentence.tag(verb + 1) in tags


_NOUNLIKE = frozenset(("NNP", "NNS", "NN", "JJ", "JJR", "NNPS"))
_OPENERS = words("the a an some all their his her its more")
_PARTICLES = words("over up back out down off in")
_WITH_PARTICLE = words("hand turn give pull back sign step cut take bring set carry shut")


def in_effort(sentence: TaggedSentence, at: int) -> Detection | None:
    """``in an effort improve``, ``in attempts win``."""
    verb = at + 1
    if not is_base(sentence.word(verb)) or not sentence.is_lower(verb):
        return None
    first = at - 1
    while first > at - 4 and sentence.tag(first) in ("JJ", "NN", "VBN"):
        first -= 1
    if sentence.word(first) in _EFFORT_OPENERS:
        first -= 1
    if sentence.word(first) != "in":
        return None
    object_next = sentence.word(verb + 1) in DETERMINERS
    plain = only_base(sentence.word(verb)) and sentence.tag(verb + 1) in ("NNP", "NNS", "JJ")
    return insertion(RULE.id, sentence, at, "to") if object_next or plain else None


_EFFORT_OPENERS = words("a an his her its their the")

TRIGGERS: dict[str, Detector] = {
    **dict.fromkeys(_VERBS, with_object),
    **dict.fromkeys(words("effort attempt attempts bid efforts"), in_effort),
}
