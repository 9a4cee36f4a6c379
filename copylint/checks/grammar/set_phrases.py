"""Phrases whose verb never changes: as follows."""

from __future__ import annotations

from copylint.checks.grammar.tagged_sentence import Detection, Detector, TaggedSentence, correction
from copylint.core.rule import Bad, Good, Level, Precedence, Rule

RULE = Rule(
    id="grammar.as-follows",
    summary="Flags 'as follow'.",
    why=("The phrase is 'as follows' after a singular and after a plural."),
    bad=(Bad("The results are as follow:", "follow", "The results are as follows:"),),
    good=(Good("The results are as follows:"),),
    level=Level.SENTENCE,
    precedence=Precedence.GRAMMAR,
)


def as_follows(sentence: TaggedSentence, at: int) -> Detection | None:
    """``as follow:``, ``are as followed:``."""
    if sentence.word(at - 1) != "as" or not sentence.is_lower(at):
        return None
    if sentence.word(at + 1) not in (":", "") and at + 1 < len(sentence):
        return None
    return correction(RULE.id, sentence, at, "follows", "The phrase is 'as follows'.")


TRIGGERS: dict[str, Detector] = {"follow": as_follows, "followed": as_follows}
