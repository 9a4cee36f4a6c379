"""Spans of time that own something: two weeks' notice."""

from __future__ import annotations

from copylint.checks.grammar.apostrophes import respelt
from copylint.checks.grammar.tagged_sentence import Detection, Detector, TaggedSentence
from copylint.core.rule import Bad, Good, Level, Precedence, Rule
from copylint.language.word_list import words

RULE = Rule(
    id="grammar.possessive-of-time",
    summary="Flags a span of time without the apostrophe of its possessive.",
    why=(
        "Notice of two weeks is 'two weeks' notice', and a pay of one day is 'one day's pay': "
        "the apostrophe follows the s of a plural."
    ),
    bad=(
        Bad("She gave two weeks notice.", "weeks", "She gave two weeks' notice."),
        Bad("He has ten year's experience.", "year's", "He has ten years' experience."),
        Bad("He asked for one months notice.", "months", "He asked for one month's notice."),
    ),
    good=(
        Good("She gave two weeks' notice. He waited two weeks. Two weeks after that, they met."),
    ),
    level=Level.SENTENCE,
    precedence=Precedence.GRAMMAR,
)


_SPANS = {"days": "day", "weeks": "week", "months": "month", "years": "year", "hours": "hour"}
_SPAN_NOUNS = words(
    "notice experience worth leave imprisonment pay salary probation detention jail work wages "
    "holiday"
)


def time_span(sentence: TaggedSentence, at: int) -> Detection | None:
    """``two weeks notice``, ``ten year's experience``."""
    word = sentence.word(at)
    if sentence.word(at + 1) not in _SPAN_NOUNS or sentence.word(at + 2) == "-":
        return None
    if sentence.tag(at - 1) != "CD" and sentence.word(at - 1) not in ("several", "few", "many"):
        return None
    plural = word if word in _SPANS else word[:-2] + "s"
    if sentence.word(at - 1) in ("one", "1"):
        if word not in _SPANS:
            return None
        right = _SPANS[word] + "'s"
    else:
        right = plural + "'"
    if sentence.word(at + 1) in ("leave", "work", "pay") and sentence.tag(at + 1)[:2] != "NN":
        return None
    return respelt(RULE.id, sentence, at, at, right, f"Write '{right} {sentence.word(at + 1)}'.")


TRIGGERS: dict[str, Detector] = dict.fromkeys(
    (*_SPANS, *(each + "'s" for each in _SPANS.values())), time_span
)
