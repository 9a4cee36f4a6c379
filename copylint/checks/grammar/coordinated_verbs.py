"""The second of two verbs of one subject: the clerk opens the letters and read them aloud."""

from __future__ import annotations

from copylint.checks.grammar.subject_verb import RULE
from copylint.checks.grammar.tagged_sentence import Detection, Detector, TaggedSentence, correction
from copylint.checks.grammar.verbs_near import skip_adverbs
from copylint.language.nouns import may_be_singular
from copylint.language.verbs import only_base, third_of
from copylint.language.word_list import words
from copylint.language.word_tags import tags_of

_PRONOUNS = words("he she it this that")
_DETERMINERS = words("the a an this that his her its their our my your every each")
_OBJECTS = words(
    "the a an his her its their our my your this that these those them him it all every each any "
    "to in on at from into with for"
)
_OTHER_VERBS = frozenset(("VB", "VBP", "MD", "TO", "VBZ", "VBD"))
_OTHER_CLAUSES = words("that which who whom how what if when where whether because let lets help")
_REACH, _LONGEST_SUBJECT = 16, 5


def second_verb(sentence: TaggedSentence, at: int) -> Detection | None:
    """``the clerk opens the letters and read``: with one finite verb before, in the singular."""
    verb = skip_adverbs(sentence, at + 1)
    word = sentence.word(verb)
    if sentence.word(verb + 1) not in _OBJECTS or not sentence.is_lower(verb):
        return None
    if not _is_plain(sentence, verb):
        return None
    first = at - 1
    while first > max(0, at - _REACH) and sentence.tag(first) not in _OTHER_VERBS:
        if sentence.word(first) in _OTHER_CLAUSES or sentence.word(first) in (":", ";"):
            return None
        first -= 1
    if sentence.tag(first) != "VBZ" or "VBZ" not in tags_of(sentence.word(first)):
        return None
    if not _has_single_subject(sentence, first) or sentence.word(first) in ("is", "has", "does"):
        return None
    right = third_of(word)
    message = f"After '{sentence.word(first)} … and' write '{right}'."
    return correction(RULE.id, sentence, verb, right, message)


def _is_plain(sentence: TaggedSentence, at: int) -> bool:
    """Whether the word at ``at`` is a plain form; *read* and *put* are past forms too, not here."""
    word = sentence.word(at)
    if word in ("be", "cannot"):
        return False
    return only_base(word) or (
        tags_of(word)[:1] in (("VB",), ("VBP",)) and sentence.tag(at) in ("VB", "VBP", "VBD")
    )


def _has_single_subject(sentence: TaggedSentence, verb: int) -> bool:
    """Whether the sentence opens with one person or thing, the subject of ``verb``."""
    last = verb - 1
    while last > 0 and sentence.tag(last) == "RB":
        last -= 1
    if last > _LONGEST_SUBJECT:
        return False
    first = next((each for each in range(last + 1) if sentence.is_word(each)), last)
    if first == last:
        return sentence.word(last) in _PRONOUNS
    if sentence.word(first) not in _DETERMINERS or not may_be_singular(sentence.word(last)):
        return False
    return all(sentence.tag(each)[:2] in ("NN", "JJ") for each in range(first + 1, last + 1))


TRIGGERS: dict[str, Detector] = {"and": second_verb}
