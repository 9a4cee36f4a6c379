"""Confusions that are errors in every house style, such as *its* and *it's*.

A term that an article repeats may be its own usage, but *made it's decision* written twice is
the same typo twice.
"""

from __future__ import annotations

from copylint.language.word_list import words

_SETS = (
    "its it's",
    "there their they're",
    "then than",
    "form from",
    "who's whose",
    "your you're you",
    "affect effect",
    "affects effects",
    "lose loose",
    "to too two",
    "were where we're",
    "of off",
    "accept except",
    "advice advise",
    "choose chose",
    "know now no",
    "quiet quite",
    "past passed",
    "lead led",
    "weather whether",
    "through threw thorough though thought",
    "hear here",
    "have of",
    "the they",
    "them they",
    "woman women",
    "principal principle",
    "piece peace",
    "week weak",
    "whole hole",
    "break brake",
)
_SET_OF: dict[str, set[int]] = {}
for _number, _members in enumerate(_SETS):
    for _word in words(_members):
        _SET_OF.setdefault(_word, set()).add(_number)


def is_closed(wrong: str, right: str) -> bool:
    """Whether both words are of one set; letter case and the kind of apostrophe do not matter."""
    first, second = (each.lower().replace("’", "'") for each in (wrong, right))
    return bool(_SET_OF.get(first, set()) & _SET_OF.get(second, set()))
