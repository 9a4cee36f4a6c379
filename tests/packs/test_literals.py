"""What a pattern needs must be in whatever it matches: else a rule would miss it."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copylint.packs.literals import required

_ATOMS = st.sampled_from(["a", "b", "ab", "c ", "[ab]", "[^a]", ".", r"\w", r"\b", "A"])
_PATTERNS = st.recursive(
    _ATOMS,
    lambda inner: st.one_of(
        st.tuples(inner, inner).map("".join),
        st.tuples(inner, inner).map(lambda pair: f"({pair[0]}|{pair[1]})"),
        st.tuples(inner, st.sampled_from(["?", "*", "+", "{2}", "{0,1}"])).map(
            lambda pair: f"(?:{pair[0]}){pair[1]}"
        ),
    ),
    max_leaves=8,
)


@given(_PATTERNS, st.text("abcA ", max_size=12))
def test_a_match_holds_one_of_the_literals(pattern: str, text: str) -> None:
    facts = required(pattern)
    found = re.search(pattern, text, re.IGNORECASE)
    if found and facts.literals:
        assert any(literal in found.group().lower() for literal in facts.literals)
        if facts.whole:
            assert found.group().lower() in facts.literals


@pytest.mark.parametrize(
    ("pattern", "literals"),
    [
        ("mute point", {"mute point"}),
        ("shoe-in(s)?", {"shoe-in", "shoe-ins"}),
        ("ab+c", {"a"}),
        (r"\d+ ?am in the morning", {" am in the morning", "am in the morning"}),
        ("(?<=a)b", set()),
        (r"[a-z]+", set()),
    ],
)
def test_literals(pattern: str, literals: set[str]) -> None:
    assert required(pattern).literals == literals
