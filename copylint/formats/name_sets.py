"""Sets of names, written as lines of them."""

from __future__ import annotations


def names(*lines: str) -> frozenset[str]:
    """The words of ``lines``."""
    return frozenset(name for line in lines for name in line.split())
