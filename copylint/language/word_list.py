"""Sets of words written down as running text."""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """The words of ``text``, parted by blanks."""
    return frozenset(text.split())
