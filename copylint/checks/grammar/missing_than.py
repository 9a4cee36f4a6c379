"""The word "than" is missing: more 200 people, less ten weeks later."""

from __future__ import annotations

from copylint.checks.grammar.frames import insertion
from copylint.checks.grammar.tagged_sentence import Detection, Detector, TaggedSentence
from copylint.core.rule import Bad, Good, Level, Precedence, Rule
from copylint.language.tokens import TokenKind
from copylint.language.word_list import words

RULE = Rule(
    id="grammar.missing-than",
    summary="Flags a missing 'than' between 'more' or 'less' and a number.",
    why=(
        "'More 200 people' lacks its 'than'. 'Ten more people' and 'one more 200-mile trip' are "
        "left alone."
    ),
    bad=(
        Bad(
            "The fire drove out more 200 people.",
            "more 200",
            "The fire drove out more than 200 people.",
        ),
        Bad(
            "It was shut less ten weeks later.",
            "less ten",
            "It was shut less than ten weeks later.",
        ),
    ),
    good=(
        Good("The fire drove out more than 200 people, then ten more."),
        Good("The more people came, the less they paid."),
    ),
    level=Level.SENTENCE,
    precedence=Precedence.GRAMMAR,
)


def than(sentence: TaggedSentence, at: int) -> Detection | None:
    """``less ten weeks later``, ``more 200 people``."""
    number = sentence.tokens[at + 1] if at + 1 < len(sentence) else None
    if sentence.word(at + 2) not in _COUNTED or number is None or sentence.tag(at + 1) != "CD":
        return None
    if sentence.word(at - 1) in _NO_THAN or sentence.tag(at - 1) == "CD":
        return None
    big = number.kind is TokenKind.NUMBER and len(number.text) > 1
    return insertion(RULE.id, sentence, at, "than") if sentence.word(at) == "less" or big else None


_COUNTED = words("years months weeks days hours minutes people percent miles men women children")
_NO_THAN = words("no much any some few many one even the still - more less even")

TRIGGERS: dict[str, Detector] = dict.fromkeys(("less", "more"), than)
