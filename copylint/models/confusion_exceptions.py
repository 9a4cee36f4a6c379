"""Places where an easily confused word is right whatever a model says."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from copylint.language.word_list import words
from copylint.language.word_tags import tags_of


def is_exception(line: Sequence[str], place: int) -> bool:
    """Whether a set phrase, or the lack of what the other word needs, speaks for the word."""
    word, before, after = line[place], line[place - 1], line[place + 1]
    if before in ("(", "[") or after in (")", "]"):
        return True
    if word == "then":
        # "than" compares: something must be more, less, other.
        near = line[max(0, place - 8) : place]
        return not any(each in _COMPARES or _is_comparative(each) for each in near)
    if after in _SETTLED_AFTER.get(word, ()):
        return True
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
    "form": words("last this next every that which detailing asking letter"),
}
_OFF_THE = words(
    "bat record ground table shelf hook cuff coast rails wall web grid mark field air street "
    "streets books track beaten pace ball"
)
