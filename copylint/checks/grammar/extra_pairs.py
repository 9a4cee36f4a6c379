"""Two small words that never meet, one of which the sentence can do without."""

from __future__ import annotations

from collections.abc import Callable

from copylint.checks.grammar.tagged_sentence import (
    Detection,
    Detector,
    TaggedSentence,
    like,
    pair,
    triple,
)
from copylint.language.word_list import words

DETERMINERS = words("the a an my our their its your")
ALL_DETERMINERS = DETERMINERS | {"his", "her", "this", "these", "those"}
SUBJECTS = words("he she they we")
FINITE = words("is are was were has have had would could should")
MODALS = words("will would can could should may might must")
NEVER_AFTER_DETERMINER = words("of by with from into during")
#: A clause that one of these opens may end in a verb or a preposition.
OPEN_CLAUSE = words(
    "what who whom which that where when how why all everything anything as than if whatever "
    "wherever whether thing only things one"
)
_SECOND = ALL_DETERMINERS | SUBJECTS | FINITE | MODALS | NEVER_AFTER_DETERMINER | {"to", "it", "i"}
_LEAST = 6.0


def may_be_extra(sentence: TaggedSentence, at: int) -> bool:
    """Whether the words at ``at`` and after it are two small words that may clash."""
    second = sentence.word(at + 1)
    if second not in _SECOND or not sentence.is_lower(at + 1) or sentence.word(at) == second:
        return False
    return sentence.is_lower(at) or (sentence.opens(at) and sentence.tokens[at].text != "A")


def clashing(rule: str, clash: Callable[[TaggedSentence, int], bool]) -> Detector:
    """A detector of two small words in a row of which one is too many.

    ``clash`` says whether the words at a place and after it do; ``rule`` reports them.
    """

    def detect(sentence: TaggedSentence, at: int) -> Detection | None:
        if not may_be_extra(sentence, at) or not clash(sentence, at):
            return None
        return one_of_two(rule, sentence, at)

    return detect


def one_of_two(rule: str, sentence: TaggedSentence, at: int) -> Detection | None:
    """The one of the words at ``at`` and after it that the sentence needs, if it needs only one.

    ``rule`` is the id of the rule that says that they clash.
    """
    first, second = sentence.word(at), sentence.word(at + 1)
    before, after = sentence.word(at - 1) or "^", sentence.word(at + 2)
    if not sentence.is_word(at + 2) or (at and not sentence.is_word(at - 1)):
        return None
    without_first = _fit(before, second, after)
    without_second = _fit(before, first, after)
    if max(without_first, without_second) < _LEAST:
        return None
    right = second if without_first >= without_second else first
    kept = like(sentence.shown(at), right) if right == second else sentence.shown(at)
    others: tuple[str, ...] = (kept,)
    if first == "the" and second in SUBJECTS:
        that = like(sentence.shown(at), "that") + " " + second
        others = (that, kept) if sentence.tag(at - 1)[:1] == "V" else (kept, that)
    return Detection(
        rule,
        at,
        at + 1,
        others,
        f"'{first} {second}' cannot be right; did you mean '{others[0]}'?",
    )


def _fit(before: str, word: str, after: str) -> float:
    """How well edited copy knows ``word`` between its neighbours: log2 counts added up."""
    left = pair(before, word) if before else 4.0
    right = pair(word, after)
    if right < 2 or left < 2:
        return 0.0
    return left + right + (triple(before, word, after) if before else 0.0)
