"""The literals that a pattern needs must be in every match: else a rule would miss it."""

from __future__ import annotations

import re
import warnings

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copylint.packs.literals import required

_ATOMS = st.sampled_from(
    [
        "a",
        "b",
        "ab",
        "c ",
        "[ab]",
        "[-a]",
        "[^a]",
        ".",
        "\\w",
        "\\b",
        "A",
        "(?<=a)",
        "(?<![ab] )",
        "(?!b)",
        "(?-i:a)",
        "\\.",
        "a-b",
        "[0-9]",
        "£",
        "é",
        "É",
    ]
)
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


@given(_PATTERNS, st.text("abcA 1£éÉ", max_size=12))
def test_a_match_holds_one_of_the_literals(pattern: str, text: str) -> None:
    facts = required(pattern)
    assert facts.simple
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
        ("ab+c", {"ab"}),
        ("from ([12][0-9]{3}) on", {f"from {n}" for n in range(10, 30)}),
        ("(?:ab|c[0-9]+)?d", {"d"}),
        ("£[0-9]+p", {f"£{digit}" for digit in range(10)}),
        ("caf[ée]s", {"cafes", "cafés"}),
        ("it’s", {"it"}),
        ("straße", {"stra"}),
        (r"\d+ ?am in the morning", {" am in the morning", "am in the morning"}),
        ("(?<=a)b", {"b"}),
        ("(?i)mute point", {"mute point"}),
        (r"(?<=\w+ )gift (\w)\1", {"gift "}),
        (r"(?P<a>free) \p{L}+ gift", {"free "}),
        ("(?x) a b", set()),
        ("(?:a|[0-9])", {"a", *"0123456789"}),
        ("(?:a|[0-9]?)", set()),
        ("[a-z]", set()),
        (r"[a-z]+", set()),
    ],
)
def test_required_literals_are_found(pattern: str, literals: set[str]) -> None:
    assert required(pattern).literals == literals


_SOUP = st.text("ab(|)[]{}?*+\\\\.^$-:<>=!iPdw12, ", max_size=10)


@given(_SOUP)
def test_patterns_called_simple_match_as_re_does(pattern: str) -> None:
    if required(pattern).simple:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            re.compile(pattern)


@pytest.mark.parametrize(
    "pattern", ["(?<=a)b", r"(?<![\w./\\@-])a", r"(?<![^\s\]])a", r"(?:(?<=\ba )|(?<=\bof ))b"]
)
def test_look_behinds_of_one_width_are_simple(pattern: str) -> None:
    assert required(pattern).simple
    re.compile(pattern)


@pytest.mark.parametrize(
    "pattern",
    [
        "(?<=a+)b",
        r"(?<=[\wa]+)b",
        "(?i)a",
        "a(?i)b",
        "(?>a)",
        r"\k<a>",
        "(?<a>b)",
        "[a--b]",
        "a{,2}",
        "(a",
    ],
)
def test_patterns_unlike_re_are_not_simple(pattern: str) -> None:
    assert not required(pattern).simple


@pytest.mark.parametrize(
    "pattern", ["a+", "a*", "(?:a?){20}", "(?=a*)b", "a?" * 10, "[ab]{0,99}" * 2, "(?:ab?){0,10}"]
)
def test_unbounded_repeats_are_not_bounded(pattern: str) -> None:
    assert not required(pattern).bounded


@pytest.mark.parametrize(
    "pattern", ["a?b?c", "[0-9]{1,12}", "a{0,20}b{0,20}", "a{3}", "(?:a?){2}", "a?" * 9]
)
def test_small_repeats_are_bounded(pattern: str) -> None:
    assert required(pattern).bounded
