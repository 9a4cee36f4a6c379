"""The function words that may be extra, missing, or mistaken for one another."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from copylint.models.calibrator import calibrators


class FunctionWords(NamedTuple):
    """The words that may be extra, may be missing, and may be written for each other."""

    extra: frozenset[str]
    missing: frozenset[str]
    instead: Mapping[str, Sequence[str]]


@cache
def calibrated_words() -> FunctionWords:
    """The words that the shipped judges know."""
    known = calibrators()
    instead: dict[str, list[str]] = {}
    for group in known["confusion"].groups:
        written, _, meant = group.partition(">")
        instead.setdefault(written, []).append(meant)
    return FunctionWords(
        frozenset(known["extra-word"].groups), frozenset(known["missing-word"].groups), instead
    )
