"""Numbers and their units before a noun: a five-year-old boy, a 10-year contract."""

from __future__ import annotations

from copylint.checks.grammar.hyphens import DETERMINERS, is_hyphen
from copylint.checks.grammar.tagged_sentence import Detection, Detector, TaggedSentence
from copylint.core.rule import Bad, Good, Level, Precedence, Rule
from copylint.language.tokens import TokenKind
from copylint.language.word_list import words
from copylint.language.word_tags import tags_of

RULE = Rule(
    id="grammar.measure-hyphen",
    summary="Flags a number and its unit with too few hyphens, or one too many.",
    why=(
        "A measure takes hyphens before its noun ('a five-year-old boy', 'a 10-year contract'), "
        "and none elsewhere: 'the boy is five years old', '90 minutes later'."
    ),
    bad=(
        Bad("A five year old boy won.", "five year old", "A five-year-old boy won."),
        Bad("She signed a 10 year contract.", "10 year", "She signed a 10-year contract."),
        Bad("They met 90-minutes later.", "90-minutes", "They met 90 minutes later."),
    ),
    good=(
        Good("The boy is five years old. She signed for 10 years. It lasted a year."),
        Good("A five-year-old boy waited for 90 minutes."),
    ),
    level=Level.SENTENCE,
    precedence=Precedence.GRAMMAR,
)

_UNITS = words(
    "year month week day hour minute second mile metre meter kilometre foot inch yard page acre "
    "storey story"
)
_TENS = words(
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety"
)


def _number(sentence: TaggedSentence, at: int) -> bool:
    if at < 0 or at >= len(sentence):
        return False
    token = sentence.tokens[at]
    return sentence.word(at) in _TENS or (
        token.kind is TokenKind.NUMBER and token.text.isdigit() and token.text not in ("1", "0")
    )


def plural_measure(sentence: TaggedSentence, at: int) -> Detection | None:
    """``90-minutes later``: a plural is not part of a compound."""
    if (
        not is_hyphen(sentence, at - 1)
        or not _number(sentence, at - 2)
        or is_hyphen(sentence, at - 3)
    ):
        return None
    if sentence.tokens[at - 1].end != sentence.tokens[at].start or is_hyphen(sentence, at + 1):
        return None
    following = sentence.word(at + 1)
    if following in ("old", "'", "’") or tags_of(following)[:1] in (("NN",), ("NNS",), ("JJ",)):
        return None
    right = f"{sentence.shown(at - 2)} {sentence.shown(at)}"
    return Detection(RULE.id, at - 2, at, (right,), f"Write '{right}' without a hyphen.")


def measure(sentence: TaggedSentence, at: int) -> Detection | None:
    """``five year old boy``, ``a 10 year contract``; ``at`` is the unit."""
    joined = is_hyphen(sentence, at - 1)
    number = at - 2 if joined else at - 1
    if not _number(sentence, number) or (
        joined and sentence.tokens[at - 1].end != sentence.tokens[at].start
    ):
        return None
    unit = sentence.shown(at)
    shown = sentence.shown(number)
    if sentence.word(at) in ("year", "month", "week", "day"):
        old = at + 2 if is_hyphen(sentence, at + 1) else at + 1
        if sentence.word(old) == "old" and not (joined and old == at + 2):
            right = f"{shown}-{unit}-{sentence.shown(old)}"
            return Detection(RULE.id, number, old, (right,), f"Write '{right}'.")
    if joined or sentence.word(number - 1) not in DETERMINERS or not sentence.is_lower(at):
        return None
    following = sentence.word(at + 1)
    if not sentence.is_lower(at + 1) or sentence.tag(at + 1) not in ("NN", "NNS"):
        return None
    if tags_of(following)[:1] not in (("NN",), ("NNS",)) or sentence.word(at) == "second":
        return None
    right = f"{shown}-{unit}"
    return Detection(RULE.id, number, at, (right,), f"Write '{right} {following}'.")


TRIGGERS: dict[str, Detector] = {
    **dict.fromkeys(_UNITS, measure),
    **dict.fromkeys(words("years months weeks days hours minutes miles metres"), plural_measure),
}
