"""Divides a sentence into the words and marks that the network reads, with their places."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from copylint.core.kept_patterns import compiled
from copylint.language.tokens import Token, TokenKind

#: The placeholder for a piece of code, an address or a handle, which no edit may touch.
OPAQUE = "x"

# Words as the network was trained on them: an abbreviation with full stops, a plural possessive
# before a space, a word with its apostrophes, a number, or any single mark.
_WORD = compiled(
    r"(?:[A-Za-z]\.){2,}|[^\W\d_]+s'(?=\s|$)|[^\W\d_]+(?:'[^\W\d_]+)*|\d+(?:[.,:]\d+)*|\S"
)
# Each replaced by one character, so that offsets stay the same.
_PLAIN = str.maketrans("’‘ʼ“”\u00a0", "'''\"\" ")
_STANDS_FOR_CODE = "\ue000"


class Word(NamedTuple):
    """A word or a mark, its apostrophes straight.

    ``start`` and ``end`` are code points of ``Document.text``. ``opaque`` means that the word
    replaces something that is not a word.
    """

    text: str
    start: int
    end: int
    opaque: bool = False


def words_of(tokens: Sequence[Token]) -> list[Word]:
    """The words of a sentence of these tokens."""
    parts: list[str] = []
    at = start = tokens[0].start if tokens else 0
    codes: dict[int, int] = {}
    for kind, text, first, last in tokens:
        parts.append(" " * (first - at))
        if kind is TokenKind.CODE:
            codes[first] = last
            parts.append(_STANDS_FOR_CODE + " " * (last - first - 1))
        else:
            parts.append(text)
        at = last
    plain = "".join(parts).translate(_PLAIN)
    words: list[Word] = []
    for match in _WORD.finditer(plain):
        first = start + match.start()
        if first in codes:
            words.append(Word(OPAQUE, first, codes[first], opaque=True))
        else:
            words.append(Word(match.group(), first, start + match.end()))
    return words
