"""Headings in title case and in sentence case: the capitals of each word.

Title case follows AP (words of three letters or fewer that are articles, conjunctions or
prepositions are small, the first and the last word never) or Chicago (prepositions of any
length are small). The word lists are those of the rule language's reference.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

_SMALL = frozenset(
    word
    for line in (
        "a an and as at but by en for if in",
        "nor of on or per the to vs vs. via v v.",
    )
    for word in line.split()
)
_PREPOSITIONS = frozenset(
    word
    for line in (
        "with from into during including until against among throughout despite towards upon",
        "concerning about over through before between after since without under within along",
        "following across beyond around down near above",
    )
    for word in line.split()
)
_WORD = re.compile(r"[^\W_]+[^\s/-]*")
#: What a case is counted in: a word and what contradicts it.
TOKEN = r"(?:[^\W_]|\*)+\S*"
_NUMBERED = re.compile(r"\d+\.")
_NEXT = re.compile(r"\s*([^\W\d_]+)")

#: The house's own spelling of a word, empty if it has none.
Spelt = Callable[[str], str]


def in_title_case(text: str, spelt: Spelt, *, chicago: bool) -> str:
    """``text`` in title case."""
    small = _SMALL | _PREPOSITIONS if chicago else _SMALL

    def cased(found: re.Match[str]) -> str:
        word = found.group()
        own = spelt(word)
        if own:
            return own
        start, end = found.span()
        lower = word.lower()
        before = text[start - 1 : start] if start else ""
        beyond = text[start - 2 : start - 1] if start > 1 else ""
        after = text[end : end + 1]
        bounding = not text[:start].strip() or not text[end:].strip()
        is_small = lower in small and not bounding
        if lower == "to" and not chicago and not text[end:].isspace() and text[end:]:
            is_small = _is_preposition(text, end)
        if (
            is_small
            and before in (" ", "-", "–", "—", "/")
            and beyond not in (":", "-", "–", "—")
            and (after not in ("-", "–", "—") or before in ("-", "–", "—"))
        ):
            return lower
        return word[:1].upper() + word[1:]

    return _WORD.sub(cased, text)


def _is_preposition(text: str, at: int) -> bool:
    """Whether the *to* that ends at ``at`` belongs to a noun, not to an infinitive."""
    following = _NEXT.match(text, at)
    if following is None:
        return False
    from copylint.language.word_tags import tags_of

    tags = tags_of(following[1].lower())
    return bool(tags) and tags[0].startswith("NN")


def in_sentence_case(
    tokens: Sequence[str], befores: Sequence[str], spelt: Spelt, marks: Sequence[str]
) -> list[str]:
    """The ``tokens`` of a heading as sentence case has them.

    After one of ``marks`` (a colon, say) a word takes a capital, as it does after a number
    that begins the heading. ``befores`` are the text before each token, from the token
    before it on.
    """
    made: list[str] = []
    for index, (token, before) in enumerate(zip(tokens, befores, strict=True)):
        opens = index == 0 or before.endswith(tuple(marks))
        opens = opens or (index == 1 and _NUMBERED.search(before) is not None)
        own = spelt(token)
        made.append(own or (token[:1].upper() + token[1:].lower() if opens else token.lower()))
    return made
