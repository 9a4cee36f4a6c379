"""Phrases whose verb never changes: as follows."""

from __future__ import annotations

from copylint.checks.grammar.tagged_sentence import Detection, Detector, TaggedSentence, correction

_RULE = "grammar.agreement"


def as_follows(sentence: TaggedSentence, at: int) -> Detection | None:
    """``as follow:``, ``are as followed:``."""
    if sentence.word(at - 1) != "as" or not sentence.is_lower(at):
        return None
    if sentence.word(at + 1) not in (":", "") and at + 1 < len(sentence):
        return None
    return correction(_RULE, sentence, at, "follows", "The phrase is 'as follows'.")


TRIGGERS: dict[str, Detector] = {"follow": as_follows, "followed": as_follows}
