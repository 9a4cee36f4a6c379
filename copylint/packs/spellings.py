"""Likely corrections of a misspelled word."""

from __future__ import annotations

_FEW = 5


def spellings(word: str) -> tuple[str, ...]:
    """The likeliest few, the best first; empty if no word is near."""
    from copylint.language.correction_ranking import with_case_of
    from copylint.language.suggestions import Suggester

    found = (with_case_of(word, each.text) for each in Suggester.shared().candidates(word))
    return tuple(dict.fromkeys(found))[:_FEW]
