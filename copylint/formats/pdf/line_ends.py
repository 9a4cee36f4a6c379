"""Hyphens at the ends of lines: those of divided words, and those that words have anyway."""

from __future__ import annotations

import re
from collections.abc import Iterable

from copylint.language.lexicon import Lexicon

_LAST = re.compile(r"([^\W\d_]+)-\Z")
_FIRST = re.compile(r"[^\W\d_]+")
_HYPHENATED = re.compile(r"[^\W\d_]+-[^\W\d_]+")
# The Zipf value of a word in one piece that is no slip for a hyphenated one (``wellknown``).
_USUAL = 3.0


class LineEnds:
    """Knows which hyphens belong to words, from the lines of a text and the lexicon."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._hyphenated = {word.lower() for line in lines for word in _HYPHENATED.findall(line)}

    def is_word_divided(self, before: str, after: str) -> bool:
        """Whether the hyphen that ends the line ``before`` only divides a word.

        A word with the hyphen elsewhere in the text keeps it, and so does one whose two halves
        are words (``well-known``) while both together are none or rare.
        """
        last, first = _LAST.search(before), _FIRST.match(after)
        if last is None or first is None or not first[0][0].islower():
            return False
        halves = last[1], first[0]
        if "-".join(halves).lower() in self._hyphenated:
            return False
        lexicon = Lexicon.shared()
        joined = "".join(halves)
        if not all(lexicon.is_word(half) for half in halves):
            return True
        return lexicon.zipf(joined) >= _USUAL
