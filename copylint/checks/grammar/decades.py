"""Decades with an apostrophe: the 1990's."""

from __future__ import annotations

from copylint.checks.grammar.tagged_sentence import Detection, Detector, TaggedSentence
from copylint.core.rule import Bad, Good, Level, Precedence, Rule

RULE = Rule(
    id="grammar.decade",
    summary="Flags an apostrophe in a decade.",
    why=(
        "A decade is a plural, not a possessive: 'the 1990s'. A year before a noun may own it "
        "('the 1990's boom') and is left alone."
    ),
    bad=(Bad("Music of the 1990's is back.", "1990's", "Music of the 1990s is back."),),
    good=(
        Good("Music of the 1990s is back, like the class of '95."),
        Good("The 1990's boom ended."),
    ),
    level=Level.SENTENCE,
    precedence=Precedence.GRAMMAR,
)


def decade(sentence: TaggedSentence, at: int) -> Detection | None:
    """``1990's``: the tokeniser parts the number from what follows."""
    token, mark = sentence.tokens[at], sentence.word(at + 1)
    if mark not in ("'", "’") or sentence.word(at + 2) != "s" or sentence.word(at - 1) != "the":
        return None
    if sentence.tokens[at + 1].start != token.end or sentence.tokens[at + 2].start != token.end + 1:
        return None
    if (
        sentence.is_word(at + 3)
        and sentence.tag(at + 3)[:2] in ("NN", "JJ")
        and len(token.text) == 4
    ):
        # "the 1990's boom" may be a possessive of the year
        return None
    return Detection(RULE.id, at, at + 2, (token.text + "s",), f"Write '{token.text}s'.")


def by_shape(shown: str, word: str) -> Detector | None:
    """The detector for numbers that may name a decade."""
    return decade if len(word) in (2, 4) and word.isdigit() and word.endswith("0") else None
