"""The word "on" is missing: depending the weather, relies its members."""

from __future__ import annotations

from copylint.checks.grammar.frames import insertion
from copylint.checks.grammar.tagged_sentence import Detection, Detector, TaggedSentence, pair
from copylint.core.rule import Bad, Good, Level, Precedence, Rule
from copylint.language.word_list import words

RULE = Rule(
    id="grammar.missing-on",
    summary="Flags a missing 'on' after 'depend' and 'rely'.",
    why=(
        "Both verbs need 'on' before an object: 'It depends on the weather', not 'It depends the "
        "weather'."
    ),
    bad=(
        Bad("It depends the weather.", "depends the", "It depends on the weather."),
        Bad(
            "The club relied its members for money.",
            "relied its",
            "The club relied on its members for money.",
        ),
    ),
    good=(Good("It depends. It relies on the weather and depends on whether it rains."),),
    level=Level.SENTENCE,
    precedence=Precedence.GRAMMAR,
)


def fixed(sentence: TaggedSentence, at: int) -> Detection | None:
    """``depending the weather``, ``relies its members``."""
    following = sentence.word(at + 1)
    if following not in _FOLLOWING or sentence.word(at - 1) == "-":
        return None
    return (
        None if pair(sentence.word(at), following) > 1 else insertion(RULE.id, sentence, at, "on")
    )


_FOLLOWING = words("the his her their its whether these those this")

TRIGGERS: dict[str, Detector] = dict.fromkeys(words("depending depends relies relied"), fixed)
