"""A pronoun too many: he she, they we."""

from __future__ import annotations

from copylint.checks.grammar.extra_pairs import SUBJECTS, may_be_extra, one_of_two
from copylint.checks.grammar.tagged_sentence import Detection, Detector, TaggedSentence, pair
from copylint.core.rule import Bad, Good, Level, Precedence, Rule

RULE = Rule(
    id="grammar.extra-pronoun",
    summary="Flags a pronoun too many.",
    why=("'He they' keeps the subjects of two wordings."),
    bad=(Bad("Then he they left for home.", "he they", "Then they left for home."),),
    good=(Good("He, she and they left. The book he she and we wrote is lost."),),
    level=Level.SENTENCE,
    precedence=Precedence.GRAMMAR,
)


def small_pair(sentence: TaggedSentence, at: int) -> Detection | None:
    """``he they``; not ``he and she``."""
    if not may_be_extra(sentence, at) or sentence.word(at + 1) not in SUBJECTS:
        return None
    if pair(sentence.word(at), sentence.word(at + 1)) > 2:
        return None
    if sentence.word(at - 1) in ("and", "or"):
        return None
    return one_of_two(RULE.id, sentence, at)


TRIGGERS: dict[str, Detector] = dict.fromkeys(SUBJECTS, small_pair)
