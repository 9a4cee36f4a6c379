"""Compounds that are reported whatever the article's own use, and places that only look alike."""

from __future__ import annotations

import pytest

from copylint import lint_text

WRONG = [
    ("The built in camera is on.", "built-in"),
    ("A floating point number is kept.", "floating-point"),
    ("It was a top level meeting.", "top-level"),
    ("They held low level talks.", "low-level"),
    ("It was a high level meeting.", "high-level"),
    ("He sent a read only file.", "read-only"),
    ("She is a full stack developer.", "full-stack"),
    ("They need fine grained control.", "fine-grained"),
    ("It offers full text search.", "full-text"),
    ("It has a well defined border.", "well-defined"),
    ("He is a well known actor.", "well-known"),
    ("They met on a case by case basis.", "case-by-case"),
    ("She keeps an up to date list.", "up-to-date"),
    ("The so called experts left.", "so-called"),
    ("It is a long running dispute.", "long-running"),
    ("It has a drop down menu.", "drop-down"),
    ("He sent a comma separated list.", "comma-separated"),
    ("It was a state of the art stadium.", "state-of-the-art"),
    ("They bought an off the shelf product.", "off-the-shelf"),
    ("It is a step by step guide.", "step-by-step"),
    ("It was an old fashioned shop.", "old-fashioned"),
    ("It is a time consuming job.", "time-consuming"),
    ("They run a peer to peer network.", "peer-to-peer"),
    ("The day to day work is dull.", "day-to-day"),
    ("It was a far reaching change.", "far-reaching"),
    ("She is an award winning chef.", "award-winning"),
    ("The London based firm cut jobs.", "London-based"),
    ("It is a science based approach.", "science-based"),
]

RIGHT = [
    "The house was built in stages.",
    "The pump is built in.",
    "They want to read only books.",
    "The point is floating in the air.",
    "It is well defined.",
    "He is well known there.",
    "They came case by case.",
    "It is up to date.",
    "She went step by step.",
    "It is based on sums.",
    "A key value of ours is trust.",
]


@pytest.mark.parametrize(("text", "right"), WRONG)
def test_a_compound_before_its_noun_gets_its_hyphens(text: str, right: str) -> None:
    assert right in [found.replacements[0] for found in lint_text(text)]


@pytest.mark.parametrize("text", RIGHT)
def test_the_same_words_elsewhere_stay_apart(text: str) -> None:
    assert [f for f in lint_text(text) if f.rule == "grammar.compound-hyphen"] == []
