"""What is found in a whole text at once is what is found passage by passage."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copylint.analysis.annotated_text import AnnotatedText
from copylint.formats.plain import PlainText
from copylint.language.lazy_pattern import LazyPattern

PATTERNS = (
    LazyPattern(r"\d+\s(?:boats|May)"),
    LazyPattern(r"\b(?:noon|midnight)\b", needs=("noon", "midnight")),
    LazyPattern(r"boats\b", needs=("boat", "ats")),
)
PIECES = ("12 ", "boats", "noon", " midnight", "\n\n", "\n", " ", "May", "after", "boat", ".", "7")


@pytest.mark.parametrize("pattern", PATTERNS)
@given(text=st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_a_pattern_is_found_in_the_passages_that_have_it(pattern: LazyPattern, text: str) -> None:
    read = AnnotatedText(PlainText().read("a", text))
    asked = {each for each in read.passages if each.has(pattern)}
    assert set(read.passages_with(pattern)) == asked
    assert read.has(pattern) == bool(asked)


def test_the_words_of_a_text_are_those_of_its_compounds_too() -> None:
    text = "Labour’s full-back ran.\n\nThe SNP/Green pact held."
    written = AnnotatedText(PlainText().read("a", text)).written
    assert {"Labour", "full", "back", "SNP", "Green", "The"} <= written


@given(text=st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_a_pattern_that_begins_with_a_digit_is_found_among_the_digits(text: str) -> None:
    read = AnnotatedText(PlainText().read("a", text))
    if PATTERNS[0].search(read.text):
        assert PATTERNS[0].search(read.digits)


def test_words_far_from_a_digit_are_not_among_the_digits() -> None:
    read = AnnotatedText(PlainText().read("a", "The harbour is 12 boats long, says the master."))
    assert read.digits.startswith("12 boats long")
    assert "harbour" not in read.digits
    assert "master" not in read.digits
