"""A verb too many: would could, is believes, was not be seen."""

from __future__ import annotations

from copylint.checks.grammar.extra_pairs import (
    MODALS,
    OPEN_CLAUSE,
    SUBJECTS,
    clashing,
)
from copylint.checks.grammar.tagged_sentence import Detection, Detector, TaggedSentence, pair
from copylint.core.rule import Bad, Good, Level, Precedence, Rule
from copylint.language.word_list import words
from copylint.language.word_tags import tags_of

RULE = Rule(
    id="grammar.extra-verb",
    summary="Flags a verb too many, or the 'to' or 'be' of another wording.",
    why=(
        "'Would could' and 'is believes' keep the verbs of two wordings. Clauses that may end "
        "in a verb ('what it is, is') are left alone."
    ),
    bad=(Bad("It would could help them.", "would could", "It would help them."),),
    good=(
        Good("He was had up for it. It is what it was. All that that says is this."),
        Good("I said I would, could and should. What it is, is a mess."),
    ),
    level=Level.SENTENCE,
    precedence=Precedence.GRAMMAR,
)


def _clash(sentence: TaggedSentence, at: int) -> bool:
    """Whether the verb at ``at`` and the word after it are a typo, whatever the sentence."""
    first, second, before = sentence.word(at), sentence.word(at + 1), at - 1
    if pair(first, second) > 2:
        return False
    if first in MODALS:
        if sentence.is_quoted(sentence.tokens[at].start) or sentence.tag(at) != "MD":
            return False
        if second == "to":
            return sentence.tag(at + 2) in ("VB", "VBP") and not sentence.has_before(
                at, OPEN_CLAUSE, 8
            )
        return second in MODALS and sentence.tag(at + 1) == "MD"
    noun_before = sentence.tag(before)[:2] == "NN"
    if first in _BE_FORMS and second in _FIRM_MODALS:
        return noun_before and not sentence.has_before(at, OPEN_CLAUSE, 12)
    if (first in _BE_FORMS and second in _BE_FORMS) or (
        first in _HAVE_FORMS and second in _HAVE_FORMS and "had" not in (first, second)
    ):
        return noun_before and not sentence.has_before(at, OPEN_CLAUSE, 12)
    if first in _BE_FORMS and second == "have":
        return pair(first, second) < 1 and (noun_before or sentence.word(before) in SUBJECTS)
    return False


_BE_FORMS = words("is are was were")
_HAVE_FORMS = words("has have had")
_FIRM_MODALS = words("will can would could should must")
# After one of these, or a form of *be*, two verbs may meet.
_TWO_CLAUSES = OPEN_CLAUSE | _BE_FORMS
_PLURAL = words("are were")
_HAVE = words("has have")
_SUBJECT = ("NN", "NNS", "NNP", "NNPS", "PRP")
_QUOTES = words("\" “ ” ' ‘ ’")


def two_verbs(sentence: TaggedSentence, at: int) -> Detection | None:
    """``Canada is believes``, ``they are have``: two finite verbs of one subject."""
    verb = sentence.word(at + 1)
    if verb not in _HAVE and tags_of(verb) != ("VBZ",):
        return None
    if (sentence.word(at) in _PLURAL) != (verb == "have") or pair(sentence.word(at), verb) > 0:
        return None
    if (
        not sentence.is_lower(at + 1)
        or not sentence.is_lower(at)
        or sentence.tag(at - 1) not in _SUBJECT
    ):
        return None
    if sentence.has_before(at, _TWO_CLAUSES, 14) or sentence.is_quoted(sentence.tokens[at].start):
        return None
    if not sentence.is_word(at + 2) and sentence.word(at + 2) not in _QUOTES:
        return None
    shown = sentence.shown(at + 1)
    return Detection(RULE.id, at, at + 1, (shown,), f"Two verbs in a row; did you mean '{shown}'?")


def not_be(sentence: TaggedSentence, at: int) -> Detection | None:
    """``was not be seen``, ``will not to sign``; ``at`` is *not*."""
    before, after = sentence.word(at - 1), sentence.word(at + 1)
    if after == "be" and before in ("is", "are", "was", "were"):
        if sentence.has_before(at - 1, OPEN_CLAUSE, 4):
            return None
        return _without_next(sentence, at)
    if after == "to" and before in _ONE_MODALS and sentence.tag(at - 1) == "MD":
        verb = tags_of(sentence.word(at + 2))
        if verb[:1] == ("VB",) and sentence.is_word(at - 2) and sentence.word(at - 2) not in _IF:
            return _without_next(sentence, at)
    return None


_ONE_MODALS = words("will would could should must")
_IF = words("or whether if as than")


def _without_next(sentence: TaggedSentence, at: int) -> Detection:
    idle = sentence.word(at + 1)
    return Detection(RULE.id, at, at + 1, (sentence.shown(at),), f"Delete '{idle}' here.")


TRIGGERS: dict[str, Detector] = dict.fromkeys(
    MODALS | _BE_FORMS | _HAVE_FORMS, clashing(RULE.id, _clash)
)
#: Run after the detectors of apostrophes, which may know better.
LATE_TRIGGERS: dict[str, Detector] = {**dict.fromkeys(_BE_FORMS, two_verbs), "not": not_be}
