"""A "to" that is missing after a verb and its object: allows you choose, wants Ann go."""

from __future__ import annotations

from copylint.checks.grammar.frames import DETERMINERS, insertion
from copylint.checks.grammar.tagged_sentence import Detector, Line, Slip, pair
from copylint.language.verbs import is_base, only_base
from copylint.language.word_list import words

_OBJECTS = words("you him them us me it")
_ENDS = DETERMINERS | words("about on in over up out back for with how what if")
#: Verbs that take somebody and what that one is "to do".
_VERBS = words(
    "allow allows allowed allowing enable enables enabled enabling force forces forced forcing "
    "want wants wanted wanting ask asks asked asking urge urges urged urging direct directs "
    "directed encourage encourages encouraged order orders ordered permit permits "
    "permitted persuade persuades persuaded expect expects expected instruct instructed"
)


def with_object(line: Line, at: int) -> Slip | None:
    """``lets or allows you choose``, ``wants Ann sell the``, ``allowing some clubs sell their``."""
    if line.word(at - 1) in _NO_OBJECT or line.shown(at)[0].isupper():
        return None
    if line.word(at + 1) == "to":
        return without_object(line, at)
    verb = _verb_after_object(line, at + 1)
    if not verb or not line.is_lower(verb) or line.word(verb) == "be":
        return None
    if pair("to", line.word(verb)) < 3:
        return None
    return insertion(line, verb - 1, "to")


_NO_OBJECT = words("that who not - the a")


def _verb_after_object(line: Line, first: int) -> int:
    """The index of the bare verb after the object that starts at ``first``; 0 where none is."""
    if not line.is_word(first) or not _may_hold_verb(line, first + 1):
        return 0
    if line.word(first) in _OBJECTS:
        verb = first + 1
        return verb if only_base(line.word(verb)) and _has_complement(line, verb) else 0
    last = first + (line.word(first) in _OPENERS)
    end = last + 6
    while last < end and line.tag(last) in _NOUNLIKE:
        last += 1
    if last == first:
        return 0
    # The verb may have been read as one more noun.
    for verb in (last, last - 1):
        if verb > first and line.tag(verb - 1) in ("NNP", "NNS", "NNPS") and _is_bare(line, verb):
            return verb
    return 0


def _may_hold_verb(line: Line, first: int) -> bool:
    """Whether a bare verb may stand after a name, a plural or a pronoun: a look without tags."""
    for at in range(first, min(first + 6, len(line))):
        if is_base(line.word(at)) and line.is_lower(at):
            before = line.word(at - 1)
            if before in _OBJECTS or before.endswith("s") or not line.is_lower(at - 1):
                return True
    return False


def _is_bare(line: Line, verb: int) -> bool:
    word, following = line.word(verb), line.word(verb + 1)
    if only_base(word):
        return _has_complement(line, verb)
    if not is_base(word):
        return False
    if following in _PARTICLES:
        return word in _WITH_PARTICLE
    articles = ("a", "an", "the", "his", "her", "their")
    return line.tag(verb) in ("VB", "VBP", "NN") and following in articles


def _has_complement(line: Line, verb: int) -> bool:
    tags = ("NNP", "JJ", "NNS", "NN", "CD", "IN", "POS")
    return line.word(verb + 1) in _ENDS or line.tag(verb + 1) in tags


def without_object(line: Line, at: int) -> Slip | None:
    """``the tool allows to choose``: whom it allows is missing."""
    verb, before = line.word(at + 2), at - 1
    if line.word(at) not in _NEEDS_OBJECT or not is_base(verb) or verb == "be":
        return None
    if line.tag(before) == "RB":
        before -= 1
    if line.opens(at) or line.word(before) in _PASSIVE:
        return None
    if line.tag(before)[:2] not in ("NN", "PR", "MD", "WD", "TO", "VB"):
        return None
    return insertion(line, at, "you", "them", "us")


_PASSIVE = words("is are was were be been being and then or")
_NEEDS_OBJECT = words(
    "allow allows allowing enable enables enabling permits urging encourages encouraging persuading"
)
_NOUNLIKE = frozenset(("NNP", "NNS", "NN", "JJ", "JJR", "NNPS"))
_OPENERS = words("the a an some all their his her its more")
_PARTICLES = words("over up back out down off in")
_WITH_PARTICLE = words("hand turn give pull back sign step cut take bring set carry shut")

TRIGGERS: dict[str, Detector] = dict.fromkeys(_VERBS, with_object)
