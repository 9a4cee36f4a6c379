"""Whether *is is*, *will will* or *can can* is a typo or the end of a clause and a verb.

"What it is is a mess" and "those who can can help" are English: the first verb ends a
clause that is the subject of the second. ``The plan, which is is late`` and
``a bill that will will pass`` are not.
"""

from __future__ import annotations

from copylint.language.word_list import words

_BE = words("is are was were be")
_MODALS = words("will can might must may do does did have has")
#: Verbs that may end one clause and begin the next.
ENDS_CLAUSE = _BE | _MODALS

_PRONOUNS = words("i you he she it we they there this these those")
_RELATIVES = words("who which that")
#: Words that open a clause that may be a subject, or are followed by one that ends in its verb.
_OPENS_SUBJECT = words("""
    what whatever whoever wherever where how why when whom question thing things point problem
    issue truth answer reason all anything everything something lengths people place way asked
    wonder
    """)
#: Words that a clause with "that" and a pronoun may belong to: all that it is is.
_CARRIES = words("all everything anything something nothing thing things way people place lengths")
#: Words for people that do not need a noun: those who can can.
_WHOEVER = words("those people anyone everyone anybody everybody all he she they one ones")
_ASKS = words("know knows knew of about wonder wonders wondered asked ask tell say matter matters")
_FINITE = words("""
    is are was were has have had will would can could may might must should shall do does did
    """)
_OPENS_CLAUSE = words(", that who which and but or because if when where while as")
#: Words before "will" or "can" as a noun: his free will will.
_OWNERS = words("the a free good own political his her their our your public ill s strong iron tin")


def is_slip(verb: str, before: list[str], following: list[str]) -> bool:
    """Whether ``verb``, one of ``ENDS_CLAUSE`` printed twice in a row, is a typo.

    ``before`` are the words and commas of the sentence before it, the nearest last;
    ``following`` are those after it; all in lower case.
    """
    last = before[-1] if before else ""
    if last in _RELATIVES:
        return _after_relative(verb, before, following)
    if last in _PRONOUNS:
        return _after_pronoun(before)
    if verb in _MODALS:
        noun = verb in ("will", "can", "might", "must") and last in _OWNERS
        return not noun and not (last == "people" and not _OPENS_SUBJECT.isdisjoint(before))
    if before and before[0] in _SUBJECT_FIRST and _FINITE.isdisjoint(before):
        return "," in before  # "How bad the damage is is unclear."
    return last not in _OPENS_SUBJECT


_SUBJECT_FIRST = words("what whatever whoever wherever where how why who")


def _after_relative(verb: str, before: list[str], following: list[str]) -> bool:
    """After *who*, *which*, *that*: a typo, unless the clause may be complete."""
    relative, antecedent = before[-1], before[-2] if len(before) > 1 else ""
    if antecedent == "," or relative == "which":
        return True
    if antecedent in _WHOEVER:
        return verb not in _MODALS and _goes_on(following)
    if relative == "who":
        return bool(antecedent) and antecedent not in _ASKS
    # "What I mean by that is is …", "the trouble with that is is …".
    return _OPENS_SUBJECT.isdisjoint(before[:-2])


def _after_pronoun(before: list[str]) -> bool:
    """After *it*, *they* and the like: a typo, unless a word before opens a clause about them."""
    opener = before[-2] if len(before) > 1 else ""
    if opener == "that":
        return len(before) < 3 or before[-3] not in _CARRIES
    if opener == "which":
        return before[-3:-2] == [","]
    return opener != "who" and _OPENS_SUBJECT.isdisjoint(before)


def _goes_on(following: list[str]) -> bool:
    """Whether the main verb is still to come: ``those who are are late must wait``."""
    for word in following[1:]:
        if word in _OPENS_CLAUSE:
            return False
        if word in _FINITE:
            return True
    return False
