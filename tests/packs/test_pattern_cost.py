"""The cost of a pattern is known before it is compiled."""

from __future__ import annotations

import re
import time
from contextlib import suppress

import pytest

from copylint.packs.literals import required
from copylint.packs.pattern import BadPattern, Clock, Pattern
from copylint.packs.pattern_cost import ENDLESS, cost_of, refusal


@pytest.mark.parametrize(
    ("pattern", "ways"),
    [
        ("abc", 1),
        ("a|b", 1),
        ("a|ab", 2),
        ("ab?c?", 4),
        ("(?:a|ab){3}", 8),
        ("[abc]{2,5}", 4),
        ("(?:a?){3}", 8),
        ("(?:a|A)b", 2),
        ("(?:x|y|[xy])z", 2),
        (r"(?:\w|é)b", 2),
        ("a*", ENDLESS),
        ("(?:a|a){40}b", ENDLESS),
        ("(?:a|[ab]){40}c", ENDLESS),
        ("(?:a|b|ab|ba){30}c", 2**30 if ENDLESS > 2**30 else ENDLESS),
        ("(?:ab|a(?:b|bc)){2}", 9),
    ],
)
def test_ways(pattern: str, ways: int) -> None:
    assert cost_of(pattern).ways == ways


@pytest.mark.parametrize(
    ("pattern", "least", "most"),
    [
        ("abc", 3, 5),
        ("a{1000}", 1000, 1100),
        ("(?:a{10}){10}", 100, 140),
        ("a{3,}", 3, 6),
        (r"\{1000\}", 6, 9),
        ("[{1000}]", 1, 3),
        ("{e<=15}", 7, 9),
        ("(?#{1000}{1000})a", 1, 3),
    ],
)
def test_sizes(pattern: str, least: int, most: int) -> None:
    assert least <= cost_of(pattern).size <= most


@pytest.mark.parametrize(
    ("pattern", "reason"),
    [
        ("(?:(?:(?:a{1000}){1000}){1000}){1000}", "characters"),
        ("a{100000000}b", "characters"),
        ("a{" + "9" * 5000 + "}", "characters"),
        ("(?:(?:a{1000}){1000}", "characters"),
        ("(?R)?a", "calls itself"),
        (r"(a(?1)?b)", "calls itself"),
        ("(?P<x>a(?&x)?)", "calls itself"),
        ("(?P<x>a(?P>x)?)", "calls itself"),
        ("|".join(f"word{number}" for number in range(20_000)), "alternatives"),
        ("(" * 5000 + "a" + ")" * 5000, "deep"),
        ("x" * 30_000, "characters"),
    ],
)
def test_patterns_that_are_not_compiled(pattern: str, reason: str) -> None:
    began = time.process_time()
    assert reason in refusal(pattern)
    with pytest.raises(BadPattern, match=reason):
        Pattern(pattern).verify()
    assert time.process_time() - began < 2


@pytest.mark.parametrize(
    "pattern",
    [
        "(?:a|a){40}b",
        "(?:a|[ab]){40}c",
        "(?:a|b|ab|ba){30}c",
        "(?:a?){40}b",
        "(a+)+b",
        "(?:a|a?)+b",
    ],
)
def test_a_pattern_that_can_be_slow_runs_by_the_clock(pattern: str) -> None:
    assert not required(pattern).bounded
    clock = Clock()
    clock.left = 0.2
    began = time.process_time()
    with suppress(TimeoutError):
        Pattern(pattern).search("a" * 60 + "!", 0, clock)
    assert time.process_time() - began < 5


@pytest.mark.parametrize(
    "pattern", ["(?:a|ab){9}c", "[ab]{1,30}[ab]{1,30}c", "a?a?a?a?a?a?a?aaaaaaac"]
)
def test_a_bounded_pattern_is_quick(pattern: str) -> None:
    """The worst patterns that are left to ``re``, which has no clock."""
    assert required(pattern).bounded
    began = time.process_time()
    assert re.search(pattern, "ab" * 5_000 + "a" * 10_000) is None
    assert time.process_time() - began < 5


def test_the_largest_that_is_compiled() -> None:
    pattern = Pattern("(?:(?:ab?){60}){60}(?=x)")
    began = time.process_time()
    pattern.verify()
    clock = Clock()
    clock.left = 0.5
    with suppress(TimeoutError):
        pattern.search("ab" * 10_000, 0, clock)
    assert time.process_time() - began < 20
