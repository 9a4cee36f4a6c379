"""Words that have closed up: ongoing, meantime."""

from __future__ import annotations

from copylint.checks.grammar.hyphens import is_hyphen
from copylint.checks.grammar.tagged_sentence import Detection, Detector, TaggedSentence, like
from copylint.core.rule import Bad, Good, Level, Precedence, Rule

RULE = Rule(
    id="grammar.one-word",
    summary="Flags 'on-going' and 'in the mean time'.",
    why=("'Ongoing' and 'meantime' are single words."),
    bad=(
        Bad("The on-going row cost him.", "on-going", "The ongoing row cost him."),
        Bad("In the mean time it rained.", "mean time", "In the meantime it rained."),
    ),
    good=(
        Good("The ongoing row cost him. In the meantime it rained."),
        Good("The mean time to repair is a day. It is going on and on."),
    ),
    level=Level.SENTENCE,
    precedence=Precedence.GRAMMAR,
)


def ongoing(sentence: TaggedSentence, at: int) -> Detection | None:
    """``on-going``."""
    if not is_hyphen(sentence, at - 1) or sentence.word(at - 2) != "on":
        return None
    if sentence.tokens[at - 1].end != sentence.tokens[at].start or is_hyphen(sentence, at - 3):
        return None
    right = like(sentence.shown(at - 2), "ongoing")
    return Detection(RULE.id, at - 2, at, (right,), "Write 'ongoing' as one word.")


def meantime(sentence: TaggedSentence, at: int) -> Detection | None:
    """``in the mean time``."""
    if sentence.word(at + 1) != "time" or sentence.lower[max(0, at - 2) : at] != ["in", "the"]:
        return None
    if sentence.is_word(at + 2) and sentence.word(at + 2) in ("to", "between", "of", "for"):
        return None
    return Detection(RULE.id, at, at + 1, ("meantime",), "Write 'meantime' as one word.")


TRIGGERS: dict[str, Detector] = {"going": ongoing, "mean": meantime}
