"""Recognises places where an easily confused word is right, whatever a model says."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from copylint.language.word_list import words
from copylint.language.word_tags import tags_of


def is_exception(line: Sequence[str], place: int) -> bool:
    """Whether a set phrase, or the lack of what the other word needs, supports the word."""
    word, before, after = line[place], line[place - 1], line[place + 1]
    if before in ("(", "[") or after in (")", "]"):
        return True
    if word == "then":
        # "than" needs a comparison: "more", "less", "other".
        near = line[max(0, place - 8) : place]
        return not any(each in _COMPARES or _is_comparative(each) for each in near)
    if after in _SETTLED_AFTER.get(word, ()):
        return True
    if word == "have":
        return True  # people write "of" for "have", but never "have" for "of"
    if word == "effect" and not _EFFECTED.isdisjoint(line[place + 1 : place + 4]):
        return True  # "may effect a change": to bring it about
    if word == "there" and before in _STANDING:
        return True
    if word == "passed" and before in _DETERMINERS:
        return after not in _PAST  # "the passed argument": it was passed
    if word == "steel" and before in ("to", "will", "would", "must"):
        return after in _STEELED
    if word == "led" and after in _CLAUSE_ENDS:
        return before not in _AUXILIARIES  # "a firm that is minority led"
    return word == "off" and after == "the" and line[place + 2] in _OFF_THE


@lru_cache(maxsize=20_000)
def _is_comparative(word: str) -> bool:
    return word.endswith("er") and not _COMPARATIVE.isdisjoint(tags_of(word))


_COMPARATIVE = frozenset(("JJR", "RBR"))
_COMPARES = words("more less worse other rather elsewhere otherwise differently differs apart")
_SETTLED_AFTER = {
    "passed": words("in down on"),
    "where": words("allowed possible necessary needed appropriate applicable required"),
    "who": words("to"),
    "who's": words("right wrong"),
    "form": words("last this next every that which detailing asking letter"),
}
_DETERMINERS = words("the a any each every all its their this that")
#: Words that follow the adjective "past".
_PAST = words(
    "year years month months week weeks day days decade decades century centuries season seasons "
    "hour hours few several couple two three four five six seven eight nine ten twelve summer "
    "winter spring autumn event events tense life lives experience experiences performance "
    "generation quarter weekend president presidents winner winners"
)
#: What one effects.
_EFFECTED = words("change changes reform reforms repair repairs rescue transfer escape entry cure")
_STANDING = words("stand stands stood lie lies lay sit sits sat stays stayed remains remained")
_STEELED = words(
    "the himself herself itself themselves ourselves myself my your our his her its their"
)
_CLAUSE_ENDS = frozenset((".", ",", ";", ":", "?", "!", "$", ")"))
_AUXILIARIES = words("to will would can could may might must shall should did does do not")
_OFF_THE = words(
    "bat record ground table shelf hook cuff coast rails wall web grid mark field air street "
    "streets books track beaten pace ball front back top end side edge list page menu screen"
)
