"""The index of patterns: where phrases may match, on the first text and on every later one."""

from __future__ import annotations

import pytest

from copylint.packs.article_units import WordLookup
from copylint.packs.pattern import WORD, Pattern
from copylint.packs.pattern_index import PatternIndex


@pytest.mark.parametrize(
    ("phrase", "text", "starts"),
    [
        ("door to door", "They went door to door, then door to door again.", [10, 29]),
        ("at the end of the day", "At the end of the day, the vote was lost.", [0]),
        ("tea and tea", "There was tea and coffee and tea.", None),
        ("more or less", "Less is more, or so they say.", None),
    ],
)
def test_phrases_are_found_by_their_longest_word(
    phrase: str, text: str, starts: list[int] | None
) -> None:
    index = PatternIndex()
    index.add(0, 0, Pattern(phrase, WORD, ignorecase=True))
    for _ in range(2):  # the phrase has moved to its word by the second time
        active = index.active(WordLookup(text))
        assert (active[0].starts() if active else None) == ({0: starts} if starts else None)
        assert not index.active(WordLookup("Nothing of it is here."))
