"""A form of *have* that English lacks: he haves a boat."""

from __future__ import annotations

from copylint.checks.grammar.pronoun_verbs import RULE
from copylint.checks.grammar.tagged_sentence import Detection, Detector, TaggedSentence, correction
from copylint.language.nouns import may_be_plural
from copylint.language.word_list import words

_PLURAL = words("i you we they who people men women children")


def haves(sentence: TaggedSentence, at: int) -> Detection | None:
    """``he haves``, ``they haves``; not ``the haves and the have-nots``."""
    subject = sentence.word(at - 1)
    if not sentence.is_lower(at) or not sentence.is_word(at - 1) or subject in _NO_SUBJECT:
        return None
    if sentence.word(at + 1) in ("and", "or", "have", "-") or sentence.tag(at - 1) in (
        "DT",
        "JJ",
        "IN",
    ):
        return None
    right = "have" if subject in _PLURAL or may_be_plural(subject) else "has"
    return correction(RULE.id, sentence, at, right, f"'{sentence.shown(at - 1)}' takes '{right}'.")


_NO_SUBJECT = words("and or the of between these those some many few must nice need should")

TRIGGERS: dict[str, Detector] = {"haves": haves}
