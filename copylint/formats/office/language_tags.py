"""Languages as office documents name them."""

from __future__ import annotations

_ANY = frozenset(("", "x-none", "none", "zxx", "und", "mul"))


def is_foreign(language: str) -> bool:
    """Whether a language is named and it is not English."""
    folded = language.lower()
    return folded not in _ANY and folded.partition("-")[0] != "en"
