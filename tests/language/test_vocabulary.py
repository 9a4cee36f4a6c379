from __future__ import annotations

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copylint.language.vocabulary import HouseName, Vocabulary


def rejected(entries: set[str], text: str) -> list[str]:
    spans = Vocabulary(reject=frozenset(entries)).rejected(text)
    return [text[start:end] for start, end in spans]


def accepted(entries: set[str], text: str) -> list[str]:
    spans = Vocabulary(accept=frozenset(entries)).accepted_phrases(text)
    return [text[start:end] for start, end in spans]


@pytest.mark.parametrize(
    ("entry", "word", "expected"),
    [
        ("gribble", "gribble", True),
        ("gribble", "Gribble", True),
        ("gribble", "GRIBBLE", True),
        ("Gribble", "Gribble", True),
        ("Gribble", "gribble", False),
        ("Gribble", "GRIBBLE", False),
        ("iPlod", "iPlod", True),
        ("iPlod", "iplod", False),
        ("ma'am", "ma’am", True),
        ("ma’am", "ma'am", True),
        ("cre\u0301pe", "cr\u00e9pe", True),
        ("gribble", "gribbles", False),
    ],
)
def test_lower_case_entries_match_any_case(entry: str, word: str, expected: bool) -> None:
    assert Vocabulary(accept=frozenset({entry})).accepts(word) is expected


def test_reject_wins_over_accept() -> None:
    vocabulary = Vocabulary(frozenset({"gribble"}), frozenset({"gribble"}))
    assert not vocabulary.accepts("gribble")


def test_parts_of_house_names_are_accepted() -> None:
    vocabulary = Vocabulary(names=(HouseName("Orla Quist-Vandermeer"),))
    assert all(vocabulary.accepts(word) for word in ("Orla", "Quist", "Vandermeer"))
    assert not vocabulary.accepts("quist")
    assert [*vocabulary.accepted_phrases("So Orla Quist-Vandermeer said.")] == [(3, 24)]


@pytest.mark.parametrize(
    ("entry", "text", "expected"),
    [
        ("soft launch", "A soft launch, a Soft  Launch, a soft\nlaunch.", 3),
        ("Soft Launch", "A soft launch and a Soft Launch.", 1),
        ("soft launch", "soft launches, microsoft launch", 0),
        ("c++", "They teach C++ and c++17.", 1),
        ("AT&T", "AT&T, At&T, AT & T, BAT&T", 1),
        (".net", "A .NET shop, not ASP.NET.", 1),
        ("o'clock rush", "The O’Clock rush", 1),
    ],
)
def test_phrases_are_matched_whole(entry: str, text: str, expected: int) -> None:
    assert len(rejected({entry}, text)) == expected


def test_the_longest_entry_wins_and_none_overlaps() -> None:
    entries = {"at this", "at this point in time", "point in", "time and again"}
    text = "So at this point in time and again, at this moment."
    assert rejected(entries, text) == ["at this point in time", "at this"]


def test_single_words_are_not_phrases() -> None:
    assert accepted({"gribble", "gribble-free"}, "A gribble-free gribble") == ["gribble-free"]


def test_accents_composed_or_not() -> None:
    assert rejected({"cr\u00e9pe suzette"}, "A Cre\u0301pe Suzette.") == ["Cre\u0301pe Suzette"]


def test_no_entries_find_nothing() -> None:
    assert rejected(set(), "Anything.") == []
    assert rejected({"", " "}, "Anything at all.") == []


@given(
    st.sets(st.text("abAB'’ -.&", min_size=1, max_size=6), max_size=5),
    st.text("abAB'’ -.&\n", max_size=60),
)
def test_agrees_with_a_plain_search(entries: set[str], text: str) -> None:
    """Every span is an entry, and every place of an entry is inside a span."""
    entries = {e for e in (" ".join(e.split()) for e in entries) if e}
    spans = [*Vocabulary(reject=frozenset(entries)).rejected(text)]
    straight = text.replace("’", "'")
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
    patterns = []
    for entry in entries:
        body = r"\s+".join(re.escape(part) for part in entry.replace("’", "'").split())
        flags = re.IGNORECASE if entry == entry.lower() else 0
        patterns.append(re.compile(rf"(?<!\w){body}(?!\w)", flags))
    for start, end in spans:
        assert any(p.fullmatch(straight, start, end) for p in patterns)
    for pattern in patterns:
        for match in pattern.finditer(straight):
            assert any(start < match.end() and match.start() < end for start, end in spans)


def test_a_hundred_thousand_entries_cost_no_more_than_one() -> None:
    words = [f"{a}{b}{c}x" for a in "abcdefghij" for b in "klmnopqrst" for c in "uvwxyzabcd"]
    entries = {f"the {w} {v}" for w in words for v in words[:100]}
    assert len(entries) == 100_000
    vocabulary = Vocabulary(reject=frozenset(entries))
    text = "the akux of the town, the akux akux, " * 20_000
    [*vocabulary.rejected("")]
    found = sum(1 for _ in vocabulary.rejected(text))
    assert found == 20_000
