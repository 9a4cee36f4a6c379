"""The word "no" is missing: are longer needed."""

from __future__ import annotations

from copylint.checks.grammar.frames import insertion
from copylint.checks.grammar.tagged_sentence import Detection, Detector, TaggedSentence
from copylint.core.rule import Bad, Good, Level, Precedence, Rule
from copylint.language.word_list import words

RULE = Rule(
    id="grammar.missing-no",
    summary="Flags a missing 'no' before 'longer'.",
    why="'The rules are longer needed' makes no sense without 'no'.",
    bad=(Bad("The rules are longer needed.", "are longer", "The rules are no longer needed."),),
    good=(Good("The rules are no longer needed. The new ones are longer lasting."),),
    level=Level.SENTENCE,
    precedence=Precedence.GRAMMAR,
)


def no_longer(sentence: TaggedSentence, at: int) -> Detection | None:
    """``are longer needed``."""
    if sentence.word(at - 1) not in _BE or sentence.tag(at + 1) not in ("VBN", "VBG", "JJ"):
        return None
    return (
        insertion(RULE.id, sentence, at - 1, "no")
        if sentence.word(at + 1) not in _LASTING
        else None
    )


_BE = words("is are was were be been")
_LASTING = words("lasting running living serving standing term")

TRIGGERS: dict[str, Detector] = {"longer": no_longer}
