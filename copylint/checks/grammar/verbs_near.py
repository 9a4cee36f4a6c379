"""Helpers shared by the detectors of verb forms."""

from __future__ import annotations

from copylint.checks.grammar.tagged_sentence import Detection, TaggedSentence, like
from copylint.language.word_list import words
from copylint.language.word_tags import tags_of

#: Words that open or are the object of a verb.
OBJECTS = words("the a an his her its their my our your them him it us me")
#: Words that go with a verb: "roll back", "shut down".
PARTICLES = words("back up out down off over away")
_ADVERBS = words("not also never still then now only always just ever even soon")


def skip_adverbs(sentence: TaggedSentence, at: int, most: int = 2) -> int:
    """The index of the first token from ``at`` on that is not an adverb."""
    end = at + most
    while at < end and (sentence.word(at) in _ADVERBS or _is_adverb(sentence.word(at))):
        at += 1
    return at


def _is_adverb(word: str) -> bool:
    """Whether a word in -ly is an adverb, not a verb (tally, rely)."""
    if not word.endswith("ly") or word in _VERBS:
        return False
    tags = tags_of(word)
    return not tags or "RB" in tags


#: Verbs in -ly that the tagger may not have met.
_VERBS = words("tally rally bully sully dally ally")


def reform(
    rule: str, sentence: TaggedSentence, at: int, right: str, message: str
) -> Detection | None:
    """``right`` for the verb in lower case at ``at``; None if nothing changes.

    ``rule`` is the id of the rule that says so.
    """
    word = sentence.shown(at)
    if not right or right == sentence.word(at) or not sentence.is_lower(at):
        return None
    return Detection(rule, at, at, (like(word, right),), message)
