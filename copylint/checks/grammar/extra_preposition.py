"""A preposition too many: at of the house, of by the, the plan to would."""

from __future__ import annotations

from copylint.checks.grammar.extra_pairs import MODALS, clashing
from copylint.checks.grammar.tagged_sentence import Detector, TaggedSentence, pair
from copylint.core.rule import Bad, Good, Level, Precedence, Rule
from copylint.language.word_list import words

RULE = Rule(
    id="grammar.extra-preposition",
    summary="Flags a preposition too many.",
    why=(
        "'At of' and 'of by' are left over from an earlier wording. The rule speaks only "
        "where edited copy never has the two words in a row and often has what is left "
        "without one of them."
    ),
    bad=(Bad("He was at of the house.", "at of", "He was at the house."),),
    good=(
        Good("He was had up for it. It was out of the house by noon."),
        Good("The one in for the job is on to it."),
    ),
    level=Level.SENTENCE,
    precedence=Precedence.GRAMMAR,
)


def _clash(sentence: TaggedSentence, at: int) -> bool:
    """Whether the preposition at ``at`` and the word after it are a typo, whatever the sentence."""
    first, second, before = sentence.word(at), sentence.word(at + 1), at - 1
    if pair(first, second) > 2:
        return False
    noun_before = sentence.tag(before)[:2] == "NN"
    if first == "to":
        return second in MODALS and noun_before
    if first == "of":
        return second in ("by", "to", "into") and noun_before
    if sentence.tag(before)[:1] == "V" or sentence.tag(before) in ("RP", "RB", "IN"):
        return first == "at" and second == "of" and sentence.tag(before)[:1] == "V"
    return (second == "of" and sentence.word(at + 2) != "course") or (
        first == "during" and second == "to"
    )


_BEFORE_OF = words("at during by into between with for")

TRIGGERS: dict[str, Detector] = dict.fromkeys(_BEFORE_OF | {"to", "of"}, clashing(RULE.id, _clash))
