"""Where a clause surely begins, and whether its verb is still to come."""

from __future__ import annotations

from copylint.checks.grammar.tagged_sentence import TaggedSentence
from copylint.language.word_list import words

_SAYS = words("said says say claimed claims believes believed argued argues added insisted")
_OPENERS = words("because although though while whereas but since when")
_BEFORE_THAT = _SAYS | words("is was shows showed means meant thinks thought so now")
#: Tags of finite verbs.
FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
_CLAUSE_ENDS = words(', ; : . ? ! " ” that who which and but or because if when while as')
_MOST_AHEAD = 12


def opens_clause(sentence: TaggedSentence, at: int) -> bool:
    """Whether the word at ``at`` is surely the first of a sentence or of a clause."""
    if sentence.opens(at):
        return True
    before = sentence.word(at - 1)
    if before == "that":
        return sentence.word(at - 2) in _BEFORE_THAT
    if before in ('"', "“"):
        return sentence.word(at - 2) == "," or sentence.opens(at - 1)
    if before in ('"', "”"):
        return sentence.word(at - 2) in (".", "?", "!")
    return before in _OPENERS or before in _SAYS


def has_later_verb(sentence: TaggedSentence, at: int) -> bool:
    """Whether a finite verb follows ``at`` in its clause, so that the word at ``at`` may be a noun.

    "The police report on the fire was late": *report* is not a verb.
    """
    for each in range(at + 1, min(at + _MOST_AHEAD, len(sentence))):
        if sentence.word(each) in _CLAUSE_ENDS:
            return False
        if sentence.tag(each) in FINITE:
            return True
    return False
